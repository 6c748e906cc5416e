// SPDX-License-Identifier: MIT
#include "libthrive/journeys/case_order.hpp"

#include <algorithm>
#include <tuple>

namespace thrive::journeys {

CaseOrder::CaseOrder(const EventLog& log) : begins_(log.cases + 1) {
  for (const std::uint32_t of_case : log.case_of) ++begins_[of_case + 1];
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  if (std::is_sorted(log.case_of.begin(), log.case_of.end())) return;
  rows_.resize(log.size());
  std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
  for (std::size_t row = 0; row < log.size(); ++row) rows_[next[log.case_of[row]]++] = static_cast<std::uint32_t>(row);
}

void CaseEvents::take(const CaseOrder& order, std::size_t of_case, TieCount& ties) {
  events_.clear();
  for (std::size_t position = order.begin(of_case); position < order.end(of_case); ++position) {
    const std::size_t row = order.row(position);
    Event event;
    event.time = log_.time_of[row];
    event.start = log_.start_of.empty() ? event.time : log_.start_of[row];
    event.order = log_.order_of.empty() ? 0 : log_.order_of[row];
    event.row = static_cast<std::uint32_t>(row);
    event.activity = log_.activity_of[row];
    events_.push_back(event);
  }
  const auto comes_before = [](const Event& a, const Event& b) {
    return std::tie(a.start, a.time, a.order, a.row) < std::tie(b.start, b.time, b.order, b.row);
  };
  if (!std::is_sorted(events_.begin(), events_.end(), comes_before))
    std::sort(events_.begin(), events_.end(), comes_before);
  std::int64_t tied = 0;
  for (std::size_t i = 1; i < events_.size(); ++i) {
    if (!events_[i - 1].is_tied_with(events_[i])) continue;
    ++tied;
    if (rule_ == TieRule::order_column && events_[i - 1].order < events_[i].order) ++ties.decided.people;
  }
  ties.pairs += static_cast<std::int64_t>(events_.size()) - 1;
  ties.tied += tied;
  is_left_out_ = rule_ == TieRule::drop && tied > 0;
  if (is_left_out_) ++ties.cases_left_out.people;
  if (rule_ == TieRule::file || rule_ == TieRule::concurrent || rule_ == TieRule::drop) ties.decided += tied;
  if (rule_ == TieRule::map && tied > 0) order_by_map(ties);
}

/// Puts each run of tied events into the only order that the map allows, where there is one.
void CaseEvents::order_by_map(TieCount& ties) {
  for (std::size_t begin = 0; begin < events_.size();) {
    std::size_t end = begin + 1;
    while (end < events_.size() && events_[begin].is_tied_with(events_[end])) ++end;
    if (end - begin > 1) {
      tied_.clear();
      for (std::size_t i = begin; i < end; ++i) tied_.push_back(events_[i].activity);
      if (const auto order = only_order(tied_, *steps_)) {
        for (std::size_t i = 0; i < order->size(); ++i) events_[begin + i].activity = tied_[(*order)[i]];
        ties.decided += static_cast<std::int64_t>(end - begin) - 1;
      }
    }
    begin = end;
  }
}

const std::vector<Event>& CaseEvents::by_completion() {
  if (log_.start_of.empty()) return events_;
  completed_ = events_;
  std::sort(completed_.begin(), completed_.end(), [](const Event& a, const Event& b) {
    return std::tie(a.time, a.order, a.row) < std::tie(b.time, b.order, b.row);
  });
  return completed_;
}

}  // namespace thrive::journeys
