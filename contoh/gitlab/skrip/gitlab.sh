#!/usr/bin/env bash
# What the jobs of .gitlab-ci.yml ask of GitLab's API, with the token of the robot's account: gitlab.sh VERB …
set -euo pipefail
api="$CI_API_V4_URL/projects/$CI_PROJECT_ID"
push="https://oauth2:$TOKEN_ROBOT@${CI_PROJECT_URL#https://}.git"
export AKUN_ROBOT

call() { # METHOD PATH [CURL-OPTIONS…]
  local method=$1 path=$2
  shift 2
  curl --fail --silent --show-error --header "PRIVATE-TOKEN: $TOKEN_ROBOT" --request "$method" "$@" "$api/$path"
}

pages() { # PATH: all pages of a list, as one list
  local page=1 answer
  while :; do
    answer=$(call GET "$1$([ "${1#*\?}" = "$1" ] && echo '?' || echo '&')per_page=100&page=$page") || exit 1
    if [ "$(jq length <<< "$answer")" = 0 ]; then break; fi
    printf '%s\n' "$answer"
    page=$((page + 1))
  done | jq --slurp 'add // []'
}

author() { call GET "merge_requests/$1" | jq --raw-output .author.username; }

sender() { # IID BASE REVISION: see .github/skrip/pengirim.sh
  local author named
  author=$(author "$1")
  if [ "$author" = "$AKUN_ROBOT" ]; then
    named=$(git log --no-merges --format='%(trailers:key=Dikirim-oleh,valueonly,separator=%x2C)' "$2..$3" | sort --unique)
    if [ -n "$named" ] && [ "$(wc -l <<< "$named")" = 1 ]; then author=$named; fi
  fi
  printf '%s\n' "$author"
}

handed_in() { # IID: when it was first handed in: see .github/skrip/dikirim.sh
  local ready
  ready=$(pages "merge_requests/$1/notes?sort=asc&order_by=created_at" \
    | jq --raw-output 'map(select(.system and (.body | test("^marked this merge request as \\*\\*(draft|ready)\\*\\*"))))
      | first // empty | select(.body | test("ready")) | .created_at')
  if [ -n "$ready" ]; then printf '%s\n' "$ready"; else call GET "merge_requests/$1" | jq --raw-output .created_at; fi
}

note() { # merge_requests|issues IID FILE: the one comment of a kind, found by its mark and its author
  local old mark
  mark=$(head -n 1 "$3")
  old=$(pages "$1/$2/notes" | jq --raw-output --arg mark "$mark" \
    'map(select(.author.username == env.AKUN_ROBOT and (.body | startswith($mark)))) | first // {} | .id // empty')
  call "$([ -n "$old" ] && echo PUT || echo POST)" "$1/$2/notes${old:+/$old}" --data-urlencode body@"$3" > /dev/null
}

form() { # EVENT: is it one, and says what the issue says now? Every issue starts the webhook, and an old run may be started again
  local said now
  jq --exit-status '(.object_attributes.action | IN("open", "update"))
    and (any((.object_attributes.labels // .labels)[]?.title; startswith("formulir/"))
      or (.object_attributes.description // "" | contains("<!-- sakipgen:formulir ")))' "$1" > /dev/null
  said=$(jq .object_attributes.description "$1")
  now=$(call GET "issues/$(jq .object_attributes.iid "$1")" | jq .description)
  [ "$now" = "$said" ]
}

attachments() { # FILE FOLDER: see .github/skrip/lampiran.sh; GitLab keeps them on its own host
  local number=0 address
  mkdir -p "$2"
  while IFS= read -r address; do
    number=$((number + 1))
    curl --fail --silent --show-error --proto '=https' --max-time 60 --max-filesize 2097152 \
      --output "$2/$number.xlsx" -- "$address" || rm -f "$2/$number.xlsx"
  done < "$1"
}

propose() { # EVENT ANSWER-FOLDER: the proposal of a form, and the answer to its sender
  local issue branch old others iid robot="$AKUN_ROBOT@noreply.$CI_SERVER_HOST"
  issue=$(jq .object_attributes.iid "$1")
  if [ -e "$2/usulan.json" ]; then
    branch=$(jq --raw-output .cabang "$2/usulan.json")
    jq --raw-output '.berkas[]' "$2/usulan.json" | git add --pathspec-from-file=-
    jq --raw-output .pesan "$2/usulan.json" | git -c user.name="$AKUN_ROBOT" -c user.email="$robot" \
      commit --quiet --cleanup=verbatim --file=-
    old=$(git ls-remote "$push" "refs/heads/$branch")
    if [ -n "$old" ]; then
      git fetch --quiet "$push" "refs/heads/$branch"
      others=$(git log --no-merges --format=%ae HEAD..FETCH_HEAD | grep --invert-match --line-regexp --fixed-strings "$robot" || true)
      if [ -n "$others" ]; then echo "$branch holds what somebody else wrote" >&2; exit 1; fi
    fi
    git push --quiet --force-with-lease="refs/heads/$branch:${old%%[[:space:]]*}" "$push" "HEAD:refs/heads/$branch"
    pages "merge_requests?state=opened&target_branch=main" \
      | jq --raw-output '.[] | select(.author.username == env.AKUN_ROBOT) | [.iid, .source_branch] | @tsv' > "$2/usulan.tsv"
    iid=$(awk -F '\t' -v branch="$branch" '$2 == branch { print $1 }' "$2/usulan.tsv")
    awk -F '\t' -v branch="$branch" -v form="formulir/$issue-" 'index($2, form) == 1 && $2 != branch { print $1 }' \
      "$2/usulan.tsv" | while IFS= read -r old; do # the form named another unit or period before
        call PUT "merge_requests/$old" --data state_event=close > /dev/null
      done
    if [ -z "$iid" ]; then
      iid=$(call POST merge_requests --data-urlencode source_branch="$branch" --data target_branch=main \
        --data-urlencode title="$(jq --raw-output .judul "$2/usulan.json")" | jq .iid)
    fi
    printf '\nUsulannya: !%s.\n' "$iid" >> "$2/pesan.md"
  fi
  note issues "$issue" "$2/pesan.md"
}

not_proposed() { # EVENT ANSWER-FOLDER
  sed --in-place 1q "$2/pesan.md" # its mark
  echo 'Formulir ini sudah terbaca, tetapi belum berhasil diajukan. Hubungi Tim SAKIP.' >> "$2/pesan.md"
  note issues "$(jq .object_attributes.iid "$1")" "$2/pesan.md"
}

trail() { # FOLDER: the branch on which the trail is kept
  if git ls-remote --exit-code --quiet "$push" refs/heads/tinjauan > /dev/null; then
    git clone --quiet --single-branch --branch tinjauan "$push" "$1"
  else
    git init --quiet --initial-branch=tinjauan "$1"
  fi
}

record_one() { # FOLDER IID
  local answers name path form
  answers=$(mktemp -d)
  call GET "merge_requests/$2" > "$answers/usulan.json"
  call GET "merge_requests/$2/approvals" > "$answers/persetujuan.json"
  while IFS=' ' read -r name path; do pages "merge_requests/$2/$path" > "$answers/$name.json"; done << 'NAMES'
revisi commits
berkas diffs
versi versions
peristiwa notes
status pipelines
NAMES
  pages "deployments?environment=produksi&order_by=id&sort=desc&status=success" > "$answers/penerbitan.json"
  form=$(jq --raw-output 'first(.[].message // empty | capture("(^|\\n)Formulir: #(?<nomor>[0-9]{1,9})(\\n|$)").nomor)' "$answers/revisi.json")
  if [ -n "$form" ] && ! call GET "issues/$form" > "$answers/formulir.json" 2> "$answers/galat"; then
    rm "$answers/formulir.json"
    grep --quiet 404 "$answers/galat" || { cat "$answers/galat" >&2; exit 1; } # no such form
  fi
  .venv/bin/sakipgen usulan rekam --forge gitlab --dari "$answers" --ke "$1"
}

record() { # FOLDER IID…: see .github/skrip/rekam.sh; one that cannot be recorded does not stop the others
  local folder=$1 iid
  shift
  for iid in "$@"; do
    "$0" catat "$folder" "$iid" || echo "!$iid is not recorded; the audit holds it back if it was merged" >&2
  done
  git -C "$folder" add --all
  if ! git -C "$folder" rev-parse --quiet --verify HEAD > /dev/null || ! git -C "$folder" diff --cached --quiet; then
    git -C "$folder" -c user.name="$AKUN_ROBOT" -c user.email="$AKUN_ROBOT@noreply.$CI_SERVER_HOST" \
      commit --quiet --allow-empty --message="Catatan usulan: $*"
    git -C "$folder" push --quiet "$push" HEAD:refs/heads/tinjauan
  fi
}

changed() { # FOLDER: proposals that changed since the day before the last record, which others may have overtaken
  local since
  since=$(git -C "$1" log -1 --format=%ct || echo 86400)
  since=$(jq --null-input --raw-output "$since - 86400 | todate")
  pages "merge_requests?state=all&target_branch=main&updated_after=$since" | jq '.[].iid'
}

publish_news() { # FOLDER: records that proposals were published, and writes so on them
  local iid merge merged numbers=()
  trail "$1"
  merged=$(find "$1" -path '*/.git' -prune -o -name '*.json' -exec jq --raw-output \
    'select(.gabungan != null and ([.peristiwa[].keadaan] | index("terbit") | not)) | "\(.nomor)\t\(.gabungan)"' {} +)
  while IFS=$'\t' read -r iid merge; do
    if [ -n "$iid" ] && git merge-base --is-ancestor "$merge" "$CI_COMMIT_SHA"; then numbers+=("$iid"); fi
  done <<< "$merged"
  record "$1" "${numbers[@]}"
  printf '<!-- sakipgen:terbit v1 -->\nSudah terbit: %s\n' "$CI_PAGES_URL" > terbit.md
  for iid in "${numbers[@]}"; do note merge_requests "$iid" terbit.md; done
}

issue() { # LABEL TITLE FILE: one open issue, kept up to date
  local iid
  iid=$(pages "issues?state=opened&labels=$1" | jq --arg title "$2" \
    'map(select(.title == $title and .author.username == env.AKUN_ROBOT)) | first // {} | .iid // empty')
  call "$([ -n "$iid" ] && echo PUT || echo POST)" "issues${iid:+/$iid}" --data-urlencode title="$2" --data labels="$1" \
    --data-urlencode description@"$3" > /dev/null
}

incident() { # FILE: what the audit found, if it came so far
  [ -s "$1" ] || printf 'Penerbitan berhenti sebelum pemeriksaan ulang selesai. Yang gagal: %s\n' "$CI_PIPELINE_URL" > "$1"
  printf '\nLangkahnya ada pada panduan administrator, bagian “Bila penerbitan ditahan”.\n' >> "$1"
  issue insiden 'Penerbitan ditahan' "$1"
}

remind() { # FOLDER: see .github/skrip/pengingat.sh
  local title file iid
  jq --raw-output '.pengingat[] | [.judul, .berkas.isu] | @tsv' "$1/pengingat.json" | while IFS=$'\t' read -r title file; do
    issue pengingat "$title" "$1/$file"
  done
  pages "issues?state=opened&labels=pengingat" \
    | jq --raw-output '.[] | select(.author.username == env.AKUN_ROBOT) | [.iid, .title] | @tsv' \
    | while IFS=$'\t' read -r iid title; do
      if ! jq --exit-status --arg title "$title" 'any(.pengingat[]; .judul == $title)' "$1/pengingat.json" > /dev/null; then
        call PUT "issues/$iid" --data state_event=close > /dev/null
      fi
    done
}

archive() { # FOLDER: see .github/skrip/arsip.sh; archives before it lie in the package registry
  local started=${CI_COMMIT_TAG:-} before name made file options=()
  started=${started#periode/}
  local period=${PERIODE:-${started%-koreksi-*}}
  before=$(git tag --list 'periode/*' --sort=-creatordate | grep --invert-match --line-regexp "periode/$started" | head -n 1 || true)
  if [ -n "$before" ]; then
    name=${before#periode/}
    mkdir -p "$1/$name"
    for file in arsip.json SEBELUMNYA SHA256SUMS; do
      call GET "packages/generic/arsip/$name/$file" > "$1/$name/$file"
    done
    options+=(--sebelumnya "$1/$name")
  fi
  .venv/bin/sakipgen arsip "$period" --ke "$1" --pesan-tag "$1/pesan.txt" "${options[@]}"
  made=$(find "$1" -mindepth 1 -maxdepth 1 -type d ! -name "${name:-}" -printf '%f\n')
  if [ -z "$started" ]; then
    git -c user.name="$AKUN_ROBOT" -c user.email="$AKUN_ROBOT@noreply.$CI_SERVER_HOST" \
      tag --annotate --cleanup=verbatim --file="$1/pesan.txt" "periode/$made"
    git push --quiet "$push" "refs/tags/periode/$made"
  fi
  for file in "$1/$made"/*; do
    call PUT "packages/generic/arsip/$made/$(basename "$file")" --upload-file "$file" > /dev/null
  done
}

case $1 in
  pengirim) sender "$2" "$3" "$4" ;;
  dikirim) handed_in "$2" ;;
  komentar) note "$2" "$3" "$4" ;;
  formulir) form "$2" ;;
  lampiran) attachments "$2" "$3" ;;
  usulkan)
    propose "$2" "$3" & # apart, so that its sender is told where it fails
    wait $! || { not_proposed "$2" "$3"; exit 1; } ;;
  rekam)
    trail "$2"
    changed "$2" > numbers.txt
    mapfile -t numbers < numbers.txt
    record "$2" "${numbers[@]}" ;;
  catat) record_one "$2" "$3" ;;
  kabar) publish_news "$2" ;;
  insiden) incident "$2" ;;
  pengingat) remind "$2" ;;
  arsip) archive "$2" ;;
  *) echo "gitlab.sh knows no $1" >&2; exit 2 ;;
esac
