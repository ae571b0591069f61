#!/usr/bin/env bash
# Keeps one open issue up to date: isu.sh LABEL TITLE FILE. Found by label, title and author: one that somebody else wrote is
# none of ours. Prints its number.
set -euo pipefail
export TITLE=$2 ROBOT=${ROBOT:-github-actions[bot]}
issues="repos/$GITHUB_REPOSITORY/issues"
number=$(gh api --paginate "$issues?state=open&labels=$1&per_page=100" \
  --jq '.[] | select(.title == env.TITLE and .user.login == env.ROBOT and .pull_request == null) | .number' | head -n 1)
if [ -n "$number" ]; then
  gh api --method PATCH "$issues/$number" -F body=@"$3" --silent
else
  number=$(gh api "$issues" -f title="$TITLE" -F body=@"$3" --jq .number)
  gh api "$issues/$number/labels" -f "labels[]=$1" --silent
fi
printf '%s\n' "$number"
