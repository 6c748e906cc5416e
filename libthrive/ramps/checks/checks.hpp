// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/ramps/checks/thresholds.hpp"
#include "libthrive/ramps/evidence.hpp"
#include "libthrive/ramps/stages.hpp"

namespace thrive::ramps {

/// What the checks look at.
struct CheckInput {
  const model::Project& project;
  std::vector<RampState> ramps;
  const Charts& charts;
  const Thresholds& thresholds;
};

/// Checks of ramps and cycles, ramp by ramp and cycle by cycle in the order of the file; what concerns all ramps
/// last. Drawn from published reviews of how cycles are written down (Taylor and others 2014; McNicholas and others
/// 2019).
std::vector<findings::Finding> check_ramps(const CheckInput& input);

/// The rates that a site reaches and the published ones; percent, empty when there is nothing to count.
struct Rate {
  std::string id;
  std::string name;
  std::size_t have = 0;
  std::size_t of = 0;
  double published = 0;
  std::optional<double> percent() const {
    if (of == 0) return std::nullopt;
    return 100 * static_cast<double>(have) / static_cast<double>(of);
  }
};

/// Seven features of well-kept cycles, counted the way the published review counted them. Cycles that have not been
/// studied yet are left out of those that only a study can show.
std::vector<Rate> site_rates(const CheckInput& input);

}  // namespace thrive::ramps
