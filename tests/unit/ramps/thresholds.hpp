// SPDX-License-Identifier: MIT
//
// Thresholds of the PDSA checks that tests count on, whatever libthrive/data/pdsa.yaml says.
#pragma once

#include "libthrive/ramps/checks/thresholds.hpp"

namespace thrive::tests {

/// Numbers for every threshold, and one word for an improvement; the other lists of words are empty.
inline ramps::Thresholds thresholds() {
  ramps::Thresholds limits;
  limits.first_cycle_people = 10;
  limits.first_cycle_sites = 1;
  limits.first_cycle_days = 14;
  limits.scale_jump = 10;
  limits.gap_weeks = 6;
  limits.points_since_change = 6;
  limits.overdue_days = 30;
  limits.many_ramps = 3;
  limits.improved = {"improved"};
  return limits;
}

}  // namespace thrive::tests
