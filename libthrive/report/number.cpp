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

std::string people_number(double count, const text::SmallNumbers& small, int decimals) {
  return small.hides(count) ? fmt::format("fewer than {}", number(small.under)) : number(count, decimals);
}

std::string people_number(std::optional<double> count, const text::SmallNumbers& small, int decimals,
                          std::string_view missing) {
  return count ? people_number(*count, small, decimals) : std::string(missing);
}

std::string people_total(const text::PeopleTotal& total, const text::SmallNumbers& small) {
  if (!total.known()) return "not recorded";
  if (total.hidden == 0)
    return total.is_complete() ? people_number(total.total, small) : "at least " + number(total.total);
  if (total.shown > 0 || !total.is_complete()) return "more than " + number(total.shown);
  return fmt::format("fewer than {}", number(static_cast<double>(total.hidden) * small.under));
}

std::string half_wait(double median_days) {
  if (median_days < 1) return "half wait less than a day";
  if (median_days == 1) return "half wait a day or longer";
  const double weeks = median_days / 7;
  if (weeks >= 2 && weeks == std::floor(weeks)) return fmt::format("half wait {} weeks or longer", number(weeks));
  return fmt::format("half wait {} days or longer",
                     number(median_days, median_days == std::floor(median_days) ? 0 : 1));
}

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
  const std::string plural = many.empty() ? std::string(one) + 's' : std::string(many);
  return number(static_cast<double>(count)) + ' ' + (count == 1 ? std::string(one) : plural);
}

}  // namespace thrive::report
