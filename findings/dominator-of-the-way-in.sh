#!/bin/sh
# SPDX-License-Identifier: MIT
# python3-igraph 0.10.2 (Debian 12): the dominator of the way in is -1, which in Python names the last service.
#
# Expected: the way in has no dominator: None, or itself as in NetworkX; a service that it does not lead to, likewise.
# Seen: -1 for the way in, and a float nan for what it does not lead to, in one list of numbers of vertices. Looking
# up the name, vs[-1], gives the last service of the list: here school, from which nobody goes to gp.
# Why it matters: dominators are the gatekeepers of a map (everybody who gets to X passes Y). The report then says
# that the door of the whole pathway is guarded by whichever service was typed in last.
# Stated: the docstring of Graph.dominator says "a list containing the dominator tree" and nothing else. R's page of
# the same function has minus one for the root, where a minus is no index, and NaN for what is not reached.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian python3-igraph=0.10.2-1+b1 python3-networkx=2.8.8-1

cat >"$place/doors.py" <<'END'
import igraph
import networkx
flows = [("gp", "spa"), ("spa", "camhs"), ("school", "camhs")]
graph = igraph.Graph.TupleList(flows, directed=True)
doors = graph.dominator(graph.vs.find("gp").index)
print("igraph", dict(zip(graph.vs["name"], doors)))
print("gp is guarded by", graph.vs[doors[0]]["name"])
print("networkx", networkx.immediate_dominators(networkx.DiGraph(flows), "gp"))
END
shows 'the way in is guarded by the last service' /usr/bin/python3 "$place/doors.py" <<'END'
igraph {'gp': -1, 'spa': 0, 'camhs': 1, 'school': nan}
gp is guarded by school
networkx {'gp': 'gp', 'spa': 'gp', 'camhs': 'spa'}
END
