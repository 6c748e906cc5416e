#!/bin/sh
# SPDX-License-Identifier: MIT
# python3-igraph 0.10.2 (Debian 12): write_gml renames fields, two of them to the same name, and a missing text
# becomes the word None.
#
# Expected: a field keeps its name, or the writer refuses it; what is missing stays missing.
# Seen: per_year and peryear are both written as peryear, twice in one edge, and only one is read back (700 is lost).
# A note that is not there is the text "None", in GML and in GraphML; a missing number is left out, as it should be.
# Why it matters: fields of a pathway map have names such as people_per_year and wait_median_days, and most notes are
# empty. After one round through GML every service has a note.
# Stated: GML knows letters and digits only in a key, so igraph drops everything else (igraph_i_gml_convert_to_key in
# src/io/gml.c); the reference of write_gml in Python does not say so. Of None nothing is said.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
debian python3-igraph=0.10.2-1+b1

cat >"$place/write.py" <<'END'
import sys
import igraph
graph = igraph.Graph(2, [(0, 1)], directed=True)
graph.vs["name"] = ["gp", "spa"]
graph.vs["note"] = [None, "open on Saturdays"]
graph.vs["wte"] = [None, 3]
graph.es["per_year"] = [700]
graph.es["peryear"] = [1]
for form in ("gml", "graphml"):
    name = f"{sys.argv[1]}/map.{form}"
    graph.write(name)
    again = igraph.Graph.Read(name)
    print(form, again.vs["note"], again.vs["wte"], {key: again.es[0][key] for key in again.es.attributes() if key != "id"})
END
shows 'a field is lost in GML, and missing notes become None' /usr/bin/python3 "$place/write.py" "$place" <<'END'
gml ['None', 'open on Saturdays'] [nan, 3.0] {'peryear': 1.0}
graphml ['None', 'open on Saturdays'] [nan, 3.0] {'per_year': 700.0, 'peryear': 1.0}
END

shows 'two fields have one name in the file' grep -n peryear "$place/map.gml" <<'END'
23:    peryear 700
24:    peryear 1
END
