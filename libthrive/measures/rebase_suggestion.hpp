// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/measures/subject.hpp"

namespace thrive::measures {

/// A date from which the process may have become another one. Suggested, never applied.
struct RebaseSuggestion {
  text::Date at{};
  Reading reading = Reading::common_cause;  // concern: to be investigated, not rebased
  std::size_t points_before = 0;            // useful ones, since the segment began
  std::size_t points_after = 0;
  double mean_before = 0;
  double mean_after = 0;
  double sigma_before = 0;           // mean moving range / 1.128
  double sigmas = 0;                 // the change in those
  double on_one_side = 0;            // share of the points from there on that lie on the new side of the old mean
  bool settled = false;              // the points from there on show no signal among themselves
  Runs runs;                         // of the segment as it is now: the evidence that it is not one process
  std::optional<std::string> cycle;  // the PDSA cycle that began last before the date
  std::string line;                  // what to write under the measure; empty for something to investigate
};

/// The same weeks of a year before, which were at the level that looks new.
struct SeasonBefore {
  text::Date from{}, to{};
  double mean = 0;
  bool is_high = false;
};

/// Why no suggestion is made: in words, or the season.
struct NoSuggestion {
  std::string reason{};
  std::optional<SeasonBefore> season{};
};

/// The date that parts the current segment into two levels with least variation left, if it passes the guards: Anhoej's
/// rules find the segment unstable; 12 useful points before it and 8 after, provisional ones left out (so no rebase
/// lies within 12 points before); four in five of the points after on the new side of the old mean, the first and the
/// last three among them; a change of one sigma or more. A list that grows steadily has no level, and a level that the
/// same weeks of the year before had is a season.
std::optional<RebaseSuggestion> suggest_rebase(const Analysis& analysis, const Subject& subject, NoSuggestion& why_not);

}  // namespace thrive::measures
