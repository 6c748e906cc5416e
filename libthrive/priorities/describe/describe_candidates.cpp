// SPDX-License-Identifier: MIT
#include "libthrive/priorities/describe/describe_candidates.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::priorities {

namespace {

using text::Value;

std::string title_of(const std::string& item, const ItemNames& names, const std::vector<std::string>& items) {
  const auto at = static_cast<std::size_t>(std::find(items.begin(), items.end(), item) - items.begin());
  return at < names.titles.size() ? names.titles[at] : std::string();
}

std::string score_in_words(const Candidate& candidate) {
  if (!candidate.score) return "no score";
  if (*candidate.score != static_cast<int>(*candidate.score))
    return fmt::format("between {} and {}", static_cast<int>(*candidate.score), static_cast<int>(*candidate.score) + 1);
  return figure(*candidate.score);
}

std::string flow_in_words(const FlowBehind& flow, const model::Project& project) {
  const auto name = [&](const std::string& id) {
    const model::Service* service = project.services.find(id);
    return service == nullptr ? id : service->name;
  };
  std::string words = fmt::format("{} to {}", name(flow.from), name(flow.to));
  if (flow.per_year)
    words +=
        fmt::format(", {} people a year", report::people_number(*flow.per_year, model::small_numbers(project.project)));
  if (flow.visits) words += fmt::format(", {} visits a year", report::number(*flow.visits));
  if (flow.median_days) words += ", " + report::half_wait(*flow.median_days);
  return words;
}

std::vector<std::string> why_on_the_list(const Candidate& candidate, const model::Project& project) {
  std::vector<std::string> why;
  if (candidate.score)
    why.push_back(fmt::format(
        "Scored {} ({}).", score_in_words(candidate),
        candidate.is_agreed ? std::string("agreed") : "median of " + report::count_of(candidate.scored, "table")));
  if (candidate.lowest && *candidate.highest - *candidate.lowest >= 2)
    why.push_back(fmt::format("Tables differ: from {} to {}.", *candidate.lowest, *candidate.highest));
  if (candidate.unknown > 0)
    why.push_back(fmt::format("{} could not say.", report::count_of(candidate.unknown, "table")));
  for (const std::string& id : candidate.problems) {
    const model::Observation& seen = *project.observations.find(id);
    why.push_back(fmt::format("{}{}: {}.", id, seen.kind == "duplication" ? ", done twice" : "", seen.text));
  }
  constexpr std::size_t flows_shown = 3;
  for (std::size_t at = 0; at < std::min(candidate.flows.size(), flows_shown); ++at)
    why.push_back(fmt::format("Behind it: {}.", flow_in_words(candidate.flows[at], project)));
  if (candidate.flows.size() > flows_shown)
    why.push_back(fmt::format("And {} more.", report::count_of(candidate.flows.size() - flows_shown, "flow")));
  if (!candidate.good_practice.empty())
    why.push_back(fmt::format("To build on: {}.", text::join_in_words(candidate.good_practice)));
  return why;
}

}  // namespace

report::Document describe_candidates(const std::vector<Candidate>& candidates, const ItemNames& names,
                                     const std::vector<std::string>& items, const model::Project& project,
                                     const std::string& assessment) {
  report::Document document;
  const Heading heading = heading_of(project);
  document.title = "Top-line priorities";
  document.subtitle = heading.project;
  document.classification = heading.classification;
  document.paragraph(
      assessment.empty()
          ? std::string("Nobody has scored yet: what stands here comes from the observations alone.")
          : fmt::format("Scores come from assessment '{}'. Lowest score first, then most problems seen.", assessment));
  std::vector<std::string> not_listed;
  std::size_t place = 0;
  for (const Candidate& candidate : candidates) {
    const std::string title = title_of(candidate.item, names, items);
    if (!candidate.on_the_list) {
      not_listed.push_back(candidate.score ? fmt::format("{} ({})", candidate.item, score_in_words(candidate))
                                           : candidate.item);
      continue;
    }
    document.heading(1, fmt::format("{}. {}{}{}", ++place, candidate.item, title.empty() ? "" : " ", title));
    document.items(why_on_the_list(candidate, project));
  }
  if (place == 0) document.paragraph("Nothing is scored below THRIVE-like, and no problem was seen.");
  if (!not_listed.empty()) {
    document.heading(1, "Not on the list");
    document.paragraph(
        fmt::format("THRIVE-like or not scored, and no problem seen: {}.", text::join_in_words(not_listed)));
  }
  return document;
}

report::Table candidates_table(const std::vector<Candidate>& candidates, const ItemNames& names,
                               const std::vector<std::string>& items, const model::Project& project) {
  const text::SmallNumbers small = model::small_numbers(project.project);
  report::Table table;
  for (const char* title : {"item", "title", "on_the_list", "score", "agreed", "lowest", "highest", "scored", "unknown",
                            "problems", "good_practice", "people_per_year", "longest_median_wait_days"})
    table.columns.push_back({title});
  for (const Candidate& candidate : candidates) {
    text::PeopleTotal people;
    std::optional<double> wait;
    for (const FlowBehind& flow : candidate.flows) {
      if (flow.per_year) people.add(flow.per_year, small);
      if (flow.median_days) wait = std::max(wait.value_or(0), *flow.median_days);
    }
    std::vector<report::Cell> row = {candidate.item, title_of(candidate.item, names, items),
                                     candidate.on_the_list ? "yes" : "no"};
    const auto add = [&row](const auto& figure_here) { row.emplace_back(std::string(), Value(figure_here)); };
    add(candidate.score);
    row.emplace_back(candidate.is_agreed ? "yes" : "no");
    add(candidate.lowest);
    add(candidate.highest);
    add(candidate.scored);
    add(candidate.unknown);
    add(candidate.problems.size());
    add(candidate.good_practice.size());
    if (people.hidden > 0)
      row.emplace_back(report::people_total(people, small));
    else
      add(people.recorded > 0 ? people.known() : std::nullopt);
    add(wait);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Value candidates_contract(const std::vector<Candidate>& candidates, const std::string& assessment) {
  Value list = Value::list();
  for (const Candidate& candidate : candidates) {
    Value flows = Value::list();
    for (const FlowBehind& flow : candidate.flows) {
      Value one;
      one.set("from", flow.from);
      one.set("to", flow.to);
      one.set("per_year", flow.per_year);
      one.set("visits_per_year", flow.visits);
      one.set("wait_median_days", flow.median_days);
      flows.push(std::move(one));
    }
    Value one;
    one.set("item", candidate.item);
    one.set("on_the_list", candidate.on_the_list);
    one.set("score", candidate.score);
    one.set("is_agreed", candidate.is_agreed);
    one.set("lowest", candidate.lowest);
    one.set("highest", candidate.highest);
    one.set("scored", candidate.scored);
    one.set("unknown", candidate.unknown);
    one.set("problems", Value::list_of(candidate.problems));
    one.set("good_practice", Value::list_of(candidate.good_practice));
    one.set("flows", std::move(flows));
    list.push(std::move(one));
  }
  Value value;
  value.set("format", 1);
  value.set("command", "prioritise candidates");
  value.set("assessment", assessment.empty() ? Value() : Value(assessment));
  value.set("candidates", std::move(list));
  return value;
}

}  // namespace thrive::priorities
