// SPDX-License-Identifier: MIT
#include "libthrive/measures/lines.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "libthrive/measures/statistics.hpp"

namespace thrive::measures {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr double nelson_factor = 3.267;   // ranges from this many times their mean on are left out
constexpr double range_to_sigma = 1.128;  // d2 of two values
constexpr double t_chart_power = 3.6;     // Nelson 1994: times between rare events become nearly normal

std::vector<double> base_of(const std::vector<double>& column, const std::vector<bool>& base) {
  std::vector<double> kept;
  kept.reserve(column.size());
  for (std::size_t row = 0; row < column.size(); ++row)
    if (base[row]) kept.push_back(column[row]);
  return kept;
}

Lines about(double centre, double sigma) {
  return {centre, centre - 3 * sigma, centre + 3 * sigma, centre - 2 * sigma, centre + 2 * sigma};
}

Lines clipped(Lines lines, double least, double most) {
  if (lines.lower < least) lines.lower = least;
  if (lines.near_lower < least) lines.near_lower = least;
  if (lines.upper > most) lines.upper = most;
  if (lines.near_upper > most) lines.near_upper = most;
  return lines;
}

constexpr double no_ceiling = std::numeric_limits<double>::infinity();

/// Large ranges are left out of these charts unless the settings say otherwise.
std::optional<double> screening_factor(const Settings& settings) {
  return settings.screening.value_or(true) ? std::optional<double>(nelson_factor) : std::nullopt;
}

/// Screening, unless it would leave nothing to average although there are ranges: a constant series, for one.
ScreenedMean careful_mean_range(const std::vector<double>& ranges, std::optional<double> factor, double most_left_out,
                                bool& refused) {
  ScreenedMean screened = mean_range(ranges, factor);
  if (screened.ranges == 0 || screened.left_out == 0) return screened;
  if (static_cast<double>(screened.left_out) <= most_left_out * static_cast<double>(screened.ranges) &&
      !std::isnan(screened.mean))
    return screened;
  refused = true;
  return mean_range(ranges, std::nullopt);
}

void remember(SegmentLines& result, const ScreenedMean& ranges) {
  result.ranges = ranges.ranges;
  result.screened = ranges.left_out;
}

SegmentLines same_everywhere(std::size_t rows, const Lines& lines) {
  SegmentLines result;
  result.rows.assign(rows, lines);
  return result;
}

SegmentLines xmr_lines(const Figures& figures, const Settings& settings) {
  const std::vector<double> base = base_of(figures.value, figures.base);
  const std::vector<double> ranges = moving_ranges(base);
  std::optional<double> factor = settings.rules.screening;
  if (settings.screening) factor = *settings.screening ? std::optional<double>(nelson_factor) : std::nullopt;
  bool refused = false;
  const ScreenedMean range =
      settings.rules.to_the_letter ? mean_range(ranges, factor) : careful_mean_range(ranges, factor, 0.5, refused);
  const double centre = exact_mean(base);
  const double limit = settings.rules.limit_factor;
  const double near = 2 * (limit / 3);
  SegmentLines result =
      same_everywhere(figures.value.size(), {centre, centre - limit * range.mean, centre + limit * range.mean,
                                             centre - near * range.mean, centre + near * range.mean});
  remember(result, range);
  result.screening_refused = refused;
  return result;
}

SegmentLines i_lines(const std::vector<double>& values, const std::vector<bool>& used, const Settings& settings) {
  const std::vector<double> base = base_of(values, used);
  bool refused = false;
  const ScreenedMean range = careful_mean_range(moving_ranges(base), screening_factor(settings), 1, refused);
  SegmentLines result = same_everywhere(values.size(), about(exact_mean(base), range.mean / range_to_sigma));
  remember(result, range);
  result.screening_refused = refused;
  return result;
}

SegmentLines t_lines(const Figures& figures, const Settings& settings) {
  std::vector<double> bent = figures.value;
  for (double& value : bent) value = std::pow(value, 1 / t_chart_power);
  SegmentLines result = i_lines(bent, figures.base, settings);
  for (Lines& lines : result.rows) lines = clipped(lines, 0, no_ceiling);
  result.bent = std::move(bent);
  result.power = t_chart_power;
  return result;
}

/// One row of a chart whose limits depend on the denominator: standard deviation for p and u.
double deviation(Ratio ratio, double centre, double denominator) {
  if (!(denominator > 0)) return missing;
  if (ratio == Ratio::share) return std::sqrt(centre * (1 - centre) / denominator);
  return std::sqrt(centre / denominator);
}

/// How much wider the real spread is than the one expected by chance alone: Laney's sigma z.
double laney_factor(const Figures& figures, const Settings& settings, double centre, SegmentLines& result) {
  std::vector<double> distances;
  for (std::size_t row = 0; row < figures.value.size(); ++row) {
    if (!figures.base[row]) continue;
    const double sigma = deviation(kind_of(settings.chart).ratio, centre, figures.denominator[row]);
    const double distance = figures.value[row] / settings.scale - centre;
    distances.push_back(distance == 0 ? 0 * sigma : distance / sigma);
  }
  const ScreenedMean range =
      careful_mean_range(moving_ranges(distances), screening_factor(settings), 1, result.screening_refused);
  remember(result, range);
  return range.mean / range_to_sigma;
}

SegmentLines ratio_lines(const Figures& figures, const Settings& settings) {
  SegmentLines result;
  result.varying = true;
  const ChartKind& kind = kind_of(settings.chart);
  const double below = exact_sum(base_of(figures.denominator, figures.base));
  const double centre = below > 0 ? exact_sum(base_of(figures.numerator, figures.base)) / below : missing;
  const double wider = kind.allows_for_spread ? laney_factor(figures, settings, centre, result) : 1;
  for (const double denominator : figures.denominator) {
    const double chance = deviation(kind.ratio, centre, denominator);
    // Nought or all of everybody leaves chance nothing to vary, and so nothing to widen.
    const Lines lines =
        clipped(about(centre, chance == 0 ? 0 : chance * wider), 0, kind.ratio == Ratio::share ? 1 : no_ceiling);
    result.rows.push_back({lines.centre * settings.scale, lines.lower * settings.scale, lines.upper * settings.scale,
                           lines.near_lower * settings.scale, lines.near_upper * settings.scale});
  }
  return result;
}

SegmentLines moving_range_lines(const Figures& figures) {
  const double centre = exact_mean(base_of(figures.value, figures.base));
  return same_everywhere(figures.value.size(),
                         {centre, 0 * centre, nelson_factor * centre, 0 * centre, nelson_factor * centre * 2 / 3});
}

SegmentLines g_lines(const Figures& figures) {
  const std::vector<double> base = base_of(figures.value, figures.base);
  const double mean = exact_mean(base);
  Lines lines = clipped(about(mean, std::sqrt(mean * (mean + 1))), 0, no_ceiling);
  lines.centre = median(base);
  return same_everywhere(figures.value.size(), lines);
}

}  // namespace

Lines individuals_lines(const Figures& figures) {
  if (figures.value.empty()) return {missing, missing, missing, missing, missing};
  return i_lines(figures.value, figures.base, Settings{}).rows.front();
}

SegmentLines lines_of(const Figures& figures, const Settings& settings) {
  switch (settings.chart) {
    case Chart::xmr:
      return xmr_lines(figures, settings);
    case Chart::i:
      return i_lines(figures.value, figures.base, settings);
    case Chart::mr:
      return moving_range_lines(figures);
    case Chart::t:
      return t_lines(figures, settings);
    case Chart::g:
      return g_lines(figures);
    case Chart::p:
    case Chart::p_prime:
    case Chart::u:
    case Chart::u_prime:
      return ratio_lines(figures, settings);
    case Chart::c: {
      const double centre = exact_mean(base_of(figures.value, figures.base));
      return same_everywhere(figures.value.size(), clipped(about(centre, std::sqrt(centre)), 0, no_ceiling));
    }
    case Chart::run: {
      const double centre = median(base_of(figures.value, figures.base));
      return same_everywhere(figures.value.size(), {centre, missing, missing, missing, missing});
    }
  }
  return {};
}

}  // namespace thrive::measures
