// SPDX-License-Identifier: MIT
//
// Events of one case that have the same time: many systems write days without hours, and then nothing in the log says
// what came first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/journeys/count.hpp"
#include "libthrive/model/event_logs.hpp"

namespace thrive::journeys {

using model::TieRule;

/// How many pairs of events that follow each other have the same time, and how many of these the rule decided.
struct TieCount {
  Count pairs;
  Count tied;
  Count decided;
  Count cases_left_out;
  TieCount& operator+=(const TieCount& more);
  /// Tied of all pairs, in percent; nothing without pairs.
  Figure percent() const;
};

/// Which activity may come right behind which, by their numbers.
class AllowedSteps {
 public:
  explicit AllowedSteps(std::size_t activities) : activities_(activities), allowed_(activities * activities) {}
  void allow(std::size_t from, std::size_t to) { allowed_[from * activities_ + to] = true; }
  bool allows(std::size_t from, std::size_t to) const { return allowed_[from * activities_ + to]; }

 private:
  std::size_t activities_;
  std::vector<bool> allowed_;
};

/// The only order of some activities in which each step is allowed, as positions among them; those that are the same
/// activity keep their order. Nothing when there is none, or more than one, or more than twelve activities.
std::optional<std::vector<std::size_t>> only_order(const std::vector<std::uint32_t>& activities,
                                                   const AllowedSteps& steps);

}  // namespace thrive::journeys
