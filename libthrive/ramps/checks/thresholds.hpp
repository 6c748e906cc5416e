// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::ramps {

/// Published shares of cycles, or of series, that have a feature; percent.
struct Benchmarks {
  std::string source;
  double stages_documented = 0;
  double study_past_tense = 0;
  double learning = 0;
  double explicit_prediction = 0;
  double in_a_series = 0;
  double growing_series = 0;
  double regular_data = 0;
};

/// The numbers and words that the checks of cycles go by: data/pdsa.yaml.
struct Thresholds {
  double first_cycle_people = 0;
  double first_cycle_sites = 0;
  int first_cycle_days = 0;
  double scale_jump = 0;
  int gap_weeks = 0;
  int points_since_change = 0;
  int look_grace_days = 0;
  int overdue_days = 0;
  int many_ramps = 0;
  std::vector<std::string> opinions;
  std::vector<std::string> future;
  std::vector<std::string> improved;
  std::vector<std::string> directions;
  Benchmarks benchmarks;
};

/// Where a key of the file stands; of one that is missing, the section it belongs in.
using PlaceOf = std::function<text::Place(const std::vector<std::string>& path)>;

/// Reads the thresholds from their file's tree, every scalar text. A number that is missing or no number is a problem
/// at its place; then nothing comes back.
std::optional<Thresholds> read_thresholds(const text::Value& tree, const PlaceOf& place, text::Diagnostics& problems);

}  // namespace thrive::ramps
