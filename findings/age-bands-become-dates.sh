#!/bin/sh
# SPDX-License-Identifier: MIT
# csvkit 1.0.7 with agate 1.6.3 (Debian 12): sorting a table rewrites its other columns; age bands become dates.
#
# Expected: csvsort changes the order of the rows.
# Seen: age bands 5-11 and 12-17 become 2001-05-11 and 2001-12-17, days of the week become days in January of the year
# 1, waits written as "4w" become a count of days and hours, a count a week of 0 or 1 (rare events) becomes False or
# True.
# Why it matters: the rewritten file looks in order, has the same number of rows, and is what goes into the next step:
# csvjoin, csvsort, csvjson, csvlook and in2csv all do it. Numbers, and only some of them, are what most people check.
# Stated: the documentation says that types are inferred and that --no-inference (-I) stops it; agate's type_tester.py
# tries Boolean, Number, TimeDelta, Date, DateTime and then Text on every column. That a band of ages is a date to it
# is stated nowhere.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian csvkit=1.0.7-1 python3-agate=1.6.3-2

printf '%s\n' service,age,clinic,wait,incidents gp,5-11,Mon,4w,1 hub,12-17,Tue,10d,0 >"$place/services.csv"

shows 'ages, days, waits and counts come out as something else' \
  /usr/bin/python3 "$place/usr/bin/csvsort" -c service -r "$place/services.csv" <<'END'
service,age,clinic,wait,incidents
hub,2001-12-17,0001-01-02,"10 days, 0:00:00",False
gp,2001-05-11,0001-01-08,"28 days, 0:00:00",True
END

shows 'they stay as they are with -I' \
  /usr/bin/python3 "$place/usr/bin/csvsort" -I -c service -r "$place/services.csv" <<'END'
service,age,clinic,wait,incidents
hub,12-17,Tue,10d,0
gp,5-11,Mon,4w,1
END
