#!/bin/sh
# SPDX-License-Identifier: MIT
# yaml 2.9.1 (npm): changing one value with the Document API, which keeps comments and blank lines, spells other
# numbers anew, and a long one becomes another number.
#
# Expected: parseDocument, setIn, toString change what was set.
# Seen: one wte is set; in lines that nobody touched, code 010 becomes 10, 007.50 becomes 7.50, +5 becomes 5, .5
# becomes 0.5, and the reference 100000000000000000001 ends in 000. The wte that was 4.0 and is set to 5 is written
# 5.0.
# Why it matters: codes with leading noughts and long local references are common in health data and seldom quoted.
# The diff of one correction shows changes in rows that the person did not mean, one of them wrong.
# Stated: of numbers, the documentation says that intAsBigInt keeps long integers; not that the default rewrites them
# in a document that is only passed through. In the core schema 010 is ten, so a reader of that schema sees no change;
# one of YAML 1.1, where it is eight, does.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
npm_packages yaml@2.9.1

cat >"$place/services.yaml" <<'END'
gp: {wte: 4.0, code: 010}         # checked in May

spa: {wte: 007.50, change: +5, share: .5}
hub: {reference: 100000000000000000001, note: 'open'}
END
cat >"$place/edit.js" <<'END'
const project = require('yaml').parseDocument(require('fs').readFileSync(process.argv[2], 'utf8'));
project.setIn(['gp', 'wte'], 5);
process.stdout.write(project.toString());
END
shows 'numbers in lines that were not touched are spelt anew' node "$place/edit.js" "$place/services.yaml" <<'END'
gp: { wte: 5.0, code: 10 } # checked in May

spa: { wte: 7.50, change: 5, share: 0.5 }
hub: { reference: 100000000000000000000, note: 'open' }
END
