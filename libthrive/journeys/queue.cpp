// SPDX-License-Identifier: MIT
#include "libthrive/journeys/queue.hpp"

#include <algorithm>
#include <cmath>

namespace thrive::journeys {

namespace {

constexpr int fewest_weeks = 4;
constexpr double relief_weeks = 26;  // a choice: half a year to bring a queue down
constexpr double ratio_to_act_on = 2;
constexpr double waits_to_target = 4;  // the mean wait that keeps 98 % below the target, were waits exponential

Figure divided(double above, double below) { return below == 0 ? Figure() : Figure(above / below); }

/// Variance to mean of weekly counts: none of no counts, or of zeros.
Figure dispersion(const std::vector<double>& counts) {
  double sum = 0, squares = 0;
  for (const double count : counts) sum += count;
  const auto n = static_cast<double>(counts.size());
  if (n < 2 || sum == 0) return {};
  for (const double count : counts) squares += (count - sum / n) * (count - sum / n);
  return squares / (n - 1) / (sum / n);
}

/// The window, in days before the cut-off: the first is the larger number.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Weeks that those wait who do so at the end of the window, on average.
Figure mean_wait_of_waiting(const Tally& tally, std::size_t end) {
  std::int64_t waiting = 0, days = 0;
  for (std::size_t back = end; back < tally.days.size(); ++back) {
    const DayCounts& day = tally.days[back];
    const auto since = static_cast<std::int64_t>(back - end);
    const std::int64_t ended = day.stopped + day.left;
    waiting += day.started - ended;
    days += day.started * since - (ended * since + day.days_waited);
  }
  if (waiting == 0) return {};
  return static_cast<double>(days) / static_cast<double>(waiting) / 7;
}

Little little_of(const Tally& tally, const Window& window) {
  std::int64_t list = 0, arrivals = 0, ended = 0, waited = 0;
  double lists = 0;
  for (std::size_t back = std::max(tally.days.size(), window.first + 1); back > window.last; --back) {
    if (back - 1 < tally.days.size()) {
      const DayCounts& day = tally.days[back - 1];
      list += day.started - day.stopped - day.left;
      if (back - 1 <= window.first) {
        arrivals += day.started;
        ended += day.stopped + day.left;
        waited += day.days_waited;
      }
    }
    if (back - 1 <= window.first) lists += static_cast<double>(list);
  }
  const auto days = static_cast<double>(window.first - window.last + 1);
  Little little;
  little.mean_list = lists / days;
  little.arrivals_per_day = static_cast<double>(arrivals) / days;
  little.mean_wait_days = divided(static_cast<double>(waited), static_cast<double>(ended));
  if (little.mean_wait_days.is_known())
    little.expected_list = little.arrivals_per_day.value * little.mean_wait_days.value;
  if (little.expected_list.is_known()) little.ratio = divided(little.mean_list.value, little.expected_list.value);
  return little;
}

}  // namespace

std::optional<Queue> queue_of(const Tally& tally, const std::vector<Week>& weeks, int most_weeks, int target_days) {
  std::vector<const Week*> window;
  for (auto week = weeks.rbegin(); week != weeks.rend() && window.size() < static_cast<std::size_t>(most_weeks); ++week)
    if (week->complete && !week->provisional) window.push_back(&*week);
  if (window.size() < fewest_weeks) return std::nullopt;
  std::reverse(window.begin(), window.end());

  Queue queue;
  queue.weeks = static_cast<int>(window.size());
  queue.from = window.front()->monday;
  queue.to = window.back()->monday + std::chrono::days(6);
  std::vector<double> demand, removals;
  double demanded = 0, stopped = 0, removed = 0;
  for (const Week* week : window) {
    demand.push_back(static_cast<double>(week->received.people));
    removals.push_back(static_cast<double>(week->stopped.people + week->left.people));
    demanded += demand.back();
    removed += removals.back();
    stopped += static_cast<double>(week->stopped.people);
  }
  const double target = target_days / 7.0;
  queue.demand_per_week = demanded / queue.weeks;
  queue.stops_per_week = stopped / queue.weeks;
  queue.removals_per_week = removed / queue.weeks;
  queue.load = divided(demanded, removed);
  queue.dispersion_demand = dispersion(demand);
  queue.dispersion_removals = dispersion(removals);
  queue.waiting = window.back()->waiting_at_end;
  queue.target_wait_weeks = target;
  queue.target_mean_wait_weeks = target / waits_to_target;
  queue.target_queue = queue.demand_per_week.value * target / waits_to_target;
  const auto waiting = static_cast<double>(queue.waiting.people);
  queue.queue_ratio = divided(waiting, queue.target_queue.value);
  if (queue.queue_ratio.is_known() && queue.queue_ratio.value > ratio_to_act_on)
    queue.relief_per_week = queue.demand_per_week.value + (waiting - queue.target_queue.value) / relief_weeks;
  if (queue.dispersion_demand.is_known() && queue.dispersion_removals.is_known())
    queue.target_capacity_per_week =
        queue.demand_per_week.value +
        (queue.dispersion_demand.value + queue.dispersion_removals.value) / 2 * (waits_to_target / target);
  const auto back = [&](text::Date day) { return static_cast<std::size_t>(text::days_between(day, tally.cut_off)); };
  queue.mean_wait_of_waiting_weeks = mean_wait_of_waiting(tally, back(queue.to));
  if (queue.mean_wait_of_waiting_weeks.is_known()) queue.pressure = 2 * queue.mean_wait_of_waiting_weeks.value / target;
  queue.little = little_of(tally, {back(queue.from), back(queue.to)});
  return queue;
}

}  // namespace thrive::journeys
