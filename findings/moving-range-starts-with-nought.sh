#!/bin/sh
# SPDX-License-Identifier: MIT
# Miller 6.6.0 (Debian 12): `mlr step -a delta` gives the first value a difference of 0.
#
# Expected: the first value has no value before it, so it has no moving range; an empty cell, as for `step -a
# shift_lag` in the same command.
# Seen: delta is 0 in the first record. Five weekly values that go up and down by 2 then have the mean moving range
# 8/5 = 1.6 instead of 8/4 = 2, and the limits of an XmR chart (mean -/+ 2.66 times that) are a fifth too close.
# Why it matters: a chart of 12 points made this way has limits 8 % too narrow, so stable weeks are called special.
# Stated: `mlr step --help` says "differences between successive records" and nothing about the first; the example in
# the reference of verbs shows the 0 without a word.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian miller=6.6.0-2+b3

printf 'week,referrals\n1,10\n2,12\n3,10\n4,12\n5,10\n' >"$place/weekly.csv"

shows 'the first difference is 0, not missing' \
  mlr --icsv --ocsv step -a shift_lag,delta -f referrals "$place/weekly.csv" <<'END'
week,referrals,referrals_shift_lag,referrals_delta
1,10,,0
2,12,10,2
3,10,12,-2
4,12,10,2
5,10,12,-2
END

# shellcheck disable=SC2016 # $range is Miller's
shows 'the mean moving range counts five ranges where there are four' \
  mlr --icsv --ocsv step -a delta -f referrals 'then' put '$range = abs($referrals_delta)' \
  'then' stats1 -a count,mean -f range "$place/weekly.csv" <<'END'
range_count,range_mean
5,1.6
END
