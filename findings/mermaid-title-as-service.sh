#!/bin/sh
# SPDX-License-Identifier: MIT
# beautiful-mermaid 1.1.3 (npm): the accessible title of a Mermaid flowchart is drawn as a service, and a service that
# a crossed line leads to is not drawn.
#
# Expected: accTitle names the picture for screen readers and is not in it; `spa --x crisis` draws spa and crisis.
# Seen: accTitle is a box among the services. crisis is missing, in the text picture and in the SVG, without an error.
# Why it matters: it draws Mermaid in a terminal or without a browser, which is where a map in a git repository is
# looked at. One box too many is seen; one too few, where the line says "not accepted", is not.
# Stated: its README says which kinds of diagrams it knows, not that lines which it does not know are dropped. Both
# forms are in Mermaid's own documentation (accessibility options; new arrow types).
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
npm_packages beautiful-mermaid@1.1.3

cat >"$place/map.mjs" <<'END'
import { parseMermaid, renderMermaidSVG } from 'beautiful-mermaid';
const draw = text => {
  const services = [...parseMermaid(text).nodes.keys()];
  const words = [...renderMermaidSVG(text).matchAll(/<text[^>]*>([^<]*)</g)].map(found => found[1]);
  console.log('services:', services.join(' '), '| written in the picture:', words.join(', '));
};
draw('flowchart LR\n  accTitle: The pathway today\n  gp --> spa');
draw('flowchart LR\n  gp --> spa\n  spa --x crisis');
END
shows 'there is a box for the title and none for crisis' node "$place/map.mjs" <<'END'
services: accTitle gp spa | written in the picture: accTitle, gp, spa
services: gp spa | written in the picture: gp, spa
END
