#!/bin/sh
# SPDX-License-Identifier: MIT
# R 4.2.2 and gnuplot 5.4.4 (Debian 12): a year and an ISO week are read without complaint, and the week is thrown
# away.
#
# Expected: 2026-W05 with Monday added is 26 January 2026, or it is refused (as pandas does).
# Seen: R's as.Date gives today's date for every week of every year. gnuplot gives 1 January for every week of the
# year.
# Why it matters: weekly series are kept as 2026-W05. A chart drawn from such a file has all its points on one day,
# and a median or a join by date that never draws a chart has no sign of it at all.
# Stated: R, in ?strptime: %G and %V are "accepted but ignored on input". gnuplot's list of time formats has "%W week
# of the year (ISO 8601 week date)" beside %Y, and does not say that it only writes it. In R,
# ISOweek::ISOweek2date("2026-W05-1") (Debian's r-cran-isoweek) is right.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian r-base-core=4.2.2.20221110-2 gnuplot-nox=5.4.4+dfsg1-2+b2

cat >"$place/weeks.R" <<'END'
weeks <- c("2024-W10", "2025-W05", "2026-W30")
read <- as.Date(paste0(weeks, "-1"), "%G-W%V-%u")
cat("three weeks are", length(unique(read)), "day; it is today:", all(read == Sys.Date()), fill = TRUE)
END
shows 'R reads every ISO week as today' run_r "$place/weeks.R" <<'END'
three weeks are 1 day; it is today: TRUE
END

cat >"$place/weeks.gp" <<'END'
set print '-'
do for [week in "2025-W05 2026-W05 2026-W30"] {
  print week, strftime("%Y-%m-%d", strptime("%Y-W%W", week))
}
END
shows 'gnuplot reads every week as 1 January' gnuplot-nox "$place/weeks.gp" <<'END'
2025-W05 2025-01-01
2026-W05 2026-01-01
2026-W30 2026-01-01
END
