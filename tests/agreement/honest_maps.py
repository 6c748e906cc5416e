#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""What pathway-map says of 300 random maps is so: every sentence that names a number, a majority, an absence or a
comparison is worked out anew from the flows, for the whole map and for parts of it."""

import json
import random
import re
import subprocess
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import networkx as nx
from common import finish, programs_argument

NAMES = "Alder Birch Cedar Daisy Elder Fern Gorse Hazel Iris Juniper Kale Larch".split()
SECTORS = ["health", "education", "voluntary", None]
KINDS = ["good-practice", "quality-problem", "duplication"]
MAPS = 300
SMALL = 5


def number(value):
    return f"{value:,.0f}"


def percent(share):
    return "less than 1%" if 0 < share < 0.01 else f"{round(share * 100 + 1e-12):.0f}%"


def hides(value):
    return value is not None and 0 < value < SMALL


def people(value):
    return f"fewer than {SMALL}" if hides(value) else number(value)


def total(figures):
    """A sum for readers: what is not recorded, and what is too small to show, cannot be worked out from it."""
    known = [figure for figure in figures if figure is not None]
    hidden = [figure for figure in known if hides(figure)]
    shown = sum(figure for figure in known if not hides(figure))
    missing = len(known) < len(figures)
    if missing and not known:
        return "not recorded"
    if not hidden:
        return f"at least {number(shown)}" if missing else number(shown)
    return f"more than {number(shown)}" if shown or missing else f"fewer than {number(SMALL * len(hidden))}"


class Map:
    """A random map: flows are (from, to, kind, number, is of visits, median days)."""

    def __init__(self, seed):
        chosen = random.Random(seed)
        self.names = chosen.sample(NAMES, chosen.randint(3, 11))
        self.sector = {name: chosen.choice(SECTORS) for name in self.names}
        self.completes = {name: chosen.choice([None, 0, chosen.randint(1, 4), chosen.randint(5, 900)]) for name in self.names}
        self.starts = chosen.sample(self.names, chosen.randint(1, 2))
        self.ends = chosen.sample(self.names, chosen.randint(1, 2))
        self.assesses = {name for name in self.names if chosen.random() < 0.4}
        self.flows = self.random_flows(chosen)
        self.other = [flow for flow in self.flows if chosen.random() < 0.6] + self.random_flows(chosen)[:3]
        places = [*self.names, *[f"{a} -> {b}" for a, b, *_ in self.flows]]
        self.notes = [(chosen.choice(places), chosen.choice(KINDS)) for _ in range(chosen.choice([0, 0, 3, 9]))]
        self.focus, self.hops = chosen.choice(self.names), chosen.randint(0, 2)
        self.least = chosen.choice([3, 60, 200])

    def random_flows(self, chosen):
        flows = []
        for _ in range(chosen.randint(1, 3 * len(self.names))):
            a, b = chosen.choice(self.names), chosen.choice(self.names)
            count = chosen.choice([None, 0, chosen.randint(1, 4), 100, chosen.randint(5, 1500), chosen.randint(5, 1500)])
            visits = count is not None and chosen.random() < 0.1
            flows.append((a, b, chosen.choice(["referral", "return", "signpost"]), count, visits, chosen.choice([None, 0, 21, chosen.randint(1, 200)])))
        return list({flow[:2]: flow for flow in flows}.values())

    def project(self):
        lines = ["thrive: 1", "project: {name: Random}", "services:"]
        for name in self.names:
            fields = [f"name: {name}"]
            fields += [f"sector: {self.sector[name]}"] if self.sector[name] else []
            fields += [f"completes_per_year: {self.completes[name]}"] if self.completes[name] is not None else []
            fields += [f"{mark}: true" for mark, marked in (("start", self.starts), ("end", self.ends), ("assesses", self.assesses)) if name in marked]
            lines.append(f"  {name}: {{{', '.join(fields)}}}")
        lines.append("pathways:")
        for pathway, flows in (("current", self.flows), ("other", self.other)):
            lines += [f"  {pathway}:", "    flows:"]
            for a, b, kind, count, visits, days in flows:
                fields = [f"from: {a}", f"to: {b}", f"kind: {kind}"]
                fields += [f"per_year: {count}"] if count is not None else []
                fields += ["counts: visits"] if visits else []
                fields += [f"wait: {{median_days: {days}}}"] if days is not None else []
                lines.append(f"      - {{{', '.join(fields)}}}")
        if self.notes:
            lines.append("observations:")
        for position, (at, kind) in enumerate(self.notes):
            lines.append(f"  o{position}: {{at: {at}, perspective: operations, kind: {kind}, text: Seen}}")
        return "\n".join(lines) + "\n"


class Truth:
    """What there is to know of the flows of one map, worked out from the list of them."""

    def __init__(self, drawn, flows):
        self.map, self.flows = drawn, flows
        self.graph = nx.DiGraph()
        self.graph.add_nodes_from(drawn.names)
        self.graph.add_edges_from((a, b) for a, b, *_ in flows if a != b)
        self.back = [flow for flow in flows if flow[2] == "return"]
        self.waits = [(a, b, count, days, count * days / 7) for a, b, _, count, visits, days in flows if count and not visits and days]

    def people(self, chosen):
        """Numbers of people on the flows that are chosen, those of visits left out."""
        return [flow[3] for flow in self.flows if chosen(flow) and not flow[4]]

    def visits(self, chosen):
        return [flow[3] for flow in self.flows if chosen(flow) and flow[4]]

    def queue(self, name):
        """In, out, completed, and by how many the queue grows where all three are known."""
        into, out, done = self.people(lambda f: f[1] == name), self.people(lambda f: f[0] == name), self.map.completes[name]
        is_known = None not in into + out and done is not None and not self.visits(lambda f: name in f[:2])
        return into, out, done, sum(into) - sum(out) - done if is_known else None

    def box(self, name):
        """The words in a box."""
        is_start = name in self.map.starts
        come = lambda f: f[1] == name and f[2] != "return"
        back = lambda f: f[1] == name and f[2] == "return"
        out = lambda f: f[0] == name

        def told(chosen, word):
            figures, visits = self.people(chosen), self.visits(chosen)
            word = f" {word}" if word else ""
            if any(figure is not None for figure in figures) or not (figures or visits):
                return total(figures) + word + (f" and {number(sum(visits))} visits" if visits else "")
            return f"{number(sum(visits))} visits" if visits else f"{word.strip() or 'people'} not recorded"

        comes, backs, leaves = any(map(come, self.flows)), any(map(back, self.flows)), any(map(out, self.flows))
        if not comes and not backs and not leaves:
            return "no flow on this map"
        if leaves and is_start and (comes or backs):
            parts = [told(out, "set out")] + ([told(come, "come")] if comes else []) + ([told(back, "back")] if backs else [])
            words = ", ".join(parts)
            return words if words.endswith("not recorded") else words + " a year"
        chosen, word = (out, "set out") if not comes and not backs else (lambda f: f[1] == name, "")
        words = told(chosen, word)
        return "people a year not recorded" if words.endswith("not recorded") else words + " a year"

    def passing(self, name):
        into, out, done, _ = self.queue(name)
        leaving = out + ([done] if done is not None else [])
        come, go = sum(f or 0 for f in into), sum(f or 0 for f in leaving)
        if not any(f is not None for f in into) and not any(f is not None for f in leaving):
            return None, []
        return max(come, go), leaving if go > come or (not any(f is not None for f in into) and leaving) else into


def sent_back(truth):
    """The whole sentence about people who are sent back."""
    figures = truth.people(lambda f: f[2] == "return")
    known = [figure for figure in figures if figure is not None]
    flows = f"{len(truth.back)} flow{'' if len(truth.back) == 1 else 's'}"
    if not known:
        return f"Young people are sent back on {flows}; how many is not recorded."
    missing = len(figures) - len(known)
    words = total(figures)
    words = (words[0].upper() + words[1:]) + " people a year are sent back to where they came from"
    words += f" ({missing} flow{'' if missing == 1 else 's'} not recorded)" if missing else ""
    most = max(known)
    if most == 0 or hides(most):
        return f"{words}, on {flows}."
    largest = [f"from {a} to {b}" for a, b, _, count, visits, _ in truth.back if count == most and not visits]
    named = ", ".join(largest[:-1]) + (" and " if largest[:-1] else "") + largest[-1]
    if len(known) == 1:
        return f"{words}, all of {'those recorded' if missing else 'them'} {named}."
    if len(largest) > 1:
        return f"{words}, the largest parts {named} ({people(most)} each)."
    if 2 * most > sum(known):
        return f"{words}, most of {'those recorded' if missing else 'them'} {named} ({people(most)})."
    return f"{words}, the largest part {named} ({people(most)})."


def most_waiting(truth):
    ranked = sorted(truth.waits, key=lambda w: -w[4])
    whole, named = sum(w[4] for w in ranked), ranked[:3]
    parts = []
    for a, b, count, days, weeks in named:
        words = f"from {a} to {b} ({people(count)} {'person' if count == 1 and not hides(count) else 'people'} x {number(days)} days"
        parts.append(words + (")" if hides(count) else f" = {number(weeks)} person-weeks a year, {percent(weeks / whole)})"))
    words = "All of the recorded waiting is" if len(ranked) <= 3 else "Most of the recorded waiting is" if 2 * sum(w[4] for w in named) > whole else "The largest parts of the recorded waiting are"
    return f"{words} done on the way {', '.join(parts[:-1])}{' and ' if parts[:-1] else ''}{parts[-1]}."


def queue_words(truth, name):
    into, out, done, growth = truth.queue(name)
    return total(into), total(out), people(done), growth


def places(truth, kind):
    """Notes of a kind at each place with the people who pass it, heaviest first."""
    counts = Counter(at for at, of_kind in truth.map.notes if of_kind == kind)
    found = []
    for at, notes in counts.items():
        ends = at.split(" -> ")
        figures = truth.people(lambda f: list(f[:2]) == ends) if len(ends) == 2 else None
        passing, of = (sum(f for f in figures if f is not None) if any(f is not None for f in figures) else None, figures) if figures is not None else truth.passing(at)
        found.append((at, notes, passing, of))
    return found


class Checker:
    """Holds the sentences of one map against the truth."""

    def __init__(self, seed, drawn, truth):
        self.seed, self.map, self.truth, self.wrong, self.looked_at = seed, drawn, truth, [], 0

    def same(self, what, said, true):
        self.looked_at += 1
        if said != true:
            self.wrong.append((f"map {self.seed}", f"{what}: says {said!r}, not {true!r}"))

    def finding(self, code, message):
        truth = self.truth
        first = re.search(r"\d[\d,]*", message)
        count = int(first[0].replace(",", "")) if first else 1
        if code == "sent-back":
            self.same(code, message, sent_back(truth))
        elif code == "most-waiting":
            self.same(code, message, most_waiting(truth))
        elif code == "people-not-recorded":
            self.same(code, count, sum(flow[3] is None for flow in truth.flows))
        elif code == "wait-not-recorded":
            self.same(code, count, sum(flow[5] is None for flow in truth.flows))
        elif code == "flow-counts-visits":
            self.same(code, count, sum(truth.visits(lambda f: True)))
        elif code == "between-sectors":
            known = [(self.map.sector[a], self.map.sector[b]) for a, b, *_ in truth.flows if self.map.sector[a] and self.map.sector[b]]
            crossing = sum(a != b for a, b in known)
            self.same(code, message.split(" cross")[0], f"{crossing} of {len(known)} flow{'' if len(known) == 1 else 's'} ({percent(crossing / len(known))})")
        elif code == "sector-not-recorded":
            self.same(code, count, sum(not (self.map.sector[a] and self.map.sector[b]) for a, b, *_ in truth.flows))
        elif code == "two-way-pair":
            for a, b, one, other in re.findall(r"(\w+) and (\w+) \(([^()]+) one way, ([^()]+) the other\)", message):
                for said, ends in ((one, (a, b)), (other, (b, a))):
                    figures = truth.people(lambda f: f[:2] == ends)
                    self.same(code, said, total(figures) if any(f is not None for f in figures) else "not recorded")
            self.same(code, count, sum(1 for a, b in truth.graph.edges if a < b and truth.graph.has_edge(b, a)))
        elif code in ("queue-growing", "queue-nearly-balanced", "more-leave-than-come"):
            self.queues(code, message)
        elif code in ("heaviest-problem", "heaviest-duplication"):
            self.heaviest(message, "quality-problem" if code == "heaviest-problem" else "duplication")
        elif code == "nobody-commented":
            touched = {end for at, _ in self.map.notes for end in at.split(" -> ")}
            self.same(code, count, sum(name not in touched for name in self.map.names))
        elif code == "unreachable-service":
            reached = set(self.map.starts).union(*(nx.descendants(truth.graph, start) for start in self.map.starts))
            said = message.split("Another pathway")[0]
            self.same(code, {n for n in self.map.names if n in said} & reached, set())
            self.same(code, count, len(self.map.names) - len(reached))
        elif code == "dead-end-service":
            dead = {n for n in self.map.names if n not in self.map.ends and all(a != n for a, *_ in truth.flows)}
            self.same(code, {n for n in self.map.names if n in message} - dead, set())
            self.same(code, count, len(dead))
        elif code == "bottleneck-by-position":
            central = nx.betweenness_centrality(truth.graph, normalized=False)
            highest = {name for name, value in central.items() if abs(value - max(central.values())) < 1e-9}
            self.same(code, {n for n in self.map.names if n in message}, highest)
        elif code == "longest-way-in":
            self.same(code, "at least" in message, False)

    def queues(self, code, message):
        if code == "queue-growing":
            name = re.match(r"The queue at (\w+) grows", message)[1]
            into, out, done, growth = queue_words(self.truth, name)
            figures = [f for f in [*self.truth.queue(name)[0], *self.truth.queue(name)[1], self.truth.queue(name)[2]]]
            true = f"grows: in a year {into} come" if any(map(hides, figures)) else f"grows by {people(growth)} {'person' if growth == 1 else 'people'} a year: {into} come"
            self.same(code, message, f"The queue at {name} {true}, {out} move on and {done} complete.")
            self.same(code, growth > 0 and growth >= 0.2 * sum(self.truth.queue(name)[0]), True)
            return
        for name, into, out, done in re.findall(r"(\w+) \(([^()]+) in, ([^()]+) on, ([^()]+) completed\)", message):
            true = queue_words(self.truth, name)
            self.same(code, (into, out, done), true[:3])
            self.same(code, true[3] > 0, code == "queue-nearly-balanced")

    def heaviest(self, message, kind):
        found = places(self.truth, kind)
        weighed = [place for place in found if place[2] is not None]
        self.same("heaviest", message.startswith("Weighed"), bool(weighed))
        said = re.findall(r"(?:the way from (\w+) to (\w+)|(\w+)) \((\d+) notes?(?:, ([^()]+) a year)?\)", message)
        weights = sorted((-notes * passing for _, notes, passing, _ in weighed))[:3]
        told = []
        for a, b, at, notes, words in said:
            place = next(p for p in found if p[0] == (at or f"{a} -> {b}"))
            self.same("heaviest", int(notes), place[1])
            if weighed:
                told.append(-place[1] * place[2])
                self.same("heaviest", words.rsplit(" ", 1)[0], total(place[3]))
        if weighed:
            self.same("heaviest", told, weights)

    def picture(self, what, text, dot, drawn):
        """The map in words and the words in its boxes; `drawn` are the flows that are shown."""
        for name, words in re.findall(r's\d+ \[label="(\w+)\\n([^"]*)"', dot):
            if words != "no way in on this map":
                self.same(f"box of {name}, {what}", words.removesuffix(" · assesses"), self.truth.box(name))
        flat = " ".join(text.split())
        for name in set(re.findall(r's\d+ \[label="(\w+)\\n', dot)):
            part = re.search(rf"(?:^|\s){name}\. (?=(?:It is|Young|There|People|Nobody)).*?(?:go on|goes on)[^.]*\.", flat)
            if part is None:
                self.wrong.append((f"map {self.seed}", f"{name} is not in the words of the map, {what}"))
                continue
            into = [f for f in self.truth.flows if f[1] == name]
            out = [f for f in self.truth.flows if f[0] == name]
            self.same(f"nobody comes to {name}, {what}", "Nobody comes" in part[0], not into)
            self.same(f"nobody leaves {name}, {what}", "Nobody goes on" in part[0], not out)
            left = [int(n) for n in re.findall(r"on (\d+) flows? that", part[0])]
            true = [sum(f not in drawn for f in side) for side in (into, out)]
            self.same(f"flows left out at {name}, {what}", left, [n for n in true if n])


def verdict(before, after):
    """Of two lists (name, figure or None): better, worse, nothing, or not compared."""
    missing = [[name for name, figure in side if figure is None] for side in (before, after)]
    known = [[name for name, figure in side if figure is not None] for side in (before, after)]
    if not known[0] and not known[1]:
        return ""
    if (missing[0] or missing[1]) and (missing[0] != missing[1] or known[0] != known[1]):
        return "not compared"
    sums = [sum(figure for _, figure in side if figure is not None) for side in (before, after)]
    if not known[0] or not known[1] or abs(sums[0] - sums[1]) < 1e-9:
        return ""
    return "better" if sums[1] < sums[0] else "worse"


def check(programs, seed):
    drawn = Map(seed)
    truth = Truth(drawn, drawn.flows)
    checker = Checker(seed, drawn, truth)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.yaml"
        path.write_text(drawn.project(), encoding="utf-8")

        def run(*words):
            done = subprocess.run([str(programs / "pathway-map"), *words, str(path)], capture_output=True, text=True, timeout=120, check=False)
            if done.returncode > 1 or "error" in done.stderr:
                raise SystemExit(f"map {seed}: {' '.join(words)} ends with {done.returncode}: {done.stderr}")
            return done.stdout

        for finding in json.loads(run("analyse", "-f", "json"))["findings"]:
            checker.finding(finding["code"], finding["message"])
        near = {drawn.focus}
        for _ in range(drawn.hops):
            near |= {end for flow in drawn.flows for end in flow[:2] if near & set(flow[:2])}
        least = max(SMALL, drawn.least)
        parts = {
            (): drawn.flows,
            ("--focus", drawn.focus, "--hops", str(drawn.hops)): [f for f in drawn.flows if near.issuperset(f[:2])],
            ("--min-people", str(drawn.least)): [f for f in drawn.flows if f[3] is None or f[4] or f[3] >= least],
        }
        for options, flows in parts.items():
            text = run("draw", "-f", "text", *options)
            checker.picture(" ".join(options) or "whole", text, run("draw", "-f", "dot", *options), flows)
            if "--focus" in options:
                checker.same("services of the focus", f"{len(near)} of {len(drawn.names)} services," in " ".join(text.split()), True)
            if "--min-people" in options:
                checker.same("flows left out", f"Not drawn: {len(drawn.flows) - len(flows)} of {len(drawn.flows)} flows" in " ".join(text.split()), True)
        rows = dict(re.findall(r"^\| (people a year who are sent back|person-weeks of recorded waiting a year) \|.*\| (.*) \|$", run("compare", "-f", "markdown", "--with", "other"), re.MULTILINE))
        other = drawn.other
        flows_of = lambda flows, figure, chosen: [(f"{f[0]} -> {f[1]}", figure(f)) for f in flows if chosen(f) and not f[4]]
        back = [flows_of(flows, lambda f: f[3], lambda f: f[2] == "return") for flows in (drawn.flows, other)]
        waiting = [flows_of(flows, lambda f: f[3] * f[5] / 7 if f[3] is not None and f[5] is not None else None, lambda f: True) for flows in (drawn.flows, other)]
        said = rows.get("people a year who are sent back", "").strip()
        if back[0] and back[1]:
            checker.same("sent back, compared", said, verdict(*back))
        checker.same("waiting, compared", rows.get("person-weeks of recorded waiting a year", "").strip(), verdict(*waiting))
    return checker.wrong, checker.looked_at


def main():
    programs = programs_argument(__doc__)
    problems, looked_at = [], 0
    with ThreadPoolExecutor(2) as workers:
        for wrong, count in workers.map(lambda seed: check(programs, seed), range(MAPS)):
            problems += wrong
            looked_at += count
    finish("honest_maps", problems, looked_at)


main()
