#!/usr/bin/env bash
# Makes a proposal of what `sakipgen formulir usulkan` changed: usulkan.sh ANSWER-FOLDER. A form that is edited
# changes the proposal it became. Prints the number of the proposal.
set -euo pipefail
answer=$1/usulan.json
export BRANCH
BRANCH=$(jq --raw-output .cabang "$answer")
title=$(jq --raw-output .judul "$answer")
repository="repos/$GITHUB_REPOSITORY"

jq --raw-output '.berkas[]' "$answer" | git add --pathspec-from-file=-
jq --raw-output .pesan "$answer" \
  | git -c user.name="${AKUN_FORMULIR:-github-actions[bot]}" \
    -c user.email="${SUREL_FORMULIR:-41898282+github-actions[bot]@users.noreply.github.com}" \
    commit --quiet --cleanup=verbatim --file=-
gh auth setup-git
git push --quiet --force origin "HEAD:refs/heads/$BRANCH"

number=$(gh api --paginate "$repository/pulls?state=open&per_page=100" \
  --jq '.[] | select(.head.ref == env.BRANCH and .head.repo.full_name == env.GITHUB_REPOSITORY) | .number' | head -n 1)
if [ -z "$number" ]; then
  jq --raw-output '"Dari formulir #\(.nomor), diisi oleh `\(.pengirim)`."' "$answer" > "$1/isi.md"
  number=$(gh api "$repository/pulls" -f title="$title" -f head="$BRANCH" -f base=main -F body=@"$1/isi.md" --jq .number)
fi
printf '%s\n' "$number"
