#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""What pathway-map analyse and compare print as JSON is what networkx works out, on random maps: unreachable services,
loops, dominators, bridges, betweenness, assessments on routes, doors, sectors, queues, waits, Jaccard, kappa."""

import itertools
import json
import random
import subprocess
from pathlib import Path

import networkx as nx
from common import finish, programs_argument

GROUPINGS = ["thriving", "getting-advice", "getting-help", "getting-more-help", "getting-risk-support"]
SECTORS = ["health", "education", "social-care", "voluntary", "digital", "family"]
MAPS = 60


class Map:
    """A random map, with what there is to know about it."""

    def __init__(self, seed):
        chosen = random.Random(seed)
        count = chosen.randint(3, 22)
        self.ids = [f"n{number:03}" for number in range(count)]
        chosen.shuffle(self.ids)
        pairs = list(itertools.product(self.ids, repeat=2))
        self.edges = chosen.sample(pairs, chosen.randint(1, min(count * 3, len(pairs))))
        self.other = [pair for pair in self.edges if chosen.random() < 0.7] + chosen.sample(pairs, 2)
        self.other = list(dict.fromkeys(self.other))
        self.services = {
            name: {
                "sector": chosen.choice(SECTORS),
                "grouping": chosen.choice([*GROUPINGS, None]),
                "assesses": chosen.random() < 0.35,
                "completes": chosen.choice([None, chosen.randint(0, 300)]),
            }
            for name in self.ids
        }
        self.starts = sorted(chosen.sample(self.ids, chosen.randint(1, 3)), key=self.ids.index)
        self.ends = sorted(chosen.sample(self.ids, chosen.randint(1, 3)), key=self.ids.index)
        self.flows = [(a, b, chosen.choice([None, chosen.randint(1, 500)]), chosen.choice([None, chosen.randint(0, 90)])) for a, b in self.edges]
        self.graph = nx.DiGraph()
        self.graph.add_nodes_from(self.ids)
        self.graph.add_edges_from(self.edges)

    def project(self):
        lines = ["thrive: 1", "project: {name: Random}", "services:"]
        for name, service in self.services.items():
            fields = [f"name: Service {name}", f"sector: {service['sector']}"]
            fields += [f"groupings: [{service['grouping']}]"] if service["grouping"] else []
            fields += [f"completes_per_year: {service['completes']}"] if service["completes"] is not None else []
            fields += ["assesses: true"] if service["assesses"] else []
            fields += ["start: true"] if name in self.starts else []
            fields += ["end: true"] if name in self.ends else []
            lines.append(f"  {name}: {{{', '.join(fields)}}}")
        lines += ["pathways:", "  current:", "    flows:"]
        for a, b, people, wait in self.flows:
            fields = [f"from: {a}", f"to: {b}"]
            fields += [f"per_year: {people}"] if people is not None else []
            fields += [f"wait: {{median_days: {wait}}}"] if wait is not None else []
            lines.append(f"      - {{{', '.join(fields)}}}")
        lines += ["  other:", "    flows:"] + [f"      - {{from: {a}, to: {b}}}" for a, b in self.other]
        return "\n".join(lines) + "\n"

    def assesses(self, name):
        return int(self.services[name]["assesses"])

    def shortest(self, start, weight):
        """Least sums of a weight from a start; steps without one cannot be taken."""
        weighted = nx.DiGraph()
        weighted.add_nodes_from(self.ids)
        weighted.add_weighted_edges_from((a, b, weight[a, b]) for a, b in self.edges if weight[a, b] is not None)
        return nx.single_source_dijkstra_path_length(weighted, start)


def behind(dominators, root):
    """The services behind each, from a dominator tree."""
    found = {}
    for name, gate in dominators.items():
        while gate != root:
            found.setdefault(gate, set()).add(name)
            gate = dominators[gate]
    return found


def dominators(graph, root, tips):
    joined = graph.copy()
    joined.add_edges_from((root, tip) for tip in tips)
    tree = nx.immediate_dominators(joined, root)
    tree.pop(root, None)
    return tree


def expected_shape(chart):
    graph, starts, ends = chart.graph, chart.starts, chart.ends
    reached = set(starts).union(*(nx.descendants(graph, start) for start in starts))
    leads = set(ends).union(*(nx.ancestors(graph, end) for end in ends))
    plain = nx.Graph(edge for edge in graph.edges if edge[0] != edge[1])
    plain.add_nodes_from(chart.ids)
    before = dominators(graph, "START", starts)
    return {
        "starts": starts,
        "ends": ends,
        "unreachable": [name for name in chart.ids if name not in reached],
        "cannot_reach_end": [name for name in chart.ids if name not in leads],
        "dead_ends": [name for name in chart.ids if graph.out_degree(name) == 0 and name not in ends],
        "loops": sorted(sorted(part) for part in nx.strongly_connected_components(graph) if len(part) > 1),
        "two_way": sorted([a, b] for a, b in graph.edges if a < b and graph.has_edge(b, a)),
        "self_loops": [name for name in chart.ids if graph.has_edge(name, name)],
        "immediate_dominator": before,
        "immediate_post_dominator": dominators(graph.reverse(), "END", ends),
        "gatekeepers": {gate: sorted(services) for gate, services in behind(before, "START").items()},
        "articulation_points": sorted(nx.articulation_points(plain)),
        "bridges": sorted(sorted(edge) for edge in nx.bridges(plain)),
        "betweenness": {name: round(value, 9) for name, value in nx.betweenness_centrality(graph, normalized=False).items()},
    }


def printed_shape(printed):
    shape = dict(printed)
    shape["gatekeepers"] = {gate["service"]: sorted(gate["behind"]) for gate in printed["gatekeepers"]}
    shape["articulation_points"] = sorted(printed["articulation_points"])
    shape["betweenness"] = {name: round(value, 9) for name, value in printed["betweenness"].items()}
    return shape


def expected_routes(chart, limit):
    weight = {(a, b): chart.assesses(b) for a, b in chart.edges}
    fewest, most = {}, None
    for start in chart.starts:
        least = chart.shortest(start, weight)
        fewest[start] = {end: least[end] + chart.assesses(start) if end in least else None for end in chart.ends}
        for end in chart.ends:
            routes = [[start]] if start == end else nx.all_simple_paths(chart.graph, start, end, cutoff=limit)
            counts = [sum(map(chart.assesses, route)) for route in routes]
            most = max([*counts, *([] if most is None else [most])], default=None)
    return {"fewest": fewest, "most": most}


def expected_doors(chart):
    assessed = {(a, b): chart.assesses(b) for a, b in chart.edges}
    waits = {(a, b): wait for a, b, _, wait in chart.flows}
    doors = {}
    for start in chart.starts:
        steps = nx.single_source_shortest_path_length(chart.graph, start)
        least, quickest = chart.shortest(start, assessed), chart.shortest(start, waits)
        for grouping in GROUPINGS:
            places = [name for name in chart.ids if chart.services[name]["grouping"] == grouping and name in steps]
            doors.setdefault(start, {})[grouping] = {
                "reachable": bool(places),
                "handoffs": min((steps[name] for name in places), default=None),
                "assessments": min((least[name] + chart.assesses(start) for name in places), default=None),
                "wait_median_days": min((quickest[name] for name in places if name in quickest), default=None),
            }
    return doors


def expected_sums(chart):
    queues = []
    for name in chart.ids:
        into = [people for _, to, people, _ in chart.flows if to == name]
        out = [people for start, _, people, _ in chart.flows if start == name]
        completes = chart.services[name]["completes"]
        known = None not in (*into, *out, completes)
        queues.append([name, sum(into) - sum(out) - completes if known else None])
    waits = [[a, b, people, wait, people * wait / 7 if None not in (people, wait) else None] for a, b, people, wait in chart.flows]
    crossing = sum(chart.services[a]["sector"] != chart.services[b]["sector"] for a, b in chart.edges)
    return {"queues": queues, "waits": waits, "crossing": crossing}


def expected_comparison(chart):
    first, second = dict.fromkeys(chart.edges), dict.fromkeys(chart.other)
    shared = {name for edge in first for name in edge} & {name for edge in second for name in edge}
    pairs = list(itertools.permutations(sorted(shared), 2))
    kappa = None
    if pairs:
        a, b = [pair in first for pair in pairs], [pair in second for pair in pairs]
        observed = sum(x == y for x, y in zip(a, b)) / len(pairs)
        chance = (sum(a) * sum(b) + (len(a) - sum(a)) * (len(b) - sum(b))) / len(pairs) ** 2
        kappa = round((observed - chance) / (1 - chance), 9) if chance < 1 else None
    both = [list(edge) for edge in first if edge in second]
    return {
        "both": both,
        "only_a": [list(edge) for edge in first if edge not in second],
        "only_b": [list(edge) for edge in second if edge not in first],
        "jaccard": round(len(both) / len({*first, *second}), 9),
        "kappa": kappa,
    }


def asked(programs, chart, *words):
    run = subprocess.run([programs / "pathway-map", *words, "-f", "json", "-"], input=chart.project(), capture_output=True, text=True, timeout=60, check=False)
    if run.returncode not in (0, 1):
        raise SystemExit(f"maps: {run.stderr}{chart.project()}")
    return json.loads(run.stdout)


def wrong_with(programs, seed):
    chart = Map(seed)
    printed = asked(programs, chart, "analyse")
    shape = printed_shape(printed)
    for key, value in expected_shape(chart).items():
        yield key, shape[key], value
    most = printed["assessments"]["most_on_a_route"]
    yield "assessments", {"fewest": printed["assessments"]["fewest"], "most": most["count"]}, expected_routes(chart, most["limit"])
    keys = ("reachable", "handoffs", "assessments", "wait_median_days")
    doors = {start: {grouping: {key: door[key] for key in keys} for grouping, door in row.items()} for start, row in printed["no_wrong_door"].items()}
    yield "no_wrong_door", doors, expected_doors(chart)
    keys = ("from", "to", "people_per_year", "median_days", "person_weeks_per_year")
    sums = {
        "queues": [[queue["service"], queue["growth_per_year"]] for queue in printed["queues"]],
        "waits": [[wait[key] for key in keys] for wait in printed["waits"]],
        "crossing": printed["sectors"]["cross_sector_flows"],
    }
    yield "sums", sums, expected_sums(chart)
    compared = asked(programs, chart, "compare", "--with", "other")
    result = {key: compared["flows"][key] for key in ("both", "only_a", "only_b")}
    result |= {key: compared[key] if compared[key] is None else round(compared[key], 9) for key in ("jaccard", "kappa")}
    yield "compare", result, expected_comparison(chart)


def main():
    programs = Path(programs_argument(__doc__)).resolve()
    problems = []
    for seed in range(MAPS):
        for what, printed, expected in wrong_with(programs, seed):
            if printed != expected:
                problems.append((f"map {seed} {what}", f"prints {printed}, networkx says {expected}"))
    finish("maps", problems, MAPS)


main()
