#!/usr/bin/env bash
# After a publication: records of each proposal that it was published, and writes so on it: kabar.sh FOLDER. The folder is
# for the trail. Only proposals that this revision of main holds are told.
set -euo pipefail
repository="repos/$GITHUB_REPOSITORY"
.github/skrip/catatan.sh "$1"

numbers=()
while IFS=$'\t' read -r number merge; do
  if git merge-base --is-ancestor "$merge" "$GITHUB_SHA"; then numbers+=("$number"); fi
done < <(find "$1" -path '*/.git' -prune -o -name '*.json' -exec jq --raw-output \
  'select(.gabungan != null and ([.peristiwa[].keadaan] | index("terbit") | not)) | "\(.nomor)\t\(.gabungan)"' {} +)

export PENERBITAN="${RUNNER_TEMP:-/tmp}/penerbitan.json"
if [ "${FORGE:-github}" = github ]; then
  deployment=$(gh api "$repository/deployments?sha=$GITHUB_SHA&environment=github-pages&per_page=1" --jq '.[0].id // empty')
  gh api --paginate --slurp "$repository/deployments/${deployment:?of this revision none is known}/statuses" > "$PENERBITAN"
else # a status on the revision says the same
  gh api "$repository/statuses/$GITHUB_SHA" -f context=terbit -f state=success -f target_url="$ALAMAT" --silent
  gh api --paginate --slurp "$repository/commits/$GITHUB_SHA/statuses" > "$PENERBITAN"
fi

.github/skrip/rekam.sh "$1" "${numbers[@]}"
for number in "${numbers[@]}"; do
  printf '<!-- sakipgen:terbit v1 -->\nSudah terbit: %s\n' "$ALAMAT" > "$RUNNER_TEMP/terbit.md"
  .github/skrip/komentar.sh "$number" "$RUNNER_TEMP/terbit.md"
done
