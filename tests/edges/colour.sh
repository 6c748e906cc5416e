#!/bin/sh
# SPDX-License-Identifier: MIT
# Colour only where somebody sees it: on a terminal that can, unless NO_COLOR or --color says otherwise; never in results.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"
[ -x "$BIN/thrive" ] || { echo "thrive was not built"; exit 1; }
printf 'thrive: 1\nproject: {name: Edge}\nservcies: {}\n' >wrong.yaml

# coloured [OPTION...]: does `thrive show` of a wrong project, at a terminal, print an escape sequence?
coloured() {
  script -qec "'$BIN/thrive' show wrong.yaml $*" /dev/null </dev/null | grep -qF "$(printf '\033')" && echo yes || echo no
}

TERM=xterm
export TERM
expect "colour on a terminal" yes "$(coloured)"
expect "no colour on a dumb terminal" no "$(TERM=dumb coloured)"
expect "no colour with NO_COLOR" no "$(NO_COLOR=1 coloured)"
expect "NO_COLOR=0 is set too" no "$(NO_COLOR=0 coloured)"
expect "an empty NO_COLOR is not set" yes "$(NO_COLOR='' coloured)"
expect "--color never" no "$(coloured --color never)"
expect "--color always wins over NO_COLOR" yes "$(NO_COLOR=1 coloured --color always)"
"$BIN/thrive" show wrong.yaml 2>err
expect "no colour in a file" "" "$(grep -F "$(printf '\033')" err)"
"$BIN/thrive" show wrong.yaml --color always 2>err
expect_in "--color always in a file" "$(printf '\033[1;31merror:\033[0m')" "$(cat err)"
"$BIN/thrive" show wrong.yaml -q >out 2>err
expect "-q leaves only the exit status" "2" "$?$(cat out err)"
a_project right.yaml
"$BIN/thrive" show right.yaml -q >out 2>err
expect "-q leaves only the exit status when all is well" "0" "$?$(cat out err)"
expect "results have no colour" "" "$("$BIN/thrive" show right.yaml --color always | grep -F "$(printf '\033')")"
finish
