// SPDX-License-Identifier: MIT
#include "libthrive/journeys/weekly.hpp"

#include <cmath>

#include "libthrive/journeys/small_numbers.hpp"

namespace thrive::journeys {

namespace {

Figure count_shown(const Count& count, SuppressionRule rule) {
  const Count told = shown(count.people, rule);
  return told.hidden ? Figure::untold() : Figure(static_cast<double>(told.people));
}

Figure median_shown(const Week& week, SuppressionRule rule) {
  if (week.stopped.people < threshold_of(rule)) return Figure::untold();
  const double days = week.median_wait.value;
  return rule == SuppressionRule::mhsds ? Figure(std::floor(days + 0.5)) : Figure(days);
}

void take_share(const Week& week, SuppressionRule rule, WeeklyFigure& figure) {
  figure.denominator = count_shown(week.stopped, rule);
  if (!figure.denominator.is_known()) return;
  figure.numerator =
      rule == SuppressionRule::mhsds ? count_shown(week.within, rule) : Figure(static_cast<double>(week.within.people));
  if (!figure.numerator.is_known()) figure.denominator = Figure::untold();
}

Count Week::*count_of(model::WaitStatistic statistic) {
  switch (statistic) {
    case model::WaitStatistic::received:
      return &Week::received;
    case model::WaitStatistic::stopped:
      return &Week::stopped;
    case model::WaitStatistic::left:
      return &Week::left;
    default:
      return &Week::waiting_at_end;
  }
}

}  // namespace

std::vector<WeeklyFigure> weekly_figures(const std::vector<Week>& weeks, model::WaitStatistic statistic,
                                         SuppressionRule rule) {
  std::vector<WeeklyFigure> figures;
  for (const Week& week : weeks) {
    if (!week.complete) continue;
    WeeklyFigure figure;
    figure.monday = week.monday;
    figure.provisional = week.provisional;
    if (statistic == model::WaitStatistic::share_within)
      take_share(week, rule, figure);
    else if (statistic == model::WaitStatistic::median_wait)
      figure.value = median_shown(week, rule);
    else
      figure.value = count_shown(week.*count_of(statistic), rule);
    figures.push_back(figure);
  }
  return figures;
}

}  // namespace thrive::journeys
