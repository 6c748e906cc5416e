// SPDX-License-Identifier: MIT
#include "libthrive/journeys/describe/describe_discovery.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "libthrive/journeys/describe/describe_discovery_map.hpp"
#include "libthrive/journeys/describe/discovery_words.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::journeys {

namespace {

using report::Align;
using report::Cell;
using report::Table;

constexpr std::size_t ways_shown = 10;

const std::string& name(const JourneysFound& found, std::size_t activity) {
  return found.discovery.activities[activity].name;
}

/// Flows with the most often taken first.
std::vector<const RecordedFlow*> by_count(const Discovery& discovery) {
  std::vector<const RecordedFlow*> flows;
  for (const RecordedFlow& flow : discovery.flows) flows.push_back(&flow);
  std::stable_sort(flows.begin(), flows.end(),
                   [](const auto* a, const auto* b) { return a->count.people > b->count.people; });
  return flows;
}

Table moves(const JourneysFound& found) {
  Table table{"",
              {{"From"},
               {"To"},
               {"Moves", Align::right},
               {"Cases", Align::right},
               {"Half within, days", Align::right},
               {"Nine in ten within", Align::right}},
              {}};
  for (const RecordedFlow* flow : by_count(found.discovery))
    table.rows.push_back({name(found, flow->from), name(found, flow->to), count_cell(flow->count),
                          count_cell(flow->cases), days_cell(in_days(flow->waits.median)),
                          days_cell(in_days(flow->waits.p90))});
  return table;
}

Table stays(const JourneysFound& found) {
  Table table{"",
              {{"At"},
               {"Moved on", Align::right},
               {"Still there", Align::right},
               {"Half moved on within, of those who did", Align::right},
               {"Of all, days", Align::right}},
              {}};
  for (const Onward& onward : found.onward)
    table.rows.push_back({name(found, onward.activity), count_cell(onward.moved_on), count_cell(onward.still_there),
                          days_cell(onward.median_days), days_cell(onward.kaplan_meier_median_days)});
  return table;
}

Table activities(const JourneysFound& found) {
  Table table{"",
              {{"Activity"},
               {"Service"},
               {"Events", Align::right},
               {"First in", Align::right},
               {"Last in", Align::right},
               {"Again in", Align::right},
               {"Right behind itself", Align::right}},
              {}};
  for (std::size_t i = 0; i < found.discovery.activities.size(); ++i) {
    const ActivityFigures& activity = found.discovery.activities[i];
    if (!activity.is_told) continue;
    table.rows.push_back({activity.name, found.service_of[i], count_cell(activity.events), count_cell(activity.starts),
                          count_cell(activity.ends), count_cell(activity.rework), count_cell(activity.self_loops)});
  }
  return table;
}

/// Activities that happen again in some cases.
Table again(const JourneysFound& found) {
  Table table{"", {{"Activity"}, {"Cases", Align::right}, {"Right behind itself", Align::right}}, {}};
  for (const ActivityFigures& activity : found.discovery.activities)
    if (!activity.rework.hidden && activity.rework.people > 0)
      table.rows.push_back({activity.name, count_cell(activity.rework), count_cell(activity.self_loops)});
  return table;
}

Table ways(const JourneysFound& found, std::size_t most) {
  Table table{"", {{"Cases", Align::right}, {"Way"}}, {}};
  for (const Variant& variant : found.discovery.variants) {
    if (table.rows.size() == most) break;
    std::vector<std::string> steps;
    for (const std::size_t step : variant.steps) steps.push_back(name(found, step));
    table.rows.push_back({count_cell(variant.cases), text::join(steps, " > ")});
  }
  return table;
}

Table not_drawn(const JourneysFound& found) {
  Table table{"", {{"From"}, {"To"}, {"Moves", Align::right}, {"Cases", Align::right}}, {}};
  if (!found.map) return table;
  for (const ServiceFlow& flow : found.map->seen_not_drawn)
    table.rows.push_back({flow.from, flow.to, count_cell(flow.count), count_cell(flow.cases)});
  return table;
}

/// What is done so that nobody can be told from the figures.
std::string suppression_words(const JourneysFound& found) {
  return fmt::format(
      "suppressed: {}, with secondary suppression. Flows, activities and ways of fewer people are left out; * is a "
      "number "
      "that is not told, small or not ({} in all, {} of them only because a small one could be worked out from it). "
      "Times "
      "are whole days.",
      found.suppression == "mhsds" ? "MHSDS rule" : "rule " + found.suppression,
      report::number(static_cast<double>(found.untold.people)),
      report::number(static_cast<double>(found.untold_so_that.people)));
}

/// How events on the same time were put in order.
std::string words_of(TieRule rule) {
  switch (rule) {
    case TieRule::file:
      return "the order of the rows decides which came first";
    case TieRule::order_column:
      return "the column of numbers decides where they differ, else the order of the rows";
    case TieRule::map:
      return "the drawn flows decide where they allow one order only, else the order of the rows";
    case TieRule::concurrent:
      return "no pair is made of them";
    case TieRule::drop:
      return "cases that have any are left out";
  }
  return {};
}

void add_reading(report::Document& document, const JourneysFound& found) {
  const Discovery& discovery = found.discovery;
  const LogRows& rows = discovery.rows;
  std::string columns = fmt::format("case '{}', activity '{}', time '{}'", found.columns.of_case,
                                    found.columns.activity, found.columns.time);
  if (!found.columns.start.empty()) columns += fmt::format(", start '{}'", found.columns.start);
  if (!found.columns.order.empty()) columns += fmt::format(", order '{}'", found.columns.order);
  document.paragraph(
      fmt::format("columns {}; times without a zone are UTC; as of {}.", columns, text::format_date(found.as_of)),
      "Read by:");
  document.paragraph(
      fmt::format("{} read, {} used; without a case {}, without an activity {}, without a time {} (of these {} "
                  "unreadable). {}, {}.",
                  count_words(rows.read, "row", "rows"), count_words(rows.used), count_words(rows.without_case),
                  count_words(rows.without_activity), count_words(rows.without_time),
                  count_words(rows.unreadable_times), count_words(discovery.cases, "case", "cases"),
                  count_words(discovery.variants_n, "way", "different ways")),
      "Rows:");
  std::string ties =
      discovery.ties.pairs.hidden
          ? fmt::format(
                "tied adjacent pairs: {}; {}.",
                discovery.tied_percent.is_hidden() ? "their share is not told" : percent_words(discovery.tied_percent),
                words_of(found.rule))
          : fmt::format("tied adjacent pairs: {} of {} ({}); {}. Decided so: {}.", count_words(discovery.ties.tied),
                        count_words(discovery.ties.pairs), percent_words(discovery.tied_percent), words_of(found.rule),
                        count_words(discovery.ties.decided));
  if (found.rule == TieRule::drop)
    ties += fmt::format(" Left out: {}.", count_words(discovery.ties.cases_left_out, "case", "cases"));
  document.paragraph(std::move(ties), "Same time:");
  if (found.suppression != "none") document.paragraph(suppression_words(found), "Small numbers:");
}

void add_durations(report::Document& document, const TimeSpread& durations) {
  if (durations.n.hidden || durations.n.people == 0) return;
  document.paragraph(
      fmt::format("from the first completion to the last, half of the cases took {} days or less, nine in "
                  "ten {} or less. Cases that are not over yet count up to where they are.",
                  days_words(in_days(durations.median)), days_words(in_days(durations.p90))),
      "How long:");
}

void add_table(report::Document& document, Table table, const std::string& otherwise) {
  if (table.rows.empty())
    document.paragraph(otherwise);
  else
    document.table(std::move(table));
}

}  // namespace

