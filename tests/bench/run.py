#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Speed and memory as ratios to programs that everybody has, and to an older build of these, all runs in turn so that a
busy machine disturbs both sides alike.

run.py --bin BUILD [--today BUILD] [--only NAME] [--rounds N] [--clock]
A ratio is the lower quartile of one program's times over that of another's, whole process, user and system time; the
clock's time with --clock. --today names the folder of an older Release build to be compared with. Nothing here is a
test.
"""

import argparse
import os
import shutil
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

    def __init__(self, programs, older, folder, rounds, processor_time):
        self.processor_time = processor_time
        self.programs = programs
        self.older = older
        self.folder = folder
        self.rounds = rounds
        self.failures = 0

    def tool(self, name, *words):
        return [str(self.programs / name), *map(str, words)]

    def before(self, name, *words):
        """The same tool of the older build; nothing where there is none, for `measure` to leave out."""
        return [str(self.older / name), *map(str, words)] if self.older else None

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
        commands = {name: command for name, command in commands.items() if command is not None}
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


    def against_before(self, what, seconds, now, before, limit):
        """A ratio to the older build, when there is one."""
        if before in seconds:
            self.line(f"{what} : older build", seconds[now] / seconds[before], limit)


def start(bench):
    tools = [entry.name for entry in sorted((ROOT / "tools").glob("*.cpp"))]
    names = [name.removesuffix(".cpp") for name in tools]
    commands = {"true": ["/bin/true"]}
    for name in names:
        commands[name] = bench.tool(name, "--version")
        commands[name + " before"] = bench.before(name, "--version")
    seconds, _ = bench.measure(commands)
    for name in names:
        bench.line(f"{name} --version : /bin/true", seconds[name] / seconds["true"], 4)
        bench.against_before(f"{name} --version", seconds, name, name + " before", 1.05)


def check_one(bench):
    project = bench.file("twenty.yaml", projects.of_size(20_000))
    large = bench.file("large.yaml", projects.of_size(2_000_000))
    small = bench.file("small.yaml", projects.head("Small"))
    commands = {
        "check": bench.tool("thrive", "check", project),
        "events": bench.helper("bench-parse-events", project),
        "check large": bench.tool("thrive", "check", large),
        "events large": bench.helper("bench-parse-events", large),
        "check small": bench.tool("thrive", "check", small),
    }
    seconds, memory = bench.measure(commands, statuses=(0,))
    size = project.stat().st_size
    bench.line(f"thrive check, {size} bytes : yaml-cpp's events of the same", seconds["check"] / seconds["events"], 2)
    size = large.stat().st_size
    bench.line(f"thrive check, {size} bytes : yaml-cpp's events of the same", seconds["check large"] / seconds["events large"], 0.5)
    bench.line("memory of check, a byte of file", (memory["check large"] - memory["check small"]) * 1024 / size, 6, " B")


def check_many(bench):
    text = projects.of_size(5_000)
    paths = [bench.file(f"many/{number:04}.yaml", text) for number in range(2000)]
    few = paths[:200]
    load = "import sys,yaml;any(yaml.load(open(p,'rb'),Loader=yaml.CSafeLoader) is None for p in sys.argv[1:])"
    commands = {
        "check": bench.tool("thrive", "check", *paths),
        "few": bench.tool("thrive", "check", *few),
        "python": [PYTHON, "-c", load, *map(str, paths)],
        "before": bench.before("thrive", "check", *paths),
    }
    seconds, memory = bench.measure(commands, rounds=3, statuses=(0,))
    bench.line("PyYAML CSafeLoader : thrive check, 2,000 projects", seconds["python"] / seconds["check"], 5, more=True)
    bench.against_before("thrive check, 2,000 projects", seconds, "check", "before", 1.05)
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
    words = commands["edit"][1:]
    commands["edit before"] = bench.before("pathway-map", *words)
    seconds, _ = bench.measure(commands, statuses=(0,), rounds=min(bench.rounds, 15))
    bench.against_before("an edit of 200 KB", seconds, "edit", "edit before", 1.05)
    memory = {}
    for name, size in (("large", 2_000_000), ("small", 5_000)):
        path = bench.file("edited.yaml", projects.of_size(size))
        _, peak = bench.measure({name: bench.tool("pathway-map", *words[:-1], path)}, rounds=1, statuses=(0,))
        memory[name] = peak[name] * 1024
    bench.line("memory of an edit, a byte of file", (memory["large"] - memory["small"]) / 1_995_000, 14, " B")
    bench.line("an edit of 200 KB : events of the same and two fsyncs", seconds["edit"] / seconds["parse and two fsyncs"], 3)


def pathway(bench):
    large = bench.file("map-500.yaml", projects.map_of(500, 5000))
    sixty = bench.file("map-60.yaml", projects.map_of(60, 150))
    thornmere = ROOT / "examples" / "thornmere"
    script = bench.file("networkx_map.py", NETWORKX)
    commands = {
        "analyse": bench.tool("pathway-map", "analyse", "-f", "json", large),
        "networkx": [PYTHON, str(script), str(large)],
        "igraph": [PYTHON, str(bench.file("igraph_map.py", IGRAPH)), str(large)],
        "before": bench.before("pathway-map", "analyse", "-f", "json", large),
    }
    seconds, memory = bench.measure(commands, rounds=5)
    bench.line("networkx : analyse, 500 services, 5,000 flows", seconds["networkx"] / seconds["analyse"], 30, more=True)
    bench.line("igraph : analyse, 500 services, 5,000 flows", seconds["igraph"] / seconds["analyse"], 12, more=True)
    bench.against_before("analyse, 500 services, 5,000 flows", seconds, "analyse", "before", 0.5)
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


IGRAPH = """
import sys, igraph, yaml
project = yaml.load(open(sys.argv[1], 'rb'), Loader=yaml.CSafeLoader)
ids = list(project['services'])
number = {name: at for at, name in enumerate(ids)}
edges = sorted({(number[f['from']], number[f['to']]) for f in project['pathways']['current']['flows']})
graph = igraph.Graph(n=len(ids), edges=edges, directed=True)
starts = [number[s] for s, v in project['services'].items() if v.get('start')]
graph.betweenness(directed=True)
list(graph.connected_components(mode='strong'))
with_start = igraph.Graph(n=len(ids) + 1, edges=edges + [(len(ids), s) for s in starts], directed=True)
with_start.dominator(len(ids))
reached = set().union(*(graph.subcomponent(s, mode='out') for s in starts))
"""


def growing(bench):
    """What once looked at everything for each of its entries; against the older build."""
    if not bench.older:
        print("     growing: nothing to compare with; --today names an older build")
        return
    cases = {
        "gap check, 10,000 lines a column": (["gap", "check"], projects.gap_sheet(10_000), 1 / 20),
        "thrive check, 3,000 ramps": (["thrive", "check"], projects.ramps(3000), 1 / 10),
        "agree, 200 tables": (["pathway-map", "agree", "-f", "json"], projects.table_maps(200), 1 / 10),
    }
    for what, (words, text, limit) in cases.items():
        path = bench.file("growing.yaml", text)
        seconds, _ = bench.measure({"now": bench.tool(*words, path), "before": bench.before(*words, path)}, rounds=1)
        bench.against_before(what, seconds, "now", "before", limit)


def importing(bench):
    bench.file("import/wait.csv", "date,value\n")
    project = bench.file("import/thrive.yaml", projects.head("Import") + projects.measures(1, lambda _: "wait.csv"))
    rows = bench.file("import/extract.csv", projects.extract(1_000_000, 500))
    commands = {
        "import": bench.tool("measure", "import", "-n", "--measure", "m0000", "--from", rows, "--where", "team=North",
                             "--date-column", "date", "--value-column", "value", project),
    }
    if csvgrep := shutil.which("csvgrep"):
        commands["csvgrep"] = [csvgrep, "-c", "team", "-m", "North", str(rows)]
    seconds, memory = bench.measure(commands, rounds=3)
    if csvgrep:
        bench.line("measure import of 500 of 1e6 rows : csvgrep", seconds["import"] / seconds["csvgrep"], 0.8)
    bench.line("peak memory of measure import, 1e6 rows", memory["import"] / 1024, 30, " MB")


def events(bench):
    """Event logs: flows, waits and ways, against sorting by case and counting pairs alone."""
    maker = [PYTHON, str(ROOT / "tests" / "bench" / "events.py")]
    logs = {}
    for name, count in {"1e4": 10_000, "1e5": 100_000, "1e6": 1_000_000}.items():
        logs[name] = bench.folder / f"events-{name}.csv"
        subprocess.run([*maker, str(count), str(logs[name])], check=True)
    by_time = bench.folder / "events-by-time.csv"
    subprocess.run([*maker, "1000000", str(by_time), "--by-time"], check=True)
    pairs = 'mawk -F, \'{ if ($1 == last) ++count[before "," $2]; last = $1; before = $2 } END { for (pair in count) print pair, count[pair] }\''
    commands = {name: bench.tool("pathway-map", "discover", "--from", log, "-f", "json") for name, log in logs.items()}
    commands["by time"] = bench.tool("pathway-map", "discover", "--from", by_time, "-f", "json")
    commands["sort and mawk"] = ["sh", "-c", f"LC_ALL=C sort -t, -k1,1 -k3,3 {logs['1e6']} | {pairs}"]
    seconds, memory = bench.measure(commands, rounds=3)
    bench.line("discover : sort and mawk that count pairs, 1e6 events", seconds["1e6"] / seconds["sort and mawk"], 0.5)
    bench.line("discover, 1e6 events by time : by case", seconds["by time"] / seconds["1e6"], 2.5)
    bench.line("discover, 1e6 events : 1e5", seconds["1e6"] / seconds["1e5"], 12)
    bench.line("peak memory of discover, an event", (memory["1e6"] - memory["1e4"]) * 1024 / 990_000, 60, " B")


def referrals(bench):
    """Extracts of referrals: the whole of waits, against sorting by id, counting, and one median."""
    maker = [PYTHON, str(ROOT / "tests" / "bench" / "referrals.py")]
    extracts = {}
    for name, count in {"1e4": 10_000, "1e5": 100_000, "1e6": 1_000_000}.items():
        extracts[name] = bench.folder / f"referrals-{name}.csv"
        subprocess.run([*maker, str(count), str(extracts[name])], check=True)
    project = bench.file("waits.yaml", WAITS)
    count = "mawk -F, '{ ++source[$8]; if ($4 != \"\") ++seen; else if ($7 != \"\") ++left } END { print seen, left }'"
    commands = {
        name: bench.tool("measure", "waits", "--from", extract, "--as-of", "2025-03-31", "-f", "json", "--suppress", "none",
                         project)
        for name, extract in extracts.items()
    }
    commands["sort and mawk"] = ["sh", "-c", f"LC_ALL=C sort -u -t, -k1,1 {extracts['1e6']} | {count}"]
    seconds, memory = bench.measure(commands, rounds=3)
    bench.line("waits : sort -u and mawk that count, 1e6 referrals", seconds["1e6"] / seconds["sort and mawk"], 0.8)
    bench.line("waits, 1e6 referrals : 1e5", seconds["1e6"] / seconds["1e5"], 12)
    bench.line("peak memory of waits, 1e6 referrals", memory["1e6"] / 1024, 120, " MB")


WAITS = """thrive: 1
project: {name: Waits}
extracts:
  camhs:
    columns: {id: id, person: person, received: received, first_contact: seen, second_contact: second, closed: closed}
    start: received
    stop: first-contact
    within: {days: 28, inclusive: true}
    split_by: [source]
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
        "chart before": bench.before("measure", "chart", "--measure", "m0000", "-f", "svg", "-o", svg, one),
    }
    seconds, memory = bench.measure(commands, rounds=min(bench.rounds, 11))
    each = (seconds["analyse"] - seconds["reading"]) * 1e3 / 1000
    bench.line("analyse beyond reading (thrive check), a series of 156", each, 0.05, " ms")
    bench.line("peak memory of analyse, 1,000 series of 156", memory["analyse"] / 1024, 12, " MB")
    bench.against_before("chart of a 20 KB project", seconds, "chart", "chart before", 1.05)
    bench.line("chart of a 20 KB project to an SVG file : /bin/true", seconds["chart"] / seconds["true"], 20)
    bench.line("peak memory of chart", memory["chart"] / 1024, 15, " MB")
    bench.line("an SVG of 156 points", svg.stat().st_size / 1024 if svg.exists() else float("nan"), 30, " KB")


