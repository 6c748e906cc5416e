// SPDX-License-Identifier: MIT
//
// Findings about what the workshop saw, what it did not look at, and services that may do the same.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

using text::Severity;

constexpr std::size_t places_named = 3;
constexpr std::size_t similar_pairs_named = 8;

std::string spot_name(const Graph& graph, const Spot& spot) {
  return spot.is_service() ? name_of(graph, spot.service) : "the way from " + flow_of(graph, spot.from, spot.to);
}

void find_heaviest(const Analysis& a, const char* kind, const char* code, const char* lead,
                   std::vector<Finding>& found) {
  const std::vector<Heat> places = heat(a.notes, kind);
  if (places.empty()) return;
  Finding finding{code, Severity::warning, Theme::review, {}, {}, {}};
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < std::min(places.size(), places_named); ++i) {
    const Heat& place = places[i];
    parts.push_back(fmt::format("{} ({}{})", spot_name(a.graph, place.spot), report::count_of(place.ids.size(), "note"),
                                place.people ? ", " + people(*place.people) + " a year" : ", people not recorded"));
    if (place.spot.is_service()) {
      finding.services.push_back(a.graph.ids[place.spot.service]);
    } else {
      finding.flows.push_back(flow_ids(a.graph, place.spot.from, place.spot.to));
    }
  }
  finding.message = fmt::format("{} at {}.", lead, text::join_in_words(parts));
  found.push_back(std::move(finding));
}

void find_empty_cells(const Analysis& a, const model::Vocabulary& vocabulary, std::vector<Finding>& found) {
  std::vector<std::string> empty;
  for (std::size_t p = 0; p < a.notes.perspectives.size(); ++p)
    for (std::size_t k = 0; k < a.notes.kinds.size(); ++k)
      if (a.notes.cells[p][k] == 0)
        empty.push_back(fmt::format("{} / {}", vocabulary.name("perspectives", a.notes.perspectives[p]),
                                    vocabulary.name("observation-kinds", a.notes.kinds[k])));
  if (empty.empty()) return;
  found.push_back({"empty-review-cell",
                   Severity::note,
                   Theme::review,
                   fmt::format("The review has no note for {}.", text::join_in_words(empty)),
                   {},
                   {}});
}

void find_review(const Analysis& a, const model::Vocabulary& vocabulary, std::vector<Finding>& found) {
  if (a.notes.all.empty()) {
    found.push_back(
        {"not-reviewed", Severity::note, Theme::review, "No observation is recorded for this pathway yet.", {}, {}});
    return;
  }
  find_heaviest(a, "quality-problem", "heaviest-problem",
                "Weighed by the young people who pass, problems with quality weigh most", found);
  find_heaviest(a, "duplication", "heaviest-duplication",
                "Weighed by the young people who pass, duplication weighs most", found);
  if (!a.notes.without_any.empty())
    found.push_back(
        {"nobody-commented",
         Severity::note,
         Theme::review,
         fmt::format("Nobody commented on {}, or on a flow to or from {}: {}.",
                     report::count_of(a.notes.without_any.size(), "service"),
                     a.notes.without_any.size() == 1 ? "it" : "them", names_of(a.graph, a.notes.without_any, 12)),
         ids_of(a.graph, a.notes.without_any),
         {}});
  find_empty_cells(a, vocabulary, found);
}

void find_similar(const Analysis& a, const model::Vocabulary& vocabulary, std::vector<Finding>& found) {
  const std::size_t named = a.similar.size() <= similar_pairs_named + 1 ? a.similar.size() : similar_pairs_named;
  for (std::size_t i = 0; i < named; ++i) {
    const SimilarPair& pair = a.similar[i];
    std::vector<std::string> groupings;
    for (const std::string& id : pair.groupings) groupings.push_back(vocabulary.name("groupings", id));
    found.push_back({"similar-services",
                     Severity::note,
                     Theme::review,
                     fmt::format("{} and {} may do the same for the same people: both serve {}, and {} of their "
                                 "neighbours on the map are the same.",
                                 name_of(a.graph, pair.a), name_of(a.graph, pair.b), text::join_in_words(groupings),
                                 percent(pair.likeness)),
                     {a.graph.ids[pair.a], a.graph.ids[pair.b]},
                     {}});
  }
  if (named == a.similar.size()) return;
  std::vector<bool> is_in_more(a.graph.size(), false);
  for (std::size_t i = named; i < a.similar.size(); ++i) is_in_more[a.similar[i].a] = is_in_more[a.similar[i].b] = true;
  std::vector<Node> services;
  for (Node node = 0; node < a.graph.size(); ++node)
    if (is_in_more[node]) services.push_back(node);
  found.push_back({"similar-services",
                   Severity::note,
                   Theme::review,
                   fmt::format("{} more pairs are alike in the same way, among {}.", a.similar.size() - named,
                               names_of(a.graph, services)),
                   ids_of(a.graph, services),
                   {}});
}

}  // namespace

void find_in_review(const Analysis& a, const model::Vocabulary& vocabulary, std::vector<Finding>& found) {
  find_review(a, vocabulary, found);
  if (!a.notes.elsewhere.empty())
    found.push_back(
        {"observation-off-the-map",
         Severity::note,
         Theme::review,
         fmt::format("{} about places that are not on this pathway and not counted: {}.",
                     a.notes.elsewhere.size() == 1 ? "1 observation is"
                                                   : fmt::format("{} observations are", a.notes.elsewhere.size()),
                     text::join_in_words(a.notes.elsewhere)),
         {},
         {}});
  find_similar(a, vocabulary, found);
}

}  // namespace thrive::pathway
