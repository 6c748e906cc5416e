// SPDX-License-Identifier: MIT
#include "libthrive/planning/describe/describe_coverage.hpp"

#include <fmt/core.h>

#include "libthrive/planning/describe/words.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

namespace {

using text::Value;

std::string shown_in_words(Shown shown) {
  return shown == Shown::task_only ? "task only" : std::string(model::word(shown));
}

/// A few ids, and how many more there are.
std::string ids_in_words(const std::vector<std::string>& ids) {
  constexpr std::size_t most = 5;
  if (ids.size() <= most) return text::join(ids, ", ");
  const std::vector<std::string> first(ids.begin(), ids.begin() + most);
  return fmt::format("{} and {} more", text::join(first, ", "), ids.size() - most);
}

report::Table table_of(const std::vector<Covered>& covered, const model::Vocabulary& vocabulary,
                       std::string_view list) {
  report::Table table;
  table.columns = {{"Step"}, {"Shown by"}, {"What shows it"}, {"Tasks"}};
  for (const Covered& step : covered)
    table.rows.push_back({vocabulary.name(list, step.id), shown_in_words(step.shown()), ids_in_words(step.evidence),
                          ids_in_words(step.tasks)});
  return table;
}

void add_tips(report::Document& document, const std::vector<TipSeen>& tips) {
  document.heading(1, "Tips from elsewhere");
  report::Table table;
  table.columns = {{"When"}, {"Tip"}, {"Here"}};
  for (const TipSeen& seen : tips)
    table.rows.push_back({seen.tip.group, seen.tip.words, seen.is_done ? "done" : "not seen"});
  document.table(std::move(table));
}

Value steps_value(const std::vector<Covered>& covered, const model::Vocabulary& vocabulary, std::string_view list) {
  Value values = Value::list();
  for (const Covered& step : covered) {
    Value value;
    value.set("step", step.id).set("name", vocabulary.name(list, step.id)).set("shown", model::word(step.shown()));
    if (list == "plan-steps") value.set("phase", phase_of_step(vocabulary, step.id));
    value.set("evidence", Value::list_of(step.evidence)).set("tasks", Value::list_of(step.tasks));
    values.push(std::move(value));
  }
  return values;
}

}  // namespace

report::Document describe_coverage(const Reported& reported, const Coverage& coverage) {
  report::Document document;
  document.title = "What of the implementation is shown";
  document.subtitle =
      fmt::format("{}. As of {}.", reported.project.project.locality.value_or(reported.project.project.name),
                  text::format_date_in_words(reported.states.today));
  document.classification = reported.project.project.classification.value_or("");
  document.paragraph(
      "By evidence, not by ticks: what the project records, else a task for it, else nothing. No step needs all of "
      "it.");
  document.heading(1, "The steps of the plan");
  document.table(table_of(coverage.steps, reported.vocabulary, "plan-steps"));
  document.heading(1, "The Quality Implementation Framework");
  document.table(table_of(coverage.qif, reported.vocabulary, "qif-steps"));
  if (!coverage.besides.empty()) {
    document.paragraph("The framework has no step for what follows, and a change does not last without it.");
    document.table(table_of(coverage.besides, reported.vocabulary, "plan-steps"));
  }
  add_tips(document, coverage.tips);
  return document;
}

report::Table table_of_coverage(const Reported& reported, const Coverage& coverage) {
  report::Table table;
  table.columns = {{"list"}, {"id"}, {"name"}, {"shown"}, {"evidence"}, {"tasks"}};
  const auto add = [&](const char* name, const std::vector<Covered>& covered, std::string_view list) {
    for (const Covered& step : covered)
      table.rows.push_back({name, step.id, reported.vocabulary.name(list, step.id),
                            std::string(model::word(step.shown())), text::join(step.evidence, ";"),
                            text::join(step.tasks, ";")});
  };
  add("plan", coverage.steps, "plan-steps");
  add("qif", coverage.qif, "qif-steps");
  add("besides", coverage.besides, "plan-steps");
  for (const TipSeen& seen : coverage.tips)
    table.rows.push_back({"tips", seen.tip.id, seen.tip.words, seen.is_done ? "done" : "not-seen", "", ""});
  return table;
}

text::Value coverage_value(const Reported& reported, const Coverage& coverage) {
  Value tips = Value::list();
  for (const TipSeen& seen : coverage.tips)
    tips.push(Value().set("tip", seen.tip.id).set("words", seen.tip.words).set("done", seen.is_done));
  Value value;
  value.set("qif", steps_value(coverage.qif, reported.vocabulary, "qif-steps"));
  value.set("besides", steps_value(coverage.besides, reported.vocabulary, "plan-steps"));
  value.set("steps", steps_value(coverage.steps, reported.vocabulary, "plan-steps"));
  return value.set("tips", std::move(tips));
}

text::Value coverage_contract(const Reported& reported, const Coverage& coverage) {
  Value contract;
  contract.set("format", 1).set("command", "plan coverage");
  contract.set("as_of", text::format_date(reported.states.today));
  const Value value = coverage_value(reported, coverage);
  for (const auto& [key, held] : *value.as_map()) contract.set(key, held);
  return contract;
}

}  // namespace thrive::planning
