#!/bin/sh
# SPDX-License-Identifier: MIT
# The words of the checks: a site's own file changes what a check says and how it ends, in every form; one that cannot be
# used is refused at its place. What a project accepts is not said until its day, by any tool.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"
for tool in thrive gap pdsa pathway-map; do
  [ -x "$BIN/$tool" ] || { echo "$tool was not built"; exit 1; }
done
checks=$(cd "$(dirname "$0")/../../libthrive/data/checks" && pwd)
cat >p.yaml <<'PROJECT'
thrive: 1
project: {name: Words}
assessments:
  first: {date: 2024-01-10, agreed: {macro-1: {score: 1}}}
priorities:
  agreed: {order: [macro-1]}
gaps:
  macro-1:
    ideal: One door
    gaps:
      - {text: Nobody to ring, voice: young-person}
PROJECT

# own AREA SCRIPT: a folder whose words for an area are the built-in ones, changed by sed.
own() {
  rm -rf own
  mkdir -p own/checks
  sed "$2" "$checks/$1.yaml" >"own/checks/$1.yaml"
}
lines() { cat out err; }

expect "built-in words: status" 1 "$(status "$BIN/gap" check p.yaml)"
expect_in "built-in words: a sentence" "p.yaml:11:9: warning: sheet 'macro-1' has no recommendation for the gap 'Nobody to ring' [gap-without-recommendation]" "$(lines)"

own gaps '/^gap-without-recommendation:/,/^$/{s/severity: warning/severity: note/;s/says: .*/says: "look at {gap} on {sheet}"/}'
export THRIVE_DATA="$PWD/own"
status "$BIN/gap" check p.yaml >/dev/null
expect_in "own words: a sentence and a severity" "p.yaml:11:9: note: look at Nobody to ring on macro-1 [gap-without-recommendation]" "$(lines)"
expect_in "own words: in JSON, with the facts" '"message": "look at Nobody to ring on macro-1"' "$("$BIN/gap" check -f json p.yaml)"
expect_in "own words: facts by name" '"gap": "Nobody to ring"' "$("$BIN/gap" check -f json p.yaml)"
expect_in "own words: explained" "look at {gap} on {sheet}" "$("$BIN/thrive" explain gap-without-recommendation)"

own gaps 's/^  severity: warning/  severity: note/'
expect "own words: nothing but notes is fine" 0 "$(status "$BIN/gap" check p.yaml)"
expect "notes count when asked" 1 "$(status "$BIN/gap" check --fail-on note p.yaml)"
own gaps '/^gap-column-empty:/,/^$/s/severity: warning/severity: error/'
expect "own words: an error" 1 "$(status "$BIN/gap" check --fail-on error p.yaml)"
unset THRIVE_DATA
expect "warnings do not count when errors are asked for" 0 "$(status "$BIN/gap" check --fail-on error p.yaml)"

# A file that cannot be used: its place is said, the command ends in trouble, and the built-in words are used.
own gaps '/^gap-without-recommendation:/,/^$/s/says: .*/says: "{gab}"/'
export THRIVE_DATA="$PWD/own"
expect "an unknown fact: status" 2 "$(status "$BIN/gap" check p.yaml)"
expect_in "an unknown fact: its place" "own/checks/gaps.yaml:" "$(cat err)"
expect_in "an unknown fact: what to do" "name 'gab', which the check does not know; did you mean 'gap'? [unknown-fact]" "$(cat err)"
expect_in "an unknown fact: the built-in words" "has no recommendation for the gap 'Nobody to ring'" "$(cat out)"
own gaps '/^no-such-gap:/,/^$/d'
expect "a code that is missing: status" 2 "$(status "$BIN/gap" check p.yaml)"
expect_in "a code that is missing" "own/checks/gaps.yaml:1:1: error: the words for 'no-such-gap' are missing" "$(cat err)"
own gaps '/^no-such-gap:/,/^$/s/severity: error/severity: note/'
expect "an error that must stay one: status" 2 "$(status "$BIN/gap" check p.yaml)"
expect_in "an error that must stay one" "error: 'no-such-gap' stays an error; " "$(cat err)"
own gaps 's/^gap-column-empty:/gap-colum-empty:/'
status "$BIN/thrive" check p.yaml >/dev/null
expect_in "check looks at all of a site's words" "no check is called 'gap-colum-empty'; did you mean 'gap-column-empty'?" "$(cat err)"
printf 'gap-column-empty: [\n' >own/checks/gaps.yaml
expect "words that are no YAML" 2 "$(status "$BIN/gap" check p.yaml)"
unset THRIVE_DATA

# What a project accepts.
cp p.yaml accepted.yaml
cat >>accepted.yaml <<'ACCEPT'
accept:
  - {code: gap-column-empty, at: gaps/macro-1, reason: a first draft, until: 2024-06-30}
  - {code: gap-without-recommendation, at: gaps/macro-1/gaps/0, reason: the board decides, until: 2024-06-30}
  - {code: unreachable-service, reason: closed soon, until: 2024-06-30}
ACCEPT
expect "accepted findings are not said" 0 "$(status "$BIN/gap" check --as-of 2024-06-30 accepted.yaml)"
expect "accepted findings: nothing else is" "" "$(lines)"
expect "from the day after they are" 1 "$(status "$BIN/gap" check --as-of 2024-07-01 accepted.yaml)"
expect_in "an acceptance that has ended is noted" "note: the acceptance of 'gap-column-empty' at 'gaps/macro-1' ended on 2024-06-30" "$(lines)"
status "$BIN/pathway-map" analyse --brief --as-of 2024-06-30 accepted.yaml >/dev/null
expect_in "an acceptance that meets nothing is noted by who looks for it" "note: 'unreachable-service' is accepted, and nothing of it is found" "$(lines)"
cat >dated.yaml <<'DATED'
thrive: 1
project: {name: Words}
pathways: {now: {agreed: 2024-05-01}}
accept:
  - {code: date-in-future, at: pathways/now, reason: the day is set, until: 2024-06-30}
DATED
expect "check: accepted" 0 "$(status "$BIN/thrive" check --as-of 2024-03-01 dated.yaml)"
expect "check: nothing is said" "" "$(lines)"
status "$BIN/thrive" check --accepted --as-of 2024-03-01 dated.yaml >/dev/null
expect "check --accepted lists them" "dated.yaml:3:26: warning: pathway 'now' was agreed on 2024-05-01, which is after 2024-03-01; accepted until 2024-06-30: the day is set [date-in-future]" "$(lines)"
sed 's/date-in-future/date-in-futur/' dated.yaml >typed.yaml
status "$BIN/thrive" check --as-of 2024-03-01 typed.yaml >/dev/null
expect_in "a code that no check has" "typed.yaml:5:12: error: no check is called 'date-in-futur'; did you mean 'date-in-future'? [unknown-code]" "$(lines)"
finish
