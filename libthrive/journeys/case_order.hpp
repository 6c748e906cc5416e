// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "libthrive/journeys/event_log.hpp"
#include "libthrive/journeys/ties.hpp"

namespace thrive::journeys {

/// Where the events of each case are in a log.
class CaseOrder {
 public:
  explicit CaseOrder(const EventLog& log);

  std::size_t begin(std::size_t of_case) const { return begins_[of_case]; }
  std::size_t end(std::size_t of_case) const { return begins_[of_case + 1]; }
  /// The row of an event in this order.
  std::size_t row(std::size_t position) const { return rows_.empty() ? position : rows_[position]; }

 private:
  std::vector<std::uint32_t> begins_;  // by case, and one behind the last
  std::vector<std::uint32_t> rows_;    // by case and row; empty when the log is in this order already
};

/// One event of a case.
struct Event {
  std::int64_t start = 0;
  std::int64_t time = 0;
  double order = 0;
  std::uint32_t row = 0;
  std::uint32_t activity = 0;

  bool is_tied_with(const Event& other) const { return start == other.start && time == other.time; }
};

/// The events of one case after the other, in the order that a rule gives to those on the same time.
class CaseEvents {
 public:
  CaseEvents(const EventLog& log, TieRule rule, const AllowedSteps* steps) : log_(log), rule_(rule), steps_(steps) {}

  /// Takes the events of a case, and adds its ties.
  void take(const CaseOrder& order, std::size_t of_case, TieCount& ties);
  /// True when the rule leaves the case out.
  bool is_left_out() const { return is_left_out_; }
  /// By start, completion, row.
  const std::vector<Event>& in_order() const { return events_; }
  /// By completion, row.
  const std::vector<Event>& by_completion();

 private:
  void order_by_map(TieCount& ties);

  const EventLog& log_;
  TieRule rule_;
  const AllowedSteps* steps_;
  bool is_left_out_ = false;
  std::vector<Event> events_, completed_;
  std::vector<std::uint32_t> tied_;
};

}  // namespace thrive::journeys
