// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "libthrive/journeys/count.hpp"
#include "libthrive/journeys/tally.hpp"

namespace thrive::journeys {

/// A week, from its Monday on, or several weeks that follow each other.
struct Week {
  text::Date monday{};
  bool complete = false;     // nothing of it lies behind the cut-off or before what the extract covers
  bool provisional = false;  // its figures may still change
  Count received;            // whose wait started in it
  Count stopped;
  Count within;  // of those who stopped: as soon as promised
  Figure median_wait;
  Count left;
  Count waiting_at_end;
};

/// Which weeks can be trusted.
struct WeeksRule {
  int provisional_weeks = 2;
  std::optional<text::Date> covers_from;  // from this day on the extract holds every referral
  std::optional<text::Date> first_start;  // of the whole extract, when the tally is of a part of it
};

/// Every week from that of the first start to that of the cut-off. The first is not complete, as the extract may have
/// begun in its middle, unless it is known to cover it.
std::vector<Week> weeks_of(const Tally& tally, const WeeksRule& rule);

/// Complete weeks put together, so many at a time: periods that begin on the same Mondays whatever the extract holds.
/// Only periods of which every week is complete.
std::vector<Week> periods_of(const Tally& tally, const std::vector<Week>& weeks, int every);

}  // namespace thrive::journeys
