#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""A made-up event log of about so many events, for the benchmark: cases of 2 to 12 events with 24 activities, in the
order of time or of cases. The same arguments give the same bytes. events.py EVENTS FILE [--by-time]"""

import argparse
import random
import time

ACTIVITIES = ["GP surgery", "Single point of access", '"Triage, clinical"', "Assessment: Choice", '"Partnership, core"',
              "Counselling", "Early Help", "School nursing", "Mental health support team", "CBT", "Family therapy",
              "Medication review", "Neurodevelopmental assessment", "Emergency department", "Crisis team",
              "Intensive home treatment", "Inpatient unit", "Online counselling", "Signposted", "Discharged",
              "Did not attend", "Outcome measure", "Community paediatrics", "Social care"]
TEAMS = ["Team A", "Team B", '"Team C, East"', "Team D"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", type=int)
    parser.add_argument("file")
    parser.add_argument("--by-time", action="store_true")
    wanted = parser.parse_args()
    draw = random.Random(wanted.events)
    rows, case = [], 0
    with open(wanted.file, "w", encoding="utf-8", newline="\n") as file:
        file.write("case_id,activity,timestamp,resource\n")
        written = 0
        while written < wanted.events:
            case += 1
            moment = draw.randint(1_600_000_000, 1_730_000_000)
            activity = draw.randrange(24)
            for _ in range(min(draw.randint(2, 12), wanted.events - written)):
                stamp = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(moment))
                row = f"R{case:07},{ACTIVITIES[activity]},{stamp},{draw.choice(TEAMS)}\n"
                if wanted.by_time:
                    rows.append((moment, row))
                else:
                    file.write(row)
                written += 1
                moment += draw.randint(600, 4_000_000)
                activity = (activity + draw.choice([0, 1, 1, 1, 2, 5])) % 24
        rows.sort(key=lambda entry: entry[0])
        file.writelines(row for _, row in rows)


main()