def facts(bench):
    """All facts of a thousand series: 98 MB of JSON."""
    for number in range(1000):
        bench.file(f"data/m{number:04}.csv", projects.weekly(156, number))
    many = bench.file("series.yaml", projects.head("Series") + projects.measures(1000, lambda i: f"data/m{i:04}.csv"))
    commands = {
        "json": bench.tool("measure", "analyse", "-f", "json", many),
        "json before": bench.before("measure", "analyse", "-f", "json", many),
    }
    seconds, memory = bench.measure(commands, rounds=3)
    bench.against_before("analyse -f json, 1,000 series of 156", seconds, "json", "json before", 1 / 3)
    bench.line("peak memory of analyse -f json, 1,000 series of 156", memory["json"] / 1024, 60, " MB")


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
    functions = (start, check_one, check_many, edit, pathway, growing, workshop, measures, facts, importing, signals, events,
                 referrals)
    benches = {f.__name__: f for f in functions}
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", required=True, type=Path)
    options.add_argument("--only", choices=benches, action="append")
    options.add_argument("--rounds", type=int, default=41)
    options.add_argument("--today", type=Path, help="the folder of an older build to compare with")
    options.add_argument("--clock", action="store_true", help="the clock's time, for a machine that does nothing else")
    chosen = options.parse_args()
    print(f"# {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {chosen.rounds} rounds")
    with tempfile.TemporaryDirectory(prefix="thrive-bench-", dir=chosen.bin.resolve()) as folder:
        older = chosen.today.resolve() if chosen.today else None
        bench = Bench(chosen.bin.resolve(), older, Path(folder), chosen.rounds, not chosen.clock)
        for name in chosen.only or benches:
            benches[name](bench)
    return 2 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
