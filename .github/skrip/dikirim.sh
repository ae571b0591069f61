#!/usr/bin/env bash
# Prints when a proposal was handed in, by the clock of the forge: when it left draft, else when it was made.
set -euo pipefail
proposal="repos/$GITHUB_REPOSITORY"
# Forgejo has drafts by title only.
left='def draft: test("^\\s*(\\[WIP\\]|WIP:|Draft:)"; "i");
  .[] | select(.event == "ready_for_review" or (.type == "change_title" and (.old_title | draft) and (.new_title | draft | not)))
  | .created_at'
ready=$(gh api --paginate "$proposal/issues/$1/timeline" --jq "$left")
if [ -n "$ready" ]; then
  printf '%s\n' "$ready" | tail -n 1
else
  gh api "$proposal/pulls/$1" --jq .created_at
fi
