// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "libthrive/journeys/weeks.hpp"

namespace thrive::journeys {

/// Little's law: a steady list is as long as arrivals a day times the days each waits.
struct Little {
  Figure mean_list;  // at the end of a day, over the days of the window
  Figure arrivals_per_day;
  Figure mean_wait_days;  // of those whose wait ended in the window
  Figure expected_list;
  Figure ratio;  // of the list that is there to the one expected
};

/// The arithmetic of the queue over the last complete weeks that are not provisional (Fong et al. 2022). Work done is
/// taken for capacity, as nothing else is recorded.
struct Queue {
  int weeks = 0;
  text::Date from{};
  text::Date to{};
  Figure demand_per_week, stops_per_week, removals_per_week;
  Figure load;                                    // demand for each removal
  Figure dispersion_demand, dispersion_removals;  // variance of the weekly counts to their mean
  Count waiting;                                  // at the end of the window
  Figure target_wait_weeks, target_mean_wait_weeks, target_queue;
  Figure queue_ratio;      // of the queue that is there to the target
  Figure relief_per_week;  // removals that bring it to the target in 26 weeks; only where the ratio is over 2
  Figure target_capacity_per_week;
  Figure mean_wait_of_waiting_weeks;
  Figure pressure;  // over 1: the target will be missed
  Little little;
};

/// Nothing with fewer than four weeks to look at.
std::optional<Queue> queue_of(const Tally& tally, const std::vector<Week>& weeks, int most_weeks, int target_days);

}  // namespace thrive::journeys
