// SPDX-License-Identifier: MIT
//
// What keeps a problem going: a count of reasons put in order, and causes that somebody has looked at or not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/improvement/thresholds.hpp"
#include "libthrive/model/project.hpp"

namespace thrive::improvement {

/// One reason of a tally.
struct Reason {
  std::string id;
  int count = 0;
  double share = 0;       // of all that were counted, 0 to 1
  double cumulative = 0;  // with all reasons before it
  bool vital = false;     // one of the fewest reasons that make up 80 %
  bool is_other = false;  // a name that says no reason; such ones stand last
};

/// A tally, the most frequent reason first, equals in the order of the file, other and unknown last whatever their
/// count.
struct Pareto {
  int n = 0;
  std::vector<Reason> reasons;
  std::size_t vital_count() const;
};
Pareto pareto_of(const model::Tally& tally, const Thresholds& thresholds);

/// A reason as readers see it: small counts are hidden, and several of them are one line.
struct ToldReason {
  std::string name;
  std::optional<int> count{};  // nothing when it is hidden
  std::optional<double> share{}, cumulative{};
  bool vital = false;
  std::size_t together = 1;  // how many reasons the line stands for

  /// "41", "<5", "<5 each".
  std::string count_in_words(const text::SmallNumbers& small) const;
};
std::vector<ToldReason> told(const Pareto& pareto, const text::SmallNumbers& small);

/// The day a tally was counted; of a month its last day. Nothing when it is neither.
std::optional<text::Date> day_counted(const model::Tally& tally);

}  // namespace thrive::improvement
