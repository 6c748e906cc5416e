// SPDX-License-Identifier: MIT
#include "libthrive/journeys/journeys_found.hpp"

namespace thrive::journeys {

JourneysFound journeys_found(EventTally& tally, const DrawnMap* map, text::Date as_of, const AtOnce& at_once) {
  put_in_order(tally, at_once);
  JourneysFound found;
  found.as_of = as_of;
  found.discovery = discover(tally, at_once);
  std::vector<bool> ends_here(tally.activities.size());
  found.service_of.resize(tally.activities.size());
  if (map != nullptr) {
    ends_here = drawn_ends(tally, *map);
    found.map = against_the_map(tally, *map);
    for (const auto& [id, service] : map->project->services) found.service_names.emplace(id, service.name);
    const MapMatch match = match_activities(tally.activities, *map);
    for (std::size_t activity = 0; activity < match.service_of.size(); ++activity)
      if (match.service_of[activity])
        found.service_of[activity] = map->project->services[*match.service_of[activity]].id;
  }
  found.onward = onward(tally, as_of, ends_here, at_once);
  return found;
}

}  // namespace thrive::journeys
