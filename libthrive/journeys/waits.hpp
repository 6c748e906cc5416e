// SPDX-License-Identifier: MIT
//
// What there is to say of waits. Every number about people is a Count or a Figure, so that what must not be told can be
// taken out before anybody writes it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/journeys/comparison.hpp"
#include "libthrive/journeys/count.hpp"
#include "libthrive/journeys/quality.hpp"
#include "libthrive/journeys/queue.hpp"
#include "libthrive/journeys/tally.hpp"
#include "libthrive/journeys/weeks.hpp"

namespace thrive::journeys {

/// Waits of one kind in short, in days. Quantiles are of type 7, as in Excel's .INC; the last two need 20 waits.
struct Spread {
  Count n;
  Figure mean, p25, median, p75, p90, p92;
};

/// Those who have waited so many days by the cut-off; both ends count.
struct Band {
  int from = 0;
  std::optional<int> to;  // nothing for the last
  Count n;
};

/// Why people left; nothing where no reason is recorded.
struct Reason {
  std::optional<std::string> reason;
  Count n;
};

/// A share of people, with Wilson's interval.
struct Share {
  Count numerator;
  Count denominator;
  Rate rate;
};

/// The first day by which a share had been seen, and where the curve's interval reaches it.
struct CurveDay {
  Figure days, lower, upper;
};

/// Kaplan and Meier: those who wait or left count until then, and as if they would still be seen.
struct KaplanMeier {
  Count n;
  Count events;
  CurveDay p25, median, p75, p90, p92;
};

/// Of 100 whose wait started, how many had been seen, had left, and were waiting by a day.
struct AtDay {
  int day = 0;
  Count at_risk;  // whose wait, or what is known of it, lasts to this day at least
  Rate seen_if_none_left;
  Rate seen;
  Rate left;
  Figure waiting;
  Count seen_by;  // that many were seen by this day, and left by it
  Count left_by;
};

/// The wait from the first to the second contact.
struct SecondWait {
  Count n;
  Spread completed;
  Spread waiting;
  Count left;
  CurveDay median;  // of the Kaplan-Meier curve
};

/// Those with one value of a split; nothing for those of whom it is unknown.
struct Group {
  std::optional<std::string> value;
  Count n, completed, waiting, left;
  Figure completed_median;
  CurveDay kaplan_meier_median;
  Rate seen;      // by the last day of the wait that is promised
  Count seen_by;  // that many were
};

/// Whether those with different values are seen at different speeds.
struct LogRank {
  Figure chi_square;
  int df = 0;
  Figure p;
};

struct Split {
  std::string by;
  Figure unknown_completed_percent;  // of those seen, how many have no known value
  Figure unknown_others_percent;     // of all others
  bool recorded_late = false;        // the value becomes known at the visit, so that curves would mislead
  std::vector<Group> groups;         // by bytes of their values; the unknown last
  std::optional<LogRank> log_rank;
};

/// Those whose wait started in one month.
struct Cohort {
  text::Date from{};
  text::Date to{};
  Count n, seen, left, waiting;
  bool matured = false;  // all had the whole time that is promised
  Rate seen_rate;        // of matured months only
};

struct Waits {
  text::Date cut_off{};
  model::Within within;
  Quality quality;
  Spread completed;
  Spread waiting;
  std::vector<Band> bands;
  Count left;
  Figure left_median;
  std::vector<Reason> reasons;
  Share within_completed;  // of those who were seen
  Share within_cohort;     // of those who had the whole time
  Count waiting_longer;
  KaplanMeier kaplan_meier;
  std::vector<AtDay> at;
  std::optional<std::vector<AtDay>> curve;  // nothing when it is not told
  std::optional<SecondWait> second_wait;
  std::vector<Split> splits;
  std::vector<Cohort> cohorts;
  std::vector<Week> weeks;
  std::optional<Queue> queue;
  std::optional<Comparison> comparison;
};

/// What a definition says beside the clock.
struct WaitsRequest {
  model::Within within;
  int provisional_weeks = 2;
  int queue_weeks = 13;
  std::optional<text::Date> covers_from;
};

/// Works out everything of a tally but the comparison.
Waits worked_out(const Tally& tally, const WaitsRequest& request);

}  // namespace thrive::journeys
