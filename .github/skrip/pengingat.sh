#!/usr/bin/env bash
# Brings the issues that remind units up to date: pengingat.sh FOLDER, which `sakipgen pengingat` wrote. One whose report came
# in, or whose period was closed, is closed.
set -euo pipefail
export ROBOT=${ROBOT:-github-actions[bot]}
issues="repos/$GITHUB_REPOSITORY/issues"

jq --raw-output '.pengingat[] | [.judul, .berkas.isu] | @tsv' "$1/pengingat.json" | while IFS=$'\t' read -r title file; do
  .github/skrip/isu.sh pengingat "$title" "$1/$file"
done

open='.[] | select(.user.login == env.ROBOT and .pull_request == null) | [.number, .title] | @tsv'
gh api --paginate "$issues?state=open&labels=pengingat&per_page=100" --jq "$open" | while IFS=$'\t' read -r number title; do
  if ! jq --exit-status --arg title "$title" 'any(.pengingat[]; .judul == $title)' "$1/pengingat.json" > /dev/null; then
    gh api "$issues/$number/comments" -f body='Laporannya sudah masuk, atau periodenya sudah ditutup.' --silent
    gh api --method PATCH "$issues/$number" -f state=closed --silent
  fi
done
