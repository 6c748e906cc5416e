#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Speed as ratios to programs that everybody has, all runs in turn so that a busy machine disturbs both sides alike.

run.py --bin BUILD [--only NAME] [--rounds N] [--processor-time]
A ratio is the lower quartile of one program's times over that of another's, whole process. On a busy machine, processor
time says more than the clock: --processor-time. Nothing here is a test.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import projects  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = "/usr/bin/python3"


def lower_quartile(values):
    return statistics.quantiles(values, n=4)[0] if len(values) > 3 else min(values)


class Bench:
    """Runs programs in turn and prints what they took."""

    def __init__(self, programs, folder, rounds, processor_time):
        self.processor_time = processor_time
        self.programs = programs
        self.folder = folder
        self.rounds = rounds
        self.failures = 0

    def tool(self, name, *words):
        return [str(self.programs / name), *map(str, words)]

    def helper(self, name, *words):
        return [str(self.programs / "tests" / name), *map(str, words)]

    def file(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def measure(self, commands, rounds=None, statuses=(0, 1)):
        """Seconds (lower quartile) and peak memory in kB of each command; the commands take turns."""
        rounds = rounds or self.rounds
        lines = "".join("\t".join(command) + "\n" for command in commands.values())
        run = subprocess.run(
            self.helper("bench-spawn", rounds), input=lines, capture_output=True, text=True, check=True, cwd=self.folder
        )
        names = list(commands)
        times, memory, bad = {name: [] for name in names}, {name: 0 for name in names}, set()
        for line in run.stdout.splitlines():
            number, clock, processor, kilobytes, status = map(int, line.split())
            times[names[number]].append((processor if self.processor_time else clock) / 1e9)
            memory[names[number]] = max(memory[names[number]], kilobytes)
            if status not in statuses:
                bad.add((names[number], status))
        for name, status in sorted(bad):
            self.failures += 1
            print(f"  {name} ended with status {status}: {' '.join(commands[name])}")
        return {name: lower_quartile(values) for name, values in times.items()}, memory

    def line(self, what, value, limit, unit="x", more=False):
        """One result: what was measured, its value, the limit it should keep to (at least, with `more`)."""
        kept = value >= limit if more else value <= limit
        sign = ">=" if more else "<="
        print(f"{'ok  ' if kept else 'MISS'} {what:<66} {value:9.3g}{unit:<3} ({sign} {limit:g}{unit})", flush=True)


def start(bench):
    tools = [entry.name for entry in sorted((ROOT / "tools").glob("*.cpp"))]
    names = [name.removesuffix(".cpp") for name in tools]
    seconds, _ = bench.measure({"true": ["/bin/true"], **{name: bench.tool(name, "--version") for name in names}})
    for name in names:
        bench.line(f"{name} --version : /bin/true", seconds[name] / seconds["true"], 4)


def check_one(bench):
    project = bench.file("twenty.yaml", projects.of_size(20_000))
    commands = {
        "check": bench.tool("thrive", "check", project),
        "events": bench.helper("bench-parse-events", project),
        "true": ["/bin/true"],
    }
    seconds, _ = bench.measure(commands, statuses=(0,))
    size = project.stat().st_size
    bench.line(f"thrive check, {size} bytes : yaml-cpp's events of the same", seconds["check"] / seconds["events"], 2)


def check_many(bench):
    text = projects.of_size(5_000)
    paths = [bench.file(f"many/{number:04}.yaml", text) for number in range(2000)]
    few = paths[:200]
    load = "import sys,yaml;any(yaml.load(open(p,'rb'),Loader=yaml.CSafeLoader) is None for p in sys.argv[1:])"
    commands = {
        "check": bench.tool("thrive", "check", *paths),
        "few": bench.tool("thrive", "check", *few),
        "python": [PYTHON, "-c", load, *map(str, paths)],
    }
    seconds, memory = bench.measure(commands, rounds=3, statuses=(0,))
    bench.line("PyYAML CSafeLoader : thrive check, 2,000 projects", seconds["python"] / seconds["check"], 5, more=True)
    # What a project adds is its name, in the handful of lists that a command line passes through.
    bench.line("peak memory that a project of 5 KB adds", (memory["check"] - memory["few"]) / 1800, 1, " KB")
    print(f"     {seconds['check']:.2f} s, {memory['check'] / 1024:.1f} MB with 2,000; {memory['few'] / 1024:.1f} MB with 200")


def edit(bench):
    project = bench.file("large.yaml", projects.of_size(200_000))
    commands = {
        "edit": bench.tool("pathway-map", "observe", "--at", "s003", "--perspective", "operations", "--kind", "duplication",
                           "--text", "Asked twice", project),
        "parse and two fsyncs": bench.helper("bench-parse-events", project, 2),
    }
    seconds, _ = bench.measure(commands, statuses=(0,), rounds=min(bench.rounds, 15))
    bench.line("an edit of 200 KB : events of the same and two fsyncs", seconds["edit"] / seconds["parse and two fsyncs"], 3)


def pathway(bench):
    large = bench.file("map-500.yaml", projects.map_of(500, 5000))
    sixty = bench.file("map-60.yaml", projects.map_of(60, 150))
    thornmere = ROOT / "examples" / "thornmere"
    script = bench.file("networkx_map.py", NETWORKX)
    commands = {
        "analyse": bench.tool("pathway-map", "analyse", "-f", "json", large),
        "networkx": [PYTHON, str(script), str(large)],
    }
    seconds, memory = bench.measure(commands, rounds=3)
    bench.line("networkx : analyse, 500 services, 5,000 flows", seconds["networkx"] / seconds["analyse"], 20, more=True)
    bench.line("peak memory of analyse, 500 services", memory["analyse"] / 1024, 60, " MB")
    print(f"     analyse {seconds['analyse'] * 1e3:.0f} ms, networkx {seconds['networkx']:.1f} s")
    commands = {
        "true": ["/bin/true"],
        "analyse": bench.tool("pathway-map", "analyse", thornmere),
        "draw": bench.tool("pathway-map", "draw", "-f", "svg", thornmere),
        "sixty": bench.tool("pathway-map", "draw", "-f", "svg", sixty),
    }
    seconds, _ = bench.measure(commands)
    bench.line("draw : analyse, Thornmere", seconds["draw"] / seconds["analyse"], 3)
    bench.line("draw of 60 services : /bin/true", seconds["sixty"] / seconds["true"], 60)


NETWORKX = """
import sys, networkx as nx, yaml
project = yaml.load(open(sys.argv[1], 'rb'), Loader=yaml.CSafeLoader)
graph = nx.DiGraph()
graph.add_nodes_from(project['services'])
graph.add_edges_from((f['from'], f['to']) for f in project['pathways']['current']['flows'])
starts = [s for s, v in project['services'].items() if v.get('start')]
nx.betweenness_centrality(graph, normalized=False)
list(nx.strongly_connected_components(graph))
with_start = graph.copy()
with_start.add_edges_from(('START', s) for s in starts)
nx.immediate_dominators(with_start, 'START')
reached = set().union(*(nx.descendants(graph, s) | {s} for s in starts))
"""


def workshop(bench):
    ids = projects.items(instrument_items())
    path = bench.file("workshop.yaml", projects.workshop(ids, 15, 8))
    commands = {
        "consensus": bench.tool("prioritise", "consensus", "--methods", "all", "-f", "json", path),
        "score": bench.tool("assess", "score", "-f", "json", path),
        "show": bench.tool("thrive", "show", path),
    }
    seconds, _ = bench.measure(commands)
    bench.line("consensus with everything, 24 items, 15 tables", seconds["consensus"] * 1e3, 100, " ms")
    bench.line("assess score : thrive show, 24 items, 15 tables, 8 votes", seconds["score"] / seconds["show"], 3)


def instrument_items():
    import yaml

    for path in sorted((ROOT / "libthrive" / "data").rglob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        if isinstance(content, dict) and "thrive-principles" in path.stem and "items" in content:
            return list(content["items"])
    return []


def measures(bench):
    for number in range(1000):
        bench.file(f"data/m{number:04}.csv", projects.weekly(156, number))
    many = bench.file("series.yaml", projects.head("Series") + projects.measures(1000, lambda i: f"data/m{i:04}.csv"))
    one = bench.file("one.yaml", projects.of_size(20_000) + projects.measures(1, lambda _: "data/m0000.csv"))
    svg = bench.folder / "chart.svg"
    commands = {
        "true": ["/bin/true"],
        "analyse": bench.tool("measure", "analyse", many),
        "reading": bench.tool("thrive", "check", many),
        "chart": bench.tool("measure", "chart", "--measure", "m0000", "-f", "svg", "-o", svg, one),
    }
    seconds, memory = bench.measure(commands, rounds=min(bench.rounds, 11))
    each = (seconds["analyse"] - seconds["reading"]) * 1e3 / 1000
    bench.line("analyse beyond reading (thrive check), a series of 156", each, 0.05, " ms")
    bench.line("chart of a 20 KB project to an SVG file : /bin/true", seconds["chart"] / seconds["true"], 20)
    bench.line("peak memory of chart", memory["chart"] / 1024, 15, " MB")
    bench.line("an SVG of 156 points", svg.stat().st_size / 1024 if svg.exists() else float("nan"), 30, " KB")


def signals(bench):
    paths = []
    for number in range(1000):
        bench.file(f"sites/{number:04}/m.csv", projects.weekly(60, number))
        text = projects.of_size(5_000) + projects.measures(1, lambda _: "m.csv")
        paths.append(str(bench.file(f"sites/{number:04}/thrive.yaml", text)))
    commands = {
        "signals": bench.tool("measure", "signals", "--since", "2022-02-01", "--as-of", "2022-03-01", *paths),
        "check": bench.tool("thrive", "check", *paths),
    }
    seconds, _ = bench.measure(commands, rounds=5)
    bench.line("signals : thrive check, 1,000 projects", seconds["signals"] / seconds["check"], 1.5)


def main():
    benches = {f.__name__: f for f in (start, check_one, check_many, edit, pathway, workshop, measures, signals)}
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", required=True, type=Path)
    options.add_argument("--only", choices=benches, action="append")
    options.add_argument("--rounds", type=int, default=41)
    options.add_argument("--processor-time", action="store_true", help="not the clock's time")
    chosen = options.parse_args()
    print(f"# {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {chosen.rounds} rounds")
    with tempfile.TemporaryDirectory(prefix="thrive-bench-", dir=chosen.bin.resolve()) as folder:
        bench = Bench(chosen.bin.resolve(), Path(folder), chosen.rounds, chosen.processor_time)
        for name in chosen.only or benches:
            benches[name](bench)
    return 2 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
