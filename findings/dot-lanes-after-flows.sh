#!/bin/sh
# SPDX-License-Identifier: MIT
# graphlib-dot 0.6.4 (npm): a lane that comes after the flows in a DOT file disappears, with its title.
#
# Expected: the order of statements does not matter for what belongs to a cluster, as in Graphviz.
# Seen: the same two statements in the other order. Read after the flow, the cluster "Health" is gone, and gp and spa
# belong to nothing. No error.
# Why it matters: graphlib-dot is how dagre and what is built on it read DOT. Many programs write all nodes and edges
# first and the clusters last; the lanes of such a map, its sectors, are then not in the picture.
# Stated: nowhere. In lib/build-graph.js a node gets its parent only when it is made, and a subgraph without children
# is removed. Graphviz itself (2.42.2) lists both services in the cluster either way.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
npm_packages graphlib-dot@0.6.4
debian graphviz=2.42.2-7+deb12u1

lane='subgraph cluster_health { label="Health"; gp; spa }'
echo "digraph first { $lane gp -> spa }" >"$place/first.dot"
echo "digraph last { gp -> spa; $lane }" >"$place/last.dot"
cat >"$place/lanes.js" <<'END'
for (const name of process.argv.slice(2)) {
  const map = require('graphlib-dot').read(require('fs').readFileSync(name, 'utf8'));
  console.log(map.graph().id, 'nodes:', map.nodes().join(' '), '| gp is in:', map.parent('gp') || 'nothing');
}
END
shows 'the lane is there only if it comes before the flows' node "$place/lanes.js" "$place/first.dot" "$place/last.dot" <<'END'
first nodes: cluster_health gp spa | gp is in: cluster_health
last nodes: gp spa | gp is in: nothing
END

# shellcheck disable=SC2016 # $G is gvpr's
shows 'for Graphviz it is the same either way' gvpr 'BEG_G {
  graph_t lane = subg($G, "cluster_health");
  print($.name, ": ", nNodes(lane), " services in ", aget(lane, "label"))
}' "$place/first.dot" "$place/last.dot" <<'END'
first: 2 services in Health
last: 2 services in Health
END
