// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <cmath>

#include "libthrive/report/render.hpp"

namespace thrive::report {

namespace {

std::string with_thousands(std::string digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t at = point; at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

bool is_zero(const std::string& digits) { return digits.find_first_not_of("0.") == std::string::npos; }

}  // namespace

std::string number(double value, int decimals) {
  if (!std::isfinite(value)) return number(std::optional<double>{}, decimals);
  const std::string digits = fmt::format("{:.{}f}", std::fabs(value), decimals);
  const bool negative = value < 0 && !is_zero(digits);
  return (negative ? "-" : "") + with_thousands(digits);
}

std::string number(std::optional<double> value, int decimals, std::string_view missing) {
  if (!value || !std::isfinite(*value)) return std::string(missing);
  return number(*value, decimals);
}

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
  const std::string plural = many.empty() ? std::string(one) + 's' : std::string(many);
  return number(static_cast<double>(count)) + ' ' + (count == 1 ? std::string(one) : plural);
}

}  // namespace thrive::report
