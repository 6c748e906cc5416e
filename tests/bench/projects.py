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
