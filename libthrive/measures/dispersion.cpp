// SPDX-License-Identifier: MIT
#include "libthrive/measures/dispersion.hpp"

#include <algorithm>
#include <cmath>

namespace thrive::measures {

namespace {

/// Standard deviation of one point under chance alone; 0 when it cannot be said.
double chance_deviation(const AnalysedPoint& point, const Settings& settings) {
  if (!point.centre) return 0;
  const double centre = *point.centre / settings.scale;
  const Ratio ratio = kind_of(settings.chart).ratio;
  if (ratio == Ratio::count) return std::sqrt(centre);
  if (!point.denominator || !(*point.denominator > 0)) return 0;
  if (ratio == Ratio::share) return settings.scale * std::sqrt(centre * (1 - centre) / *point.denominator);
  return settings.scale * std::sqrt(centre / *point.denominator);
}

}  // namespace

std::optional<double> dispersion(const Analysis& analysis) {
  if (!kind_of(analysis.settings.chart).advised) return std::nullopt;
  double squares = 0;
  double count = 0;
  for (const AnalysedPoint& point : analysis.data) {
    const double sigma = chance_deviation(point, analysis.settings);
    if (!point.value || point.excluded || !point.baseline || !(sigma > 0)) continue;
    const double z = (*point.value - *point.centre) / sigma;
    squares += z * z;
    count += 1;
  }
  const double freedom = count - static_cast<double>(analysis.segments.size());
  if (freedom < 9) return std::nullopt;
  const double ratio = squares / freedom;
  if (ratio < 1 + 3 * std::sqrt(2 / freedom) || std::sqrt(ratio) < 1.25) return std::nullopt;
  return std::sqrt(ratio);
}

std::optional<double> denominator_ratio(const Analysis& analysis) {
  if (kind_of(analysis.settings.chart).points != Points::single) return std::nullopt;
  double least = 0;
  double most = 0;
  for (const AnalysedPoint& point : analysis.data) {
    if (!point.value || !point.denominator || point.excluded) continue;
    if (least == 0 || *point.denominator < least) least = *point.denominator;
    most = std::max(most, *point.denominator);
  }
  if (!(least > 0) || most < 3 * least) return std::nullopt;
  return most / least;
}

std::optional<double> likeness_at(const Analysis& analysis, int lag) {
  if (kind_of(analysis.settings.chart).points != Points::single) return std::nullopt;
  double together = 0, squares = 0;
  std::size_t pairs = 0;
  const auto distance = [&](std::size_t row) -> std::optional<double> {
    const AnalysedPoint& point = analysis.data[row];
    if (!point.value || !point.centre || point.excluded || !point.baseline) return std::nullopt;
    return *point.value - *point.centre;
  };
  const auto back = static_cast<std::size_t>(lag);
  for (std::size_t row = 0; row < analysis.data.size(); ++row) {
    const std::optional<double> here = distance(row);
    if (!here) continue;
    squares += *here * *here;
    if (row < back || analysis.data[row - back].segment != analysis.data[row].segment) continue;
    if (analysis.segments[analysis.data[row].segment].growing) continue;
    const std::optional<double> before = distance(row - back);
    if (!before) continue;
    together += *here * *before;
    ++pairs;
  }
  if (pairs < 20 || !(squares > 0)) return std::nullopt;
  const double likeness = together / squares;
  if (likeness < 0.3 || likeness < 2 / std::sqrt(static_cast<double>(pairs))) return std::nullopt;
  return likeness;
}

std::optional<int> periods_in_a_year(const std::optional<Spacing>& spacing, std::size_t points) {
  if (!spacing || !spacing->even) return std::nullopt;
  const int year = kind_of(spacing->frequency).in_a_year;
  if (year < 2) return std::nullopt;  // years have no season
  if (static_cast<int>(points) < 2 * year) return std::nullopt;
  return year;
}

}  // namespace thrive::measures
