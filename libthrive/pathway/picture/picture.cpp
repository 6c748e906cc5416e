// SPDX-License-Identifier: MIT
#include "libthrive/pathway/picture/picture.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

#include "libthrive/pathway/graph.hpp"
#include "libthrive/pathway/reach.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::pathway {

namespace {

constexpr double written_from_days = 14;  // a shorter wait is told by the colour alone

using FlowKey = std::pair<std::string, std::string>;

/// Which services and flows are drawn, and how they differ from the pathway compared with.
struct Drawn {
  std::vector<std::pair<const model::Flow*, Change>> flows;
  std::set<std::string, std::less<>> services;
  std::set<std::string, std::less<>> services_before;
};

template <class T>
bool differ(const std::optional<T>& before, const std::optional<T>& now) {
  return before && now && *before != *now;
}

/// A number that only one of the two pathways records is missing from the other; that is no change.
bool same_numbers(const model::Flow& before, const model::Flow& now) {
  const model::Wait wait_before = before.wait.value_or(model::Wait{});
  const model::Wait wait_now = now.wait.value_or(model::Wait{});
  return !differ(before.kind, now.kind) && !differ(before.per_year, now.per_year) &&
         !differ(wait_before.median_days, wait_now.median_days);
}

/// The flows of a pathway, and those of the other one that it no longer has.
Drawn flows_and_services(const model::Project& project, const Graph& graph, const PictureOptions& options) {
  Drawn drawn;
  drawn.services.insert(graph.ids.begin(), graph.ids.end());
  if (options.compare_with.empty()) {
    for (const DrawnFlow& flow : graph.flows) drawn.flows.emplace_back(flow.flow, Change::same);
    return drawn;
  }
  const Graph before = make_graph(project, options.compare_with);
  drawn.services_before.insert(before.ids.begin(), before.ids.end());
  std::map<FlowKey, const model::Flow*> earlier;
  for (const DrawnFlow& flow : before.flows) earlier.emplace(FlowKey(flow.flow->from, flow.flow->to), flow.flow);
  std::set<FlowKey> kept;
  for (const DrawnFlow& flow : graph.flows) {
    const FlowKey key(flow.flow->from, flow.flow->to);
    const auto match = earlier.find(key);
    kept.insert(key);
    if (match == earlier.end()) {
      drawn.flows.emplace_back(flow.flow, Change::added);
    } else {
      drawn.flows.emplace_back(flow.flow, same_numbers(*match->second, *flow.flow) ? Change::same : Change::changed);
    }
  }
  for (const DrawnFlow& flow : before.flows)
    if (!kept.contains(FlowKey(flow.flow->from, flow.flow->to))) drawn.flows.emplace_back(flow.flow, Change::removed);
  drawn.services.insert(before.ids.begin(), before.ids.end());
  return drawn;
}

/// Keeps what lies within the wanted number of steps of the focus, in either direction.
void keep_near_focus(Drawn& drawn, const PictureOptions& options) {
  if (options.focus.empty()) return;
  std::set<std::string, std::less<>> near = {options.focus};
  for (int hop = 0; hop < options.hops; ++hop) {
    std::set<std::string, std::less<>> wider = near;
    for (const auto& entry : drawn.flows) {
      if (near.contains(entry.first->from)) wider.insert(entry.first->to);
      if (near.contains(entry.first->to)) wider.insert(entry.first->from);
    }
    near = std::move(wider);
  }
  drawn.services = near;
  std::erase_if(drawn.flows, [&near](const auto& entry) {
    return !near.contains(entry.first->from) || !near.contains(entry.first->to);
  });
}

/// Takes out flows known to carry few people, and says what share of people and flows that hides.
std::string hide_small_flows(Drawn& drawn, const PictureOptions& options) {
  if (!options.min_people) return {};
  double all_people = 0, hidden_people = 0;
  std::size_t hidden = 0, unknown = 0;
  const std::size_t all = drawn.flows.size();
  for (const auto& entry : drawn.flows) {
    const std::optional<double>& people = entry.first->per_year;
    if (!people) ++unknown;
    all_people += people.value_or(0);
    if (people && *people < *options.min_people) {
      hidden_people += *people;
      ++hidden;
    }
  }
  std::erase_if(drawn.flows, [&options](const auto& entry) {
    return entry.first->per_year && *entry.first->per_year < *options.min_people;
  });
  const double share = all_people > 0 ? 100 * hidden_people / all_people : 0;
  std::string said = fmt::format(
      "Not drawn: {} of {} flows, those with fewer than {} people a year; they carry {:.1f} % of "
      "the people on flows with a number.",
      hidden, all, report::number(*options.min_people), share);
  if (unknown > 0) said += fmt::format(" {} of the flows drawn have no number recorded.", unknown);
  return said;
}

std::string lane_of(const model::Service& service, LaneBy by) {
  if (by == LaneBy::category) return service.category.value_or("");
  if (by == LaneBy::grouping) return service.groupings.empty() ? std::string() : service.groupings.front();
  return service.sector.value_or("");
}

std::string_view vocabulary_of(LaneBy by) {
  if (by == LaneBy::category) return "categories";
  return by == LaneBy::grouping ? "groupings" : "sectors";
}

/// The lanes that are used, in the vocabulary's order, then the project's own, then the services without one.
std::vector<PictureLane> used_lanes(const model::Project& project, const model::Vocabulary& vocabulary,
                                    const std::set<std::string, std::less<>>& services, LaneBy by) {
  std::vector<std::string> order = vocabulary.ids(vocabulary_of(by));
  for (const auto& [id, service] : project.services) {
    const std::string lane = lane_of(service, by);
    if (!lane.empty() && std::find(order.begin(), order.end(), lane) == order.end()) order.push_back(lane);
  }
  order.emplace_back();
  std::vector<PictureLane> lanes;
  for (const std::string& lane : order) {
    const bool is_used = std::any_of(services.begin(), services.end(), [&](const std::string& id) {
      const model::Service* service = project.services.find(id);
      return service != nullptr && lane_of(*service, by) == lane;
    });
    if (!is_used) continue;
    const std::string* own = by == LaneBy::sector ? project.project.sectors.find(lane) : nullptr;
    const std::string name = own != nullptr ? *own : vocabulary.name(vocabulary_of(by), lane);
    lanes.push_back({lane, lane.empty() ? "No " + std::string(model::word(by)) + " recorded" : name});
  }
  return lanes;
}

std::string title_of_distance(std::size_t steps, bool has_reached, bool has_unreached) {
  if (!has_reached) return "No way in";
  const std::string title =
      steps == 0 ? "Where journeys start" : fmt::format("{} step{} away", steps, steps == 1 ? "" : "s");
  return has_unreached ? title + ", or no way in" : title;
}

/// Columns by steps from the nearest start. What no start leads to stands in the last column, where the eye ends.
std::vector<std::size_t> columns_by_distance(const Graph& graph, std::vector<std::string>& titles) {
  const std::vector<std::optional<int>> steps = steps_from_starts(graph);
  std::size_t last = 0;
  for (const std::optional<int>& distance : steps)
    if (distance) last = std::max(last, static_cast<std::size_t>(*distance));
  std::vector<std::size_t> columns;
  for (const std::optional<int>& distance : steps)
    columns.push_back(distance ? static_cast<std::size_t>(*distance) : std::max<std::size_t>(last, 1));
  const std::size_t count = graph.size() == 0 ? 0 : *std::max_element(columns.begin(), columns.end()) + 1;
  for (std::size_t column = 0; column < count; ++column) {
    bool has_reached = false;
    bool has_unreached = false;
    for (std::size_t node = 0; node < columns.size(); ++node)
      if (columns[node] == column) (steps[node] ? has_reached : has_unreached) = true;
    titles.push_back(title_of_distance(column, has_reached, has_unreached));
  }
  return columns;
}

/// Columns by the stage that each service names, in the order in which the project names them.
std::vector<std::size_t> columns_by_stage(const Graph& graph, std::vector<std::string>& titles) {
  std::vector<std::size_t> columns;
  for (const model::Service* service : graph.services) {
    const std::string stage = service->stage.value_or("No stage recorded");
    const auto known = std::find(titles.begin(), titles.end(), stage);
    columns.push_back(static_cast<std::size_t>(known - titles.begin()));
    if (known == titles.end()) titles.push_back(stage);
  }
  return columns;
}

struct NoteCounts {
  std::size_t good = 0, problems = 0, duplications = 0;
};

NoteCounts notes_at(const model::Project& project, std::string_view place) {
  NoteCounts counts;
  for (const auto& entry : project.observations) {
    if (entry.value.at != place) continue;
    if (entry.value.kind == "good-practice") ++counts.good;
    if (entry.value.kind == "quality-problem") ++counts.problems;
    if (entry.value.kind == "duplication") ++counts.duplications;
  }
  return counts;
}

/// People a year who come to a service, or who leave it where journeys start. Flows without a number make it "at
/// least".
std::string people_through(const Drawn& drawn, const std::string& id) {
  double in = 0, out = 0;
  bool in_known = false, out_known = false, in_missing = false, out_missing = false;
  for (const auto& [flow, change] : drawn.flows) {
    if (change == Change::removed) continue;
    if (flow->to == id) (flow->per_year ? in_known : in_missing) = true, in += flow->per_year.value_or(0);
    if (flow->from == id) (flow->per_year ? out_known : out_missing) = true, out += flow->per_year.value_or(0);
  }
  const bool counts_in = in_known || in_missing;
  if (counts_in ? !in_known : !out_known) return "people a year not recorded";
  const bool is_partial = counts_in ? in_missing : out_missing;
  return (is_partial ? "at least " : "") + report::number(counts_in ? in : out) +
         (counts_in ? " a year" : " set out a year");
}

std::string weeks_in_words(double median_days) {
  const double weeks = median_days / 7;
  return fmt::format("{:.0f} wk", weeks);
}

std::string label_of(const model::Flow& flow) {
  if (!flow.wait || !flow.wait->median_days || *flow.wait->median_days <= written_from_days) return {};
  return weeks_in_words(*flow.wait->median_days);
}

void add_flows(Picture& picture, const model::Project& project, const Drawn& drawn) {
  std::map<std::string, std::size_t, std::less<>> position;
  for (std::size_t at = 0; at < picture.services.size(); ++at) position.emplace(picture.services[at].id, at);
  for (const auto& [flow, change] : drawn.flows) {
    const auto from = position.find(flow->from);
    const auto to = position.find(flow->to);
    if (from == position.end() || to == position.end()) continue;
    PictureFlow line;
    line.from = from->second;
    line.to = to->second;
    line.kind = flow->kind.value_or("");
    line.people = flow->per_year;
    if (flow->wait) line.median_days = flow->wait->median_days;
    line.is_return = flow->kind == "return";
    line.change = change;
    line.label = label_of(*flow);
    const NoteCounts notes = notes_at(project, flow->from + " -> " + flow->to);
    line.good_practice = notes.good;
    line.quality_problems = notes.problems;
    line.duplications = notes.duplications;
    picture.flows.push_back(std::move(line));
  }
}

void add_services(Picture& picture, const model::Project& project, const model::Vocabulary& vocabulary,
                  const Drawn& drawn, const Graph& graph, const std::vector<std::size_t>& columns,
                  const PictureOptions& options) {
  const std::vector<Node> cut_off = unreachable(graph);
  for (Node node = 0; node < graph.size(); ++node) {
    const std::string& id = graph.ids[node];
    if (!drawn.services.contains(id)) continue;
    const model::Service& service = *graph.services[node];
    PictureService box;
    box.id = id;
    box.name = service.name;
    box.column = columns[node];
    const std::string lane = lane_of(service, options.lanes);
    for (std::size_t at = 0; at < picture.lanes.size(); ++at)
      if (picture.lanes[at].id == lane) box.lane = at;
    for (const std::string& grouping : vocabulary.ids("groupings"))
      if (std::count(service.groupings.begin(), service.groupings.end(), grouping) > 0)
        box.groupings.push_back(grouping);
    const NoteCounts notes = notes_at(project, id);
    box.good_practice = notes.good;
    box.quality_problems = notes.problems;
    box.duplications = notes.duplications;
    box.assesses = service.assesses;
    box.is_gatekeeper = std::count(options.gatekeepers.begin(), options.gatekeepers.end(), id) > 0;
    box.is_unreachable = std::count(cut_off.begin(), cut_off.end(), node) > 0;
    if (!options.compare_with.empty() && !drawn.services_before.contains(id)) box.change = Change::added;
    box.subline = box.is_unreachable ? "no way in on this map"
                                     : people_through(drawn, id) + (service.assesses ? " · assesses" : "");
    picture.services.push_back(std::move(box));
  }
}

/// The graph of both pathways together, for a comparison: the columns of what was removed come from the earlier one.
model::Project with_both_pathways(const model::Project& project, std::string_view pathway, std::string_view other) {
  model::Project both = project;
  model::Pathway* drawn = both.pathways.find(pathway);
  const model::Pathway* before = project.pathways.find(other);
  if (drawn != nullptr && before != nullptr)
    drawn->flows.insert(drawn->flows.end(), before->flows.begin(), before->flows.end());
  return both;
}

/// Columns that hold nothing are closed up, as a focus leaves many.
void close_empty_columns(Picture& picture) {
  std::vector<std::size_t> new_place(picture.columns.size(), 0);
  std::vector<std::string> titles;
  for (std::size_t column = 0; column < picture.columns.size(); ++column) {
    new_place[column] = titles.size();
    const bool is_used = std::any_of(picture.services.begin(), picture.services.end(),
                                     [column](const PictureService& service) { return service.column == column; });
    if (is_used) titles.push_back(picture.columns[column]);
  }
  for (PictureService& service : picture.services) service.column = new_place[service.column];
  picture.columns = std::move(titles);
}

std::string subtitle_of(const model::Project& project, const model::Pathway& pathway) {
  const std::string place = project.project.locality.value_or(project.project.name);
  return place + ". " +
         (pathway.agreed ? "Agreed " + text::format_date_in_words(*pathway.agreed) : "Draft, not agreed yet") + ".";
}

void add_findings(Picture& picture, const PictureOptions& options) {
  int number = 0;
  for (const PictureEvidence& evidence : options.findings) {
    bool is_marked = false;
    for (PictureService& service : picture.services) {
      if (std::count(evidence.services.begin(), evidence.services.end(), service.id) == 0) continue;
      service.markers.push_back(number + 1);
      is_marked = true;
    }
    picture.findings.push_back({is_marked ? ++number : 0, evidence.lead, evidence.text});
  }
}

}  // namespace

