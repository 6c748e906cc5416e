// SPDX-License-Identifier: MIT
#include "libthrive/pathway/picture/picture.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

#include "libthrive/pathway/graph.hpp"
#include "libthrive/pathway/picture/picture_part.hpp"
#include "libthrive/pathway/picture/picture_people.hpp"
#include "libthrive/pathway/reach.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::pathway {

namespace {

constexpr double written_from_days = 14;  // a shorter wait is told by the colour alone

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

std::string weeks_in_words(double median_days) {
  const double weeks = median_days / 7;
  return fmt::format("{:.0f} wk", weeks);
}

std::string label_of(const model::Flow& flow) {
  if (!flow.wait || !flow.wait->median_days || *flow.wait->median_days <= written_from_days) return {};
  return weeks_in_words(*flow.wait->median_days);
}

void add_flows(Picture& picture, const model::Project& project, const PicturePart& part,
               const text::SmallNumbers& small) {
  std::map<std::string, std::size_t, std::less<>> position;
  for (std::size_t at = 0; at < picture.services.size(); ++at) position.emplace(picture.services[at].id, at);
  for (const FlowOfPicture& entry : part.flows) {
    const model::Flow* flow = entry.flow;
    const auto from = position.find(flow->from);
    const auto to = position.find(flow->to);
    if (from != position.end() && !entry.is_drawn) ++picture.services[from->second].flows_out_not_drawn;
    if (to != position.end() && !entry.is_drawn) ++picture.services[to->second].flows_in_not_drawn;
    if (from == position.end() || to == position.end() || !entry.is_drawn) continue;
    PictureFlow line;
    line.from = from->second;
    line.to = to->second;
    line.kind = flow->kind.value_or("");
    count_people(line, *flow, small);
    if (flow->wait) line.median_days = flow->wait->median_days;
    line.is_return = flow->kind == "return";
    line.change = entry.change;
    line.label = label_of(*flow);
    const NoteCounts notes = notes_at(project, flow->from + " -> " + flow->to);
    line.good_practice = notes.good;
    line.quality_problems = notes.problems;
    line.duplications = notes.duplications;
    picture.flows.push_back(std::move(line));
  }
}

void add_services(Picture& picture, const model::Project& project, const model::Vocabulary& vocabulary,
                  const PicturePart& part, const Graph& graph, const std::vector<std::size_t>& columns,
                  const PictureOptions& options) {
  const std::vector<Node> cut_off = unreachable(graph);
  for (Node node = 0; node < graph.size(); ++node) {
    const std::string& id = graph.ids[node];
    if (!part.services.contains(id)) continue;
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
    if (!options.compare_with.empty() && !part.services_before.contains(id)) box.change = Change::added;
    box.subline = box.is_unreachable ? "no way in on this map"
                                     : people_at(part, id, graph.is_start(node), graph.small) +
                                           (service.assesses ? " · assesses" : "");
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
  const PicturePart part = part_to_draw(project, pathway, options);
  picture.extract = part.which_services;
  picture.hidden = part.which_flows;
  if (!picture.extract.empty()) picture.subtitle += " " + picture.extract;
  picture.lanes = used_lanes(project, vocabulary, part.services, options.lanes);
  const std::vector<std::size_t> columns = options.columns == ColumnBy::stage
                                               ? columns_by_stage(placed, picture.columns)
                                               : columns_by_distance(placed, picture.columns);
  add_services(picture, project, vocabulary, part, placed, columns, options);
  if (compares) {
    const std::set<std::string, std::less<>> now(graph.ids.begin(), graph.ids.end());
    for (PictureService& service : picture.services)
      if (!now.contains(service.id)) service.change = Change::removed, service.subline = "no longer there";
  }
  close_empty_columns(picture);
  add_flows(picture, project, part, graph.small);
  for (const model::Term& grouping : vocabulary.terms("groupings")) {
    const std::vector<std::string>& letter = grouping.detail("letter");
    picture.groupings.push_back(
        {grouping.id, letter.empty() ? grouping.name.substr(0, 1) : letter.front(), grouping.name});
  }
  add_findings(picture, options);
  return picture;
}

}  // namespace thrive::pathway
