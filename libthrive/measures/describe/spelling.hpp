// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "libthrive/measures/analysis.hpp"

namespace thrive::measures {

// How figures are spelt: each kind in one way, in sentences, tables and pictures alike.

/// A figure as it is in the data.
std::string value_in_words(double value, const Analysis& analysis, const std::optional<std::string>& unit = {});
/// A limit, in the same digits in sentences, tables and pictures: one more than figures that were given have.
std::string limit_in_words(double limit, const Analysis& analysis, const std::optional<std::string>& unit = {});
/// A centre or another average: one digit more than figures that were given where it lies between two of them.
std::string average_in_words(double average, const Analysis& analysis, const std::optional<std::string>& unit = {});
/// A number that somebody set, as it was set: 4.5, 75, 0.4.
std::string set_in_words(double number, const std::optional<std::string>& unit = {});

/// Digits with their unit: "3.6 days", "41.4%".
std::string with_unit(const std::string& digits, const std::optional<std::string>& unit);

}  // namespace thrive::measures
