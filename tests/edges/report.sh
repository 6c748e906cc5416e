#!/bin/sh
# SPDX-License-Identifier: MIT
# examples/report.sh, the script that users copy: the whole chain on Thornmere, and what it does when something is missing.
# shellcheck source=/dev/null
tests=$(cd "$(dirname "$0")/.." && pwd)
. "$tests/edges/common.sh"
[ -x "$BIN/thrive" ] || { echo "thrive was not built"; exit 1; }
PATH=$BIN:$PATH
report=$tests/../examples/report.sh
cp -r "$tests/../examples/thornmere" .

# sums FOLDER: what is in it, byte by byte.
sums() {
  (cd "$1" && find . -type f -exec cksum {} + | sort -k 3)
}

before=$(sums thornmere)
expect "Thornmere's report is made" 0 "$(status "$report" thornmere first)"
cat err
expect "nothing is said besides the results" "" "$(cat err)"
expect "the paths are printed" "first/report.md first/report.html" "$(tr '\n' ' ' <out | sed 's/ $//')"
expect "the project is only read" "$before" "$(sums thornmere)"
for word in "What the pathway map shows" "map-falls-apart" "Priorit" "Triage huddle" \
  "Days from referral to triage decision" "Any door"; do
  expect "the Markdown report has '$word'" yes "$(grep -q "$word" first/report.md && echo yes || echo no)"
  expect "the page has '$word'" yes "$(grep -q "$word" first/report.html && echo yes || echo no)"
done
expect "no part is missing" "" "$(grep -n 'Not in this project yet\|could not be made' first/report.md)"

# Every picture that the Markdown shows is there, and every picture that is there is shown.
sed -n 's/.*!\[.*\](\([^)]*\)).*/\1/p' first/report.md | sort >shown
(cd first && ls -- *.svg) | sort >there
expect "pictures shown are pictures made" "$(cat shown)" "$(cat there)"
expect "there are a map and ten charts at least" yes "$([ "$(wc -l <there)" -ge 11 ] && echo yes || echo no)"
for picture in first/*.svg; do
  expect "$picture is well-formed" 0 "$(status python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' "$picture")"
done

expect "the page needs nothing else" "" "$(grep -o '<script[^>]*>\|<link[^>]*>\|src="http[^"]*"\|@import' first/report.html)"
expect "the page has one title" 1 "$(grep -c '<h1' first/report.html)"

cp -r first again
expect "a second run works" 0 "$(status "$report" thornmere again)"
expect "and makes the same bytes" "$(sums first)" "$(sums again)"
: >again/mine.txt
: >again/measures-77.svg
"$report" thornmere again >out 2>err
expect "an old picture goes" no "$([ -e again/measures-77.svg ] && echo yes || echo no)"
expect "what is not the report's stays" yes "$([ -e again/mine.txt ] && echo yes || echo no)"

mkdir -p "a folder/below"
cp "$tests"/../examples/minimal.* "a folder"
expect "it works from any folder, with blanks in names" 0 "$(cd "a folder/below" && status "$report" ../minimal.yaml "my report")"
expect "what the project does not have is said" 4 "$(grep -c '^Not in this project yet' "a folder/below/my report/report.md")"
expect "in the page as well" 4 "$(grep -c '<p>Not in this project yet' "a folder/below/my report/report.html")"

cat >nasty.yaml <<'PROJECT'
thrive: 1
project: {name: '<b>"A" & \B* [x](y)'}
PROJECT
expect "a nasty name" 0 "$(status "$report" nasty.yaml nasty)"
expect "is text in Markdown" "# \\<b\\>\"A\" \\& \\\\B\\* \\[x\\](y)" "$(head -n 1 nasty/report.md)"
expect "and in HTML" no "$(grep -q '<b>"A"' nasty/report.html && echo yes || echo no)"

printf 'thrive: 1\nproject: {name: Edge}\nservcies: {}\n' >wrong.yaml
expect "a project with errors stops it" 2 "$(status "$report" wrong.yaml wrong)"
expect_in "with the place of the error" "wrong.yaml:3:1: error" "$(cat err)"
expect "and nothing is half-written" no "$([ -e wrong ] && echo yes || echo no)"
expect "a project that is not there stops it" 2 "$(status "$report" nowhere wrong)"
expect "an unknown option is a mistake" 2 "$(status "$report" --wrong)"
expect "a date that is none is a mistake" 2 "$(status "$report" --as-of tomorrow thornmere wrong)"
expect "too many arguments are a mistake" 2 "$(status "$report" a b c)"
expect "--help" 0 "$(status "$report" --help)"
expect_in "--help says how" "report.sh [--as-of DATE] [PROJECT [FOLDER]]" "$(cat out)"
finish
