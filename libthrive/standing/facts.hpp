// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/ramps/evidence.hpp"
#include "libthrive/ramps/stages.hpp"
#include "libthrive/standing/thresholds.hpp"

namespace thrive::standing {

/// What is looked at: a project on a day, where its ramps stand, and the charts of all measures that have figures.
struct Facts {
  const model::Project& project;
  const std::vector<ramps::RampState>& ramps;
  const ramps::Charts& charts;
  Thresholds thresholds{};
  text::Date today{};
};

}  // namespace thrive::standing
