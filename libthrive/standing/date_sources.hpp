// SPDX-License-Identifier: MIT
//
// The sources of dates_ahead, one a kind of record; used by dates_ahead.cpp only.
#pragma once

#include <vector>

#include "libthrive/standing/dates_ahead.hpp"

namespace thrive::standing {

using Dates = std::vector<DateAhead>;

// Of the tests and what they aim at.
void add_recommendations(const Facts& facts, Dates& dates);
void add_aim(const Facts& facts, Dates& dates);
void add_targets(const Facts& facts, Dates& dates);
void add_late_figures(const Facts& facts, Dates& dates);
void add_cycles(const Facts& facts, Dates& dates);
void add_looks(const Facts& facts, Dates& dates);
void add_spread(const Facts& facts, Dates& dates);

// Of the plan and the people.
void add_tasks(const Facts& facts, Dates& dates);
void add_asks(const Facts& facts, Dates& dates);
void add_meetings(const Facts& facts, Dates& dates);
void add_communications(const Facts& facts, Dates& dates);
void add_risk_reviews(const Facts& facts, Dates& dates);
void add_workshops(const Facts& facts, Dates& dates);
void add_project_end(const Facts& facts, Dates& dates);

}  // namespace thrive::standing
