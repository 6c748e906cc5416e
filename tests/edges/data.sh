#!/bin/sh
# SPDX-License-Identifier: MIT
# A site's own data: a rule set that lies beside ours is a word like ours.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"

mkdir -p site/rules
cat >site/rules/ward.yaml <<'RULES'
name: ward
version: 1
title: Three on one side
chart: run
order: [shift]
shift:
  length: 3
conflict: first-rule
RULES
printf 'date,value\n2024-01-01,5\n2024-01-08,6\n2024-01-15,9\n2024-01-22,9\n2024-01-29,9\n2024-02-05,1\n' >wait.csv

expect 'a rule set that nobody has is refused' 2 "$(status "$BIN/measure" analyse --series wait.csv --rules ward)"
expect_in 'and those there are named' 'nhs' "$(cat err)"
export THRIVE_DATA="$WORK/site"
expect_in 'help offers the own one' 'ward' "$("$BIN/measure" analyse --help)"
expect '--rules takes it' 0 "$(status "$BIN/measure" analyse --series wait.csv --rules ward -f json)"
expect_in 'and reads by it' '"name": "ward"' "$(cat out)"
expect_in 'its shift is three points' '"shift"' "$(cat out)"

"$BIN/thrive" init plan >/dev/null 2>&1
cp wait.csv plan/data/wait.csv
cat >plan/measures.yaml <<'PROJECT'
measures:
  wait:
    name: Wait
    type: outcome
    data: data/wait.csv
    rules: ward
PROJECT
expect "a project names it under 'rules:'" 0 "$(status "$BIN/measure" analyse --measure wait -f json plan)"
expect_in 'and is read by it' '"name": "ward"' "$(cat out)"
unset THRIVE_DATA
expect 'without the data the word is unknown' 2 "$(status "$BIN/measure" analyse --measure wait plan)"
expect_in 'and the place is named' 'measures.yaml:6:' "$(cat err)"

finish
