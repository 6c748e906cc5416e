// SPDX-License-Identifier: MIT
#include "libthrive/journeys/map_match.hpp"

#include <algorithm>
#include <map>

#include "libthrive/text/names.hpp"

namespace thrive::journeys {

namespace {

/// A name without blanks and case.
std::string folded(std::string_view name) {
  std::string bare = text::kebab(name);
  bare.erase(std::remove(bare.begin(), bare.end(), '-'), bare.end());
  return bare;
}

/// Services by what they may be called.
class KnownServices {
 public:
  explicit KnownServices(const DrawnMap& map) : map_(map) {
    const auto& services = map.project->services;
    for (std::size_t at = 0; at < services.size(); ++at) {
      position_of_.emplace(services[at].id, at);
      by_id_.emplace(folded(services[at].id), at);
      by_name_.emplace(folded(services[at].value.name), at);
      words_.push_back(services[at].value.name);
    }
    for (const auto& service : services) words_.push_back(service.id);
    if (map.activities != nullptr)
      for (const auto& [activity, is] : *map.activities) listed_.emplace(folded(activity), is.service);
  }

  std::optional<std::size_t> find(std::string_view activity) const {
    const std::string name = folded(activity);
    if (const auto listed = listed_.find(name); listed != listed_.end())
      if (const auto at = position_of_.find(listed->second); at != position_of_.end()) return at->second;
    if (const auto at = position_of_.find(std::string(activity)); at != position_of_.end()) return at->second;
    if (by_id_.count(name) == 1) return by_id_.find(name)->second;
    if (by_name_.count(name) == 1) return by_name_.find(name)->second;
    return std::nullopt;
  }

  std::string nearest(std::string_view activity) const { return text::nearest_name(activity, words_); }

 private:
  const DrawnMap& map_;
  std::map<std::string, std::size_t> position_of_;
  std::multimap<std::string, std::size_t> by_id_, by_name_;
  std::map<std::string, std::string> listed_;
  std::vector<std::string> words_;
};

}  // namespace

MapMatch match_activities(const std::vector<std::string>& activities, const DrawnMap& map) {
  const KnownServices services(map);
  MapMatch match;
  for (const std::string& activity : activities) {
    match.service_of.push_back(services.find(activity));
    match.nearest.push_back(match.service_of.back() ? std::string() : services.nearest(activity));
  }
  return match;
}

std::vector<std::pair<std::size_t, std::size_t>> drawn_flows(const DrawnMap& map) {
  std::vector<std::pair<std::size_t, std::size_t>> flows;
  const model::Pathway* pathway = map.project->pathways.find(map.pathway);
  if (pathway == nullptr) return flows;
  std::map<std::string_view, std::size_t> position_of;
  for (std::size_t at = 0; at < map.project->services.size(); ++at)
    position_of.emplace(map.project->services[at].id, at);
  for (const model::Flow& flow : pathway->flows) {
    const auto from = position_of.find(flow.from), to = position_of.find(flow.to);
    if (from != position_of.end() && to != position_of.end()) flows.emplace_back(from->second, to->second);
  }
  return flows;
}

AllowedSteps allowed_steps(const std::vector<std::string>& activities, const DrawnMap& map) {
  const MapMatch match = match_activities(activities, map);
  std::vector<std::vector<std::size_t>> activities_of(map.project->services.size());
  AllowedSteps steps(activities.size());
  for (std::size_t activity = 0; activity < activities.size(); ++activity) {
    steps.allow(activity, activity);
    if (match.service_of[activity]) activities_of[*match.service_of[activity]].push_back(activity);
  }
  const auto allow = [&](std::size_t from, std::size_t to) {
    for (const std::size_t earlier : activities_of[from])
      for (const std::size_t later : activities_of[to]) steps.allow(earlier, later);
  };
  for (std::size_t service = 0; service < activities_of.size(); ++service) allow(service, service);
  for (const auto& [from, to] : drawn_flows(map)) allow(from, to);
  return steps;
}

}  // namespace thrive::journeys
