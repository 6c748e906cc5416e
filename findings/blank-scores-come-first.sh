#!/bin/sh
# SPDX-License-Identifier: MIT
# Miller 6.6.0 (Debian 12): `mlr top` names the items without a score as those with the highest scores.
#
# Expected: the two highest of the scores 3, (blank), n/a, 10 and 9 are 10 and 9.
# Seen: `top -n 2` gives "n/a" and the blank one; with -a, the items that nobody scored. `stats1` has a maximum of "n/a"
# and a mean of 7.33, which is 22 by 3, beside a count of 4.
# Why it matters: "the five that scored highest" of a sheet with blanks, which is what sheets from workshops have, is
# headed by what was left blank.
# Stated: `mlr sort --help` says that -nr puts nulls first; `mlr top --help` says "largest values" and nothing of
# nulls or words. The last command below leaves them out first, and is right.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian miller=6.6.0-2+b3

printf 'item,score\nM1,3\nM2,\nM3,n/a\nM4,10\nM5,9\n' >"$place/scores.csv"

shows 'the two highest scores are a word and a blank' mlr --icsv --ocsv top -n 2 -f score "$place/scores.csv" <<'END'
top_idx,score_top
1,n/a
2,
END

shows 'the two items that scored highest were never scored' \
  mlr --icsv --ocsv top -n 2 -f score -a "$place/scores.csv" <<'END'
item,score
M3,n/a
M2,
END

shows 'count and mean beside each other do not belong together' \
  mlr --icsv --ocsv stats1 -a count,sum,mean,max -f score "$place/scores.csv" <<'END'
score_count,score_sum,score_mean,score_max
4,22,7.333333333333333,n/a
END

# shellcheck disable=SC2016 # $score is Miller's
shows 'it is right when the others are left out first' \
  mlr --icsv --ocsv filter 'is_numeric($score)' 'then' top -n 2 -f score -a "$place/scores.csv" <<'END'
item,score
M4,10
M5,9
END
