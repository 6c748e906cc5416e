#!/bin/sh
# SPDX-License-Identifier: MIT
# One project, one report: the map, the assessment, the priorities, the gap sheets, the charts and the PDSA ramps, as
# report.md and report.html with the pictures beside them. Yours to copy and change: each step is one tool, and can be
# run by itself.
#
#   report.sh [--as-of DATE] [PROJECT [FOLDER]]
#
# PROJECT is a project file or folder; Thornmere when left out. FOLDER is where the report goes; thrive-report in the
# current folder when left out. What an earlier run left there is replaced. The project itself is only read.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

stop() {
  echo "report.sh: $*" >&2
  exit 2
}

as_of=
case ${1-} in
  -h | --help) sed -n '3,10s/^# \{0,1\}//p' "$0"; exit 0 ;;
  --as-of) [ $# -ge 2 ] || stop "--as-of needs a date"; as_of=$2; shift 2 ;;
  --as-of=*) as_of=${1#--as-of=}; shift ;;
  -?*) stop "there is no option $1; see report.sh --help" ;;
esac
[ $# -le 2 ] || stop "a project and a folder are all it takes; see report.sh --help"
project=${1:-$here/thornmere}
folder=${2:-thrive-report}

# Thornmere's story stops in March 2025; seen from today every cycle in it would be years late.
if [ -z "$as_of" ]; then
  case $project in
    thornmere | */thornmere | */thornmere/) as_of=2025-03-19 ;;
    *) as_of=$(date +%Y-%m-%d) ;;
  esac
fi

# The tools on the PATH, else the ones built beside this folder. `thrive NAME` runs the tool NAME, wherever it is and
# whatever it is called there.
command -v thrive >/dev/null || PATH=$here/../build:$PATH
command -v thrive >/dev/null || stop "there is no 'thrive' on the PATH and none in $here/../build: build the tools first"

# Findings are worth knowing and no reason to stop. A project that cannot be read is: then every tool would say so.
thrive check --as-of "$as_of" "$project" >&2 || [ $? -eq 1 ] || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
thrive show "$project" 2>/dev/null >"$work/project.json" || stop "no report while the project has errors"

# The pictures of an earlier run go; nothing else in the folder is touched.
mkdir -p "$folder"
for name in map findings assessment priorities gaps measures ramps; do
  rm -f "$folder/$name"-[0-9].svg "$folder/$name"-[0-9][0-9].svg
done

# section NAME KEY TITLE TOOL COMMAND [OPTION...]: makes one part of the report in both forms, if the project has the
# section KEY. Findings (status 1) belong into the part. What cannot be made is said here and there, and remembered.
section() {
  name=$1 key=$2 title=$3
  shift 3
  missing=
  if ! grep -q "^  \"$key\":" "$work/project.json"; then
    missing="Not in this project yet."
  elif thrive "$@" -f markdown --part -o "$folder/$name.md" "$project" 2>"$work/said" || [ $? -eq 1 ]; then
    cat "$work/said" >&2
    thrive "$@" -f html --part -o "$work/$name.html" "$project" 2>/dev/null || [ $? -eq 1 ] || stop "no page for '$title'"
  else
    cat "$work/said" >&2
    missing="This part could not be made."
    status=2
  fi
  if [ -n "$missing" ]; then
    printf '## %s\n\n%s\n' "$title" "$missing" >"$folder/$name.md"
    printf '<section>\n<h2>%s</h2>\n<p>%s</p>\n</section>\n' "$title" "$missing" >"$work/$name.html"
  fi
  {
    cat "$folder/$name.md"
    echo
  } >>"$work/report.md"
  rm -f "$folder/$name.md"
  parts="$parts $name"
}

status=0
name_of_project=$(sed -n 's/^    "name": "\(.*\)",\{0,1\}$/\1/p' "$work/project.json" | sed 's/\\\(.\)/\1/g; 1q')
parts=
printf '# %s\n\nAs of %s.\n\n' "$(printf '%s' "$name_of_project" | sed 's/[][\\`*_<>&#|]/\\&/g')" "$as_of" >"$work/report.md"

section map pathways "The map" pathway-map draw
section findings pathways "What the map shows" pathway-map analyse
section assessment assessments "How THRIVE-like we are" assess score
section priorities priorities "The priorities" prioritise consensus
section gaps gaps "The gaps" gap sheet
section measures measures "The measures" measure chart --all
section ramps ramps "The PDSA ramps" pdsa list --as-of "$as_of"

# The same parts in one page that needs nothing else: the pictures are inside it.
mv -f "$work/report.md" "$folder/report.md"
set --
for name in $parts; do set -- "$@" "$work/$name.html"; done
thrive bind --title "$name_of_project" --subtitle "As of $as_of" -o "$folder/report.html" "$@"

echo "$folder/report.md"
echo "$folder/report.html"
exit "$status"
