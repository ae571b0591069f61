#!/usr/bin/env bash
# Makes a proposal of what `sakipgen formulir usulkan` changed: usulkan.sh ANSWER-FOLDER. A form that is edited changes the
# proposal it became, or closes it where it now speaks of another unit or period. A branch or a proposal of that name that
# somebody else made or wrote on is not taken over. Prints the number of the proposal.
set -euo pipefail
answer=$1/usulan.json
export BRANCH FORM AKUN_FORMULIR=${AKUN_FORMULIR:-github-actions[bot]}
BRANCH=$(jq --raw-output .cabang "$answer")
FORM=formulir/$(jq --raw-output .nomor "$answer")-
title=$(jq --raw-output .judul "$answer")
email=${SUREL_FORMULIR:-41898282+github-actions[bot]@users.noreply.github.com}
repository="repos/$GITHUB_REPOSITORY"

gh auth setup-git
old=$(git ls-remote origin "refs/heads/$BRANCH" | cut --fields=1)
if [ -n "$old" ]; then
  git fetch --quiet origin "refs/heads/$BRANCH"
  if git log --no-merges --format=%ae "$old" --not origin/main | grep --invert-match --line-regexp --fixed-strings "$email" >&2; then
    echo "$BRANCH holds what somebody else wrote" >&2
    exit 1
  fi
fi

jq --raw-output '.berkas[]' "$answer" | git add --pathspec-from-file=-
jq --raw-output .pesan "$answer" \
  | git -c user.name="$AKUN_FORMULIR" -c user.email="$email" commit --quiet --cleanup=verbatim --file=-
git push --quiet --force-with-lease="refs/heads/$BRANCH:$old" origin "HEAD:refs/heads/$BRANCH"

gh api --paginate "$repository/pulls?state=open&per_page=100" --jq '.[]
  | select(.user.login == env.AKUN_FORMULIR and .base.ref == "main" and .head.repo.full_name == env.GITHUB_REPOSITORY)
  | select(.head.ref | startswith(env.FORM)) | "\(.number)\t\(.head.ref)"' > "$1/terbuka.tsv"
number=$(awk -F '\t' '$2 == ENVIRON["BRANCH"] { print $1; exit }' "$1/terbuka.tsv")
if [ -z "$number" ]; then
  jq --raw-output '"Dari formulir #\(.nomor), diisi oleh `\(.pengirim)`."' "$answer" > "$1/isi.md"
  number=$(gh api "$repository/pulls" -f title="$title" -f head="$BRANCH" -f base=main -F body=@"$1/isi.md" --jq .number)
fi
awk -F '\t' '$2 != ENVIRON["BRANCH"] { print $1 }' "$1/terbuka.tsv" | while IFS= read -r other; do
  gh api "$repository/issues/$other/comments" -f body="Formulirnya diubah; usulan penggantinya #$number." --silent
  gh api --method PATCH "$repository/pulls/$other" -f state=closed --silent
done
printf '%s\n' "$number"
