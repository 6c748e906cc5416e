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

/// What is not drawn is not spoken of.
class Shown {
 public:
  Shown(const Analysis& analysis, const PicturePart* part) : analysis_(analysis), part_(part) {}
  bool is_whole() const { return part_ == nullptr || part_->is_whole; }
  bool operator()(Node node) const { return part_ == nullptr || part_->draws(analysis_.graph.ids[node]); }
  bool operator()(Node from, Node to) const {
    if (part_ == nullptr) return true;
    return (*this)(from) && (*this)(to) && part_->draws(analysis_.graph.ids[from], analysis_.graph.ids[to]);
  }
  bool operator()(const std::vector<Node>& nodes) const {
    return std::ranges::all_of(nodes, [this](Node node) { return (*this)(node); });
  }
  bool route(const std::vector<Node>& nodes) const {
    for (std::size_t at = 1; at < nodes.size(); ++at)
      if (!(*this)(nodes[at - 1], nodes[at])) return false;
    return (*this)(nodes);
  }

 private:
  const Analysis& analysis_;
  const PicturePart* part_;
};

void one_door(const Analysis& analysis, const Shown& shown, std::vector<PictureEvidence>& found) {
  const auto gate = std::ranges::find_if(analysis.gatekeepers, [&](const Gatekeeper& candidate) {
    return is_only_door(analysis, candidate) && shown(candidate.service) && shown(candidate.behind);
  });
  if (gate == analysis.gatekeepers.end()) return;
  found.push_back(
      {"One door.",
       fmt::format("{} can be reached only through {}: {}.", report::count_of(gate->behind.size(), "service"),
                   name_of(analysis.graph, gate->service), names_of(analysis.graph, gate->behind, names_at_most)),
       {analysis.graph.ids[gate->service]}});
}

void most_assessed(const Analysis& analysis, const Shown& shown, std::vector<PictureEvidence>& found) {
  const MostAssessments& most = analysis.most_assessments;
  if (!most.count || *most.count < static_cast<int>(assessed_often) || !shown.route(most.route)) return;
  PictureEvidence evidence = {
      fmt::format("Assessed {} times on one route.", *most.count), route_of(analysis.graph, most.route) + ".", {}};
  for (const Node node : most.route)
    if (analysis.graph.assesses(node)) evidence.services.push_back(analysis.graph.ids[node]);
  found.push_back(std::move(evidence));
}

/// `420 people a year, half wait 9 weeks or longer: 3,780 person-weeks.` Without what a hidden count could be worked
/// out from.
std::string waiting_in_words(const Analysis& analysis, const Waiting& waiting) {
  const text::SmallNumbers& small = analysis.graph.small;
  const std::string words =
      fmt::format("{} a year, {}", people(*waiting.people, small), report::half_wait(*waiting.median_days));
  if (small.hides(waiting.people)) return words + ".";
  return words + fmt::format(": {} person-weeks.", report::number(*waiting.person_weeks));
}

void most_waiting(const Analysis& analysis, const Shown& shown, std::vector<PictureEvidence>& found) {
  const Waiting* most = nullptr;
  double total = 0;
  for (const Waiting& waiting : analysis.waits) {
    const double weeks = waiting.person_weeks.value_or(0);
    total += weeks;
    if (weeks > 0 && (most == nullptr || weeks > *most->person_weeks)) most = &waiting;
  }
  if (most == nullptr) return;
  const DrawnFlow& flow = analysis.graph.flows[most->flow];
  if (!shown(flow.from, flow.to)) return;
  found.push_back(
      {2 * *most->person_weeks > total ? "Where most waiting happens." : "The largest part of the waiting.",
       fmt::format("{}: {}", capital(flow_of(analysis.graph, flow.from, flow.to)), waiting_in_words(analysis, *most)),
       {analysis.graph.ids[flow.to]}});
}

