// SPDX-License-Identifier: MIT
#include "libthrive/model/figures.hpp"

#include <algorithm>

namespace thrive::model {

namespace {

std::vector<double> figures_in_order(const std::vector<SeriesPoint>& points) {
  std::vector<double> figures;
  for (const SeriesPoint& point : points)
    if (point.value) figures.push_back(*point.value);
  std::sort(figures.begin(), figures.end());
  return figures;
}

/// Of sorted figures.
double middle_of(const std::vector<double>& sorted) {
  const std::size_t half = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

}  // namespace

bool is_percent(const std::optional<std::string>& unit) { return unit && (*unit == "percent" || *unit == "%"); }

double multiplied_by(const Measure& measure) { return is_percent(measure.unit) ? 100 : measure.per.value_or(1); }

std::optional<double> number_in_unit(std::string_view unit) {
  const std::size_t per = unit.find("per ");
  if (per != 0 && (per == std::string_view::npos || unit[per - 1] != ' ')) return std::nullopt;
  std::string digits;
  for (std::size_t at = per + 4; at < unit.size(); ++at) {
    const bool parts_thousands = (unit[at] == ',' || unit[at] == ' ') && !digits.empty() && at + 1 < unit.size() &&
                                 unit[at + 1] >= '0' && unit[at + 1] <= '9';
    if (parts_thousands) continue;
    if (unit[at] < '0' || unit[at] > '9') break;
    digits += unit[at];
  }
  if (digits.empty() || digits.size() > 12) return std::nullopt;
  return static_cast<double>(std::stoll(digits));
}

std::optional<FarFigure> far_figure(const std::vector<SeriesPoint>& points) {
  const std::vector<double> sorted = figures_in_order(points);
  if (sorted.size() < 12 || sorted.front() < 0) return std::nullopt;
  const std::size_t most = std::max<std::size_t>(1, sorted.size() / 50);
  for (std::size_t far = 1; far <= most; ++far) {
    const std::vector<double> others(sorted.begin(), sorted.end() - static_cast<std::ptrdiff_t>(far));
    const double middle = middle_of(others);
    const double least = sorted[sorted.size() - far];
    if (!(middle > 0) || least < 20 * middle || least < 5 * others.back()) continue;
    const auto largest = std::find_if(points.begin(), points.end(), [&](const SeriesPoint& point) {
      return point.value && *point.value == sorted.back();
    });
    return FarFigure{largest->date, sorted.back(), sorted.back() / middle};
  }
  return std::nullopt;
}

std::optional<LooksLikeShare> looks_like_share(const std::vector<SeriesPoint>& points,
                                               const std::optional<double>& target) {
  const std::vector<double> sorted = figures_in_order(points);
  if (sorted.size() < 3) return std::nullopt;
  const double middle = middle_of(sorted);
  if (target && *target > 0 && *target <= 1 && middle >= 20 * *target) return LooksLikeShare::target;
  const bool parts_of_one = std::any_of(sorted.begin(), sorted.end(), [](double each) { return each > 0 && each < 1; });
  if (!parts_of_one || sorted.front() < 0 || sorted.back() > 1) return std::nullopt;
  if (target ? *target >= 20 * middle && *target > 1 : sorted.back() >= 0.5) return LooksLikeShare::figures;
  return std::nullopt;
}

const DatedTarget* entry_on(const std::vector<DatedTarget>& targets, std::string_view name, text::Date day) {
  const DatedTarget* found = nullptr;
  for (const DatedTarget& each : targets) {
    if (each.name.value_or("") != name || (each.from && *each.from > day)) continue;
    if (found == nullptr || !found->from || (each.from && *each.from >= *found->from)) found = &each;
  }
  return found != nullptr && (!found->until || day <= *found->until) ? found : nullptr;
}

std::optional<double> target_on(const std::vector<DatedTarget>& targets, std::string_view name, text::Date day) {
  const DatedTarget* entry = entry_on(targets, name, day);
  return entry != nullptr ? std::optional(entry->value) : std::nullopt;
}

std::vector<std::string> names_of_targets(const std::vector<DatedTarget>& targets) {
  std::vector<std::string> names;
  for (const DatedTarget& each : targets)
    if (each.name && std::find(names.begin(), names.end(), *each.name) == names.end()) names.push_back(*each.name);
  return names;
}

}  // namespace thrive::model
