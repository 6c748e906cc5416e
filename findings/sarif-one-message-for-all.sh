#!/bin/sh
# SPDX-License-Identifier: MIT
# @security-alert/sarif-to-markdown 1.11.1 (npm): all findings of a rule are printed under the message of the first,
# and a rule that does not write down its default level is left out whole.
#
# Expected: each result has its own message in the report; a level that is not written is "warning" (SARIF 2.1.0,
# 3.27.10).
# Seen: two services without a way in, two messages that name them; the report has the first message and two links.
# The rule no-end, whose results say that they are errors, is not in the report at all.
# Why it matters: findings about a map or a project differ in what they name, not in the rule. A comment made of this
# names one service twice and misses the errors, and says "hasMessages": true.
# Stated: the README shows one message with several links as its example, of a rule whose message never changes. In
# lib/sarif-to-markdown.js results are grouped by ruleId, and a rule without defaultConfiguration.level has no
# severity.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
npm_packages @security-alert/sarif-to-markdown@1.11.1

cat >"$place/report.js" <<'END'
const { sarifToMarkdown } = require('@security-alert/sarif-to-markdown');
const result = (ruleId, level, text, startLine) => ({
  ruleId, level, message: { text }, locations: [{ physicalLocation: { artifactLocation: { uri: 'map.yaml' }, region: { startLine } } }],
});
const log = { version: '2.1.0', runs: [{
  tool: { driver: { name: 'check', rules: [{ id: 'no-way-in', defaultConfiguration: { level: 'warning' } }, { id: 'no-end' }] } },
  results: [result('no-way-in', 'warning', 'nobody can get to hub', 4), result('no-way-in', 'warning', 'nobody can get to peers', 9),
    result('no-end', 'error', 'nothing leads on from spa', 12)],
}] };
const [report] = sarifToMarkdown({ owner: 'o', repo: 'r', branch: 'main', sourceRoot: '', simple: true })(log);
console.log(report.body.split('\n').filter(line => /^ *- /.test(line)).join('\n').replaceAll('https://github.com/o/r/blob/main/', ''));
END
shows 'hub is named for both places, and the error of no-end is missing' node "$place/report.js" <<'END'
- **[WARNING]** **[no-way-in]**  `nobody can get to hub`
    - map.yaml#L4
    - map.yaml#L9
END
