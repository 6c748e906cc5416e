#!/bin/sh
# SPDX-License-Identifier: MIT
# R package RobustRankAggreg 1.2.1 (Debian 12): with sixty short lists the method "stuart" gives scores of minus
# twenty thousand million, and orders the items by them.
#
# Expected: scores like p-values, from 0 to 1, the smallest for the item that lists place highest.
# Seen: thirty lists of five out of 24 items have scores from 0 to 1, forty have one above 1, sixty have every score
# below 0, the lowest near -2e10. No warning. Of the sixty, the item that the method "RRA" puts first is last.
# Why it matters: lists from the tables of several localities are sixty soon. The order that comes out is rounding
# noise.
# Stated: nowhere. The score is a sum of alternating signs over as many terms as there are lists, in doubles, which
# loses all its digits at about forty (sumStuart and qStuart in the package's source). The method "RRA" is not
# affected.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian r-base-core=4.2.2.20221110-2 r-cran-robustrankaggreg=1.2.1-1

cat >"$place/lists.R" <<'END'
suppressMessages(library(RobustRankAggreg))
for (many in c(30, 40, 60)) {
  lists <- lapply(1:many, function(table) paste0("M", (table * 5 + (0:4) * (table %% 3 + 1)) %% 24 + 1))
  stuart <- aggregateRanks(glist = lists, N = 24, method = "stuart")
  rra <- aggregateRanks(glist = lists, N = 24, method = "RRA")
  cat(many, "lists: from", formatC(range(stuart$Score), digits = 3), fill = TRUE)
  cat("  the first of RRA is number", match(rra$Name[1], stuart$Name), fill = TRUE)
}
END
shows 'the scores leave the range of 0 to 1, and the first comes last' run_r "$place/lists.R" <<'END'
30 lists: from 0.00396 0.672
  the first of RRA is number 1
40 lists: from 0.00219  1.1
  the first of RRA is number 1
60 lists: from -2.02e+10 -0.00165
  the first of RRA is number 24
END
