// SPDX-License-Identifier: MIT
#include "libthrive/standing/serving.hpp"

#include <algorithm>

namespace thrive::standing {

namespace {

bool holds(const std::vector<std::string>& list, const std::string& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

/// True when a ramp, or one of its cycles that had begun, tests the idea.
bool tests(const ramps::RampState& ramp, const std::string& idea, text::Date today) {
  const auto names_it = [&](const ramps::CycleState& cycle) {
    return cycle.cycle->start <= today && (!cycle.cycle->idea || *cycle.cycle->idea == idea);
  };
  return holds(ideas_of(*ramp.ramp), idea) && std::any_of(ramp.cycles.begin(), ramp.cycles.end(), names_it);
}

}  // namespace

std::vector<std::string> drivers_above(const model::Project& project, const std::vector<std::string>& drives) {
  std::vector<std::string> reached;
  if (!project.drivers) return reached;
  std::vector<std::string> ahead(drives.rbegin(), drives.rend());
  while (!ahead.empty()) {
    const std::string id = std::move(ahead.back());
    ahead.pop_back();
    const model::Driver* driver = project.drivers->nodes.find(id);
    if (driver == nullptr || holds(reached, id)) continue;
    reached.push_back(id);
    ahead.insert(ahead.end(), driver->drives.rbegin(), driver->drives.rend());
  }
  return reached;
}

bool is_answer_to(std::string_view link, std::string_view item, std::string_view recommendation) {
  return link.size() == item.size() + 1 + recommendation.size() && link.substr(0, item.size()) == item &&
         link[item.size()] == '.' && link.substr(item.size() + 1) == recommendation;
}

bool serves(const model::Project& project, const model::Idea& idea, const std::string& item) {
  if (idea.priority == item) return true;
  for (const std::string& id : drivers_above(project, idea.drives))
    if (holds(project.drivers->nodes.find(id)->priorities, item)) return true;
  const model::GapSheet* sheet = project.gaps.find(item);
  if (sheet == nullptr) return false;
  for (const std::string& link : idea.answers)
    for (const auto& recommendation : sheet->recommendations)
      if (is_answer_to(link, item, recommendation.id)) return true;
  return false;
}

std::vector<std::string> ideas_serving(const model::Project& project, const std::string& item) {
  std::vector<std::string> found;
  for (const auto& idea : project.ideas)
    if (serves(project, idea.value, item)) found.push_back(idea.id);
  return found;
}

std::vector<std::string> ideas_of(const model::Ramp& ramp) {
  std::vector<std::string> ideas;
  const auto add = [&ideas](const std::string& id) {
    if (!holds(ideas, id)) ideas.push_back(id);
  };
  if (ramp.idea) add(*ramp.idea);
  for (const std::string& id : ramp.ideas) add(id);
  for (const auto& cycle : ramp.cycles)
    if (cycle.value.idea) add(*cycle.value.idea);
  return ideas;
}

std::vector<std::size_t> ramps_serving(const Facts& facts, const std::string& item,
                                       const std::vector<std::string>& ideas) {
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at < facts.ramps.size(); ++at) {
    const model::Ramp& ramp = *facts.ramps[at].ramp;
    const std::vector<std::string> tested = ideas_of(ramp);
    const bool tests_one =
        std::any_of(tested.begin(), tested.end(), [&](const std::string& id) { return holds(ideas, id); });
    if (tests_one || ramp.priority == item) found.push_back(at);
  }
  return found;
}

bool has_begun(const ramps::RampState& ramp, text::Date today) {
  return std::any_of(ramp.cycles.begin(), ramp.cycles.end(),
                     [&](const ramps::CycleState& cycle) { return cycle.cycle->start <= today; });
}

bool is_tested(const Facts& facts, const std::string& idea) {
  return std::any_of(facts.ramps.begin(), facts.ramps.end(),
                     [&](const ramps::RampState& ramp) { return tests(ramp, idea, facts.today); });
}

bool is_adopted(const Facts& facts, const std::string& idea) {
  for (const ramps::RampState& ramp : facts.ramps) {
    if (!holds(ideas_of(*ramp.ramp), idea)) continue;
    for (const ramps::CycleState& cycle : ramp.cycles)
      if (cycle.cycle->act && cycle.cycle->act->decision == model::Decision::adopt &&
          (!cycle.cycle->idea || *cycle.cycle->idea == idea))
        return true;
  }
  return false;
}

bool is_dropped(const model::Recommendation& recommendation, text::Date today) {
  return recommendation.dropped && recommendation.dropped->date <= today;
}

bool is_settled(const Facts& facts, const std::string& item, const std::string& id,
                const model::Recommendation& recommendation) {
  if (is_dropped(recommendation, facts.today)) return true;
  if (recommendation.adopted && recommendation.adopted->date <= facts.today) return true;
  for (const auto& idea : facts.project.ideas)
    for (const std::string& link : idea.value.answers)
      if (is_answer_to(link, item, id) && is_adopted(facts, idea.id)) return true;
  return false;
}

}  // namespace thrive::standing
