#!/bin/sh
# SPDX-License-Identifier: MIT
# Miller 6.6.0, GNU datamash 1.7 (Debian 12); jstat 1.9.6, simple-statistics 7.12.1, compute-quantile 1.0.1,
# stats-percentile 3.3.0 (npm): the 90th percentile of the same ten waits is 9, 9.1, 9.5, 9.6 or 10 days.
#
# Expected: software differs in how it interpolates, but one library agrees with itself, and its median is the median.
# Seen: five answers for waits of 1 to 10 days. jStat.percentile(waits, 0.9) is 9 and jStat.quantiles(waits, [0.9]) is
# 9.6. jStat.median is 5.5 while the middle one of jStat.quartiles is 5. Miller's median of ten values is 6.
# Why it matters: "nine in ten were seen within N days" is a target, and teams have few waits a month. Two reports of
# one month differ by a whole day, each from a function with the right name.
# Stated: `mlr stats1 --help`: like R's type 1, and -i for type 7. jStat's source (src/vector.js) has alphap = betap =
# 3/8 for quantiles, a default of no other program here. datamash(1) says "percentile value" and no rule.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian miller=6.6.0-2+b3 datamash=1.7-2
npm_packages jstat@1.9.6 simple-statistics@7.12.1 compute-quantile@1.0.1 stats-percentile@3.3.0

(echo days; seq 1 10) >"$place/waits.csv"
from_the_command_line() {
  mlr --icsv --onidx stats1 -a p50,p90 -f days "$place/waits.csv" | sed 's/^/miller /'
  mlr --icsv --onidx stats1 -i -a p50,p90 -f days "$place/waits.csv" | sed 's/^/miller -i /'
  datamash --header-in -t ' ' perc:50 1 perc:90 1 <"$place/waits.csv" | sed 's/^/datamash /'
}
shows 'Miller and datamash differ in the median and in the 90th percentile' from_the_command_line <<'END'
miller 6 10
miller -i 5.5 9.1
datamash 5.5 9.1
END

cat >"$place/waits.js" <<'END'
const { jStat } = require('jstat'), simple = require('simple-statistics');
const computed = require('compute-quantile'), nearest = require('stats-percentile');
const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
console.log('jStat.percentile', jStat.percentile(waits, 0.5), jStat.percentile(waits, 0.9));
console.log('jStat.quantiles', ...jStat.quantiles(waits, [0.5, 0.9]));
console.log('jStat.median', jStat.median(waits), 'but jStat.quartiles', ...jStat.quartiles(waits));
console.log('simple-statistics', simple.quantile(waits, 0.5), simple.quantile(waits, 0.9));
console.log('compute-quantile', computed(waits, 0.5), computed(waits, 0.9));
console.log('stats-percentile', nearest(waits, 50), nearest(waits, 90));
END
shows 'libraries differ, and jstat differs with itself' node "$place/waits.js" <<'END'
jStat.percentile 5.5 9
jStat.quantiles 5.5 9.6
jStat.median 5.5 but jStat.quartiles 3 5 8
simple-statistics 5.5 9.1
compute-quantile 5.5 9.5
stats-percentile 5 9
END
