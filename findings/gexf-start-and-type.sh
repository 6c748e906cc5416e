#!/bin/sh
# SPDX-License-Identifier: MIT
# NetworkX 2.8.8 (Debian 12) and graphology-gexf 0.13.2 (npm): in GEXF, fields named start, end and type turn into
# other things, and NetworkX cannot read the file that it wrote.
#
# Expected: a field of a service or a flow is a field in the file.
# Seen: start and end of a service become the times at which it exists, and the graph is declared dynamic; a flow's
# type becomes the edge's type, which GEXF has for directed and undirected. With start=True NetworkX refuses its own
# file. With start=1 it reads it, and the type of the flow is gone; graphology refuses that file, and of one with
# start alone it reads no start.
# Why it matters: ways in and out of a pathway, and the kind of a flow, are what a map is about, and those are the
# obvious names for them.
# Stated: not in the documentation of write_gexf; networkx/readwrite/gexf.py takes the names out of the fields. Call
# them way_in, way_out and kind.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian python3-networkx=2.8.8-1
npm_packages graphology@0.26.0 graphology-gexf@0.13.2

cat >"$place/gexf.py" <<'END'
import sys
import networkx
for start, flow in ((True, {}), (1, {"type": "sent back", "people": 30}), (1, {"people": 30})):
    graph = networkx.DiGraph()
    graph.add_node("gp", start=start, wte=4)
    graph.add_edge("gp", "spa", **flow)
    name = f"{sys.argv[1]}/{start}{len(flow)}.gexf"
    networkx.write_gexf(graph, name)
    try:
        again = networkx.read_gexf(name)
        print(start, again.nodes["gp"], again.edges["gp", "spa"])
    except ValueError as problem:
        print(start, "is refused:", problem)
END
shows 'NetworkX cannot read back what it wrote, or loses a field' /usr/bin/python3 "$place/gexf.py" "$place" <<'END'
True is refused: invalid literal for int() with base 10: 'True'
1 {'wte': 4, 'start': 1, 'label': 'gp'} {'people': 30, 'id': '0'}
1 {'wte': 4, 'start': 1, 'label': 'gp'} {'people': 30, 'id': '0'}
END

shows 'the fields are written as times and as a kind of edge' \
  grep -oE 'mode="dynamic"|start="1"|type="sent back"' "$place/12.gexf" <<'END'
mode="dynamic"
start="1"
type="sent back"
END

cat >"$place/gexf.js" <<'END'
const Graph = require('graphology'), { parse } = require('graphology-gexf'), { readFileSync } = require('fs');
for (const name of process.argv.slice(2)) {
  try {
    console.log(JSON.stringify(parse(Graph, readFileSync(name, 'utf8')).getNodeAttributes('gp')));
  } catch (problem) {
    console.log('refused:', problem.message.replace(/.* but got/, 'got'));
  }
}
END
shows 'graphology refuses the one and finds no start in the other' node "$place/gexf.js" "$place/12.gexf" "$place/11.gexf" <<'END'
refused: got "sent back".
{"label":"gp","wte":4}
END
