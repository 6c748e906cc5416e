#!/bin/sh
# SPDX-License-Identifier: MIT
# statsmodels 0.13.5 (Debian 12): the runs test of a run chart gives another p when the chart is turned upside down.
#
# Expected: points above and below the median are alike, so the mirror image has the same p; points on the median are
# left out, as every guide to run charts has it.
# Seen: runstest_1samp(cutoff="median") counts points on the median as above it. Of twenty weekly counts eleven are 5,
# the median. p is 0.656 for them, 0.755 for their mirror image and 0.261 when the points on the median are left out.
# Why it matters: small weekly counts are on their median often. Whether there are too few runs then depends on
# whether "seen" or "not seen" is plotted.
# Stated: the docstring says "above/below cutoff"; the source has x >= cutoff (statsmodels/sandbox/stats/runs.py).
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian python3-statsmodels=0.13.5+dfsg-7

cat >"$place/runs.py" <<'END'
import warnings
warnings.simplefilter("ignore")
from statsmodels.sandbox.stats.runs import runstest_1samp
weekly = [3, 5, 5, 5, 7, 3, 5, 7, 5, 5, 3, 7, 5, 5, 5, 7, 7, 3, 5, 5]
def p(values, cutoff="median"):
    return f"{runstest_1samp(values, cutoff=cutoff, correction=False)[1]:.4f}"
print("as they are:", p(weekly))
print("upside down:", p([10 - count for count in weekly]))
print("without those on the median:", p([count for count in weekly if count != 5], 5))
END
shows 'the mirror image of a run chart has another p' /usr/bin/python3 "$place/runs.py" <<'END'
as they are: 0.6564
upside down: 0.7549
without those on the median: 0.2608
END
