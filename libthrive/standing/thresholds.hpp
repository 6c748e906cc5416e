// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::standing {

/// The numbers that the standing of a project goes by: data/status.yaml, where each has its reason.
struct Thresholds {
  int weeks_without_test = 0;  // since a priority was agreed
  int points_to_judge = 0;     // figures since the first cycle
  int quiet_weeks = 0;         // in which nothing was written down
  int look_grace_days = 0;     // after a look was due; of data/pdsa.yaml, as `pdsa check` goes by it too
};

/// Where a key of a data file stands; of one that is missing, the section it belongs in.
using PlaceOf = std::function<text::Place(const std::vector<std::string>& path)>;

/// Reads the thresholds but the last from their file's tree, every scalar text. A number that is missing or no whole
/// number is a problem at its place; then nothing comes back.
std::optional<Thresholds> read_thresholds(const text::Value& tree, const PlaceOf& place, text::Diagnostics& problems);

}  // namespace thrive::standing
