// SPDX-License-Identifier: MIT
#include "libthrive/pathway/picture/picture_findings.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

constexpr std::size_t gate_from = 3;       // services behind a door before it is called one
constexpr std::size_t assessed_often = 3;  // assessments on a route worth a sentence
constexpr std::size_t names_at_most = 4;   // a map is no list

/// A place where journeys start is no door that others have to pass.
bool is_only_door(const Analysis& analysis, const Gatekeeper& gate) {
  return !analysis.graph.is_start(gate.service) && gate.behind.size() >= gate_from;
}

void one_door(const Analysis& analysis, std::vector<PictureEvidence>& found) {
  const auto gate = std::ranges::find_if(
      analysis.gatekeepers, [&](const Gatekeeper& candidate) { return is_only_door(analysis, candidate); });
  if (gate == analysis.gatekeepers.end()) return;
  found.push_back(
      {"One door.",
       fmt::format("{} can be reached only through {}: {}.", report::count_of(gate->behind.size(), "service"),
                   name_of(analysis.graph, gate->service), names_of(analysis.graph, gate->behind, names_at_most)),
       {analysis.graph.ids[gate->service]}});
}

void most_assessed(const Analysis& analysis, std::vector<PictureEvidence>& found) {
  const MostAssessments& most = analysis.most_assessments;
  if (!most.count || *most.count < static_cast<int>(assessed_often)) return;
  PictureEvidence evidence = {
      fmt::format("Assessed {} times on one route.", *most.count), route_of(analysis.graph, most.route) + ".", {}};
  for (const Node node : most.route)
    if (analysis.graph.assesses(node)) evidence.services.push_back(analysis.graph.ids[node]);
  found.push_back(std::move(evidence));
}

void most_waiting(const Analysis& analysis, std::vector<PictureEvidence>& found) {
  const auto most = std::max_element(
      analysis.waits.begin(), analysis.waits.end(),
      [](const Waiting& a, const Waiting& b) { return a.person_weeks.value_or(0) < b.person_weeks.value_or(0); });
  if (most == analysis.waits.end() || most->person_weeks.value_or(0) <= 0) return;
  const DrawnFlow& flow = analysis.graph.flows[most->flow];
  found.push_back(
      {"Where most waiting happens.",
       fmt::format("{}: {} a year, {}: {} person-weeks.", capital(flow_of(analysis.graph, flow.from, flow.to)),
                   people(*most->people), report::half_wait(*most->median_days), report::number(*most->person_weeks)),
       {analysis.graph.ids[flow.to]}});
}

void growing_queue(const Analysis& analysis, std::vector<PictureEvidence>& found) {
  const auto most =
      std::max_element(analysis.queues.begin(), analysis.queues.end(),
                       [](const Queue& a, const Queue& b) { return a.growth.value_or(0) < b.growth.value_or(0); });
  if (most == analysis.queues.end() || most->growth.value_or(0) <= 0 || analysis.graph.is_end(most->service)) return;
  found.push_back({"A queue that grows.",
                   fmt::format("{}: {} come in a year, {} leave or complete.", name_of(analysis.graph, most->service),
                               report::number(*most->in.known()), report::number(*most->in.known() - *most->growth)),
                   {analysis.graph.ids[most->service]}});
}

void back_and_forth(const Analysis& analysis, std::vector<PictureEvidence>& found) {
  if (analysis.two_way.empty()) return;
  std::vector<std::string> pairs;
  for (const auto& pair : analysis.two_way)
    if (pairs.size() < names_at_most)
      pairs.push_back(name_of(analysis.graph, pair.first) + " and " + name_of(analysis.graph, pair.second));
  std::string text = text::join(pairs, "; ");
  if (analysis.two_way.size() > pairs.size())
    text += fmt::format("; and {} more pairs", analysis.two_way.size() - pairs.size());
  found.push_back({"Passed back and forth.", text + ".", {}});
}

void no_way_in(const Analysis& analysis, std::vector<PictureEvidence>& found) {
  if (analysis.unreachable.empty()) return;
  found.push_back({"No way in.", names_of(analysis.graph, analysis.unreachable, names_at_most) + ".",
                   ids_of(analysis.graph, analysis.unreachable)});
}

void wrong_doors(const Analysis& analysis, const model::Vocabulary& vocabulary, std::vector<PictureEvidence>& found) {
  PictureEvidence evidence = {"Not every door opens everywhere.", {}, {}};
  for (const Door& door : analysis.doors) {
    std::vector<std::string> missing;
    for (std::size_t at = 0; at < door.access.size(); ++at)
      if (!door.access[at].reachable) missing.push_back(vocabulary.name("groupings", analysis.groupings[at]));
    if (missing.empty()) continue;
    evidence.text += (evidence.text.empty() ? "" : " ") + std::string("From ") + name_of(analysis.graph, door.start) +
                     " no route leads to " + text::join_in_words(missing) + ".";
    evidence.services.push_back(analysis.graph.ids[door.start]);
  }
  if (!evidence.services.empty()) found.push_back(std::move(evidence));
}

void sectors(const Analysis& analysis, std::vector<PictureEvidence>& found) {
  const std::optional<double> share = analysis.sectors.crossing_share();
  if (!share || analysis.sectors.crossing == 0) return;
  found.push_back(
      {"Hand-offs.",
       fmt::format("{} of the {} flows cross from one sector to another.", percent(*share), analysis.sectors.known),
       {}});
}

}  // namespace

std::vector<PictureEvidence> picture_findings(const Analysis& analysis, const model::Vocabulary& vocabulary) {
  std::vector<PictureEvidence> found;
  one_door(analysis, found);
  most_assessed(analysis, found);
  most_waiting(analysis, found);
  growing_queue(analysis, found);
  back_and_forth(analysis, found);
  no_way_in(analysis, found);
  wrong_doors(analysis, vocabulary, found);
  sectors(analysis, found);
  return found;
}

std::vector<std::string> picture_gatekeepers(const Analysis& analysis) {
  std::vector<std::string> gates;
  for (const Gatekeeper& gate : analysis.gatekeepers)
    if (is_only_door(analysis, gate)) gates.push_back(analysis.graph.ids[gate.service]);
  return gates;
}

}  // namespace thrive::pathway
