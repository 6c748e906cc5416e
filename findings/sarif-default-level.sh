#!/bin/sh
# SPDX-License-Identifier: MIT
# sarif-junit 1.1.4 (npm): a finding whose level stands with its rule passes, and one that was accepted fails.
#
# Expected: SARIF 2.1.0, 3.27.10: a result without a level has that of its rule's default configuration, and without
# one it is a warning. A result with an accepted suppression is suppressed.
# Seen: of four results, an error by its rule, a warning by default, an accepted one and one with its level written,
# the JUnit file has two failures: the accepted one and the last. The two that lean on the defaults are passed tests.
# Why it matters: it carries findings of checks into the test report of a forge. The report is green for what should
# stop it and red for what was agreed to be left.
# Stated: the README promises a conversion for "which tests are failing"; lib/parser.js looks at result.level alone.
# What is written for it must repeat the level at every result and leave out what is accepted.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
npm_packages sarif-junit@1.1.4

cat >"$place/findings.sarif" <<'END'
{"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [{
  "tool": {"driver": {"name": "check", "rules": [
    {"id": "no-way-in", "defaultConfiguration": {"level": "error"}}, {"id": "no-end"}]}},
  "results": [
    {"ruleId": "no-way-in", "message": {"text": "an error, says its rule"},
     "locations": [{"physicalLocation": {"artifactLocation": {"uri": "map.yaml"}, "region": {"startLine": 1}}}]},
    {"ruleId": "no-end", "message": {"text": "a warning by default"},
     "locations": [{"physicalLocation": {"artifactLocation": {"uri": "map.yaml"}, "region": {"startLine": 2}}}]},
    {"ruleId": "no-end", "level": "warning", "message": {"text": "accepted until May"},
     "suppressions": [{"kind": "external", "status": "accepted"}],
     "locations": [{"physicalLocation": {"artifactLocation": {"uri": "map.yaml"}, "region": {"startLine": 3}}}]},
    {"ruleId": "no-end", "level": "warning", "message": {"text": "a warning in words"},
     "locations": [{"physicalLocation": {"artifactLocation": {"uri": "map.yaml"}, "region": {"startLine": 4}}}]}
  ]}]}
END
"$place/node_modules/.bin/sarif-junit" -i "$place/findings.sarif" -o "$place/tests.xml" >/dev/null
tests() {
  sed -n -e 's/^ *<testcase .*name="\([^"]*\)".*\/>$/passed: \1/p' \
    -e 's/^ *<testcase .*name="\([^"]*\)".*">$/failed: \1/p' "$place/tests.xml"
}
shows 'what is an error or a warning by default passes, and what is accepted fails' tests <<'END'
passed: an error, says its rule
passed: a warning by default
failed: Ln 3 accepted until May
failed: Ln 4 a warning in words
END
