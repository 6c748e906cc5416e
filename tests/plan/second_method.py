#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Plans a second time: statuses, what late tasks hold up, circles, phases and the framework's steps of 1,000 random
projects, worked out here by walking every chain; and the known answers of Thornmere."""

import argparse
import datetime
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
DAY = datetime.date(2025, 2, 17)
WORDS = yaml.safe_load((ROOT / "libthrive/data/vocabulary.yaml").read_text(encoding="utf-8"))["lists"]
STEPS = {step: int(term["phase"][0]) for step, term in WORDS["plan-steps"]["terms"].items()}
QIF = yaml.safe_load((ROOT / "libthrive/data/qif.yaml").read_text(encoding="utf-8"))["steps"]


def some_day(rng):
    return DAY + datetime.timedelta(days=rng.randint(-60, 60))


def random_project(rng):
    count = rng.randint(1, 12)
    ids = [f"t{number}" for number in range(count)]
    tasks = {}
    for number, name in enumerate(ids):
        start = some_day(rng)
        task = {"name": "Work", "step": rng.choice(list(STEPS)), "start": start, "end": start + datetime.timedelta(days=rng.randint(0, 30))}
        pool = ids if rng.random() < 0.1 else ids[:number]  # now and then a circle
        task["after"] = rng.sample(pool, min(len(pool), rng.randint(0, 2)))
        if rng.random() < 0.3:
            task["done"] = some_day(rng)
        if rng.random() < 0.1:
            task["stopped"] = {"date": some_day(rng), "reason": "no"}
        if rng.random() < 0.2:
            task["waiting_for"] = "a signature"
        if rng.random() < 0.1:
            task["started"] = some_day(rng)
        if rng.random() < 0.1:
            task["qif"] = rng.sample(list(QIF), 2)
        if rng.random() < 0.7:
            task["owner"] = rng.choice(["lead", "coach"])
        tasks[name] = task
    plan = {"tasks": tasks, "team": rng.choice([{}, {"lead": "lead"}, {"informatics": "analyst"}])}
    plan["lines"] = {f"l{number}": {"name": "Line", "to": "Board"} for number in range(rng.randint(0, 3))}
    plan["help"] = {"h": {"from": "coach", "until": some_day(rng)}} if rng.random() < 0.5 else {}
    people = {}
    for number in range(rng.randint(0, 3)):
        people[f"s{number}"] = {"name": f"Group {number}", "kind": rng.choice(["staff", "families"]), "power": rng.randint(1, 5), "stance": rng.randint(-2, 2), "needed": rng.randint(-2, 2)}
    messages = {}
    if people and rng.random() < 0.5:
        messages["m"] = {"to": list(people)[:1], "message": "News", "every_weeks": rng.randint(1, 8), "measures": ["wait"] if rng.random() < 0.7 else []}
    return {"thrive": 1, "project": {"name": "Random"}, "plan": plan, "stakeholders": people, "communications": messages, "measures": {"wait": {"name": "Wait", "better": "lower", "data": "wait.csv"}}}


def status(task):
    if "stopped" in task and task["stopped"]["date"] <= DAY:
        return "stopped"
    if "done" in task and task["done"] <= DAY:
        return "done"
    if task["end"] < DAY:
        return "late"
    return "under-way" if task["start"] <= DAY else "planned"


def in_circle(tasks, name):
    """True when following `after` from a task leads back to it."""
    seen, walk = set(), list(tasks[name]["after"])
    while walk:
        here = walk.pop()
        if here == name:
            return True
        if here not in seen:
            seen.add(here)
            walk += tasks[here]["after"]
    return False


def held_up(tasks, late, circles):
    """The first possible day of every task that a late one pushes: every chain is walked, and the latest day counts."""
    begins = {}

    def walk(before, earliest):
        for name, task in tasks.items():
            has_begun = "started" in task and task["started"] <= DAY
            if before not in task["after"] or status(task) in ("done", "stopped") or has_begun or name in circles:
                continue
            if earliest <= task["start"] or earliest <= begins.get(name, datetime.date.min):
                continue
            begins[name] = earliest
            walk(name, earliest + (task["end"] - task["start"]) + datetime.timedelta(days=1))

    walk(late, max(DAY, tasks[late]["end"]) + datetime.timedelta(days=1))
    return {name: (day - tasks[name]["start"]).days for name, day in begins.items()}


def evidence(project):
    """What shows the steps of the framework, of those that these projects can show."""
    plan, people = project["plan"], project["stakeholders"]
    short = any(one["power"] >= 3 and one["stance"] < one["needed"] for one in people.values())
    return {
        "needs": [], "fit": [], "capacity": [], "adaptation": [], "staff": [], "training-before": [], "evaluation": [], "learning": [],
        "buy-in": [] if short else list(people),
        "organisation": list(plan["lines"]) if len(plan["lines"]) >= 2 and "informatics" in plan["team"] else [],
        "teams": list(plan["team"]),
        "plan": [name for name, task in plan["tasks"].items() if "owner" in task],
        "coaching": [name for name, one in plan["help"].items() if one["until"] > DAY],
        "supportive-feedback": [name for name, one in project["communications"].items() if one["measures"] and one["every_weeks"] <= 4 and any(people[to]["kind"] == "staff" for to in one["to"])],
    }  # fmt: skip


def compare(project, told):
    """What the tool says otherwise."""
    tasks = project["plan"]["tasks"]
    circles = {name for name in tasks if in_circle(tasks, name)}
    by_id = {task["id"]: task for task in told["tasks"]}
    for name, task in tasks.items():
        here = status(task)
        if by_id[name]["status"] != here:
            yield f"{name}: {by_id[name]['status']}, not {here}"
        days = (DAY - task["end"]).days if here == "late" else None
        if by_id[name]["days_late"] != days:
            yield f"{name}: {by_id[name]['days_late']} days late, not {days}"
        holds = here not in ("done", "stopped") and (here == "late" or "waiting_for" in task) and name not in circles
        wanted = held_up(tasks, name, circles) if holds else {}
        squeezes = {one["id"]: one["days"] for one in by_id[name]["squeezes"]}
        if squeezes != wanted:
            yield f"{name}: holds up {squeezes}, not {wanted}"
    for phase in told["phases"]:
        own = [task for task in tasks.values() if STEPS[task["step"]] == phase["phase"]]
        if (phase["from"], phase["to"]) != (min(task["start"] for task in own).isoformat(), max(task["end"] for task in own).isoformat()):
            yield f"phase {phase['phase']}: {phase}"
    shown = evidence(project)
    for step in told["coverage"]["qif"]:
        own = [name for name, task in tasks.items() if status(task) != "stopped" and (step["step"] in task["qif"] if task.get("qif") else task["step"] in QIF[step["step"]]["tasks"])]
        if step["tasks"] != own or step["evidence"] != shown[step["step"]]:
            yield f"{step['step']}: {step}, not {own} and {shown[step['step']]}"


def random_projects(programs, count):
    rng = random.Random(13)
    with tempfile.TemporaryDirectory() as place:
        folder, projects = Path(place), []
        (folder / "wait.csv").write_text("date,value\n2025-01-06,9\n", encoding="utf-8")
        for number in range(count):
            projects.append(random_project(rng))
            (folder / f"p{number:04}.yaml").write_text(yaml.safe_dump(projects[-1], sort_keys=False), encoding="utf-8")
        names = [f"p{number:04}.yaml" for number in range(count)]
        result = subprocess.run([programs / "plan", "list", "-f", "json", "--as-of", DAY.isoformat(), *names], cwd=folder, capture_output=True, text=True, timeout=300, check=False)
        if result.returncode != 0:
            yield f"status {result.returncode}: {result.stderr[:500]}"
            return
        told = json.loads(result.stdout)
        told = told.get("projects", told) if isinstance(told, dict) else told
        for number, (project, one) in enumerate(zip(projects, told, strict=True)):
            for wrong in compare(project, one):
                yield f"project {number}: {wrong}"


def thornmere(programs):
    """What the workshop file of the example says, counted by hand and by its own script."""
    def run(*words):
        return subprocess.run([programs / "plan", *words, "--as-of", DAY.isoformat(), ROOT / "examples" / "thornmere"], capture_output=True, text=True, timeout=60, check=False).stdout

    told = json.loads(run("list", "-f", "json"))
    found = json.loads(run("check", "-f", "json"))["findings"]
    risks = json.loads(run("risks", "list", "-f", "json"))["risks"]
    answers = {
        "tasks by phase": ([sum(task["phase"] == phase for task in told["tasks"]) for phase in (1, 2, 3, 4)], [14, 10, 8, 7]),
        "late": ({task["id"]: task["days_late"] for task in told["tasks"] if task["status"] == "late"}, {"t22": 10, "t32": 17}),
        "starts early": ([one["facts"]["task"] for one in found if one["code"] == "task-starts-early"], "t02 t03 t06 t16 t24 t26 t38 t39".split()),
        "most at once": (told["busiest"], {"date": "2024-11-13", "tasks": 8}),
        "phases": ([(one["from"], one["to"]) for one in told["phases"]], [("2024-01-08", "2024-06-07"), ("2024-05-27", "2025-02-07"), ("2024-06-17", "2025-03-31"), ("2025-01-06", "2025-06-30")]),
        "scores": ({risk["id"]: risk["score"] for risk in risks}, {"k1": 12, "k2": 12, "k3": 16, "k4": 12, "k5": 10, "k6": 9, "k7": 9}),
        "nothing answers": ([one["facts"]["risk"] for one in found if one["code"] == "risk-extreme-no-task"], ["k3"]),
        "waits in silence": ([one for one in found if one["code"] in ("task-waiting-long", "lines-one-end")], []),
    }  # fmt: skip
    for what, (here, wanted) in answers.items():
        if here != wanted:
            yield f"Thornmere, {what}: {here}, not {wanted}"


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bin", required=True, type=Path, help="folder with the built programs")
    options.add_argument("--count", type=int, default=1000, help="how many random projects")
    chosen = options.parse_args()
    programs = chosen.bin.resolve()
    problems = [*thornmere(programs), *random_projects(programs, chosen.count)]
    for problem in problems[:20]:
        print(problem)
    print(f"{chosen.count} projects, {len(problems)} wrong")
    sys.exit(1 if problems else 0)


main()