WaitBand wait_band(std::optional<double> median_days) {
  if (!median_days) return WaitBand::not_recorded;
  if (*median_days <= 2 * 7) return WaitBand::up_to_2_weeks;
  if (*median_days <= 6 * 7) return WaitBand::up_to_6_weeks;
  return *median_days <= 18 * 7 ? WaitBand::up_to_18_weeks : WaitBand::over_18_weeks;
}

Picture make_picture(const model::Project& project, const model::Vocabulary& vocabulary, std::string_view pathway,
                     const PictureOptions& options) {
  const bool compares = !options.compare_with.empty();
  const model::Project both = compares ? with_both_pathways(project, pathway, options.compare_with) : model::Project{};
  const Graph graph = make_graph(project, pathway);
  const Graph placed = compares ? make_graph(both, pathway) : graph;

  Picture picture;
  // A project may have services and no pathway yet: then there are boxes and no lines.
  const model::Pathway* named = project.pathways.find(pathway);
  const model::Pathway drawing = named != nullptr ? *named : model::Pathway{};
  picture.title = drawing.name.value_or(pathway.empty() ? project.project.name : std::string(pathway));
  picture.subtitle = subtitle_of(project, drawing);
  picture.classification = project.project.classification.value_or("");
  picture.is_comparison = compares;
  if (compares) {
    const model::Pathway& before = *project.pathways.find(options.compare_with);
    picture.subtitle += " Compared with: " + before.name.value_or(options.compare_with) + ".";
  }
  Drawn drawn = flows_and_services(project, graph, options);
  keep_near_focus(drawn, options);
  picture.hidden = hide_small_flows(drawn, options);
  picture.lanes = used_lanes(project, vocabulary, drawn.services, options.lanes);
  const std::vector<std::size_t> columns = options.columns == ColumnBy::stage
                                               ? columns_by_stage(placed, picture.columns)
                                               : columns_by_distance(placed, picture.columns);
  add_services(picture, project, vocabulary, drawn, placed, columns, options);
  if (compares) {
    const std::set<std::string, std::less<>> now(graph.ids.begin(), graph.ids.end());
    for (PictureService& service : picture.services)
      if (!now.contains(service.id)) service.change = Change::removed;
  }
  close_empty_columns(picture);
  add_flows(picture, project, drawn);
  for (const model::Term& grouping : vocabulary.terms("groupings")) {
    const std::vector<std::string>& letter = grouping.detail("letter");
    picture.groupings.push_back(
        {grouping.id, letter.empty() ? grouping.name.substr(0, 1) : letter.front(), grouping.name});
  }
  add_findings(picture, options);
  return picture;
}

}  // namespace thrive::pathway
