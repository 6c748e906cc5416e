// SPDX-License-Identifier: MIT
#include "libthrive/model/serving.hpp"

#include <algorithm>
#include <set>

namespace thrive::model {

namespace {

void add_once(std::vector<std::string>& items, const std::string& item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
}

/// Follows what drivers drive, up to the aim.
void add_from_drivers(const Drivers& drivers, const Idea& idea, std::vector<std::string>& items) {
  std::vector<std::string> open(idea.drives.rbegin(), idea.drives.rend());
  std::set<std::string> seen;
  while (!open.empty()) {
    const std::string id = open.back();
    open.pop_back();
    const Driver* driver = drivers.nodes.find(id);
    if (driver == nullptr || !seen.insert(id).second) continue;
    for (const std::string& item : driver->priorities) add_once(items, item);
    open.insert(open.end(), driver->drives.rbegin(), driver->drives.rend());
  }
}

}  // namespace

std::optional<std::pair<std::string, std::string>> recommendation_of(const Project& project, std::string_view name) {
  for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.', dot + 1)) {
    const GapSheet* sheet = project.gaps.find(name.substr(0, dot));
    if (sheet != nullptr && sheet->recommendations.contains(name.substr(dot + 1)))
      return std::pair(std::string(name.substr(0, dot)), std::string(name.substr(dot + 1)));
  }
  return std::nullopt;
}

std::vector<std::string> items_served(const Project& project, const Idea& idea) {
  std::vector<std::string> items;
  if (idea.priority) items.push_back(*idea.priority);
  if (project.drivers) add_from_drivers(*project.drivers, idea, items);
  for (const std::string& answered : idea.answers)
    if (const auto found = recommendation_of(project, answered)) add_once(items, found->first);
  return items;
}

}  // namespace thrive::model
