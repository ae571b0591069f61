#!/usr/bin/env bash
# Brings the branch `tinjauan`, on which the trail of proposals is kept, into a folder: catatan.sh FOLDER. An office that has
# none yet gets an empty one.
set -euo pipefail
address="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY"
gh auth setup-git
if git ls-remote --exit-code --quiet "$address" refs/heads/tinjauan > /dev/null; then
  git clone --quiet --single-branch --branch tinjauan "$address" "$1"
else
  git init --quiet --initial-branch=tinjauan "$1"
  git -C "$1" remote add origin "$address"
fi
