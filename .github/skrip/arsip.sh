#!/usr/bin/env bash
# Archives a period and releases it: arsip.sh FOLDER, with PERIODE and KOREKSI from the button, or for the tag that started
# the run. `FOLDER/terakhir` leads to the archive afterwards.
set -euo pipefail
started=${GITHUB_REF#refs/tags/periode/}
if [ "$started" = "$GITHUB_REF" ]; then started=; fi
period=${PERIODE:-${started%-koreksi-*}}
options=()
if [ "${KOREKSI:-false}" = true ] || [ "$period" != "${started:-$period}" ]; then options+=(--koreksi); fi

gh auth setup-git
before=$(git tag --list 'periode/*' --sort=-creatordate | grep --invert-match --line-regexp "periode/$started" | head -n 1 || true)
if [ -n "$before" ]; then
  name=${before#periode/}
  gh release download "$before" --dir "$1/$name"
  options+=(--sebelumnya "$1/$name")
fi

.venv/bin/sakipgen arsip "$period" --ke "$1" --pesan-tag "$1/pesan.txt" "${options[@]}"
made=$(find "$1" -mindepth 1 -maxdepth 1 -type d ! -name "${name:-}" -printf '%f\n')
tag=periode/$made
if [ -z "$started" ]; then
  git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
    tag --annotate --cleanup=verbatim --file="$1/pesan.txt" "$tag"
  git push --quiet origin "refs/tags/$tag"
else
  git fetch --quiet --force origin "refs/tags/$tag:refs/tags/$tag" # a checkout may have left the commit in its place
  if [ "$(git tag --list "$tag" --format='%(contents)')" != "$(cat "$1/pesan.txt")" ]; then
    echo "the tag $tag does not hold the sum of this archive: delete it and use the button" >&2
    exit 1
  fi
fi
gh release create "$tag" --title "Arsip $made" --notes-file "$1/$made/KETERANGAN.md" "$1/$made"/*
ln -s "$made" "$1/terakhir"
