#!/usr/bin/env bash
# Brings the attachments of a form: lampiran.sh FILE FOLDER. Each line of the file is an address that `sakipgen formulir
# lampiran` allows; the first becomes 1.xlsx. What is larger than 2 MiB, slow, or ends elsewhere than where the forge keeps
# attachments is left out, and the form is then answered as one without it.
set -euo pipefail
host=${GITHUB_SERVER_URL#https://}
number=0
mkdir -p "$2"
while IFS= read -r address; do
  number=$((number + 1))
  file=$2/$number.xlsx
  from=$(curl --fail --silent --show-error --location --proto '=https' --max-redirs 2 --max-time 60 \
    --max-filesize 2097152 --output "$file" --write-out '%{url_effective}' -- "$address") || from=
  from=${from#https://}
  case ${from%%/*} in
    "$host" | *.githubusercontent.com | github-production-*.s3.amazonaws.com) ;;
    *) rm -f "$file" ;;
  esac
done < "$1"
