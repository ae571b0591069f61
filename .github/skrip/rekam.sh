#!/usr/bin/env bash
# Records what happened to proposals: rekam.sh FOLDER NUMBER…, where the folder is what `catatan.sh` brought. The answers of
# the forge are saved as files, `sakipgen usulan rekam` makes the records of them; a proposal of which it cannot is told and left
# out. PENERBITAN names a file with the statuses of a deployment, for proposals that were published by it.
set -euo pipefail
trail=$1
shift
repository="repos/$GITHUB_REPOSITORY"
pages() { gh api --paginate --slurp "$1"; }

record() {
  number=$1
  answers=$(mktemp -d)
  gh api "$repository/pulls/$number" > "$answers/usulan.json"
  pages "$repository/pulls/$number/reviews?per_page=100" > "$answers/tinjauan.json"
  pages "$repository/pulls/$number/commits?per_page=100" > "$answers/revisi.json"
  pages "$repository/pulls/$number/files?per_page=100" > "$answers/berkas.json"
  pages "$repository/issues/$number/timeline?per_page=100" > "$answers/peristiwa.json"
  jq --raw-output '.[][].sha' "$answers/revisi.json" | while IFS= read -r revision; do
    pages "$repository/commits/$revision/check-runs?per_page=100"
  done | jq --slurp . > "$answers/status.json"
  # The form that it comes of, by what its revisions say: only the form tells who sent it.
  form=$(jq --raw-output 'first(.[][].commit.message | capture("(^|\\n)Formulir: #(?<nomor>[0-9]{1,9})(\\n|$)").nomor)' "$answers/revisi.json")
  if [ -n "$form" ] && ! gh api "$repository/issues/$form" > "$answers/formulir.json" 2> "$answers/galat"; then
    rm "$answers/formulir.json"
    grep --quiet --extended-regexp '404|410|Not Found' "$answers/galat" || { cat "$answers/galat" >&2; exit 1; } # no such form
  fi
  if [ -n "${PENERBITAN:-}" ]; then cp "$PENERBITAN" "$answers/penerbitan.json"; fi
  .venv/bin/sakipgen usulan rekam --forge "${FORGE:-github}" --dari "$answers" --ke "$trail"
}

for number in "$@"; do
  record "$number" & # apart, so that one that cannot be recorded stops itself alone; the audit holds it if it was merged
  wait $! || echo "::warning::#$number was not recorded; write a comment on it, and it is tried again" >&2
done

git -C "$trail" add --all
if ! git -C "$trail" rev-parse --quiet --verify HEAD > /dev/null || ! git -C "$trail" diff --cached --quiet; then
  git -C "$trail" -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
    commit --quiet --allow-empty --message="Catatan usulan: $*"
  git -C "$trail" push --quiet origin HEAD:refs/heads/tinjauan
fi
