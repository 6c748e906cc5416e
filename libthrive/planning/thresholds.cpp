// SPDX-License-Identifier: MIT
#include "libthrive/planning/thresholds.hpp"

#include <charconv>
#include <utility>

#include "libthrive/findings/say.hpp"

namespace thrive::planning {

namespace {

/// The number of a key; nothing when it is missing or no number of at least 0.
std::optional<double> number_of(const text::Value& section, std::string_view key) {
  const text::Value* held = section.find(key);
  const std::string* digits = held == nullptr ? nullptr : held->as_text();
  if (digits == nullptr) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(digits->data(), digits->data() + digits->size(), value);
  if (error != std::errc() || end != digits->data() + digits->size() || !(value >= 0 && value <= 1e6))
    return std::nullopt;
  return value;
}

using Whole = std::pair<const char*, int Thresholds::*>;
constexpr Whole whole_numbers[] = {{"not-begun-days", &Thresholds::not_begun_days},
                                   {"at-once", &Thresholds::at_once},
                                   {"many-meetings", &Thresholds::many_meetings},
                                   {"fewest-lines", &Thresholds::fewest_lines},
                                   {"power-that-counts", &Thresholds::power_that_counts},
                                   {"little-power", &Thresholds::little_power},
                                   {"against-weeks", &Thresholds::against_weeks},
                                   {"unmet-weeks", &Thresholds::unmet_weeks},
                                   {"reached-weeks", &Thresholds::reached_weeks},
                                   {"stance-weeks", &Thresholds::stance_weeks},
                                   {"many-risks", &Thresholds::many_risks},
                                   {"old-risk-weeks", &Thresholds::old_risk_weeks},
                                   {"process-points", &Thresholds::process_points},
                                   {"feedback-weeks", &Thresholds::feedback_weeks},
                                   {"reports-weeks", &Thresholds::reports_weeks},
                                   {"sponsor-weeks", &Thresholds::sponsor_weeks},
                                   {"story-weeks", &Thresholds::story_weeks},
                                   {"assessment-months", &Thresholds::assessment_months},
                                   {"review-kinds", &Thresholds::review_kinds},
                                   {"review-measures", &Thresholds::review_measures}};

void refuse_number(const text::Value& section, const std::string& key, const PlaceOf& place,
                   text::Diagnostics& problems) {
  const text::Value* held = section.find(key);
  const std::string* given = held == nullptr ? nullptr : held->as_text();
  findings::say(problems, {"invalid-threshold",
                           place({"thresholds", key}),
                           {{"threshold", "thresholds." + key},
                            {"given", given == nullptr ? text::Value() : text::Value(*given)}}});
}

}  // namespace

std::optional<Thresholds> read_thresholds(const text::Value& tree, const PlaceOf& place, text::Diagnostics& problems) {
  const text::Value* found = tree.find("thresholds");
  const text::Value section = found == nullptr ? text::Value::map() : *found;
  Thresholds read;
  bool is_good = true;
  for (const auto& [key, member] : whole_numbers) {
    const std::optional<double> number = number_of(section, key);
    const bool is_whole = number && *number == static_cast<int>(*number);
    if (is_whole) read.*member = static_cast<int>(*number);
    if (!is_whole) refuse_number(section, key, place, problems);
    is_good = is_good && is_whole;
  }
  const std::optional<double> times = number_of(section, "slipping-times");
  if (!times) refuse_number(section, "slipping-times", place, problems);
  if (!is_good || !times) return std::nullopt;
  read.slipping_times = *times;
  return read;
}

}  // namespace thrive::planning
