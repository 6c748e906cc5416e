// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace thrive::assessment {

/// Ranks from 1, smallest value first; equal values share the mean of the ranks they take up.
struct Midranks {
  std::vector<double> ranks;
  double tie_correction = 0;  // sum of t^3 - t over groups of t equal values
};

Midranks midranks(const std::vector<double>& values);

}  // namespace thrive::assessment
