#!/bin/sh
# SPDX-License-Identifier: MIT
# What is said has happened, what was told is remembered, and nothing that never ends is waited for.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"

figures() { # figures FILE: thirty weeks, the last eight of them high
  {
    echo date,value
    seq 0 29 | while read -r week; do
      day=$(date -d "2024-01-01 + $((week * 7)) days" +%Y-%m-%d)
      if [ "$week" -lt 22 ]; then echo "$day,$((50 + week % 3))"; else echo "$day,$((90 + week % 3))"; fi
    done
  } >"$1"
}
plan() { # plan FOLDER: a project with two measures
  mkdir -p "$1/data"
  figures "$1/data/a.csv"
  figures "$1/data/b.csv"
  printf 'thrive: 1\nproject: {name: Saved}\nmeasures:\n' >"$1/thrive.yaml"
  for measure in a b; do
    printf '  %s: {name: %s, unit: days, better: lower, data: data/%s.csv, baseline: {points: 20}}\n' \
      "$measure" "$measure" "$measure" >>"$1/thrive.yaml"
  done
}
plan north
plan south

# An import says what it did once it is saved.
printf 'date,value\n' >more.csv
seq 0 99 | while read -r week; do
  echo "$(date -d "2010-01-04 + $((week * 7)) days" +%Y-%m-%d),5" >>more.csv
done
before=$(cat north/data/a.csv)
(ulimit -f 1 && "$BIN/measure" import --measure a --from more.csv north >out 2>err)
expect 'an import that finds no room ends so' 2 $?
expect 'and says nothing of what it added' '' "$(grep added err)"
expect_in 'but why it did not' '[cannot-write]' "$(cat err)"
expect 'the figures are the old ones' "$before" "$(cat north/data/a.csv)"
expect 'with room it is done' 0 "$(status "$BIN/measure" import --measure a --from more.csv north)"
expect_in 'and said' '100 added' "$(cat err)"
figures north/data/a.csv

# Signals are told once, whatever a run looks at and however it names it.
signals() { "$BIN/measure" signals --state state "$@" | wc -l; }
first=$(signals north)
expect 'north has signals' yes "$([ "$first" -gt 0 ] && echo yes)"
signals south >/dev/null
expect 'another project makes nothing be forgotten' 0 "$(signals north)"
expect 'nor does a slash behind the name' 0 "$(signals north/)"
expect 'nor the file instead of the folder' 0 "$(signals north/thrive.yaml)"
expect 'nor another way to it' 0 "$(cd north && "$BIN/measure" signals --state ../state | wc -l)"
signals --measure a north >/dev/null
expect 'nor one measure alone' 0 "$(signals north south)"
rm state
for project in north south; do
  for measure in a b; do "$BIN/measure" signals --state state --measure $measure $project >/dev/null & done
done
wait
expect 'runs at the same time keep all' 0 "$(signals north south)"
mv north/data/b.csv kept.csv
signals north >/dev/null 2>&1
mv kept.csv north/data/b.csv
expect 'nor does a missing file' 0 "$(signals north)"
head -1 state >old
sed -n 's|^[^\t#]*/\(north\t.*\)|\1|p' state >>old && mv old state
expect 'a file of version 1.0.0 is understood' 0 "$(signals north)"

# A missing data file stops nothing but its measure.
rm north/data/b.csv
expect 'list goes on' 0 "$(status "$BIN/measure" list --as-of 2024-08-01 north)"
expect_in 'with what there is' 'a  ' "$(cat out)"
expect_in 'and a warning' '.gitignore' "$(cat err)"
expect 'charts go on' 0 "$(status "$BIN/measure" chart --all -o charts.html north)"
expect 'JSON of the others is whole' 0 "$("$BIN/measure" analyse -f json north 2>err | python3 -m json.tool >out; echo $?)"
expect 'alone it is trouble' 2 "$(status "$BIN/measure" analyse --measure b north)"

# Pipes and devices end at once, wherever a file is read.
mkfifo pipe
ln -s ../../pipe north/data/b.csv
for command in "measure import --measure a --from pipe north" "measure analyse --series pipe" "thrive check pipe" \
  "measure list north" "measure analyse --series /dev/zero"; do
  # shellcheck disable=SC2086
  expect "'$command' does not wait" 2 "$(cd "$WORK" && status timeout 20 "$BIN/"$command)"
done
expect 'nor does a check' 1 "$(status timeout 20 "$BIN/thrive" check north)"
rm north/data/b.csv && mkfifo north/part.yaml
expect 'nor a part that is a pipe' 2 "$(status timeout 20 "$BIN/thrive" check north)"
rm north/part.yaml
expect 'what the shell has open is read' 0 \
  "$(printf 'date,value\n2025-01-06,4\n' | status "$BIN/measure" import -n --measure a --from /dev/stdin north)"

# Previews cannot drive the terminal.
printf 'date,value,note\n2025-01-06,4,a\033[31mb\n' >odd.csv
printf 'date,value,note\n2024-01-01,4,c\n' >north/data/a.csv
"$BIN/measure" import -n --measure a --from odd.csv north >out 2>err
expect 'no escape in a preview' 0 "$(tr -dc '\033' <out | wc -c)"
"$BIN/measure" import --measure a --from odd.csv north 2>err
sed -i 's/name: a,/name: "x\xe2\x80\xaey",/' north/thrive.yaml
expect 'no override of direction in JSON' '' "$("$BIN/thrive" show north | grep "$(printf '\342\200\256')")"
expect_in 'but its number' '\u202e' "$("$BIN/thrive" show north)"

finish
