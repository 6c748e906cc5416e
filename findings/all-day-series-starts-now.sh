#!/bin/sh
# SPDX-License-Identifier: MIT
# rrule 2.8.1 (npm): a series of whole days starts at the moment at which it is read.
#
# Expected: DTSTART;VALUE=DATE:20260105, as calendars write it for whole days, starts on 5 January 2026.
# Seen: the start is ignored, without an error, and the weeks are counted from now, seconds included; the day that
# EXDATE takes out is not in the series any more, so it takes out nothing. DTSTART:20260105, which RFC 5545 does not
# allow without VALUE=DATE, is read as meant.
# Why it matters: reviews every week, a cycle's check every month: such dates are whole days. The list of meetings is
# different each time the program runs.
# Stated: the README has no form with VALUE; the expression for DTSTART in dist/esm/parsestring.js knows TZID only.
# Issue 315 of jkbrzt/rrule (2019) is open. RFC 5545, 3.8.2.4, allows VALUE=DATE.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
npm_packages rrule@2.8.1

cat >"$place/series.js" <<'END'
const { rrulestr } = require('rrule');
const now = new Date();
const read = start => rrulestr(`${start}\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20260112`).all();
const days = read('DTSTART:20260105');
console.log('without VALUE=DATE:', ...days.map(day => day.toISOString().slice(0, 10)));
const others = read('DTSTART;VALUE=DATE:20260105');
console.log('with VALUE=DATE:', others.length, 'days, the first', Math.abs(others[0] - now) < 10000 ? 'now' : others[0].toISOString());
END
shows 'the series of whole days starts now and keeps the day that was taken out' node "$place/series.js" <<'END'
without VALUE=DATE: 2026-01-05 2026-01-19
with VALUE=DATE: 3 days, the first now
END
