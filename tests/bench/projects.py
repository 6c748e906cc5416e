# SPDX-License-Identifier: MIT
"""Projects of a wanted size, the same every time: made from a fixed seed."""

import datetime
import random

SECTORS = ["health", "education", "social-care", "voluntary", "digital", "family"]
CATEGORIES = ["referrer", "camhs", "local-authority", "education", "digital", "charity", "voluntary", "carer-support"]
GROUPINGS = ["thriving", "getting-advice", "getting-help", "getting-more-help", "getting-risk-support"]
PERSPECTIVES = ["operations", "evidence-based-interventions", "outcomes-and-measures", "patient-experience"]
KINDS = ["good-practice", "quality-problem", "duplication"]
ITEMS = [f"{level}{principle}" for level in ("macro-", "meso-", "micro-") for principle in range(1, 9)]


def head(name):
    return f"thrive: 1\nproject: {{name: {name}, locality: Benchmark}}\n"


def services(count):
    lines = ["services:"]
    for i in range(count):
        lines += [
            f"  s{i:03}:",
            f"    name: Service number {i} of the benchmark",
            f"    category: {CATEGORIES[i % 8]}",
            f"    sector: {SECTORS[i % 6]}",
            f"    groupings: [{GROUPINGS[i % 5]}]",
        ]
        lines += ["    start: true"] if i % 25 == 0 else []
        lines += ["    end: true"] if i % 25 == 24 else []
        lines += ["    assesses: true"] if i % 4 == 1 else []
    return "\n".join(lines) + "\n"


def pathway(service_count, flow_count):
    chosen = random.Random(7)
    flows = {(i, i + 1): None for i in range(service_count - 1)}
    while len(flows) < flow_count:
        a, b = chosen.randrange(service_count), chosen.randrange(service_count)
        if a != b:
            flows[(a, b)] = None
    lines = ["pathways:", "  current:", "    name: Today", "    flows:"]
    for number, (a, b) in enumerate(flows):
        wait = f", wait: {{median_days: {number % 60}}}" if number % 3 == 0 else ""
        lines.append(f"      - {{from: s{a:03}, to: s{b:03}, kind: referral, per_year: {10 + number % 500}{wait}}}")
    return "\n".join(lines) + "\n"


def observations(count, service_count):
    lines = ["observations:"]
    for i in range(count):
        lines += [
            f"  o{i:03}:",
            f"    at: s{i % service_count:03}",
            f"    perspective: {PERSPECTIVES[i % 4]}",
            f"    kind: {KINDS[i % 3]}",
            f"    text: Somebody saw something here that is worth a line of text, number {i}",
            "    tables: [A, B]",
        ]
    return "\n".join(lines) + "\n"


def of_size(size, name="Benchmark"):
    """A project of services, flows and observations of about `size` bytes."""
    service_count = max(6, size // 700)
    text = head(name) + services(service_count) + pathway(service_count, service_count * 2)
    return text + observations(max(1, (size - len(text)) // 205), service_count)


def map_of(service_count, flow_count):
    return head("Map") + services(service_count) + pathway(service_count, flow_count)


def items(words):
    """The ids of the built-in instrument, as `words` lists them."""
    return words or ITEMS


def workshop(item_ids, tables, seats):
    """An assessment of every item by every table with all votes, and each table's top five."""
    chosen = random.Random(11)
    lines = [head("Workshop") + "assessments:", "  baseline:", "    date: 2024-03-20", "    instrument: thrive-principles", "    tables:"]
    strength = {item: chosen.random() for item in item_ids}
    for table in range(tables):
        lines += [f"      T{table + 1}:", f"        seats: {seats}", "        scores:"]
        for item in item_ids:
            votes = sorted(min(4, max(1, round(1 + 3 * strength[item] + chosen.gauss(0, 0.7)))) for _ in range(seats))
            lines.append(f"          {item}: {{score: {votes[seats // 2]}, evidence: What was seen, votes: {votes}}}")
    lines += ["priorities:", "  rules: {choose: 5, method: points, points_from: 5, unlisted: last}", "  tables:"]
    for table in range(tables):
        ranked = sorted(item_ids, key=lambda item: strength[item] + chosen.gauss(0, 0.25))
        lines.append(f"    T{table + 1}: {{people: {seats}, ranking: [{', '.join(ranked[:5])}]}}")
    return "\n".join(lines) + "\n"


def gap_sheet(lines):
    """A gap sheet of so many lines a column."""
    text = ["gaps:", f"  {ITEMS[0]}:", "    ideal: Seen where they are"]
    for column in ("in_place", "in_development", "gaps", "training"):
        text += [f"    {column}:"] + [f"      - Line {number} of this column" for number in range(lines)]
    text += ["    recommendations:"]
    text += [f"      r{number}: {{text: Do it, owner: Lead, gap: Line {number} of this column}}" for number in range(lines)]
    return head("Gaps") + "\n".join(text) + "\n"


def ramps(count):
    """Ramps of ten cycles, each of which names the next."""
    text = ["ramps:"]
    for ramp in range(count):
        text += [f"  r{ramp}:", "    name: A ramp", "    cycles:"]
        for cycle in range(10):
            following = f", act: {{decision: adapt, reason: It works, next: r{ramp}c{cycle + 1}}}" if cycle < 9 else ""
            text += [f"      r{ramp}c{cycle}: {{name: A cycle, kind: test, start: 2024-06-{cycle + 1:02}{following}}}"]
    return head("Ramps") + "\n".join(text) + "\n"


def table_maps(count):
    """Tables that each drew the map of forty services in a way of their own."""
    chosen = random.Random(3)
    text = services(40) + "pathways:\n  current:\n    name: Today\n    flows: [{from: s000, to: s001}]\n"
    for table in range(count):
        text += f"  table-{table}:\n    variant_of: current\n    table: T{table}\n    flows:\n"
        for at in range(39):
            text += f"      - {{from: s{at:03}, to: s{chosen.randrange(at + 1, 40):03}}}\n"
    return head("Tables") + text


def extract(rows, kept):
    """A referral extract of so many rows, `kept` of which are of the team North."""
    chosen = random.Random(13)
    first = datetime.date(2014, 1, 6)
    north = set(range(0, kept))
    lines = ["date,team,value,postcode district,source"]
    for row in range(rows):
        week = row if row in north else chosen.randrange(500)
        team = "North" if row in north else chosen.choice(["South", "East", "West"])
        lines.append(f"{first + datetime.timedelta(weeks=week)},{team},{chosen.randrange(1, 90)},TH{chosen.randrange(1, 9)},gp")
    return "\n".join(lines) + "\n"


def weekly(weeks, seed):
    """A CSV file of weekly figures."""
    chosen = random.Random(seed)
    first = datetime.date(2021, 1, 4)
    lines = ["date,value"]
    lines += [f"{first + datetime.timedelta(weeks=week)},{50 + chosen.gauss(0, 6):.1f}" for week in range(weeks)]
    return "\n".join(lines) + "\n"


def measures(count, file_of):
    lines = ["measures:"]
    for i in range(count):
        lines += [
            f"  m{i:04}:",
            f"    name: Measure number {i}",
            "    type: outcome",
            "    unit: days",
            "    better: lower",
            f"    data: {file_of(i)}",
            "    baseline: {points: 20}",
        ]
    return "\n".join(lines) + "\n"
