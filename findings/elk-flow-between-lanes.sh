#!/bin/sh
# SPDX-License-Identifier: MIT
# elkjs 0.12.1 (npm): a flow from one lane to another gets no line, and nothing is said.
#
# Expected: every flow is laid out, or the layout refuses.
# Seen: three services in two lanes. The flow inside a lane has its line; the one from the council's lane to health's
# comes back without sections, that is without any points to draw, and the lanes are placed as if it were not there.
# With the option elk.hierarchyHandling=INCLUDE_CHILDREN at the root it is there.
# Why it matters: lanes are sectors, and the hand-offs between sectors are what the map is drawn for. A renderer that
# goes through sections draws a picture in which the sectors have nothing to do with each other.
# Stated: the reference of hierarchyHandling names the default, SEPARATE_CHILDREN, and says that each level is laid
# out by itself; not that an edge across levels is then left out. Asked in kieler/elkjs issue 4 (2017), closed with
# that option.
set -eu
cd "$(dirname "$0")"
# shellcheck source=findings/common/setup.sh
. common/setup.sh
npm_packages elkjs@0.12.1

cat >"$place/lanes.js" <<'END'
const service = id => ({ id, width: 80, height: 30 });
const map = options => ({
  id: 'map', layoutOptions: { 'elk.algorithm': 'layered', ...options },
  children: [
    { id: 'health', children: [service('gp'), service('camhs')] },
    { id: 'council', children: [service('early-help')] },
  ],
  edges: [
    { id: 'gp-camhs', sources: ['gp'], targets: ['camhs'] },
    { id: 'early-help-camhs', sources: ['early-help'], targets: ['camhs'] },
  ],
});
(async () => {
  const layout = new (require('elkjs'))();
  for (const options of [{}, { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' }]) {
    const drawn = await layout.layout(map(options));
    console.log(JSON.stringify(options));
    for (const edge of drawn.edges) console.log(' ', edge.id, (edge.sections || []).length, 'lines');
    console.log('  council is', drawn.children[1].x < drawn.children[0].x ? 'left of' : 'not left of', 'health');
  }
})();
END
shows 'the flow between the lanes has no line unless asked for' node "$place/lanes.js" <<'END'
{}
  gp-camhs 1 lines
  early-help-camhs 0 lines
  council is not left of health
{"elk.hierarchyHandling":"INCLUDE_CHILDREN"}
  gp-camhs 1 lines
  early-help-camhs 1 lines
  council is left of health
END
