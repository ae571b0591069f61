#!/usr/bin/env bash
# Prints when a proposal was first handed in, by the clock of the forge, as its record tells it: where it was made as a draft,
# when it first left that state; else when it was made. What a later revision is worth shows in its rounds.
set -euo pipefail
proposal="repos/$GITHUB_REPOSITORY"
# Forgejo has drafts by title only.
changes='def draft: test("^\\s*(\\[WIP\\]|WIP:|Draft:)"; "i");
  .[] | if .event == "ready_for_review" then .created_at
    elif .event == "convert_to_draft" then "draft"
    elif .type == "change_title" and (.old_title | draft) != (.new_title | draft) then
      if .old_title | draft then .created_at else "draft" end
    else empty end'
gh api --paginate "$proposal/issues/$1/timeline" --jq "$changes" > "${RUNNER_TEMP:-/tmp}/perubahan-draf.txt"
first=$(head -n 1 "${RUNNER_TEMP:-/tmp}/perubahan-draf.txt")
if [ -n "$first" ] && [ "$first" != draft ]; then
  printf '%s\n' "$first"
else
  gh api "$proposal/pulls/$1" --jq .created_at
fi
