// SPDX-License-Identifier: MIT
#include "libthrive/planning/checks/check_risks.hpp"

#include <algorithm>

#include "libthrive/planning/risks.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

namespace {

/// True when a text says what follows: cause, event, effect.
bool names_an_effect(std::string_view text) {
  if (text.find(';') != std::string_view::npos) return true;
  std::string folded = " ";
  for (const char letter : text::lower_case(text)) folded += letter == ',' || letter == '.' ? ' ' : letter;
  folded += ' ';
  for (const char* word : {" so ", " because ", " then "})
    if (folded.find(word) != std::string::npos) return true;
  return false;
}

void check_watch(const CheckInput& input, const std::string& id, const model::Risk& risk, Findings& found) {
  if (!risk.watch) return;
  const auto series = input.series.find(risk.watch->measure);
  if (series == input.series.end()) return;
  const auto points = set_off(*risk.watch, series->second, input.today());
  if (points.empty()) return;
  found.push_back({"risk-happening",
                   {"risks", id, "watch"},
                   {{"case", risk.watch->above ? "above" : "below"},
                    {"risk", id},
                    {"text", risk.text},
                    {"measure", risk.watch->measure},
                    {"points", points.size()},
                    {"latest", *points.back().value},
                    {"limit", risk.watch->above ? *risk.watch->above : *risk.watch->below},
                    {"date", text::format_date_in_words(points.back().date)}}});
}

void check_old_risks(const CheckInput& input, Findings& found) {
  std::size_t old = 0;
  const text::Date limit = input.today() - std::chrono::days(7 * input.thresholds.old_risk_weeks);
  for (const auto& [id, risk] : input.project.risks) {
    if (is_closed(risk, input.today())) return;
    std::optional<text::Date> first;
    for (const auto& [day, numbers] : risk.history)
      if (const auto date = text::parse_date(day); date && (!first || *date < *first)) first = date;
    old += first && *first < limit ? 1 : 0;
  }
  if (old >= static_cast<std::size_t>(std::max(1, input.thresholds.many_risks)))
    found.push_back({"risks-none-closed", {"risks"}, {{"risks", old}, {"weeks", input.thresholds.old_risk_weeks}}});
}

}  // namespace

void check_risks(const CheckInput& input, Findings& found) {
  for (const auto& [id, risk] : input.project.risks) {
    if (risk.watch && !risk.watch->above && !risk.watch->below)
      found.push_back({"trigger-without-limit", {"risks", id, "watch"}, {{"measure", risk.watch->measure}}});
    if (is_closed(risk, input.today())) continue;
    const text::Value about(risk.text);
    if (!risk.owner) found.push_back({"risk-without-owner", {"risks", id}, {{"risk", id}, {"text", about}}});
    if (!risk.review) found.push_back({"risk-without-review", {"risks", id}, {{"risk", id}, {"text", about}}});
    if (score_of(risk) >= input.matrix.answered_from && answers_to(input.project, input.states, id).empty())
      found.push_back({"risk-extreme-no-task",
                       {"risks", id},
                       {{"risk", id},
                        {"text", about},
                        {"score", score_of(risk)},
                        {"band", input.matrix.band_of(score_of(risk)).name}}});
  }
}

void check_risks_on_day(const CheckInput& input, Findings& found) {
  for (const auto& [id, risk] : input.project.risks) {
    if (is_closed(risk, input.today())) continue;
    if (risk.review && *risk.review < input.today())
      found.push_back({"risk-review-past",
                       {"risks", id, "review"},
                       {{"risk", id}, {"text", risk.text}, {"review", text::format_date_in_words(*risk.review)}}});
    check_watch(input, id, risk, found);
    if (!names_an_effect(risk.text))
      found.push_back({"risk-no-effect", {"risks", id, "text"}, {{"risk", id}, {"text", risk.text}}});
  }
  check_old_risks(input, found);
}

}  // namespace thrive::planning
