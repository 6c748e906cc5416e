#!/bin/sh
# SPDX-License-Identifier: MIT
# python3-igraph 0.10.2, NetworkX 2.8.8 (Debian 12), graphology-metrics 2.4.2, cytoscape 3.35.0 (npm): two flows from
# one service to the next count as two roads, or as one; it depends on the library.
#
# Expected: the same betweenness of the same map everywhere.
# Seen: gp sends to spa by letter and by telephone, and to hub; both lead to camhs. igraph and graphology count three
# shortest paths, so spa is passed twice as often as hub (1.33 and 0.67). NetworkX, given the very same parallel edges
# as a MultiDiGraph, and cytoscape count two, so spa and hub are alike (1 and 1).
# Why it matters: a map has parallel flows wherever referrals, self-referrals and returns are drawn apart. Which
# service is the bottleneck then depends on who computes it; neither answer is wrong. Merge parallel flows before, and
# say so.
# Stated: in none of the four pages on betweenness. NetworkX's function walks over neighbours, and a neighbour is
# there once (networkx/algorithms/centrality/betweenness.py); igraph's over incident edges
# (src/centrality/betweenness.c).
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian python3-igraph=0.10.2-1+b1 python3-networkx=2.8.8-1
npm_packages graphology@0.26.0 graphology-metrics@2.4.2 cytoscape@3.35.0

cat >"$place/between.py" <<'END'
import igraph
import networkx
flows = [("school", "gp"), ("gp", "spa"), ("gp", "spa"), ("gp", "hub"), ("spa", "camhs"), ("hub", "camhs")]
graph = igraph.Graph.TupleList(flows, directed=True)
found = dict(zip(graph.vs["name"], graph.betweenness()))
print("igraph", *(f"{name} {found[name]:.2f}" for name in ("spa", "hub")))
found = networkx.betweenness_centrality(networkx.MultiDiGraph(flows), normalized=False)
print("networkx", *(f"{name} {found[name]:.2f}" for name in ("spa", "hub")))
END
shows 'igraph counts parallel flows one by one and NetworkX does not' /usr/bin/python3 "$place/between.py" <<'END'
igraph spa 1.33 hub 0.67
networkx spa 1.00 hub 1.00
END

cat >"$place/between.js" <<'END'
const flows = [['school', 'gp'], ['gp', 'spa'], ['gp', 'spa'], ['gp', 'hub'], ['spa', 'camhs'], ['hub', 'camhs']];
const { MultiDirectedGraph } = require('graphology'), between = require('graphology-metrics/centrality/betweenness');
const graph = new MultiDirectedGraph();
for (const [from, to] of flows) { graph.mergeNode(from); graph.mergeNode(to); graph.addEdge(from, to); }
const found = between(graph, { normalized: false });
console.log('graphology spa', found.spa.toFixed(2), 'hub', found.hub.toFixed(2));
const nodes = [...new Set(flows.flat())].map(id => ({ data: { id } }));
const edges = flows.map(([source, target], i) => ({ data: { id: 'f' + i, source, target } }));
const cy = require('cytoscape')({ headless: true, elements: [...nodes, ...edges] });
const seen = cy.elements().betweennessCentrality({ directed: true });
console.log('cytoscape spa', seen.betweenness('#spa').toFixed(2), 'hub', seen.betweenness('#hub').toFixed(2));
END
shows 'graphology counts them one by one and cytoscape does not' node "$place/between.js" <<'END'
graphology spa 1.33 hub 0.67
cytoscape spa 1.00 hub 1.00
END
