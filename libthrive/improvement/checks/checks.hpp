// SPDX-License-Identifier: MIT
//
// What a coach would say of a driver diagram and its ideas. Errors, such as drivers in a circle, are found when a
// project is read.
#pragma once

#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/improvement/aim_progress.hpp"
#include "libthrive/improvement/ceiling.hpp"
#include "libthrive/improvement/theory.hpp"

namespace thrive::improvement {

/// Everything that has been worked out of a project's theory on a day. Points into the project, which must live longer.
struct Worked {
  const model::Project& project;
  Theory theory;
  std::vector<AimProgress> aim;
  std::vector<Ceiling> ceilings;
  const ramps::Charts& charts;
  const Thresholds& thresholds;
  text::Date today{};
};

/// All findings: about the aim, the drivers, the ideas, the ramps, each in the order of the file. Nothing about drivers
/// where the project has none.
std::vector<findings::Finding> check_theory(const Worked& worked);

/// The findings about the aim.
void check_aim(const Worked& worked, std::vector<findings::Finding>& found);
/// The findings about drivers and what they serve.
void check_drivers(const Worked& worked, std::vector<findings::Finding>& found);
/// The findings about the ramps that test them.
void check_ramps(const Worked& worked, std::vector<findings::Finding>& found);

}  // namespace thrive::improvement
