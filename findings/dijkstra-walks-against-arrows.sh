#!/bin/sh
# SPDX-License-Identifier: MIT
# Graphviz 2.42.2 (Debian 12): the program dijkstra measures distances in a digraph against the arrows too.
#
# Expected: in a digraph, a service that cannot be reached has no distance.
# Seen: nobody goes anywhere from crisis, and dijkstra says that camhs is one step from it, school four. Only with -d
# do the arrows count, and then the four have no dist at all.
# Why it matters: "how many steps is it from the school to crisis" is asked of a map, and the filters of Graphviz are
# what there is for a file in DOT. The answer to the opposite question looks just as good.
# Stated: the page dijkstra(1) has -d, "the graph is treated as directed", so that a digraph is not unless told; in
# the program's own usage line -d is missing. sccmap, tred and gvpr of the same package go by the arrows of a digraph.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian graphviz=2.42.2-7+deb12u1

echo 'digraph pathway { school -> gp; gp -> spa; spa -> camhs; camhs -> crisis }' >"$place/map.dot"
# shellcheck disable=SC2016 # $ is gvpr's
distances() {
  dijkstra "$@" crisis "$place/map.dot" | gvpr 'N { print(name, " ", hasAttr($, "dist") && dist != "" ? dist : "none") }'
}
shows 'from crisis, where nothing leads on, school is four steps away' distances <<'END'
school 4.000
gp 3.000
spa 2.000
camhs 1.000
crisis 0.000
END
shows 'the arrows count with -d only' distances -d <<'END'
school none
gp none
spa none
camhs none
crisis 0.000
END
