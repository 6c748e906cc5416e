// SPDX-License-Identifier: MIT
#include "libthrive/improvement/theory.hpp"

#include <algorithm>
#include <unordered_map>

namespace thrive::improvement {

namespace {

using Places = std::unordered_map<std::string_view, std::size_t>;

Places places_of(const std::vector<DriverStanding>& drivers) {
  Places places;
  for (std::size_t at = 0; at < drivers.size(); ++at) places.emplace(drivers[at].id, at);
  return places;
}

/// Levels from the aim downwards: each driver is reached first by its shortest way.
void set_levels(Theory& theory) {
  std::vector<std::size_t> now;
  for (std::size_t at = 0; at < theory.drivers.size(); ++at) {
    const auto& drives = theory.drivers[at].driver->drives;
    if (std::find(drives.begin(), drives.end(), "aim") == drives.end()) continue;
    theory.drivers[at].level = 1;
    now.push_back(at);
  }
  for (int level = 2; !now.empty(); ++level) {
    std::vector<std::size_t> next;
    for (const std::size_t at : now)
      for (const std::size_t below : theory.drivers[at].below)
        if (theory.drivers[below].level == 0) {
          theory.drivers[below].level = level;
          next.push_back(below);
        }
    now = std::move(next);
  }
}

/// A driver and everything that leads to it.
std::vector<std::size_t> with_all_below(const Theory& theory, std::size_t driver) {
  std::vector<bool> seen(theory.drivers.size(), false);
  std::vector<std::size_t> all{driver};
  seen[driver] = true;
  for (std::size_t next = 0; next < all.size(); ++next)
    for (const std::size_t below : theory.drivers[all[next]].below)
      if (!seen[below]) {
        seen[below] = true;
        all.push_back(below);
      }
  return all;
}

void set_measures(DriverStanding& driver, const Theory& theory, const std::vector<std::size_t>& all) {
  driver.measures = driver.driver->measures;
  if (!driver.measures.empty()) return;
  for (const std::size_t at : all)
    for (const std::string& measure : theory.drivers[at].driver->measures)
      if (std::find(driver.measures.begin(), driver.measures.end(), measure) == driver.measures.end())
        driver.measures.push_back(measure);
}

void set_coverage(Theory& theory, std::size_t at) {
  DriverStanding& driver = theory.drivers[at];
  const std::vector<std::size_t> all = with_all_below(theory, at);
  for (const std::size_t below : all)
    driver.all_ideas.insert(driver.all_ideas.end(), theory.drivers[below].ideas.begin(),
                            theory.drivers[below].ideas.end());
  std::sort(driver.all_ideas.begin(), driver.all_ideas.end());
  driver.all_ideas.erase(std::unique(driver.all_ideas.begin(), driver.all_ideas.end()), driver.all_ideas.end());
  for (const std::size_t idea : driver.all_ideas) {
    driver.tested += theory.ideas[idea].is_tested();
    driver.is_tested = driver.is_tested || theory.ideas[idea].is_decided;
  }
  set_measures(driver, theory, all);
}

}  // namespace

std::vector<std::size_t> Theory::primary() const {
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at < drivers.size(); ++at)
    if (drivers[at].level == 1) found.push_back(at);
  return found;
}

const DriverStanding* Theory::driver(std::string_view id) const {
  const auto found =
      std::find_if(drivers.begin(), drivers.end(), [&](const DriverStanding& driver) { return driver.id == id; });
  return found == drivers.end() ? nullptr : &*found;
}

const IdeaStanding* Theory::idea(std::string_view id) const {
  const auto found = std::find_if(ideas.begin(), ideas.end(), [&](const IdeaStanding& idea) { return idea.id == id; });
  return found == ideas.end() ? nullptr : &*found;
}

std::vector<std::size_t> Theory::above(const IdeaStanding& idea) const {
  std::vector<bool> seen(drivers.size(), false);
  std::vector<std::size_t> all;
  const auto reach = [&](std::size_t driver) {
    if (!seen[driver]) all.push_back(driver);
    seen[driver] = true;
  };
  for (std::size_t at = 0; at < drivers.size(); ++at)
    if (std::find(idea.idea->drives.begin(), idea.idea->drives.end(), drivers[at].id) != idea.idea->drives.end())
      reach(at);
  for (std::size_t next = 0; next < all.size(); ++next)
    for (const std::size_t parent : parents[all[next]]) reach(parent);
  return all;
}

Theory theory_of(const model::Project& project, text::Date today) {
  Theory theory;
  theory.ideas = idea_standings(project, today);
  if (!project.drivers) return theory;
  for (const auto& entry : project.drivers->nodes) theory.drivers.push_back({entry.id, &entry.value});
  const Places places = places_of(theory.drivers);
  theory.parents.resize(theory.drivers.size());
  for (std::size_t at = 0; at < theory.drivers.size(); ++at)
    for (const std::string& goal : theory.drivers[at].driver->drives) {
      const auto parent = places.find(goal);
      if (parent == places.end()) continue;
      std::vector<std::size_t>& below = theory.drivers[parent->second].below;
      if (!below.empty() && below.back() == at) continue;  // named twice
      below.push_back(at);
      theory.parents[at].push_back(parent->second);
    }
  for (std::size_t at = 0; at < theory.ideas.size(); ++at)
    for (const std::string& goal : theory.ideas[at].idea->drives) {
      const auto driver = places.find(goal);
      if (driver == places.end()) continue;
      std::vector<std::size_t>& ideas = theory.drivers[driver->second].ideas;
      if (ideas.empty() || ideas.back() != at) ideas.push_back(at);
    }
  set_levels(theory);
  for (std::size_t at = 0; at < theory.drivers.size(); ++at) set_coverage(theory, at);
  return theory;
}

}  // namespace thrive::improvement
