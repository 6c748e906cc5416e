#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""A made-up extract of so many referrals, for the benchmark: about 119 bytes a row, one in a hundred of them twice. The
same arguments give the same bytes. referrals.py REFERRALS FILE"""

import datetime
import random
import sys

SOURCES = ["General practice", "School nurse", "Self-referral", "Social care", "Emergency department"]
FIRST, LAST = datetime.date(2022, 4, 1), datetime.date(2025, 3, 31)


def main():
    wanted, path = int(sys.argv[1]), sys.argv[2]
    draw = random.Random(wanted)
    days = [str(FIRST + datetime.timedelta(at)) for at in range((LAST - FIRST).days + 1)]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("id,person,received,seen,second,decision,closed,source,team,note\n")
        row = ""
        for number in range(wanted):
            if row and draw.random() < 0.01:
                file.write(row)
                continue
            start = draw.randrange(len(days))
            seen = start + int(draw.expovariate(1 / 40)) if draw.random() < 0.85 else len(days)
            closed = start + draw.randrange(30, 300) if draw.random() < 0.6 else len(days)
            dates = [days[at] if at < len(days) else "" for at in (start, seen, seen + 21, start + 3, closed)]
            row = (f"REF-{number:09},P{draw.randrange(10**8):08},{','.join(dates)},{draw.choice(SOURCES)},"
                   f"Team {draw.randrange(20):02} of the locality,routine\n")
            file.write(row)


main()
