// SPDX-License-Identifier: MIT
#include "libthrive/journeys/against_the_map.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace thrive::journeys {

namespace {

using Services = std::pair<std::size_t, std::size_t>;

/// How often, and in how many cases, people went from one service to another.
struct Went {
  std::int64_t count = 0;
  std::int64_t cases = 0;
  std::vector<const PairWaits*> waits;
};

class MapComparison {
 public:
  MapComparison(const EventTally& tally, const DrawnMap& map)
      : tally_(tally),
        map_(map),
        match_(match_activities(tally.activities, map)),
        drawn_(drawn_flows(map)),
        drawn_set_(drawn_.begin(), drawn_.end()) {}

  AgainstTheMap compare() {
    found_.pathway = map_.pathway;
    count_pairs();
    for (std::size_t i = 0; i < tally_.ways.size(); ++i) count_way(way_of(tally_.ways[i]), tally_.ways.count(i));
    list_unmatched();
    list_flows();
    list_waits();
    found_.starts_not_drawn = listed(starts_);
    found_.ends_not_drawn = listed(ends_);
    found_.move_coverage_percent = percent_of(found_.moves_on_drawn_flows, found_.moves);
    found_.case_coverage_percent = percent_of(found_.cases_all_drawn, found_.cases);
    found_.flow_use_percent = percent_of(found_.flows_seen, found_.flows_drawn);
    return std::move(found_);
  }

 private:
  /// What a step from one activity to the next is on the map.
  enum class Step { stay, on_a_flow, not_drawn };

  std::optional<Services> services_of(std::uint32_t from, std::uint32_t to) const {
    const auto& here = match_.service_of[from];
    const auto& there = match_.service_of[to];
    return here && there ? std::optional(Services(*here, *there)) : std::nullopt;
  }

  Step step(std::uint32_t from, std::uint32_t to) const {
    const auto services = services_of(from, to);
    if (!services) return from == to ? Step::stay : Step::not_drawn;
    if (services->first == services->second) return Step::stay;
    return drawn_set_.contains(*services) ? Step::on_a_flow : Step::not_drawn;
  }

  void count_pairs() {
    for (const PairWaits& pair : tally_.waits) {
      const auto count = static_cast<std::int64_t>(pair.ticks.size());
      const Step kind = step(pair.from, pair.to);
      (kind == Step::stay ? found_.stays : found_.moves) += count;
      if (kind == Step::on_a_flow) found_.moves_on_drawn_flows += count;
      const auto services = services_of(pair.from, pair.to);
      if (!services || kind == Step::stay) continue;
      went_[*services].count += count;
      went_[*services].waits.push_back(&pair);
    }
  }

  void count_way(const Way& way, std::int64_t times) {
    bool all_drawn = true;
    std::set<Services> met;
    for (std::size_t i = 1; i < way.steps.size(); ++i) {
      if (way.steps[i - 1] == no_order || way.steps[i] == no_order) continue;
      const Step kind = step(way.steps[i - 1], way.steps[i]);
      if (kind == Step::not_drawn) all_drawn = false;
      const auto services = services_of(way.steps[i - 1], way.steps[i]);
      if (services && kind != Step::stay && met.insert(*services).second) went_[*services].cases += times;
    }
    const bool starts_well = is_marked(way.first, &model::Service::start);
    const bool ends_well = is_marked(way.last, &model::Service::end);
    found_.cases += times;
    if (all_drawn) found_.cases_moves_drawn += times;
    if (all_drawn && starts_well && ends_well) found_.cases_all_drawn += times;
    if (!starts_well) starts_[name_on_map(way.first)] += times;
    if (!ends_well) ends_[name_on_map(way.last)] += times;
  }

  bool is_marked(std::uint32_t activity, bool model::Service::*mark) const {
    const auto& service = match_.service_of[activity];
    return service && map_.project->services[*service].value.*mark;
  }

  const std::string& id(std::size_t service) const { return map_.project->services[service].id; }

  const std::string& name_on_map(std::uint32_t activity) const {
    const auto& service = match_.service_of[activity];
    return service ? id(*service) : tally_.activities[activity];
  }

