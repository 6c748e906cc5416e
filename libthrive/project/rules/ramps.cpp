// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "libthrive/project/found.hpp"
#include "libthrive/project/rules/rules.hpp"

namespace thrive::project {

namespace {

void check_cycle(const Opened& project, const std::string& ramp, const std::string& id, const model::Cycle& cycle,
                 text::Diagnostics& problems) {
  if (cycle.end && *cycle.end < cycle.start)
    say(project, problems,
        {"ends-before-it-starts", {"ramps", ramp, "cycles", id, "end"}, {{"case", "cycle"}, {"cycle", id}}});
  if (cycle.act && cycle.act->next && *cycle.act->next == id)
    say(project, problems, {"cycle-follows-itself", {"ramps", ramp, "cycles", id, "act", "next"}, {{"cycle", id}}});
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
        say_of_key(
            project, problems,
            {"cycle-in-two-ramps", {"ramps", id, "cycles", cycle_id}, {{"ramp", found->second}, {"cycle", cycle_id}}});
    }
    if (ramp.priority && !is_agreed(project.model(), *ramp.priority))
      say(project, problems,
          {"ramp-without-priority", {"ramps", id, "priority"}, {{"ramp", id}, {"item", *ramp.priority}}});
  }
}

}  // namespace thrive::project
