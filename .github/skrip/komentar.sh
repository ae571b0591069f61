#!/usr/bin/env bash
# Writes the one comment of a kind: komentar.sh NUMBER FILE. The first line of the file is its mark. Only a comment that bears
# the mark and was written by this robot is replaced; one that somebody else wrote, mark or not, stays as it is.
set -euo pipefail
export MARK ROBOT=${ROBOT:-github-actions[bot]}
MARK=$(head -n 1 "$2")
issues="repos/$GITHUB_REPOSITORY/issues"
old=$(gh api --paginate "$issues/$1/comments" \
  --jq '.[] | select(.user.login == env.ROBOT and (.body | startswith(env.MARK))) | .id' | head -n 1)
if [ -n "$old" ]; then
  gh api --method PATCH "$issues/comments/$old" -F body=@"$2" --silent
else
  gh api "$issues/$1/comments" -F body=@"$2" --silent
fi
