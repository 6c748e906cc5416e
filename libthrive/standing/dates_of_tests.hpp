// SPDX-License-Identifier: MIT
//
// The dates of tests and what they aim at, one function a kind of record; used by dates_ahead.cpp only.
#pragma once

#include <vector>

#include "libthrive/standing/dates_ahead.hpp"

namespace thrive::standing {

void add_recommendations(const Facts& facts, std::vector<DateAhead>& dates);
void add_aim(const Facts& facts, std::vector<DateAhead>& dates);
void add_targets(const Facts& facts, std::vector<DateAhead>& dates);
void add_late_figures(const Facts& facts, std::vector<DateAhead>& dates);
void add_cycles(const Facts& facts, std::vector<DateAhead>& dates);
void add_looks(const Facts& facts, std::vector<DateAhead>& dates);
void add_spread(const Facts& facts, std::vector<DateAhead>& dates);

}  // namespace thrive::standing
