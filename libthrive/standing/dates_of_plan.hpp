// SPDX-License-Identifier: MIT
//
// The dates of the plan and the people, one function a kind of record; used by dates_ahead.cpp only.
#pragma once

#include <vector>

#include "libthrive/standing/dates_ahead.hpp"

namespace thrive::standing {

void add_tasks(const Facts& facts, std::vector<DateAhead>& dates);
void add_asks(const Facts& facts, std::vector<DateAhead>& dates);
void add_meetings(const Facts& facts, std::vector<DateAhead>& dates);
void add_communications(const Facts& facts, std::vector<DateAhead>& dates);
void add_risk_reviews(const Facts& facts, std::vector<DateAhead>& dates);
void add_workshops(const Facts& facts, std::vector<DateAhead>& dates);
void add_project_end(const Facts& facts, std::vector<DateAhead>& dates);

}  // namespace thrive::standing
