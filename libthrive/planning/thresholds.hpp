// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::planning {

/// The numbers that checks and coverage go by: data/plan.yaml, where each has its reason.
struct Thresholds {
  int not_begun_days = 0;
  int at_once = 0;
  double slipping_times = 0;
  int many_meetings = 0;
  int fewest_lines = 0;
  int power_that_counts = 0;
  int little_power = 0;
  int against_weeks = 0;
  int unmet_weeks = 0;
  int reached_weeks = 0;
  int stance_weeks = 0;
  int many_risks = 0;
  int old_risk_weeks = 0;
  int process_points = 0;
  int feedback_weeks = 0;
  int reports_weeks = 0;
  int sponsor_weeks = 0;
  int story_weeks = 0;
  int assessment_months = 0;
  int review_kinds = 0;
  int review_measures = 0;
};

/// Where a key of a data file stands; of one that is missing, the section it belongs in.
using PlaceOf = std::function<text::Place(const std::vector<std::string>& path)>;

/// Reads the thresholds from their file's tree, every scalar text. A number that is missing or no number is a problem
/// at its place; then nothing comes back.
std::optional<Thresholds> read_thresholds(const text::Value& tree, const PlaceOf& place, text::Diagnostics& problems);

}  // namespace thrive::planning
