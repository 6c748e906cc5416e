// SPDX-License-Identifier: MIT
//
// Findings about what the workshop saw, what it did not look at, and services that may do the same.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/pathway/findings/evidence.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

constexpr std::size_t places_named = 3;
constexpr std::size_t similar_pairs_named = 8;

std::string spot_name(const Graph& graph, const Spot& spot) {
  return spot.is_service() ? name_of(graph, spot.service) : "the way from " + flow_of(graph, spot.from, spot.to);
}

void find_heaviest(const Analysis& a, const char* kind, Found& found) {
  std::vector<Heat> places = heat(a.notes, kind);
  if (places.empty()) return;
  // What cannot be weighed is not among the heaviest, nor the lightest.
  const bool is_weighed = places.front().people.has_value();
  if (is_weighed) std::erase_if(places, [](const Heat& place) { return !place.people; });
  std::vector<std::string> parts;
  std::vector<Node> services;
  std::vector<std::pair<std::string, std::string>> flows;
  for (std::size_t i = 0; i < std::min(places.size(), places_named); ++i) {
    const Heat& place = places[i];
    parts.push_back(fmt::format("{} ({}{})", spot_name(a.graph, place.spot), report::count_of(place.ids.size(), "note"),
                                place.people ? ", " + people(place.through, a.graph.small) + " a year" : ""));
    if (place.spot.is_service())
      services.push_back(place.spot.service);
    else
      flows.push_back(flow_ids(a.graph, place.spot.from, place.spot.to));
  }
  found.push_back({std::string_view(kind) == "duplication" ? "heaviest-duplication" : "heaviest-problem",
                   {},
                   {{"case", is_weighed ? "weighed" : "not-weighed"},
                    {"places", list(parts)},
                    {"services", evidence(a.graph, services)},
                    {"flows", evidence(flows)}}});
}

void find_empty_cells(const Analysis& a, const model::Vocabulary& vocabulary, Found& found) {
  std::vector<std::string> empty;
  for (std::size_t p = 0; p < a.notes.perspectives.size(); ++p)
    for (std::size_t k = 0; k < a.notes.kinds.size(); ++k)
      if (a.notes.cells[p][k] == 0)
        empty.push_back(fmt::format("{} / {}", vocabulary.name("perspectives", a.notes.perspectives[p]),
                                    vocabulary.name("observation-kinds", a.notes.kinds[k])));
  if (empty.empty()) return;
  found.push_back({"empty-review-cell", {}, {{"cells", list(empty)}}});
}

void find_review(const Analysis& a, const model::Vocabulary& vocabulary, Found& found) {
  if (a.notes.all.empty()) {
    found.push_back({"not-reviewed", {}});
    return;
  }
  find_heaviest(a, "quality-problem", found);
  find_heaviest(a, "duplication", found);
  const auto& silent = a.notes.without_any;
  if (!silent.empty())
    found.push_back({"nobody-commented",
                     {},
                     {{"count", silent.size()},
                      {"names", names_of(a.graph, silent, 12)},
                      {"services", evidence(a.graph, silent)}}});
  find_empty_cells(a, vocabulary, found);
}

void find_similar(const Analysis& a, const model::Vocabulary& vocabulary, Found& found) {
  const std::size_t named = a.similar.size() <= similar_pairs_named + 1 ? a.similar.size() : similar_pairs_named;
  for (std::size_t i = 0; i < named; ++i) {
    const SimilarPair& pair = a.similar[i];
    std::vector<std::string> groupings;
    for (const std::string& id : pair.groupings) groupings.push_back(vocabulary.name("groupings", id));
    found.push_back({"similar-services",
                     {},
                     {{"case", "pair"},
                      {"one", name_of(a.graph, pair.a)},
                      {"other", name_of(a.graph, pair.b)},
                      {"groupings", list(groupings)},
                      {"share", percent(pair.likeness)},
                      {"services", evidence(a.graph, {pair.a, pair.b})}}});
  }
  if (named == a.similar.size()) return;
  std::vector<bool> is_in_more(a.graph.size(), false);
  for (std::size_t i = named; i < a.similar.size(); ++i) is_in_more[a.similar[i].a] = is_in_more[a.similar[i].b] = true;
  std::vector<Node> services;
  for (Node node = 0; node < a.graph.size(); ++node)
    if (is_in_more[node]) services.push_back(node);
  found.push_back({"similar-services",
                   {},
                   {{"case", "more"},
                    {"pairs", a.similar.size() - named},
                    {"names", names_of(a.graph, services)},
                    {"services", evidence(a.graph, services)}}});
}

}  // namespace

void find_in_review(const Analysis& a, const model::Vocabulary& vocabulary, Found& found) {
  find_review(a, vocabulary, found);
  if (!a.notes.elsewhere.empty())
    found.push_back({"observation-off-the-map",
                     {},
                     {{"count", a.notes.elsewhere.size()}, {"observations", list(a.notes.elsewhere)}}});
  find_similar(a, vocabulary, found);
}

}  // namespace thrive::pathway
