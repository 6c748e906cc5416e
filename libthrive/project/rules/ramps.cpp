// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "libthrive/project/rules/rules.hpp"

namespace thrive::project {

namespace {

void check_cycle(const Opened& project, const std::string& ramp, const std::string& id, const model::Cycle& cycle,
                 text::Diagnostics& problems) {
  if (cycle.end && *cycle.end < cycle.start)
    problems.error("ends-before-it-starts", project.place({"ramps", ramp, "cycles", id, "end"}),
                   fmt::format("cycle '{}' ends before it starts", id), "check the two dates");
  if (cycle.act && cycle.act->next && *cycle.act->next == id)
    problems.error("cycle-follows-itself", project.place({"ramps", ramp, "cycles", id, "act", "next"}),
                   fmt::format("cycle '{}' names itself as the next one", id), "name the cycle that follows");
}

bool is_agreed(const model::Project& project, std::string_view item) {
  if (!project.priorities || !project.priorities->agreed) return true;  // nothing to compare with yet
  const auto& order = project.priorities->agreed->order;
  return std::find(order.begin(), order.end(), item) != order.end();
}

}  // namespace

void check_ramps(const Opened& project, text::Diagnostics& problems) {
  std::map<std::string_view, std::string_view> ramp_of;
  for (const auto& [id, ramp] : project.model().ramps) {
    for (const auto& [cycle_id, cycle] : ramp.cycles) {
      check_cycle(project, id, cycle_id, cycle, problems);
      const auto [found, is_new] = ramp_of.try_emplace(cycle_id, id);
      if (!is_new)
        problems.error("cycle-in-two-ramps", project.place_of_key({"ramps", id, "cycles", cycle_id}),
                       fmt::format("ramp '{}' has a cycle '{}' too", found->second, cycle_id),
                       "ids of cycles are unique, as charts and 'next' name them alone");
    }
    if (ramp.priority && !is_agreed(project.model(), *ramp.priority))
      problems.warning("ramp-without-priority", project.place({"ramps", id, "priority"}),
                       fmt::format("ramp '{}' serves '{}', which is not an agreed priority", id, *ramp.priority),
                       "name one of the agreed priorities, or take the line away");
  }
}

}  // namespace thrive::project
