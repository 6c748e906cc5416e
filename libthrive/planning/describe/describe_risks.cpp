// SPDX-License-Identifier: MIT
#include "libthrive/planning/describe/describe_risks.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/planning/describe/words.hpp"
#include "libthrive/planning/risks.hpp"
#include "libthrive/records/to_value.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

namespace {

using text::Value;
using Entry = model::Keyed<model::Risk>::Entry;

/// "up", "same", "down" since the latest entry of the history; nothing where there is none.
std::optional<std::string> way_of(const model::Risk& risk, text::Date today) {
  const auto before = score_before(risk, today);
  if (!before) return std::nullopt;
  return *before < score_of(risk) ? "up" : *before > score_of(risk) ? "down" : "same";
}

std::vector<const Entry*> by_score(const Reported& reported) {
  std::vector<const Entry*> risks;
  for (const Entry& entry : reported.project.risks) risks.push_back(&entry);
  std::stable_sort(risks.begin(), risks.end(), [&](const Entry* a, const Entry* b) {
    const bool a_closed = is_closed(a->value, reported.states.today);
    const bool b_closed = is_closed(b->value, reported.states.today);
    if (a_closed != b_closed) return b_closed;
    return score_of(a->value) > score_of(b->value);
  });
  return risks;
}

std::string score_in_words(const model::Risk& risk, const RiskMatrix& matrix, text::Date today) {
  std::string words = fmt::format("{} ({} x {}), {}", score_of(risk), risk.likelihood, risk.impact,
                                  matrix.band_of(score_of(risk)).name);
  if (const auto way = way_of(risk, today))
    words += ", " + *way + " from " + std::to_string(*score_before(risk, today));
  return words;
}

std::string watch_in_words(const model::Trigger& watch) {
  std::vector<std::string> limits;
  if (watch.above) limits.push_back(fmt::format("above {}", *watch.above));
  if (watch.below) limits.push_back(fmt::format("below {}", *watch.below));
  return fmt::format("{} {} for {}", watch.measure, text::join(limits, " or "),
                     report::count_of(static_cast<std::size_t>(watch.points), "figure"));
}

std::vector<std::string> remarks_on(const Reported& reported, const Entry& entry) {
  const model::Risk& risk = entry.value;
  std::vector<std::string> remarks;
  if (risk.response) remarks.push_back("response: " + *risk.response);
  if (risk.watch) remarks.push_back("watched by " + watch_in_words(*risk.watch));
  if (!risk.serves.empty()) remarks.push_back("about " + text::join(risk.serves, ", "));
  const auto answers = answers_to(reported.project, reported.states, entry.id);
  if (!answers.empty()) remarks.push_back("answered by " + text::join(answers, ", "));
  for (const auto& [day, numbers] : risk.history) {
    std::vector<std::string> before;
    for (const int number : numbers) before.push_back(std::to_string(number));
    remarks.push_back(day + ": " + text::join(before, " x "));
  }
  if (is_closed(risk, reported.states.today))
    remarks.push_back("closed on " + text::format_date(risk.closed->date) + ": " + risk.closed->reason);
  return remarks;
}

}  // namespace

report::Document describe_risks(const Reported& reported, const RiskMatrix& matrix) {
  report::Document document;
  document.title = "Risks";
  document.classification = reported.project.project.classification.value_or("");
  document.subtitle = fmt::format("{}. As of {}.", report::count_of(reported.project.risks.size(), "risk"),
                                  text::format_date_in_words(reported.states.today));
  report::Table table;
  table.columns = {{"Id"}, {"Risk"}, {"Score"}, {"Owner"}, {"Looked at next"}};
  std::vector<std::string> lines;
  for (const Entry* entry : by_score(reported)) {
    const model::Risk& risk = entry->value;
    const bool has_passed = risk.review && *risk.review < reported.states.today;
    table.rows.push_back({entry->id, risk.text, score_in_words(risk, matrix, reported.states.today),
                          risk.owner ? role_of(reported.project, *risk.owner) : "nobody",
                          is_closed(risk, reported.states.today)
                              ? "closed"
                              : day_or(risk.review, "no day") + (has_passed ? " (has passed)" : "")});
    const auto remarks = remarks_on(reported, *entry);
    if (!remarks.empty()) lines.push_back(entry->id + ": " + text::join(remarks, "; "));
  }
  if (!table.rows.empty()) document.table(std::move(table));
  document.items(lines);
  return document;
}

report::Table table_of_risks(const Reported& reported, const RiskMatrix& matrix) {
  report::Table table;
  table.columns = {{"id"},    {"text"},     {"likelihood"}, {"impact"}, {"score"},       {"band"},  {"way"},
                   {"owner"}, {"response"}, {"review"},     {"serves"}, {"answered_by"}, {"closed"}};
  const text::Date today = reported.states.today;
  for (const auto& [id, risk] : reported.project.risks)
    table.rows.push_back({id, risk.text, std::to_string(risk.likelihood), std::to_string(risk.impact),
                          std::to_string(score_of(risk)), matrix.band_of(score_of(risk)).id,
                          way_of(risk, today).value_or(""), risk.owner.value_or(""), risk.response.value_or(""),
                          day_or(risk.review, ""), text::join(risk.serves, ";"),
                          text::join(answers_to(reported.project, reported.states, id), ";"),
                          risk.closed ? text::format_date(risk.closed->date) : std::string()});
  return table;
}

text::Value risks_contract(const Reported& reported, const RiskMatrix& matrix,
                           const std::map<std::string, model::Series>& series) {
  Value risks = Value::list();
  const text::Date today = reported.states.today;
  for (const auto& [id, risk] : reported.project.risks) {
    Value value = Value().set("id", id);
    const Value recorded = records::to_value(risk, records::Fullness::full);
    for (const auto& [key, held] : *recorded.as_map()) value.set(key, held);
    value.set("score", score_of(risk)).set("band", matrix.band_of(score_of(risk)).id);
    value.set("score_before", score_before(risk, today)).set("way", way_of(risk, today));
    value.set("open", !is_closed(risk, today));
    value.set("answered_by", Value::list_of(answers_to(reported.project, reported.states, id)));
    const auto figures = risk.watch ? series.find(risk.watch->measure) : series.end();
    value.set("happening",
              figures == series.end() ? Value() : Value(!set_off(*risk.watch, figures->second, today).empty()));
    risks.push(std::move(value));
  }
  Value contract;
  contract.set("format", 1).set("command", "plan risks").set("as_of", text::format_date(today));
  return contract.set("risks", std::move(risks));
}

}  // namespace thrive::planning
