// SPDX-License-Identifier: MIT
#include "libthrive/ramps/checks/check_parts.hpp"

#include <algorithm>
#include <optional>

#include "libthrive/text/names.hpp"

namespace thrive::ramps {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool has_word(const std::string& text, const std::string& word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !is_letter(text[at - 1]) || !is_letter(word.front());
    const std::size_t end = at + word.size();
    const bool ends = end == text.size() || !is_letter(text[end]) || !is_letter(word.back());
    if (begins && ends) return true;
  }
  return false;
}

/// The main size of two cycles that can be compared: before and after.
std::optional<std::pair<double, double>> main_sizes(const model::CycleScale& before, const model::CycleScale& after) {
  using Size = std::optional<double> model::CycleScale::*;
  constexpr Size sizes[] = {&model::CycleScale::people,       &model::CycleScale::referrals,
                            &model::CycleScale::young_people, &model::CycleScale::schools,
                            &model::CycleScale::practices,    &model::CycleScale::sites};
  for (const Size size : sizes)
    if (before.*size && after.*size) return std::pair(*(before.*size), *(after.*size));
  return std::nullopt;
}

}  // namespace

void RampFindings::about_ramp(std::string code) {
  findings_.push_back({std::move(code), {"ramps", ramp_.id}, {{"ramp", ramp_.id}}});
}

void RampFindings::about_cycle(const CycleState& cycle, std::string code, std::string_view field,
                               findings::Facts facts) {
  std::vector<std::string> path = {"ramps", ramp_.id, "cycles", cycle.id};
  if (!field.empty()) path.emplace_back(field);
  facts.insert(facts.begin(), {"cycle", cycle.id});
  findings_.push_back({std::move(code), std::move(path), std::move(facts)});
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_phrase(std::string_view text, const std::vector<std::string>& phrases) {
  const std::string folded = " " + text::lower_case(text) + " ";
  return std::any_of(phrases.begin(), phrases.end(),
                     [&folded](const std::string& phrase) { return has_word(folded, phrase); });
}

std::vector<std::string> study_texts(const model::Cycle& cycle) {
  std::vector<std::string> texts;
  if (!cycle.study) return texts;
  texts = cycle.study->findings;
  if (cycle.study->learning) texts.push_back(*cycle.study->learning);
  return texts;
}

bool any_has_phrase(const std::vector<std::string>& texts, const std::vector<std::string>& phrases) {
  return std::any_of(texts.begin(), texts.end(),
                     [&phrases](const std::string& text) { return has_phrase(text, phrases); });
}

const Chart* chart_of(const CheckInput& input, const RampState& ramp) {
  if (!ramp.ramp->measure) return nullptr;
  const auto chart = input.charts.find(*ramp.ramp->measure);
  return chart == input.charts.end() ? nullptr : &chart->second;
}

bool compares_with_prediction(const model::Cycle& cycle) {
  if (!cycle.study) return false;
  if (!cycle.study->predictions_held.empty()) return true;
  return any_has_phrase(study_texts(cycle), {"predicted", "prediction", "as expected", "expected", "against"});
}

bool is_testable(std::string_view prediction, const Thresholds& thresholds) {
  return has_digit(prediction) || has_phrase(prediction, thresholds.directions) ||
         has_phrase(prediction, {"yes", "no", "not", "will use", "will be used"});
}

bool shrinks(const model::CycleScale& before, const model::CycleScale& after) {
  const auto sizes = main_sizes(before, after);
  return sizes && sizes->second < sizes->first;
}

bool grows(const model::CycleScale& before, const model::CycleScale& after) {
  const auto sizes = main_sizes(before, after);
  return sizes && sizes->second > sizes->first;
}

}  // namespace thrive::ramps