void growing_queue(const Analysis& analysis, const Shown& shown, std::vector<PictureEvidence>& found) {
  const auto most =
      std::max_element(analysis.queues.begin(), analysis.queues.end(),
                       [](const Queue& a, const Queue& b) { return a.growth.value_or(0) < b.growth.value_or(0); });
  if (most == analysis.queues.end() || most->growth.value_or(0) <= 0 || analysis.graph.is_end(most->service)) return;
  if (!shown(most->service)) return;
  const text::SmallNumbers& small = analysis.graph.small;
  Sum leaving = most->out;
  leaving.add(most->completes, small);
  found.push_back({"A queue that grows.",
                   fmt::format("{}: {} come in a year, {} leave or complete.", name_of(analysis.graph, most->service),
                               report::people_total(most->in, small), report::people_total(leaving, small)),
                   {analysis.graph.ids[most->service]}});
}

void back_and_forth(const Analysis& analysis, const Shown& shown, std::vector<PictureEvidence>& found) {
  std::vector<std::string> pairs;
  std::size_t count = 0;
  for (const auto& [one, other] : analysis.two_way) {
    if (!shown(one, other) || !shown(other, one) || ++count > names_at_most) continue;
    pairs.push_back(name_of(analysis.graph, one) + " and " + name_of(analysis.graph, other));
  }
  if (count == 0) return;
  std::string text = text::join(pairs, "; ");
  if (count > pairs.size() && shown.is_whole())
    text += "; and " + report::count_of(count - pairs.size(), "more pair", "more pairs");
  else if (count > pairs.size())
    text += "; and more";
  found.push_back({"Passed back and forth.", text + ".", {}});
}

void no_way_in(const Analysis& analysis, const Shown& shown, std::vector<PictureEvidence>& found) {
  std::vector<Node> nodes;
  for (const Node node : analysis.unreachable)
    if (shown(node)) nodes.push_back(node);
  if (nodes.empty()) return;
  found.push_back({"No way in.", names_of(analysis.graph, nodes, names_at_most) + ".", ids_of(analysis.graph, nodes)});
}

void wrong_doors(const Analysis& analysis, const model::Vocabulary& vocabulary, const Shown& shown,
                 std::vector<PictureEvidence>& found) {
  PictureEvidence evidence = {"Not every door opens everywhere.", {}, {}};
  for (const Door& door : analysis.doors) {
    std::vector<std::string> missing;
    for (std::size_t at = 0; at < door.access.size(); ++at)
      if (!door.access[at].reachable) missing.push_back(vocabulary.name("groupings", analysis.groupings[at]));
    if (missing.empty() || !shown(door.start)) continue;
    evidence.text += (evidence.text.empty() ? "" : " ") + std::string("From ") + name_of(analysis.graph, door.start) +
                     " no route leads to " + text::join_in_words(missing) + ".";
    evidence.services.push_back(analysis.graph.ids[door.start]);
  }
  if (!evidence.services.empty()) found.push_back(std::move(evidence));
}

void sectors(const Analysis& analysis, const Shown& shown, std::vector<PictureEvidence>& found) {
  const std::optional<double> share = analysis.sectors.crossing_share();
  if (!share || analysis.sectors.crossing == 0 || !shown.is_whole()) return;
  found.push_back({"Hand-offs.",
                   fmt::format("{} of {} cross from one sector to another.", percent(*share),
                               report::count_of(analysis.sectors.known, "flow")),
                   {}});
}

}  // namespace

std::vector<PictureEvidence> picture_findings(const Analysis& analysis, const model::Vocabulary& vocabulary,
                                              const PicturePart* part) {
  const Shown shown(analysis, part);
  std::vector<PictureEvidence> found;
  one_door(analysis, shown, found);
  most_assessed(analysis, shown, found);
  most_waiting(analysis, shown, found);
  growing_queue(analysis, shown, found);
  back_and_forth(analysis, shown, found);
  no_way_in(analysis, shown, found);
  wrong_doors(analysis, vocabulary, shown, found);
  sectors(analysis, shown, found);
  return found;
}

std::vector<std::string> picture_gatekeepers(const Analysis& analysis) {
  std::vector<std::string> gates;
  for (const Gatekeeper& gate : analysis.gatekeepers)
    if (is_only_door(analysis, gate)) gates.push_back(analysis.graph.ids[gate.service]);
  return gates;
}

}  // namespace thrive::pathway
