#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Every count of the chain table a second time, from `thrive show -f json`: for Thornmere, and for random projects that
are its own with links taken away and dates moved. What the figures show is not worked out here: charts have tests of
their own."""

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def days(text):
    return date.fromisoformat(text)


def above(project, drives):
    nodes = project.get("drivers", {}).get("nodes", {})
    reached, ahead = set(), list(drives)
    while ahead:
        one = ahead.pop()
        if one in nodes and one not in reached:
            reached.add(one)
            ahead += nodes[one].get("drives", [])
    return [nodes[one] for one in reached]


def serves(project, idea, item):
    sheet = project.get("gaps", {}).get(item, {}).get("recommendations", {})
    return (
        idea.get("priority") == item
        or any(item in node.get("priorities", []) for node in above(project, idea.get("drives", [])))
        or any(link == f"{item}.{one}" for link in idea.get("answers", []) for one in sheet)
    )


def ideas_of(ramp):
    found = [ramp.get("idea"), *ramp.get("ideas", []), *(cycle.get("idea") for cycle in ramp.get("cycles", {}).values())]
    return {one for one in found if one}


def score(assessment, item):
    agreed = assessment.get("agreed", {})
    if item in agreed:
        value = agreed[item]
        value = value["score"] if isinstance(value, dict) else value
        return None if value == "unknown" else value
    given = [table.get("scores", {}).get(item) for table in assessment.get("tables", {}).values()]
    given = [one["score"] if isinstance(one, dict) else one for one in given if one is not None]
    given = [one for one in given if one != "unknown"]
    return statistics.median(given) if given else None


def row(project, item, today):
    notes = [o for o in project.get("observations", {}).values() if item in o.get("principles", [])]
    result = {"item": item}
    result["good_practice"] = sum(o["kind"] == "good-practice" for o in notes)
    result["notes"] = len(notes) - result["good_practice"]
    themes = project.get("themes")
    result["heard"] = None if themes is None else sum(
        item in t.get("items", []) and t.get("tone", "mixed") != "positive" for t in themes.get("heard", {}).values())
    past = sorted((a for a in project.get("assessments", {}).values() if days(a["date"]) <= today), key=lambda a: a["date"])
    past = [a for a in past if a.get("instrument") == past[-1].get("instrument")]
    result["score_from"] = score(past[0], item) if past else None
    result["score_to"] = score(past[-1], item) if len(past) > 1 else None
    sheet = project.get("gaps", {}).get(item)
    lines = [one if isinstance(one, str) else one["text"] for one in (sheet or {}).get("gaps", [])]
    recs = {k: ({"text": v} if isinstance(v, str) else v) for k, v in (sheet or {}).get("recommendations", {}).items()}
    ideas = project.get("ideas", {})
    result["sheet"] = None if sheet is None else sheet.get("status", "draft")
    result["gaps"] = None if sheet is None else len(lines)
    result["gaps_answered"] = None if sheet is None else sum(any(r.get("gap") == line for r in recs.values()) for line in lines)
    result["recommendations"] = None if sheet is None else len(recs)
    result["recommendations_ready"] = None if sheet is None else sum("owner" in r and "by" in r for r in recs.values())
    mine = {name for name, idea in ideas.items() if serves(project, idea, item)}
    ramps = {n: r for n, r in project.get("ramps", {}).items() if ideas_of(r) & mine or r.get("priority") == item}
    begun = {n for n, r in project.get("ramps", {}).items() if any(days(c["start"]) <= today for c in r.get("cycles", {}).values())}
    result["ideas"] = len(mine)
    result["ideas_tested"] = sum(any(one in ideas_of(project["ramps"][n]) for n in begun) for one in mine)
    result["ramps"] = list(ramps)
    cycles = [c for r in ramps.values() for c in r.get("cycles", {}).values()]
    decided = [c for c in cycles if c.get("act", {}).get("decision")]
    result["cycles_open"], result["cycles_closed"] = len(cycles) - len(decided), len(decided)
    adopted = [c for c in decided if c["act"]["decision"] == "adopt"]
    result["adopted"] = len(adopted)
    result["kept"] = sum({"owner", "agenda", "look_every_weeks"} <= c["act"].get("sustain", {}).keys() for c in adopted)
    steps = [
        ("score", result["score_from"] is None and result["score_to"] is None),
        ("sheet", sheet is None),
        ("recommendations", not result["recommendations_ready"]),
        ("ideas", not mine),
        ("ramps", not begun & set(ramps)),
    ]
    result["stops"] = next((name for name, empty in steps if empty), None)
    return result


def shown(thrive, folder, today):
    run = lambda *words: subprocess.run([thrive, *words], capture_output=True, text=True, cwd=folder)
    project = json.loads(run("show", "-f", "json").stdout)
    answer = run("status", "-f", "json", "--as-of", today.isoformat())
    if answer.returncode not in (0, 1):
        sys.exit(f"thrive status ended with {answer.returncode}: {answer.stderr}")
    return project, json.loads(answer.stdout)


def compare(thrive, folder, today, what):
    project, status = shown(thrive, folder, today)
    wrong = []
    for told, item in zip(status["priorities"], project["priorities"]["agreed"]["order"], strict=True):
        expected = row(project, item, today)
        stops = expected.pop("stops")
        if stops is not None and told["stops_at"] != stops or stops is None and told["stops_at"] in ("score", "sheet", "recommendations", "ideas", "ramps"):
            wrong.append(f"{what}: {item} stops at {told['stops_at']}, by the second method {stops}")
        wrong += [f"{what}: {item} {key} is {told[key]}, by the second method {value}" for key, value in expected.items() if told[key] != value]
    return wrong, len(status["priorities"])


def thin_out(folder, chance):
    """Takes whole lines out of the project where it still opens without them: links, owners, dates."""
    for path in folder.glob("*.yaml"):
        lines = path.read_text().splitlines(keepends=True)
        loose = ("owner:", "by:", "gap:", "priority:", "idea:", "principles:", "measure:")
        kept = [line for line in lines if not (line.strip().startswith(loose) and line.count("{") == line.count("}") and chance.random() < 0.3)]
        path.write_text("".join(kept))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--bin", required=True)
    thrive = str(Path(options.parse_args().bin).resolve() / "thrive")
    wrong, rows = compare(thrive, ROOT / "examples/thornmere", date(2025, 3, 19), "thornmere")
    chance = random.Random(7)
    for number in range(25):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "project"
            shutil.copytree(ROOT / "examples/thornmere", folder)
            before = subprocess.run([thrive, "show", "-f", "json"], capture_output=True, cwd=folder).returncode
            thin_out(folder, chance)
            if before or subprocess.run([thrive, "show", "-f", "json"], capture_output=True, cwd=folder).returncode:
                continue
            found, count = compare(thrive, folder, date(2024, 4, 24) + timedelta(days=chance.randrange(500)), f"random {number}")
            wrong += found
            rows += count
    if wrong:
        sys.exit("\n".join(wrong))
    if rows < 50:
        sys.exit(f"only {rows} rows were compared")
    print(f"status: {rows} rows agree with the second method")


main()
