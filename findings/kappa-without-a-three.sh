#!/bin/sh
# SPDX-License-Identifier: MIT
# R packages psych 2.2.9 and vcd 1.4-11 (Debian 12): weighted kappa takes 2 and 4 for neighbours if nobody gave a 3.
#
# Expected: on a scale of 1 to 4, a 2 against a 4 is two steps apart, whatever others scored.
# Seen: two groups that used 1, 2 and 4 have a weighted kappa of 0.66; when the scale is given as 1 to 4 it is 0.61.
# Both packages build the weights from the values that occur. Unweighted kappa is 0.37 both times, as it should be.
# Why it matters: in small rooms a value is often not used. The agreement reported goes up because nobody used the
# middle of the scale, which is rather a sign of the opposite; and it cannot be compared with the next year's.
# Stated: psych's ?kappa: give levels= "if some levels are completely missing"; its own example there becomes slightly
# higher by that, this one lower. vcd's ?Kappa says nothing; its table must be made of factors that have all levels.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian r-base-core=4.2.2.20221110-2 r-cran-psych=2.2.9-1 r-cran-vcd=1:1.4-11-1

cat >"$place/kappa.R" <<'END'
options(warn = -1)
suppressMessages({library(psych); library(vcd)})
one <- c(1, 1, 2, 2, 2, 4, 4, 4, 1, 2, 4, 2)
two <- c(1, 2, 2, 2, 4, 4, 4, 2, 1, 1, 4, 4)
show <- function(who, plain, weighted) cat(sprintf("%s: %.4f unweighted, %.4f weighted\n", who, plain, weighted))
used <- cohen.kappa(cbind(one, two))
show("psych, as scored", used$kappa, used$weighted.kappa)
all <- cohen.kappa(cbind(one, two), levels = 1:4)
show("psych, 1 to 4", all$kappa, all$weighted.kappa)
used <- Kappa(table(one, two), weights = "Fleiss-Cohen")
show("vcd, as scored", used$Unweighted[[1]], used$Weighted[[1]])
all <- Kappa(table(factor(one, 1:4), factor(two, 1:4)), weights = "Fleiss-Cohen")
show("vcd, 1 to 4", all$Unweighted[[1]], all$Weighted[[1]])
END
shows 'a value that nobody used changes the agreement about the others' run_r "$place/kappa.R" <<'END'
psych, as scored: 0.3684 unweighted, 0.6591 weighted
psych, 1 to 4: 0.3684 unweighted, 0.6129 weighted
vcd, as scored: 0.3684 unweighted, 0.6591 weighted
vcd, 1 to 4: 0.3684 unweighted, 0.6129 weighted
END
