#!/bin/sh
# SPDX-License-Identifier: MIT
# simple-statistics 7.12.1 (npm): no point is further out than one in a thousand, and the quantile for 97.5 % is
# 1.957.
#
# Expected: the chance of a point beyond 3 sigma is 0.00135 on one side, one point in 370 on both; beyond 5 sigma, one
# in 3.5 million. The 97.5 % quantile is 1.95996.
# Seen: cumulativeStdNormalProbability gives 0.9987 at 3 (one point in 385), and 0.999 at 3.09, at 4 and at 5: the
# table ends there. probit(0.975) is 1.9572, and probit(0.99865) is 2.990, not 3.
# Why it matters: limits, and the false alarms that they give, are just this: a chart whose points are checked one in
# a thousand never gets rarer than that, and probability limits from probit are too close.
# Stated: the documentation says that a table of the standard normal distribution is used, not that it has four digits
# and ends at 3.09; of probit it says that it is the inverse of it, which it is not: the error function is
# approximated.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
npm_packages simple-statistics@7.12.1

cat >"$place/normal.js" <<'END'
const { cumulativeStdNormalProbability, probit } = require('simple-statistics');
for (const sigma of [3, 3.09, 4, 5]) console.log('up to', sigma, 'sigma:', cumulativeStdNormalProbability(sigma));
console.log('false alarms: one point in', Math.round(1 / (2 * (1 - cumulativeStdNormalProbability(3)))));
console.log('97.5 %:', probit(0.975).toFixed(4), 'and 3 sigma:', probit(0.998650101968).toFixed(4));
END
shows 'the table ends at 0.999 and the quantiles are off in the third digit' node "$place/normal.js" <<'END'
up to 3 sigma: 0.9987
up to 3.09 sigma: 0.999
up to 4 sigma: 0.999
up to 5 sigma: 0.999
false alarms: one point in 385
97.5 %: 1.9572 and 3 sigma: 2.9905
END
