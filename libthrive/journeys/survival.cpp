// SPDX-License-Identifier: MIT
#include "libthrive/journeys/survival.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "libthrive/journeys/spread.hpp"

namespace thrive::journeys {

namespace {

/// A product of fractions is rarely exactly a half.
constexpr double as_good_as_reached = 1e-9;

/// The log-log interval of a share between 0 and 1, lower bound first; nothing at either end.
std::optional<std::pair<double, double>> log_log_interval(double share, double variance) {
  if (share <= 0 || share >= 1) return std::nullopt;
  const double exponent = normal_95 * std::sqrt(variance) / (share * std::log(share));
  const double one = std::pow(share, std::exp(exponent)), other = std::pow(share, std::exp(-exponent));
  return std::pair(std::min(one, other), std::max(one, other));
}

bool is_over(double not_seen) { return not_seen <= 0; }

}  // namespace

Curves::Curves(const WaitCounts& waits) : people_(waits.total()) {
  std::int64_t at_risk = people_;
  CurveStep step;
  double greenwood = 0;
  for (std::size_t day = 0; day < waits.days(); ++day) {
    const std::int64_t seen = waits.at(Outcome::completed, day), left = waits.at(Outcome::left, day);
    const std::int64_t gone = seen + left + waits.at(Outcome::waiting, day);
    if (gone == 0) continue;
    const auto n = static_cast<double>(at_risk), d = static_cast<double>(seen), l = static_cast<double>(left);
    step.day = static_cast<int>(day);
    step.at_risk = at_risk;
    step.seen = seen;
    step.left = left;
    step.seen_by += seen;
    step.left_by += left;
    step.not_seen = seen == at_risk ? 0 : step.not_seen * (1 - d / n);
    if (seen < at_risk) greenwood += d / (n * (n - d));
    step.not_seen_variance = step.not_seen * step.not_seen * greenwood;
    step.share_seen += step.waiting * d / n;
    step.share_left += step.waiting * l / n;
    step.waiting = seen + left == at_risk ? 0 : step.waiting * (1 - (d + l) / n);
    steps_.push_back(step);
    at_risk -= gone;
  }
}

const CurveStep* Curves::step_at(int day) const {
  const auto next = std::upper_bound(steps_.begin(), steps_.end(), day,
                                     [](int wanted, const CurveStep& s) { return wanted < s.day; });
  return next == steps_.begin() ? nullptr : &*(next - 1);
}

std::int64_t Curves::at_risk(int day) const {
  const auto next = std::lower_bound(steps_.begin(), steps_.end(), day,
                                     [](const CurveStep& s, int wanted) { return s.day < wanted; });
  return next == steps_.end() ? 0 : next->at_risk;
}

Rate Curves::seen_if_none_left(int day) const {
  if (steps_.empty()) return {};
  const CurveStep* step = step_at(day);
  if (step == nullptr) return {0.0, {}, {}};
  if (day > steps_.back().day && !is_over(step->not_seen)) return {};
  Rate rate{100 * (1 - step->not_seen), {}, {}};
  if (const auto interval = log_log_interval(step->not_seen, step->not_seen_variance)) {
    rate.lower = 100 * (1 - interval->second);
    rate.upper = 100 * (1 - interval->first);
  }
  return rate;
}

Figure Curves::waiting(int day) const {
  if (steps_.empty()) return {};
  const CurveStep* step = step_at(day);
  if (step == nullptr) return 100.0;
  if (day > steps_.back().day && !is_over(step->waiting)) return {};
  return 100 * step->waiting;
}

/// The three sums of the delta method, over the days up to this one. A day on which all who were left went has no first
/// term.
double Curves::variance(int day, std::int64_t CurveStep::*event, double CurveStep::*share) const {
  const double reached = step_at(day)->*share;
  double sum = 0, waiting_before = 1;
  for (const CurveStep& step : steps_) {
    if (step.day > day) break;
    const auto n = static_cast<double>(step.at_risk), gone = static_cast<double>(step.seen + step.left);
    const auto events = static_cast<double>(step.*event);
    const double to_come = reached - step.*share;
    if (gone < n) sum += to_come * to_come * gone / (n * (n - gone));
    sum += waiting_before * waiting_before * (n - events) * events / (n * n * n);
    sum -= 2 * to_come * waiting_before * events / (n * n);
    waiting_before = step.waiting;
  }
  return std::max(sum, 0.0);
}

Rate Curves::share(int day, std::int64_t CurveStep::*event, double CurveStep::*share) const {
  if (steps_.empty()) return {};
  const CurveStep* step = step_at(day);
  if (step == nullptr) return {0.0, {}, {}};
  if (day > steps_.back().day && !is_over(step->waiting)) return {};
  const double reached = step->*share;
  Rate rate{100 * reached, {}, {}};
  // All but nobody: what rounding leaves of the last step is no share.
  const bool is_all = event == &CurveStep::seen ? step->seen_by == people_ : step->left_by == people_;
  if (is_all) rate.percent = 100.0;
  if (const auto interval = is_all ? std::nullopt : log_log_interval(reached, variance(day, event, share))) {
    rate.lower = 100 * interval->first;
    rate.upper = 100 * interval->second;
  }
  return rate;
}

Curves::DayOfShare Curves::day_of_share(double share) const {
  const double wanted = 1 - share + as_good_as_reached;
  DayOfShare found;
  for (const CurveStep& step : steps_) {
    if (!found.day.is_known() && step.not_seen <= wanted) found.day = static_cast<double>(step.day);
    const auto interval = log_log_interval(step.not_seen, step.not_seen_variance);
    if (!interval) continue;
    if (!found.lower.is_known() && interval->first <= wanted) found.lower = static_cast<double>(step.day);
    if (!found.upper.is_known() && interval->second <= wanted) found.upper = static_cast<double>(step.day);
  }
  return found;
}

}  // namespace thrive::journeys
