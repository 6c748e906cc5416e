// SPDX-License-Identifier: MIT
#include "libthrive/measures/decimals.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace thrive::measures {

namespace {

/// The place of the leading digit behind the point: 1 for 0.3, 0 for 3, -1 for 30.
int place_of(double size) {
  return size > 0 ? std::clamp(static_cast<int>(-std::floor(std::log10(size))), -most_digits, most_digits) : 0;
}

/// How far the figures lie apart: between their quartiles; between the outermost where those are the same; the figure
/// itself where all are.
double spread_of(std::vector<double> figures) {
  if (figures.empty()) return 0;
  std::sort(figures.begin(), figures.end());
  const double quartiles = figures[figures.size() * 3 / 4] - figures[figures.size() / 4];
  if (quartiles > 0) return quartiles;
  const double all = figures.back() - figures.front();
  return all > 0 ? all : std::fabs(figures.front());
}

}  // namespace

int digits_given(double figure) {
  double rest = std::fabs(figure);
  if (!(rest < 1e15)) return 0;
  for (int digits = 0; digits < most_digits; ++digits, rest *= 10)
    if (std::fabs(rest - std::round(rest)) < 1e-9 * std::max(1.0, rest)) return digits;
  return most_digits;
}

bool is_worked_out(const Analysis& analysis) {
  const Points points = kind_of(analysis.settings.chart).points;
  if (points == Points::counts) return false;
  return std::any_of(analysis.data.begin(), analysis.data.end(),
                     [](const AnalysedPoint& point) { return point.value && point.denominator; });
}

int decimals_of(const Analysis& analysis) {
  std::vector<double> figures;
  int given = 0;
  for (const AnalysedPoint& point : analysis.data) {
    if (!point.value) continue;
    figures.push_back(*point.value);
    given = std::max(given, digits_given(*point.value));
  }
  const int place = place_of(spread_of(std::move(figures)));
  if (is_worked_out(analysis))
    return model::is_percent(analysis.settings.unit) || analysis.settings.scale == 100
               ? std::clamp(place, 1, most_digits)
               : std::clamp(place + 1, 0, most_digits);
  return given <= 3 ? given : std::min(given, std::clamp(place + 1, 3, most_digits));
}

int limit_decimals_of(const Analysis& analysis) {
  const auto reads_the_same = [](double a, double b, int decimals) {
    const double scale = std::pow(10, decimals);
    return std::round(a * scale) == std::round(b * scale);
  };
  int decimals = analysis.decimals + (is_worked_out(analysis) ? 0 : 1);
  for (const AnalysedPoint& point : analysis.data) {
    if (!point.outside.value_or(false)) continue;
    const double limit = *point.value > *point.upper ? *point.upper : *point.lower;
    while (decimals < most_digits && reads_the_same(*point.value, limit, decimals)) ++decimals;
  }
  return decimals;
}

}  // namespace thrive::measures
