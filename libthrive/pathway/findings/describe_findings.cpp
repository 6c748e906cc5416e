// SPDX-License-Identifier: MIT
#include "libthrive/pathway/findings/describe_findings.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "libthrive/findings/say.hpp"

namespace thrive::pathway {

namespace {

/// The codes of a theme. What is in none of the lists is about the map itself.
struct Codes {
  Theme theme;
  std::vector<std::string_view> codes;
};

const std::vector<Codes>& themes() {
  static const std::vector<Codes> all = {
      {Theme::way_in_and_out, {"unreachable-service", "dead-end-service", "end-out-of-reach", "start-misses-end"}},
      {Theme::round_and_round, {"loop", "two-way-pair", "self-loop", "sent-back"}},
      {Theme::single_ways,
       {"gatekeeper", "single-point-of-failure", "bottleneck-by-position", "map-falls-apart", "single-line"}},
      {Theme::assessments, {"assessed-again", "assessments-unavoidable"}},
      {Theme::sectors, {"between-sectors", "sector-not-recorded", "only-bridge-between-sectors"}},
      {Theme::doors, {"wrong-door", "most-handoffs", "longest-way-in"}},
      {Theme::waiting, {"most-waiting", "queue-growing", "queue-nearly-balanced", "more-leave-than-come"}},
      {Theme::review,
       {"not-reviewed", "heaviest-problem", "heaviest-duplication", "nobody-commented", "empty-review-cell",
        "observation-off-the-map", "similar-services"}}};
  return all;
}

const text::Value* fact(const text::Diagnostic& finding, std::string_view name) {
  for (const auto& [known, value] : finding.facts)
    if (known == name) return &value;
  return nullptr;
}

/// Where it stands in the project: at its first service, else its first flow, else the pathway.
std::vector<std::string> path_of(const Analysis& a, const text::Diagnostic& finding) {
  if (const auto services = services_of(finding); !services.empty()) return {"services", services.front()};
  const auto flows = flows_of(finding);
  if (!flows.empty() && a.drawing) {
    const auto& drawn = a.drawing->flows;
    const auto at = std::find_if(drawn.begin(), drawn.end(), [&](const model::Flow& flow) {
      return flow.from == flows.front().first && flow.to == flows.front().second;
    });
    if (at != drawn.end()) return {"pathways", a.graph.pathway, "flows", std::to_string(at - drawn.begin())};
  }
  return {"pathways", a.graph.pathway};
}

}  // namespace

Theme theme_of(std::string_view code) {
  for (const Codes& about : themes())
    if (std::find(about.codes.begin(), about.codes.end(), code) != about.codes.end()) return about.theme;
  return Theme::map;
}

std::vector<std::string> services_of(const text::Diagnostic& finding) {
  std::vector<std::string> ids;
  const text::Value* services = fact(finding, "services");
  if (services != nullptr && services->as_list() != nullptr)
    for (const text::Value& id : *services->as_list()) ids.push_back(*id.as_text());
  return ids;
}

std::vector<std::pair<std::string, std::string>> flows_of(const text::Diagnostic& finding) {
  std::vector<std::pair<std::string, std::string>> pairs;
  const text::Value* flows = fact(finding, "flows");
  if (flows != nullptr && flows->as_list() != nullptr)
    for (const text::Value& flow : *flows->as_list())
      pairs.emplace_back(*flow.as_list()->at(0).as_text(), *flow.as_list()->at(1).as_text());
  return pairs;
}

std::vector<text::Diagnostic> findings(const Analysis& analysis, const model::Vocabulary& vocabulary) {
  Found found;
  find_in_map(analysis, found);
  if (analysis.graph.size() > 0) {
    find_in_ways(analysis, found);
    find_in_loops(analysis, found);
    find_in_routes(analysis, vocabulary, found);
    find_in_sectors(analysis, vocabulary, found);
    find_in_waiting(analysis, found);
    find_in_review(analysis, vocabulary, found);
  }
  std::vector<text::Diagnostic> said;
  said.reserve(found.size());
  for (const findings::Finding& finding : found) {
    said.push_back(findings::in_words(finding));
    said.back().path = path_of(analysis, said.back());
  }
  std::ranges::stable_sort(said, [](const text::Diagnostic& a, const text::Diagnostic& b) {
    const Theme of_a = theme_of(a.code), of_b = theme_of(b.code);
    return of_a != of_b ? of_a < of_b : a.severity < b.severity;
  });
  return said;
}

std::vector<text::Diagnostic> only(std::vector<text::Diagnostic> findings, const std::vector<std::string>& codes) {
  if (!codes.empty())
    std::erase_if(findings, [&](const text::Diagnostic& finding) {
      return std::ranges::find(codes, finding.code) == codes.end();
    });
  return findings;
}

}  // namespace thrive::pathway
