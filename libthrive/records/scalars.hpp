// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libthrive/text/date.hpp"

namespace thrive::records {

/// Why a text is not the value that a field wants: what to say, what to do, and the code of the problem.
struct Misfit {
  std::string_view code;
  std::string message;  // goes behind "'TEXT' "
  std::string hint{};
};

/// A whole number: an optional sign and decimal digits, no leading zero, within 32 bits.
std::optional<int> parse_whole_number(std::string_view text, Misfit& misfit);
/// A number in decimal digits with a point, or with an exponent; no leading zero, no thousands comma, no percent sign.
std::optional<double> parse_number(std::string_view text, Misfit& misfit);
/// `true` or `false` and nothing else.
std::optional<bool> parse_truth(std::string_view text, Misfit& misfit);
/// A day that exists, as YYYY-MM-DD.
std::optional<text::Date> parse_day(std::string_view text, Misfit& misfit);

/// Letters, digits, `-`, `_` and `.`, beginning with a letter or a digit.
bool is_id(std::string_view text);
/// An id made of a text that is none, for a hint; empty when nothing is left of it, and when it looks like personal
/// data.
std::string suggested_id(std::string_view text);

/// True when a relative path in a project cannot leave its folder by its words alone: not absolute, no `..`.
bool stays_inside(std::string_view path);

/// The form of an id as a regular expression of JSON Schema, and of a day.
inline constexpr std::string_view id_pattern = "^[A-Za-z0-9][A-Za-z0-9._-]*$";
inline constexpr std::string_view day_pattern = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

}  // namespace thrive::records