  void list_unmatched() {
    std::vector<std::int64_t> events(tally_.activities.size()), cases(tally_.activities.size());
    for (std::size_t i = 0; i < tally_.ways.size(); ++i) {
      std::set<std::uint32_t> met;
      for (const std::uint32_t step : way_of(tally_.ways[i]).steps) {
        if (step == no_order || match_.service_of[step]) continue;
        events[step] += tally_.ways.count(i);
        if (met.insert(step).second) cases[step] += tally_.ways.count(i);
      }
    }
    for (std::size_t activity = 0; activity < events.size(); ++activity)
      if (events[activity] > 0)
        found_.unmatched.push_back(
            {tally_.activities[activity], events[activity], cases[activity], match_.nearest[activity]});
  }

  void list_flows() {
    std::set<Services> listed;
    for (const Services& flow : drawn_) {
      if (flow.first == flow.second || !listed.insert(flow).second) continue;
      ++found_.flows_drawn;
      const auto went = went_.find(flow);
      found_.drawn.push_back(flow_of(flow, went == went_.end() ? Went{} : went->second));
      if (went == went_.end())
        found_.drawn_never_seen.push_back(found_.drawn.back());
      else
        ++found_.flows_seen.people;
    }
    for (const auto& [services, went] : went_)
      if (!drawn_set_.contains(services)) found_.seen_not_drawn.push_back(flow_of(services, went));
    std::sort(found_.seen_not_drawn.begin(), found_.seen_not_drawn.end(), [](const auto& a, const auto& b) {
      return std::tie(b.count.people, a.from, a.to) < std::tie(a.count.people, b.from, b.to);
    });
  }

  ServiceFlow flow_of(const Services& services, const Went& went) const {
    return {id(services.first), id(services.second), went.count, went.cases};
  }

  void list_waits() {
    constexpr std::int64_t least = 5;
    const model::Pathway* pathway = map_.project->pathways.find(map_.pathway);
    if (pathway == nullptr) return;
    for (std::size_t i = 0; i < pathway->flows.size(); ++i) {
      const model::Flow& flow = pathway->flows[i];
      if (!flow.wait || !flow.wait->median_days) continue;
      const auto went = went_.find(drawn_[i]);
      if (went == went_.end() || went->second.count < least) continue;
      std::vector<std::int64_t> ticks;
      for (const PairWaits* pair : went->second.waits)
        ticks.insert(ticks.end(), pair->ticks.begin(), pair->ticks.end());
      sort_ticks(ticks);
      const double days = quantile(ticks, 0.5) / (86400.0 * static_cast<double>(tally_.ticks_per_second));
      found_.waits.push_back(
          {flow.from, flow.to, *flow.wait->median_days, days, went->second.count, went->second.cases});
    }
  }

  static std::vector<JourneyEnd> listed(const std::map<std::string, std::int64_t>& cases_of) {
    std::vector<JourneyEnd> places;
    for (const auto& [name, cases] : cases_of) places.push_back({name, cases});
    std::stable_sort(places.begin(), places.end(),
                     [](const JourneyEnd& a, const JourneyEnd& b) { return a.cases.people > b.cases.people; });
    return places;
  }

  const EventTally& tally_;
  const DrawnMap& map_;
  MapMatch match_;
  std::vector<Services> drawn_;  // one a flow of the drawing
  std::set<Services> drawn_set_;
  std::map<Services, Went> went_;
  std::map<std::string, std::int64_t> starts_, ends_;
  AgainstTheMap found_;
};

}  // namespace

AgainstTheMap against_the_map(const EventTally& tally, const DrawnMap& map) {
  return MapComparison(tally, map).compare();
}

std::vector<bool> drawn_ends(const EventTally& tally, const DrawnMap& map) {
  const MapMatch match = match_activities(tally.activities, map);
  std::vector<bool> ends;
  for (const auto& service : match.service_of) ends.push_back(service && map.project->services[*service].value.end);
  return ends;
}

Figure percent_of(const Count& part, const Count& whole) {
  if (part.hidden || whole.hidden) return Figure::untold();
  if (whole.people == 0) return {};
  return 100.0 * static_cast<double>(part.people) / static_cast<double>(whole.people);
}

}  // namespace thrive::journeys
