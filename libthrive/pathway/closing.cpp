// SPDX-License-Identifier: MIT
#include "libthrive/pathway/closing.hpp"

#include <algorithm>

namespace thrive::pathway {

namespace {

std::vector<std::string> newly(const Analysis& whole, const std::vector<Node>& before, const Analysis& without,
                               const std::vector<Node>& after) {
  const std::vector<std::string> known = ids_of(whole.graph, before);
  std::vector<std::string> result;
  for (std::string& id : ids_of(without.graph, after))
    if (std::ranges::find(known, id) == known.end()) result.push_back(std::move(id));
  return result;
}

template <class Entry>
const Entry* entry_of(const Graph& graph, const std::vector<Entry>& entries, const std::string& start) {
  const auto at = std::ranges::find_if(entries, [&](const Entry& entry) { return graph.ids[entry.start] == start; });
  return at == entries.end() ? nullptr : &*at;
}

}  // namespace

Loss loss_by_closing(const Analysis& whole, const Analysis& without) {
  Loss loss;
  loss.unreachable = newly(whole, whole.unreachable, without, without.unreachable);
  loss.cannot_reach_end = newly(whole, whole.cannot_reach_end, without, without.cannot_reach_end);
  for (const Door& door : without.doors) {
    const std::string& start = without.graph.ids[door.start];
    const Door* before = entry_of(whole.graph, whole.doors, start);
    for (std::size_t i = 0; before && i < door.access.size(); ++i)
      if (before->access[i].reachable && !door.access[i].reachable)
        loss.doors.emplace_back(start, without.groupings[i]);
  }
  for (const MissingRoute& missing : without.missing_routes) {
    const std::string& start = without.graph.ids[missing.start];
    const MissingRoute* before = entry_of(whole.graph, whole.missing_routes, start);
    const std::vector<std::string> known = before ? ids_of(whole.graph, before->ends) : std::vector<std::string>{};
    for (const std::string& end : ids_of(without.graph, missing.ends))
      if (std::ranges::find(known, end) == known.end()) loss.routes.emplace_back(start, end);
  }
  return loss;
}

}  // namespace thrive::pathway
