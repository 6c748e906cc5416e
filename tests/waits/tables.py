#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""What a reader can work out from a publication: the tables of tests/cases/waits/tables, and random extracts with up to
two splits, are published by `measure waits` and then attacked. The reader knows the rule, every number that is shown, and
how counts add up. A small hidden count must be able to be each of 0 to 4, any other hidden one must have five values.

Whether a table has a filling with a given number is asked of a network with lower and upper bounds: in a second program,
by another method than the toolkit's (shortest augmenting paths).

    tests/waits/tables.py --bin build [--tables 40] [--seed 3]"""

import collections
import datetime
import json
import random

from program import CASES, arguments, finish, site, waits

MANY = 10**7
WAYS_OUT = ["not_referrals", "duplicates", "out_of_scope", "received_missing", "received_after_cut_off",
            "closed_before_received", "joined", "not_started", "contact_before_referral", "stop_before_start",
            "closed_before_start"]
OUTCOMES = ["completed", "waiting", "left"]


def counts_in(said):
    """Every published count by its place."""
    counts = {("spine", "analysed"): said["quality"]["analysed"], ("quality", "rows"): said["quality"]["rows"]}
    counts.update({("spine", outcome): said["counts"][outcome] for outcome in OUTCOMES})
    counts.update({("quality", way): said["quality"][way] for way in WAYS_OUT})
    for at, split in enumerate(said["splits"]):
        for row, group in enumerate(split["groups"]):
            counts.update({("split", at, row, key): group[key] for key in ["n", *OUTCOMES]})
    for name, entries in (("bands", said["waiting"]["bands"]), ("reasons", said["left"]["reasons"]),
                          ("cohorts", said["cohorts"])):
        counts.update({(name, at): entry["n"] for at, entry in enumerate(entries)})
    return counts


def rounded(count, rule):
    if count < 5:
        return "*"
    return (count + 2) // 5 * 5 if rule == "mhsds" else count


def bounds_of(count, rule):
    if count == "*":
        return 0, MANY
    return (max(5, count - 2), count + 2) if rule == "mhsds" else (count, count)


def can_flow(edges):
    """True when whole numbers within their bounds can go round: edges are (from, to, least, most)."""
    room = collections.defaultdict(dict)
    needed = 0
    for start, end, least, most in edges:
        if least > most:
            return False
        room[start][end] = room[start].get(end, 0) + most - least
        room[end].setdefault(start, 0)
        if least:
            room["more"][end] = room["more"].get(end, 0) + least
            room[end].setdefault("more", 0)
            room[start]["less"] = room[start].get("less", 0) + least
            room["less"].setdefault(start, 0)
            needed += least
    while needed:
        came_from = {"more": None}
        queue = collections.deque(["more"])
        while queue and "less" not in came_from:
            node = queue.popleft()
            for other, left in room[node].items():
                if left > 0 and other not in came_from:
                    came_from[other] = node
                    queue.append(other)
        if "less" not in came_from:
            return False
        path = ["less"]
        while came_from[path[-1]] is not None:
            path.append(came_from[path[-1]])
        steps = list(zip(path[1:], path))
        flow = min(room[start][end] for start, end in steps)
        for start, end in steps:
            room[start][end] -= flow
            room[end][start] += flow
        needed -= flow
    return True


class Reader:
    """Somebody who has a publication and a pencil."""

    def __init__(self, published, rule):
        self.bounds = {place: bounds_of(count, rule) for place, count in published.items()}

    def may_be(self, place, value):
        bounds = dict(self.bounds)
        least, most = bounds[place]
        if not least <= value <= most:
            return False
        bounds[place] = (value, value)
        return self.has_filling(bounds)

    @staticmethod
    def has_filling(bounds):
        def total(kind):
            parts = [bound for place, bound in bounds.items() if place[0] == kind]
            return sum(least for least, _ in parts), sum(most for _, most in parts)

        def both(one, other):
            return max(one[0], other[0]), min(one[1], other[1])

        out = [bounds["quality", way] for way in WAYS_OUT]
        rows = bounds["quality", "rows"]
        kept = rows[0] - sum(most for _, most in out), rows[1] - sum(least for least, _ in out)
        whole = both(both(bounds["spine", "analysed"], total("cohorts")), kept)
        column = {outcome: bounds["spine", outcome] for outcome in OUTCOMES}
        column["waiting"] = both(column["waiting"], total("bands"))
        column["left"] = both(column["left"], total("reasons"))
        edges = [("end", "start", *whole)]
        edges += [(("in", outcome), ("out", outcome), *column[outcome]) for outcome in OUTCOMES]
        for side in (0, 1):
            table = sorted({place[2] for place in bounds if place[0] == "split" and place[1] == side})
            for row in table or [None]:
                node = "start" if not side else "end"
                if row is not None:
                    node = (side, row)
                    ends = ("start", node) if not side else (node, "end")
                    edges.append((*ends, *bounds["split", side, row, "n"]))
                for outcome in OUTCOMES:
                    limits = (0, MANY) if row is None else bounds["split", side, row, outcome]
                    ends = (node, ("in", outcome)) if not side else (("out", outcome), node)
                    edges.append((*ends, *limits))
        return can_flow(edges)


def given_away(published, exact, rule):
    """Hidden counts that can be worked out, and shown ones that are not what the rule says."""
    reader = Reader(published, rule)
    for place, count in published.items():
        truth = exact[place]
        if count != "*":
            if count != rounded(truth, rule):
                yield f"{place} is {truth} and shown as {count}"
        elif truth < 5:
            out = [value for value in range(5) if not reader.may_be(place, value)]
            if out:
                yield f"{place} is {truth}, and cannot be {out}"
        else:
            values = [value for value in range(truth - 4, truth + 5) if reader.may_be(place, value)]
            if len(values) < 5:
                yield f"{place} is {truth}, and can only be {values}"


def published_tables(programs):
    """The tables that are kept, each with a publication that hides no more than others managed with."""
    for case in sorted((CASES / "tables").iterdir()):
        definition = json.loads((case / "definition.json").read_text(encoding="utf-8"))
        known = json.loads((case / "expected.json").read_text(encoding="utf-8"))
        with site(definition["extract"]) as folder:
            said = waits(programs, folder, case / "extract.csv", definition["as_of"], "--suppress", known["rule"])
        published, exact = counts_in(said), {tuple(place): count for place, count in known["truth"]}
        yield from ((case.name, wrong) for wrong in given_away(published, exact, known["rule"]))
        small = sum(count < 5 for count in exact.values())
        secondary = sum(count == "*" for count in published.values()) - small
        if secondary != said["suppression"]["secondary"] or secondary > known["most_secondary"]:
            yield case.name, f"{secondary} counts are hidden beside the small ones"


def random_extract(chance, folder):
    first = datetime.date(2025, 1, 6)
    lines = ["id,received,seen,closed,reason,source,team"]
    for number in range(chance.randrange(1, 90)):
        received = first + datetime.timedelta(chance.randrange(80))
        later = received + datetime.timedelta(chance.randrange(60))
        seen, closed, reason = chance.choice([(later, "", ""), ("", "", ""), ("", later, chance.choice("abc"))])
        source, team = chance.choice(["gp", "school", "family", ""]), chance.choice(["North", "South", "West"])
        lines.append(f"R{number},{received},{seen},{closed},{reason},{source},{team}")
    (folder / "extract.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def random_tables(programs, count, seed):
    chance = random.Random(seed)
    columns = {"id": "id", "received": "received", "first_contact": "seen", "closed": "closed", "close_reason": "reason"}
    for number in range(count):
        extract = {"columns": columns, "start": "received", "stop": "first-contact",
                   "within": {"days": 28, "inclusive": True}}
        splits = chance.choice([[], ["source"], ["source", "team"], ["team", "source"]])
        if splits:
            extract["split_by"] = splits
        rule = chance.choice(["mhsds", "lt5"])
        with site(extract) as folder:
            random_extract(chance, folder)
            exact = counts_in(waits(programs, folder, "extract.csv", "2025-03-31", "--suppress", "none"))
            published = counts_in(waits(programs, folder, "extract.csv", "2025-03-31", "--suppress", rule))
        if ("reasons", 0) in published and ("reasons", 0) not in exact:
            exact["reasons", 0] = 0  # that nobody left is not told by a table without rows
        yield from ((f"random table {number}", wrong) for wrong in given_away(published, exact, rule))


def main():
    given = arguments(tables=40, seed=3)
    problems = list(published_tables(given.bin)) + list(random_tables(given.bin, given.tables, given.seed))
    finish("tables of waits", problems, given.tables + len(list((CASES / "tables").iterdir())))


main()
