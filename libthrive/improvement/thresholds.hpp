// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::improvement {

/// What the steps of a ramp's progress go by: data/progress.yaml.
struct ProgressSteps {
  std::size_t figures_before_test = 0;  // for step 2.0
  double way_begun = 0;                 // for step 3.0
  double way_half = 0;                  // for step 4.0
  std::size_t lasting_points = 0;       // of a signal where there is no target, for step 4.0
  std::size_t latest_points = 0;        // that a concern is looked for in, for step 4.5
};

/// What the checks of a driver diagram go by: data/drivers.yaml.
struct TheoryLimits {
  std::size_t fewest_primary = 0;
  std::size_t most_primary = 0;
  int untested_weeks = 0;
  int revisit_weeks = 0;
  std::size_t many_ideas = 0;
  std::size_t latest_points = 0;  // whose median the way to a target is measured with
  std::size_t fewest_points = 0;  // fewer are too few to say
  double vital_percent = 0;
  int fewest_counted = 0;
  double flat_share = 0;
  double other_percent = 0;
  int old_weeks = 0;
  std::size_t fewest_whys = 0;
};

/// Words that tell kinds of texts apart: data/wording.yaml.
struct Wording {
  std::vector<std::string> tasks;
  std::vector<std::string> wishes;
  std::vector<std::string> people;
  std::vector<std::string> systems;
  std::vector<std::string> others;  // names of reasons that are no reason
};

/// All of them.
struct Thresholds {
  ProgressSteps progress;
  TheoryLimits limits;
  Wording wording;
};

/// A data file and where its keys stand.
struct ThresholdFile {
  text::Value tree;  // every scalar is text
  std::function<text::Place(const std::vector<std::string>& path)> place;
};

/// Reads the three files. A number that is missing or no number, or a list of words that is empty, is a problem at its
/// place; then nothing comes back.
std::optional<Thresholds> read_thresholds(const ThresholdFile& progress, const ThresholdFile& drivers,
                                          const ThresholdFile& wording, text::Diagnostics& problems);

}  // namespace thrive::improvement
