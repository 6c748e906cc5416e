// SPDX-License-Identifier: MIT
//
// How long it takes until people are seen, when some are still waiting and some have left.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "libthrive/journeys/count.hpp"
#include "libthrive/journeys/tally.hpp"

namespace thrive::journeys {

/// The curves at one day on which something is known to have happened.
struct CurveStep {
  int day = 0;
  std::int64_t at_risk = 0;  // who was seen, left or was last known to wait on this day or later
  std::int64_t seen = 0;     // on this day
  std::int64_t left = 0;
  std::int64_t seen_by = 0;  // up to this day
  std::int64_t left_by = 0;
  /// Kaplan and Meier's share not yet seen, had nobody left, with Greenwood's variance.
  double not_seen = 1;
  double not_seen_variance = 0;
  /// Aalen and Johansen: the shares seen and left, which leave `waiting`.
  double waiting = 1;
  double share_seen = 0;
  double share_left = 0;
};

/// Both curves of some people, at every day that any of them was seen, left, or was last known to wait.
class Curves {
 public:
  explicit Curves(const WaitCounts& waits);

  std::int64_t people() const { return people_; }
  const std::vector<CurveStep>& steps() const { return steps_; }

  /// Who was at risk on a day.
  std::int64_t at_risk(int day) const;
  /// The last step up to a day; null pointer before the first.
  const CurveStep* step_at(int day) const;

  /// The share that would have been seen by a day if nobody left. Interval: log-log, none where all or nobody has been
  /// seen. None behind the last day that is known, unless all had been seen.
  Rate seen_if_none_left(int day) const;
  /// The share seen by a day, and the share that had left; variance by the multinomial delta method, interval log-log.
  Rate seen(int day) const { return share(day, &CurveStep::seen, &CurveStep::share_seen); }
  Rate left(int day) const { return share(day, &CurveStep::left, &CurveStep::share_left); }
  /// Who still waited.
  Figure waiting(int day) const;

  /// The first day by which a share had been seen if nobody left, and where the interval's bounds reach it.
  struct DayOfShare {
    Figure day, lower, upper;
  };
  DayOfShare day_of_share(double share) const;

 private:
  Rate share(int day, std::int64_t CurveStep::*event, double CurveStep::*share) const;
  double variance(int day, std::int64_t CurveStep::*event, double CurveStep::*share) const;

  std::vector<CurveStep> steps_;
  std::int64_t people_ = 0;
};

}  // namespace thrive::journeys
