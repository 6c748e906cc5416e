// SPDX-License-Identifier: MIT
#include "libthrive/journeys/describe/describe_discovery_map.hpp"

#include <fmt/core.h>

#include "libthrive/journeys/describe/discovery_words.hpp"

namespace thrive::journeys {

namespace {

using report::Align;
using report::Table;

/// `85 % of moves (1,017 of 1,197) were along drawn flows.`; without the counts where they are not told.
std::string share_words(const Figure& percent, std::string_view of, const Count& part, const Count& whole,
                        std::string_view what) {
  if (percent.is_hidden()) return fmt::format("how many {} {} is not told.", of, what);
  if (!percent.is_known()) return fmt::format("there are no {}.", of);
  const bool is_told = !part.hidden && !whole.hidden;
  return fmt::format("{} of {}{} {}.", percent_words(percent), of,
                     is_told ? fmt::format(" ({} of {})", count_words(part), count_words(whole)) : "", what);
}

void add_coverage(report::Document& document, const AgainstTheMap& map) {
  std::string moves =
      share_words(map.move_coverage_percent, "moves", map.moves_on_drawn_flows, map.moves, "were along drawn flows");
  if (!map.stays.hidden) moves += fmt::format(" {} more were stays within one service.", count_words(map.stays));
  document.paragraph(std::move(moves), "Moves:");
  std::string cases = share_words(map.case_coverage_percent, "cases", map.cases_all_drawn, map.cases,
                                  "went along drawn flows only, from a drawn start to a drawn end");
  if (!map.cases_moves_drawn.hidden)
    cases += fmt::format(" {} did so wherever they started and ended.", count_words(map.cases_moves_drawn));
  document.paragraph(std::move(cases), "Cases:");
  document.paragraph(share_words(map.flow_use_percent, "drawn flows", map.flows_seen, map.flows_drawn, "were seen"),
                     "Flows:");
}

void add_unmatched(report::Document& document, const AgainstTheMap& map) {
  if (map.unmatched.empty()) return;
  document.heading(2, "Activities that are no service of the map");
  document.paragraph("They stay among the moves, and no move from or to them is drawn.");
  Table table{"", {{"Activity"}, {"Events", Align::right}, {"Nearest service"}}, {}};
  for (const UnmatchedActivity& activity : map.unmatched)
    table.rows.push_back({activity.activity, count_cell(activity.events), activity.nearest});
  document.table(std::move(table));
}

void add_seen_not_drawn(report::Document& document, const JourneysFound& found) {
  const AgainstTheMap& map = *found.map;
  document.heading(2, "Seen and not drawn");
  if (map.seen_not_drawn.empty()) return void(document.paragraph("Nothing that can be shown."));
  Table table{"", {{"From"}, {"To"}, {"Moves", Align::right}, {"Cases", Align::right}}, {}};
  for (const ServiceFlow& flow : map.seen_not_drawn)
    table.rows.push_back(
        {found.name_of(flow.from), found.name_of(flow.to), count_cell(flow.count), count_cell(flow.cases)});
  document.table(std::move(table));
}

void add_list(report::Document& document, const std::string& title, std::vector<std::string> items) {
  if (items.empty()) return;
  document.heading(2, title);
  document.items(std::move(items));
}

std::vector<std::string> flow_names(const std::vector<ServiceFlow>& flows, const JourneysFound& found) {
  std::vector<std::string> names;
  for (const ServiceFlow& flow : flows) names.push_back(found.name_of(flow.from) + " to " + found.name_of(flow.to));
  return names;
}

std::vector<std::string> end_names(const std::vector<JourneyEnd>& ends, const JourneysFound& found) {
  std::vector<std::string> names;
  for (const JourneyEnd& end : ends)
    names.push_back(fmt::format("{}: {}", found.name_of(end.id), count_words(end.cases, "case", "cases")));
  return names;
}

void add_waits(report::Document& document, const JourneysFound& found) {
  const AgainstTheMap& map = *found.map;
  if (map.waits.empty()) return;
  document.heading(2, "Waits: drawn and recorded");
  document.paragraph(
      "Half waited this long or longer, in days. Recorded are those who moved on; who still waits is not "
      "among them.");
  Table table{"", {{"From"}, {"To"}, {"Drawn", Align::right}, {"Recorded", Align::right}, {"Moves", Align::right}}, {}};
  for (const WaitOfFlow& wait : map.waits)
    table.rows.push_back({found.name_of(wait.from), found.name_of(wait.to), days_cell(wait.drawn_median_days),
                          days_cell(wait.recorded_median_days), count_cell(wait.n)});
  document.table(std::move(table));
}

}  // namespace

void add_against_the_map(report::Document& document, const JourneysFound& found) {
  if (!found.map) return;
  const AgainstTheMap& map = *found.map;
  document.heading(1, "Drawn and recorded");
  if (map.pathway.empty()) return void(document.paragraph("The project has no pathway yet."));
  document.paragraph(fmt::format("the pathway '{}'.", map.pathway), "Drawn:");
  add_coverage(document, map);
  add_seen_not_drawn(document, found);
  add_list(document, "Drawn and never seen", flow_names(map.drawn_never_seen, found));
  add_list(document, "Drawn and seen by fewer than can be told, or never", flow_names(map.drawn_seldom_seen, found));
  add_list(document, "Starts that are not drawn", end_names(map.starts_not_drawn, found));
  add_list(document, "Ends that are not drawn", end_names(map.ends_not_drawn, found));
  add_waits(document, found);
  add_unmatched(document, map);
}

}  // namespace thrive::journeys
