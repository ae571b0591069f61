#!/usr/bin/env bash
# Prints who hands in a proposal: pengirim.sh FOLDER BASE REVISION AUTHOR. The author is the forge's word. Where the author is
# the robot that turns forms into proposals, it is whom the robot wrote into its revisions; if they do not all name the same
# person, it stays the robot, which may change nothing. A merge of main into the proposal, as the forge's button makes it, names
# nobody and is not asked.
set -euo pipefail
author=$4
if [ "$author" = "${AKUN_FORMULIR:-github-actions[bot]}" ]; then
  named=$(git -C "$1" log --no-merges --format='%(trailers:key=Dikirim-oleh,valueonly,separator=%x2C)' "$2..$3" | sort --unique)
  if [ -n "$named" ] && [ "$(wc -l <<< "$named")" = 1 ]; then author=$named; fi
fi
printf '%s\n' "$author"
