#!/bin/sh
# SPDX-License-Identifier: MIT
# R packages survival 3.5-3 and prodlim 2019.11.13, statsmodels 0.13.5 (Debian 12): exactly half are seen by day 3,
# and the median wait is 5, or 7.
#
# Expected: "half had been seen by day 3", so the median wait is 3, the first day on which the curve is at one half.
# Seen: six waits; seen on days 0, 0, 3 and 7, still waiting on days 5 and 9. All three have the same Kaplan-Meier
# curve, 0.5 from day 3 to day 7. survival takes the middle of that step, 5, a day on which nobody was seen; prodlim
# and statsmodels take its end, 7. None gives 3.
# Why it matters: with few waits a month the curve is level at one half often. The median wait reported for one team
# differs by days between analysts who both "used Kaplan-Meier".
# Stated: survival's ?quantile.survfit explains the midpoint. prodlim's page and statsmodels' docstring of quantile do
# not say what happens on a level step.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian r-base-core=4.2.2.20221110-2 r-cran-survival=3.5-3-1 r-cran-prodlim=2019.11.13-1+b1 \
  python3-statsmodels=0.13.5+dfsg-7

cat >"$place/median.R" <<'END'
suppressMessages({library(survival); library(prodlim)})
waits <- data.frame(days = c(0, 0, 3, 5, 7, 9), seen = c(1, 1, 1, 0, 1, 0))
curve <- survfit(Surv(days, seen) ~ 1, data = waits)
cat("still waiting after day 3:", summary(curve, times = 3)$surv, fill = TRUE)
cat("survival:", unname(quantile(curve, 0.5)$quantile), fill = TRUE)
cat("prodlim:", quantile(prodlim(Hist(days, seen) ~ 1, data = waits), 0.5)[[1]]$quantile, fill = TRUE)
END
shows 'the median wait is 5 for survival and 7 for prodlim' run_r "$place/median.R" <<'END'
still waiting after day 3: 0.5
survival: 5
prodlim: 7
END

cat >"$place/median.py" <<'END'
import numpy
from statsmodels.duration.survfunc import SurvfuncRight
curve = SurvfuncRight(numpy.array([0, 0, 3, 5, 7, 9]), numpy.array([1, 1, 1, 0, 1, 0]))
print("still waiting after day 3:", round(float(curve.surv_prob[curve.surv_times == 3][0]), 6))
print("statsmodels:", curve.quantile(0.5))
END
shows 'the median wait is 7 for statsmodels' /usr/bin/python3 "$place/median.py" <<'END'
still waiting after day 3: 0.5
statsmodels: 7
END
