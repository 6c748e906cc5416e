// SPDX-License-Identifier: MIT
//
// The tables of an analysis: for reading in a report, with exact values for CSV.
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "libthrive/pathway/describe/describe.hpp"
#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::pathway {

namespace {

using report::Align;
using report::Cell;
using report::Table;
using text::Value;

Cell words(std::string text) { return Cell(std::move(text)); }

Cell figure(const std::optional<double>& value, int decimals = 0) {
  return {report::number(value, decimals), Value(value)};
}

/// A count of people: tables are for readers, in CSV too.
Cell people_figure(const std::optional<double>& count, const Analysis& a) {
  if (a.graph.small.hides(count)) return words(report::people_number(count, a.graph.small));
  return figure(count);
}

/// A sum of people over flows, with the visits beside it.
Cell people_figure(const Sum& sum, const Analysis& a) {
  if (sum.hidden > 0) return words(report::people_total(sum, a.graph.small));
  return {sum.known() ? report::people_total(sum, a.graph.small) : "not recorded", Value(sum.known())};
}

/// What is worked out from counts, of which some may be hidden.
Cell derived_figure(const std::optional<double>& value, bool has_hidden) {
  if (value && has_hidden) return words(derived(value, has_hidden));
  return figure(value);
}

Cell passing_figure(const Analysis& a, Node node) {
  const Sum through = passing(a.queues[node], a.graph.small);
  return through.hidden > 0 ? people_figure(through, a) : figure(people_passing(a.queues[node]));
}

bool has_hidden(const Analysis& a, const Queue& queue) {
  return queue.in.hidden > 0 || queue.out.hidden > 0 || a.graph.small.hides(queue.completes);
}

Cell figure(std::size_t value) { return {report::number(static_cast<double>(value)), Value(value)}; }

Cell service_cell(const Analysis& a, Node node) { return {name_of(a.graph, node), Value(a.graph.ids[node])}; }

std::string joined(const std::vector<std::string>& items) {
  std::string result;
  for (const std::string& item : items) result += (result.empty() ? "" : " ") + item;
  return result;
}

Table findings_table(const std::vector<text::Diagnostic>& findings) {
  Table table{"Findings", {{"code"}, {"severity"}, {"message"}, {"services"}, {"flows"}}, {}};
  for (const text::Diagnostic& finding : findings) {
    std::vector<std::string> flows;
    for (const auto& [from, to] : flows_of(finding)) flows.push_back(from + "->" + to);
    table.rows.push_back({words(finding.code), words(std::string(text::name(finding.severity))), words(finding.message),
                          words(joined(services_of(finding))), words(joined(flows))});
  }
  return table;
}

std::string access_words(const Access& access) {
  if (!access.reachable) return "no way";
  std::string result =
      *access.handoffs == 0 ? "here" : report::count_of(static_cast<std::size_t>(*access.handoffs), "step");
  if (*access.assessments > 0)
    result += ", " + report::count_of(static_cast<std::size_t>(*access.assessments), "assessment");
  if (*access.handoffs > 0)
    result += access.wait_days ? ", " + days_in_words(*access.wait_days) : ", wait not recorded";
  return result;
}

/// For reading: a row a start, a column a grouping.
Table doors_for_reading(const Analysis& a, const model::Vocabulary& vocabulary) {
  Table table{
      "No wrong door: from each start, the fewest steps, the fewest assessments and the shortest recorded wait "
      "to a service for each grouping (each the best of all routes)",
      {{"Start"}},
      {}};
  for (const std::string& grouping : a.groupings) table.columns.push_back({vocabulary.name("groupings", grouping)});
  for (const Door& door : a.doors) {
    std::vector<Cell> row{service_cell(a, door.start)};
    for (const Access& access : door.access) {
      row.push_back(words(access_words(access)));
      row.back().strong = !access.reachable;
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// For reading: a row a start, a column an end.
Table assessments_for_reading(const Analysis& a) {
  Table table{"Fewest assessments from each start (rows) to each end (columns), both counted", {{"Start"}}, {}};
  constexpr std::size_t columns_that_fit = 8;
  if (a.graph.ends.empty() || a.graph.ends.size() > columns_that_fit) return table;
  for (const Node end : a.graph.ends) table.columns.push_back({name_of(a.graph, end), Align::right});
  for (std::size_t s = 0; s < a.graph.starts.size(); ++s) {
    std::vector<Cell> row{service_cell(a, a.graph.starts[s])};
    for (const auto& fewest : a.fewest_assessments[s])
      row.push_back({fewest ? std::to_string(*fewest) : "no route", Value(fewest)});
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// For CSV: a row a start and end.
Table assessments_table(const Analysis& a) {
  Table table{"Fewest assessments", {{"start"}, {"end"}, {"fewest_assessments", Align::right}}, {}};
  for (std::size_t s = 0; s < a.graph.starts.size(); ++s)
    for (std::size_t e = 0; e < a.graph.ends.size(); ++e) {
      const auto& fewest = a.fewest_assessments[s][e];
      table.rows.push_back({service_cell(a, a.graph.starts[s]), service_cell(a, a.graph.ends[e]),
                            Cell{fewest ? std::to_string(*fewest) : "", Value(fewest)}});
    }
  return table;
}

Table waits_table(const Analysis& a, std::size_t most) {
  Table table{"Where people wait, most first: people a year x median days / 7",
              {{"from"},
               {"to"},
               {"people a year", Align::right},
               {"median days", Align::right},
               {"person-weeks a year", Align::right}},
              {}};
  std::vector<const Waiting*> ranked;
  for (const Waiting& waiting : a.waits)
    if (most == 0 || waiting.person_weeks.value_or(0) > 0) ranked.push_back(&waiting);
  std::ranges::stable_sort(
      ranked, [](const auto* x, const auto* y) { return x->person_weeks.value_or(-1) > y->person_weeks.value_or(-1); });
  if (most > 0 && ranked.size() > most) ranked.resize(most);
  for (const Waiting* waiting : ranked) {
    const DrawnFlow& drawn = a.graph.flows[waiting->flow];
    table.rows.push_back({service_cell(a, drawn.from), service_cell(a, drawn.to), people_figure(waiting->people, a),
                          figure(waiting->median_days, 1),
                          derived_figure(waiting->person_weeks, a.graph.small.hides(waiting->people))});
  }
  return table;
}

Table queues_table(const Analysis& a, bool only_known) {
  Table table{
      "People a year who come, move on and complete",
      {{"service"}, {"in", Align::right}, {"on", Align::right}, {"completed", Align::right}, {"growth", Align::right}},
      {}};
  for (const Queue& queue : a.queues) {
    if (only_known && !queue.completes) continue;
    table.rows.push_back({service_cell(a, queue.service), people_figure(queue.in, a), people_figure(queue.out, a),
                          people_figure(queue.completes, a), derived_figure(queue.growth, has_hidden(a, queue))});
  }
  return table;
}

Table sectors_table(const Analysis& a, const model::Vocabulary& vocabulary) {
  Table table{"Flows from each sector (rows) to each sector (columns)", {{"from"}}, {}};
  if (a.sectors.known == 0) return table;
  for (const std::string& name : a.sectors.names)
    table.columns.push_back({vocabulary.name("sectors", name), Align::right});
  for (std::size_t from = 0; from < a.sectors.names.size(); ++from) {
    std::vector<Cell> row{{vocabulary.name("sectors", a.sectors.names[from]), Value(a.sectors.names[from])}};
    for (const std::size_t flows : a.sectors.matrix[from]) row.push_back(figure(flows));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table review_table(const Analysis& a, const model::Vocabulary& vocabulary) {
  Table table{"Notes of the review, by perspective and kind", {{"perspective"}}, {}};
  if (a.notes.all.empty()) return table;
  for (const std::string& kind : a.notes.kinds)
    table.columns.push_back({vocabulary.name("observation-kinds", kind), Align::right});
  for (std::size_t p = 0; p < a.notes.perspectives.size(); ++p) {
    std::vector<Cell> row{{vocabulary.name("perspectives", a.notes.perspectives[p]), Value(a.notes.perspectives[p])}};
    for (const std::size_t count : a.notes.cells[p]) row.push_back(figure(count));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// For CSV: a row a start and grouping.
Table doors_table(const Analysis& a) {
  Table table{"No wrong door",
              {{"start"},
               {"grouping"},
               {"reachable"},
               {"handoffs", Align::right},
               {"sector_changes", Align::right},
               {"assessments", Align::right},
               {"wait_median_days", Align::right}},
              {}};
  for (const Door& door : a.doors)
    for (std::size_t i = 0; i < door.access.size(); ++i) {
      const Access& access = door.access[i];
      const auto maybe = [](const std::optional<int>& value) {
        return Cell{value ? std::to_string(*value) : "", Value(value)};
      };
      table.rows.push_back({service_cell(a, door.start), words(a.groupings[i]),
                            Cell{access.reachable ? "yes" : "no", Value(access.reachable)}, maybe(access.handoffs),
                            maybe(access.sector_changes), maybe(access.assessments), figure(access.wait_days, 1)});
    }
  return table;
}

Table services_table(const Analysis& a) {
  Table table{"Services",
              {{"service"},
               {"name"},
               {"reachable"},
               {"reaches_end"},
               {"behind", Align::right},
               {"betweenness", Align::right},
               {"people_a_year", Align::right},
               {"notes", Align::right}},
              {}};
  for (Node node = 0; node < a.graph.size(); ++node) {
    const auto truth = [](bool yes) { return Cell{yes ? "yes" : "no", Value(yes)}; };
    table.rows.push_back({words(a.graph.ids[node]), words(name_of(a.graph, node)), truth(a.before.reached[node]),
                          truth(a.after.reached[node]), figure(a.before.behind[node].size()),
                          figure(a.betweenness[node], 1), passing_figure(a, node), figure(a.notes.at_service[node])});
  }
  return table;
}

}  // namespace

std::vector<std::string> analysis_tables() {
  return {"findings", "services", "doors", "assessments", "waits", "queues", "sectors", "review"};
}

report::Table analysis_table(const std::string& name, const Analysis& a, const std::vector<text::Diagnostic>& findings,
                             const model::Vocabulary& vocabulary) {
  if (name == "services") return services_table(a);
  if (name == "doors") return doors_table(a);
  if (name == "assessments") return assessments_table(a);
  if (name == "waits") return waits_table(a, 0);
  if (name == "queues") return queues_table(a, false);
  if (name == "sectors") return sectors_table(a, vocabulary);
  if (name == "review") return review_table(a, vocabulary);
  return findings_table(findings);
}

report::Table reading_table(const std::string& name, const Analysis& a, const model::Vocabulary& vocabulary) {
  if (name == "doors") return doors_for_reading(a, vocabulary);
  if (name == "assessments") return assessments_for_reading(a);
  if (name == "waits") return waits_table(a, 10);
  if (name == "queues") return queues_table(a, true);
  if (name == "sectors") return sectors_table(a, vocabulary);
  return review_table(a, vocabulary);
}

}  // namespace thrive::pathway
