// SPDX-License-Identifier: MIT
#include "libthrive/measures/describe/spelling.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "libthrive/measures/decimals.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::measures {

namespace {

/// Figures past a thousand billion and those closer to nothing than any digit shown are told by their power of ten.
std::string digits_of(double value, int decimals) {
  const double size = std::fabs(value);
  if (size >= 1e15 || (size > 0 && size < 0.5 * std::pow(10, -most_digits))) return fmt::format("{:.2e}", value);
  return report::number(value, decimals);
}

bool lies_between(double value, int decimals) {
  const double scaled = value * std::pow(10, decimals);
  return std::fabs(scaled - std::round(scaled)) >= 1e-9 * std::max(1.0, std::fabs(scaled));
}

}  // namespace

std::string with_unit(const std::string& digits, const std::optional<std::string>& unit) {
  if (!unit || unit->empty() || *unit == "count") return digits;
  return model::is_percent(unit) ? digits + "%" : digits + " " + *unit;
}

std::string value_in_words(double value, const Analysis& analysis, const std::optional<std::string>& unit) {
  return with_unit(digits_of(value, analysis.decimals), unit);
}

std::string limit_in_words(double limit, const Analysis& analysis, const std::optional<std::string>& unit) {
  return with_unit(digits_of(limit, analysis.limit_decimals), unit);
}

std::string average_in_words(double average, const Analysis& analysis, const std::optional<std::string>& unit) {
  const bool finer = !is_worked_out(analysis) && lies_between(average, analysis.decimals);
  return with_unit(digits_of(average, analysis.decimals + (finer ? 1 : 0)), unit);
}

std::string set_in_words(double number, const std::optional<std::string>& unit) {
  return with_unit(std::fabs(number) < 1e15 ? report::number(number, digits_given(number)) : fmt::format("{}", number),
                   unit);
}

}  // namespace thrive::measures
