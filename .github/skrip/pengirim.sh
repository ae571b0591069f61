#!/usr/bin/env bash
# Prints who hands in a proposal: pengirim.sh FOLDER REVISION AUTHOR. The author is the forge's word. Where the author is
# the robot that turns forms into proposals, it is whom the robot wrote into its revision.
set -euo pipefail
folder=$1 revision=$2 author=$3
if [ "$author" = "${ROBOT:-github-actions[bot]}" ]; then
  author=$(git -C "$folder" log -1 --format='%(trailers:key=Dikirim-oleh,valueonly,separator=%x2C)' "$revision")
fi
printf '%s\n' "$author"
