#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""What `drivers list` works out, a second time: of Thornmere from `thrive show -f json` and its data files, and of 1,000
random projects, states of ideas and coverage of drivers by a script that shares nothing with the program."""

import argparse
import csv
import json
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
AS_OF = "2025-03-19"
COUNT = 1000


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=120, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{arguments}: {done.stderr}")
    return json.loads(done.stdout)


def ideas_of(ramp):
    """The ideas that a ramp tests."""
    named = [ramp.get("idea"), *(ramp.get("ideas") or [])]
    named += [cycle.get("idea") for cycle in (ramp.get("cycles") or {}).values()]
    return {idea for idea in named if idea}


def decision(cycle, today):
    act = cycle.get("act") or {}
    if cycle["start"] > today or (act.get("recorded") and act["recorded"] > today):
        return None
    return act.get("decision")


def state(project, name, today):
    """The rule as the manual page says it, from the top."""
    idea = project["ideas"][name]
    parked = idea.get("parked")
    if parked and parked["date"] <= today:
        return "parked"
    ramps = [ramp for ramp in (project.get("ramps") or {}).values() if name in ideas_of(ramp)]
    cycles = []
    for ramp in ramps:
        all_cycles = list((ramp.get("cycles") or {}).values())
        named = [cycle for cycle in all_cycles if cycle.get("idea") == name]
        cycles += named or [cycle for cycle in all_cycles if not cycle.get("idea")]
    decided = [cycle for cycle in sorted(cycles, key=lambda cycle: cycle["start"]) if decision(cycle, today)]
    if any(decision(cycle, today) == "adopt" for cycle in decided):
        return "adopted"
    if decided and decision(decided[-1], today) == "abandon":
        return "abandoned"
    if decided or any(cycle["start"] <= today for cycle in cycles):
        return "testing"
    if ramps:
        return "planned"
    task = ((project.get("plan") or {}).get("tasks") or {}).get(idea.get("task"))
    if not task:
        return "idea"
    if task.get("done") and task["done"] <= today:
        return "done-without-test"
    stopped = task.get("stopped")
    return "idea" if stopped and stopped["date"] <= today else "planned"


def reaches(drivers, start, goal):
    """True when a driver is the goal, or some of what it drives reaches it."""
    return start == goal or any(reaches(drivers, to, goal) for to in drivers[start]["drives"] if to != "aim")


def compare(project, listed, today):
    problems = []
    states = {name: state(project, name, today) for name in project.get("ideas") or {}}
    told = {idea["id"]: idea["state"] for idea in listed["ideas"]}
    if states != told:
        problems.append(f"states: {told}, by hand {states}")
    drivers = (project.get("drivers") or {}).get("nodes") or {}
    for node in listed["nodes"]:
        below = [
            name
            for name, idea in (project.get("ideas") or {}).items()
            if any(reaches(drivers, to, node["id"]) for to in idea.get("drives") or [])
        ]
        tested = sum(states[name] in ("testing", "adopted", "abandoned") for name in below)
        if (node["ideas"], node["ideas_tested"]) != (len(below), tested):
            problems.append(f"{node['id']}: {node['ideas']}, {node['ideas_tested']}, by hand {len(below)}, {tested}")
    return problems


def day(chance):
    return f"{chance.randint(2024, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def random_project(chance):
    drivers = {}
    for number in range(chance.randint(1, 7)):
        above = list(drivers) or ["aim"]
        goals = chance.sample(above, chance.randint(1, min(2, len(above)))) if chance.random() < 0.7 else ["aim"]
        drivers[f"d{number}"] = {"name": "Driver", "drives": goals}
    tasks = {}
    for number in range(3):
        begun = day(chance)
        tasks[f"t{number}"] = {"name": "Task", "step": "training", "start": begun, "end": begun}
        if chance.random() < 0.5:
            tasks[f"t{number}"]["done"] = begun
        elif chance.random() < 0.3:
            tasks[f"t{number}"]["stopped"] = {"date": day(chance), "reason": "No money"}
    ideas = {}
    for number in range(chance.randint(1, 8)):
        idea = {"text": "Change", "drives": chance.sample(list(drivers), chance.randint(0, min(2, len(drivers))))}
        if chance.random() < 0.3:
            idea["task"] = chance.choice(list(tasks))
        if chance.random() < 0.15:
            idea["parked"] = {"date": day(chance), "reason": "Later"}
        ideas[f"c{number}"] = idea
    ramps = {}
    for number in range(chance.randint(0, 4)):
        tests = chance.sample(list(ideas), chance.randint(1, min(3, len(ideas))))
        ramp = {"name": "Ramp", "cycles": {}}
        ramp.update({"idea": tests[0]} if len(tests) == 1 and chance.random() < 0.5 else {"ideas": tests})
        for cycle_number in range(chance.randint(0, 4)):
            cycle = {"name": "Cycle", "start": day(chance)}
            if len(tests) > 1 and chance.random() < 0.4:
                cycle["idea"] = chance.choice(list(ideas))
            if chance.random() < 0.6:
                cycle["act"] = {"decision": chance.choice(["adopt", "adapt", "expand", "abandon"])}
                if chance.random() < 0.3:
                    cycle["act"]["recorded"] = day(chance)
            ramp["cycles"][f"r{number}c{cycle_number}"] = cycle
        ramps[f"r{number}"] = ramp
    return {
        "thrive": 1,
        "project": {"name": "Random"},
        "drivers": {"nodes": drivers},
        "ideas": ideas,
        "plan": {"tasks": tasks},
        "ramps": ramps,
    }


def figures(measure):
    with open(ROOT / "examples" / "thornmere" / measure["data"], encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    values = []
    for row in rows:
        if row.get("value"):
            values.append(float(row["value"]))
        elif row.get("numerator") and row.get("denominator"):
            values.append(100 * float(row["numerator"]) / float(row["denominator"]))
    return values


def thornmere(programs):
    """The answers that are known of the example, each by a second method."""
    folder = str(ROOT / "examples" / "thornmere")
    project = run(f"{programs}/thrive", "show", "-f", "json", folder)
    listed = run(f"{programs}/drivers", "list", "-f", "json", "--as-of", AS_OF, folder)
    problems = compare(project, listed, AS_OF)
    wanted = dict.fromkeys(("c2", "c5", "c7", "c10", "c11", "c12"), "idea")
    wanted |= {"c1": "adopted", "c3": "adopted", "c8": "adopted", "c4": "testing", "c9": "abandoned"}
    wanted["c6"] = "done-without-test"
    if {idea["id"]: idea["state"] for idea in listed["ideas"]} != wanted:
        problems.append("states of Thornmere's ideas")
    ceilings = {ramp["id"]: ramp["ceiling"] for ramp in listed["ramps"]}
    if ceilings != {"r1": 4.0, "r2": 4.0, "r3": 3.5}:
        problems.append(f"ceilings: {ceilings}")
    for one, known in zip(listed["aim"]["measures"], (97.5, 115.9)):
        measure = project["measures"][one["measure"]]
        values = figures(measure)
        baseline = statistics.median(values[: measure["baseline"]["points"]])
        began = one["from"] if round(baseline) == one["from"] else baseline
        way = (statistics.median(values[-12:]) - began) / (measure["target"]["value"] - began)
        if abs(way - one["way"]) > 1e-9 or round(100 * way, 1) != known:
            problems.append(f"way of {one['measure']}: {one['way']}, by hand {way}, known {known}")
    untested = [node["id"] for node in listed["nodes"] if node["level"] == 1 and node["ideas_tested"] == 0]
    if untested != ["d4"]:
        problems.append(f"primary drivers without a test: {untested}")
    found = {(finding["code"], finding["path"][1]) for finding in listed["findings"] if len(finding["path"]) > 1}
    for code, about in (("ramp-under-another-driver", "r1"), ("aim-starts-elsewhere", "aim"), ("driver-without-measure", "d4")):
        if code == "driver-without-measure":
            about = "nodes"
        if (code, about) not in found:
            problems.append(f"{code} at {about} is not found")
    elsewhere = [finding["facts"]["measure"] for finding in listed["findings"] if finding["code"] == "aim-starts-elsewhere"]
    if elsewhere != ["goals"]:
        problems.append(f"aim-starts-elsewhere: {elsewhere}")
    causes = run(f"{programs}/drivers", "causes", "list", "-f", "json", folder)
    reasons = causes["problems"][0]["reasons"]
    counts = sorted(project["causes"]["returned"]["tally"]["reasons"].values(), reverse=True)
    vital, total = 0, 0
    while total < 0.8 * sum(counts):
        total += counts[vital]
        vital += 1
    if (sum(reason["vital"] for reason in reasons), vital, len(reasons)) != (4, 4, 7):
        problems.append("the vital few")
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", default=str(ROOT / "build"))
    programs = Path(parser.parse_args().bin).resolve()
    problems = thornmere(programs)
    chance = random.Random(63)
    with tempfile.TemporaryDirectory() as folder:
        paths, projects = [], []
        for number in range(COUNT):
            projects.append(random_project(chance))
            paths.append(f"{folder}/{number:04}.yaml")
            Path(paths[-1]).write_text(json.dumps(projects[-1]), encoding="utf-8")
        answers = run(f"{programs}/drivers", "list", "-f", "json", "--as-of", AS_OF, *paths)["projects"]
        if len(answers) != COUNT:
            problems.append(f"{len(answers)} of {COUNT} projects were answered")
        for number, (project, answer) in enumerate(zip(projects, answers)):
            problems += [f"project {number}: {problem}" for problem in compare(project, answer, AS_OF)]
    for problem in problems[:20]:
        print(problem)
    print(f"theory: {COUNT} random projects and Thornmere, {len(problems)} wrong")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
