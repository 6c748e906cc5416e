// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "libthrive/project/found.hpp"
#include "libthrive/project/reading/content.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/records/moved.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

namespace {

using Nodes = model::Keyed<model::Driver>;
using Ids = std::set<std::string_view>;

/// The drivers that drive each thing: the aim, or a driver.
std::map<std::string_view, std::vector<std::string_view>> driven_by(const Nodes& nodes) {
  std::map<std::string_view, std::vector<std::string_view>> by;
  for (const auto& entry : nodes)
    for (const std::string& goal : entry.value.drives) by[goal].push_back(entry.id);
  return by;
}

/// The drivers from which some way leads to the aim.
Ids leading_to_aim(const Nodes& nodes) {
  const auto by = driven_by(nodes);
  Ids leading;
  std::vector<std::string_view> open{"aim"};
  while (!open.empty()) {
    const auto driving = by.find(open.back());
    open.pop_back();
    if (driving == by.end()) continue;
    for (const std::string_view id : driving->second)
      if (leading.insert(id).second) open.push_back(id);
  }
  return leading;
}

/// The drivers that are in a circle or lead to one: what is left when drivers that drive nothing that is left are taken
/// away, again and again.
Ids never_ending(const Nodes& nodes) {
  const auto by = driven_by(nodes);
  std::map<std::string_view, std::size_t> goals;
  std::vector<std::string_view> ending;
  for (const auto& entry : nodes) {
    const auto is_driver = [&](const std::string& goal) { return nodes.contains(goal); };
    const auto& drives = entry.value.drives;
    goals[entry.id] = static_cast<std::size_t>(std::count_if(drives.begin(), drives.end(), is_driver));
    if (goals[entry.id] == 0) ending.push_back(entry.id);
  }
  while (!ending.empty()) {
    const std::string_view ended = ending.back();
    ending.pop_back();
    goals.erase(ended);
    const auto driving = by.find(ended);
    if (driving == by.end()) continue;
    for (const std::string_view id : driving->second)
      if (const auto left = goals.find(id); left != goals.end() && --left->second == 0) ending.push_back(id);
  }
  Ids left;
  for (const auto& entry : goals) left.insert(entry.first);
  return left;
}

/// A circle of drivers, each driving the next and the last the first; empty when there is none.
std::vector<std::string> circle_of(const Nodes& nodes) {
  const Ids left = never_ending(nodes);
  std::vector<std::string> way;
  std::map<std::string, std::ptrdiff_t> places;
  const auto first =
      std::find_if(nodes.begin(), nodes.end(), [&](const auto& entry) { return left.contains(entry.id); });
  if (first == nodes.end()) return way;
  for (std::string at = first->id;;) {
    const auto [before, is_new] = places.try_emplace(at, static_cast<std::ptrdiff_t>(way.size()));
    if (!is_new) return {way.begin() + before->second, way.end()};
    way.push_back(at);
    const std::vector<std::string>& drives = nodes.find(at)->drives;
    at = *std::find_if(drives.begin(), drives.end(), [&](const std::string& goal) { return left.contains(goal); });
  }
}

void check_directions(const Opened& project, const Nodes& nodes, text::Diagnostics& problems) {
  if (const std::vector<std::string> circle = circle_of(nodes); !circle.empty())
    return say_of_key(project, problems,
                      {"drivers-in-a-circle",
                       {"drivers", "nodes", circle.front()},
                       {{"driver", circle.front()}, {"way", text::join(circle, " -> ") + " -> " + circle.front()}}});
  const auto is_known = [&](const std::string& goal) { return goal == "aim" || nodes.contains(goal); };
  const Ids leading = leading_to_aim(nodes);
  for (const auto& [id, driver] : nodes)
    if (!leading.contains(id) && std::all_of(driver.drives.begin(), driver.drives.end(), is_known))
      say_of_key(project, problems, {"driver-leads-nowhere", {"drivers", "nodes", id}, {{"driver", id}}});
}

}  // namespace

void check_drivers(const Opened& project, text::Diagnostics& problems) {
  if (!project.model().drivers) return;
  const auto& nodes = project.model().drivers->nodes;
  if (nodes.contains("aim")) say_of_key(project, problems, {"driver-called-aim", {"drivers", "nodes", "aim"}});
  check_directions(project, nodes, problems);
}

void check_causes(const Opened& project, text::Diagnostics& problems) {
  for (const auto& [id, problem] : project.model().causes) {
    if (!problem.tally) continue;
    const model::Tally& tally = *problem.tally;
    long long sum = 0;
    for (const auto& reason : tally.reasons) sum += reason.value;
    if (sum != tally.n)
      say(project, problems,
          {"tally-does-not-add-up", {"causes", id, "tally", "n"}, {{"sum", std::int64_t{sum}}, {"n", tally.n}}});
    const bool is_date = text::parse_date(tally.counted) || text::parse_date(tally.counted + "-01");
    if (!is_date)
      say(project, problems, {"bad-month", {"causes", id, "tally", "counted"}, {{"counted", tally.counted}}});
  }
}

void check_moved_sections(const Opened& project, text::Diagnostics& problems) {
  for (const yaml::Document& document : project.content().documents)
    for (const records::MovedSection& moved : records::moved_sections()) {
      const yaml::NodeId section = document.find({std::string(moved.within)});
      if (section == yaml::no_node || document.node(section).kind != yaml::Kind::mapping) continue;
      const yaml::NodeId key = document.key_node(section, moved.field);
      if (key == yaml::no_node) continue;
      findings::Finding finding{"moved-section",
                                document.place(key),
                                {{"within", moved.within}, {"field", moved.field}, {"section", moved.to}}};
      problems.add(findings::in_words(finding));
    }
}

}  // namespace thrive::project
