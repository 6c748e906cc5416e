#!/bin/sh
# SPDX-License-Identifier: MIT
# A night's extract: the report of waits beside it, the weekly figures into the project, and the project into git. Yours
# to copy and change, and to be started by cron. Shards of one extract are counted at once by GNU parallel and merged.
#
#   waits.sh --as-of DATE PROJECT FOLDER EXTRACT...
#
# PROJECT is a folder, in a git repository if the figures are to be committed. FOLDER, outside of it, gets waits.html.
# Several EXTRACTs are the shards of one: each has the heading, and all referrals of one person are in the same.
set -eu

stop() {
  echo "waits.sh: $*" >&2
  exit 2
}

case ${1-} in
  -h | --help) sed -n '3,9s/^# \{0,1\}//p' "$0"; exit 0 ;;
  --as-of) [ $# -ge 5 ] || stop "see waits.sh --help"; as_of=$2; shift 2 ;;
  *) stop "the day of the extract comes first: --as-of DATE; see waits.sh --help" ;;
esac
project=$1 folder=$2
shift 2
[ -d "$project" ] || stop "$project is not a folder"
for extract; do [ -r "$extract" ] || stop "$extract cannot be read"; done
mkdir -p "$folder"

# The counts of a shard are about people as much as its rows: nobody else may read them, and they go in any case.
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

# Status 1 means that many rows are at fault: worth a look, and no reason to stop.
if [ $# -eq 1 ]; then
  measure waits --from "$1" --as-of "$as_of" -f html -o "$folder/waits.html" "$project" || [ $? -eq 1 ] || exit 2
else
  command -v parallel >/dev/null || stop "there is no GNU parallel: apt install parallel"
  parallel --will-cite measure waits --partial --from {} --as-of "$as_of" --max-faults 100 -o "$work/{#}.csv" "$project" \
    ::: "$@" || stop "a shard could not be counted"
  measure waits --merge "$work"/*.csv -f html -o "$folder/waits.html" "$project" || [ $? -eq 1 ] || exit 2
fi

# The weekly figures need the extract as one; the shards pass through a pipe and are written nowhere.
{
  awk 1 "$1"
  shift
  for extract; do awk 'FNR > 1' "$extract"; done
} | measure compute --from - --as-of "$as_of" "$project" || [ $? -eq 1 ] || exit 2

# Only figures that changed make a commit; nothing of the extract is in the project.
if git -C "$project" rev-parse --is-inside-work-tree >/dev/null 2>&1; then
  git -C "$project" add -A -- data
  git -C "$project" diff --cached --quiet -- data || git -C "$project" commit -q -m "Weekly figures, as of $as_of" -- data
fi
