#!/usr/bin/env bash
# Makes a proposal of what `sakipgen formulir usulkan` changed: usulkan.sh ANSWER-FOLDER. A form that is edited
# changes the proposal it became. Prints the number of the proposal.
set -euo pipefail
answer=$1/usulan.json
branch=$(jq --raw-output .cabang "$answer")
title=$(jq --raw-output .judul "$answer")
repository="repos/$GITHUB_REPOSITORY"

jq --raw-output '.berkas[]' "$answer" | git add --pathspec-from-file=-
jq --raw-output .pesan "$answer" \
  | git -c user.name="${AKUN_FORMULIR:-github-actions[bot]}" \
    -c user.email="${SUREL_FORMULIR:-41898282+github-actions[bot]@users.noreply.github.com}" \
    commit --quiet --cleanup=verbatim --file=-
gh auth setup-git
git push --quiet --force origin "HEAD:refs/heads/$branch"

number=$(gh api "$repository/pulls?state=open&head=${GITHUB_REPOSITORY%%/*}:$branch" --jq '.[0].number // empty')
if [ -z "$number" ]; then
  jq --raw-output '"Dari formulir #\(.nomor), diisi oleh `\(.pengirim)`."' "$answer" > "$1/isi.md"
  number=$(gh api "$repository/pulls" -f title="$title" -f head="$branch" -f base=main -F body=@"$1/isi.md" --jq .number)
fi
printf '%s\n' "$number"
