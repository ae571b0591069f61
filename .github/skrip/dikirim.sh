#!/usr/bin/env bash
# Prints when a proposal was handed in, by the clock of the forge: when it left draft, else when it was made.
set -euo pipefail
proposal="repos/$GITHUB_REPOSITORY"
ready=$(gh api --paginate "$proposal/issues/$1/timeline" --jq '.[] | select(.event == "ready_for_review") | .created_at')
if [ -n "$ready" ]; then
  printf '%s\n' "$ready" | tail -n 1
else
  gh api "$proposal/pulls/$1" --jq .created_at
fi