report::Document describe_discovery(const JourneysFound& found, const std::string& classification) {
  report::Document document;
  document.title = "How young people moved";
  document.subtitle = found.name;
  document.classification = classification;
  add_reading(document, found);
  add_against_the_map(document, found);
  document.heading(1, "Moves and waits");
  document.paragraph(
      fmt::format("A wait goes from the end of one activity to the start of the next; {} began before, or "
                  "just as, the one before was over.",
                  count_words(found.discovery.negative_or_zero_waits)));
  add_table(document, moves(found), "Nothing that can be shown.");
  add_durations(document, found.discovery.durations);
  document.heading(1, "Where people still are");
  document.paragraph(
      "Who has not moved on by the end of the last day still counts, in the last column (Kaplan-Meier). Medians of "
      "those "
      "who moved on alone are too short while a list grows.");
  add_table(document, stays(found), "Nothing that can be shown.");
  document.heading(1, "What is done again");
  add_table(document, again(found), "Nothing that can be shown.");
  document.heading(1, "Ways most often taken");
  add_table(document, ways(found, ways_shown), "Nothing that can be shown.");
  return document;
}

std::vector<std::string> discovery_tables() { return {"flows", "activities", "stays", "ways", "not-drawn"}; }

report::Table discovery_table(const std::string& name, const JourneysFound& found) {
  const auto titled = [](Table table, const std::vector<std::string>& titles) {
    for (std::size_t column = 0; column < titles.size(); ++column) table.columns[column].title = titles[column];
    return table;
  };
  if (name == "activities")
    return titled(activities(found), {"activity", "service", "events", "starts", "ends", "rework_cases", "self_loops"});
  if (name == "stays")
    return titled(stays(found), {"activity", "moved_on", "still_there", "median_days", "kaplan_meier_median_days"});
  if (name == "ways") return titled(ways(found, found.discovery.variants.size()), {"cases", "activities"});
  if (name == "not-drawn") return titled(not_drawn(found), {"from", "to", "moves", "cases"});
  return titled(moves(found), {"from", "to", "moves", "cases", "median_days", "p90_days"});
}

}  // namespace thrive::journeys
