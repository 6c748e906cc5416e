// SPDX-License-Identifier: MIT
//
// Values in the words of a sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/records/shape.hpp"
#include "libthrive/text/small_numbers.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::versions {

/// A number with thousands set apart and all its decimals: `1,510`, `2.9`.
std::string number_words(double number);
/// A text in quotes, its line ends as blanks.
std::string in_quotes(std::string_view text);
/// `one`, `two` ... `ten`, then digits.
std::string count_words(std::size_t count);
/// `first`, `second` ... `tenth`, then `number 11`.
std::string place_words(std::size_t place);
/// A name of a field or a term for readers: `look_every_weeks` as `look every weeks`.
std::string plain_name(std::string_view name);

/// A value that stands in a field: words of a list and ids as they are, other text in quotes, days in words, `yes` and
/// `no`. Of several `a, b and c`. `nothing` where there is none. A small count of people is told as fewer than the rule
/// says.
std::string value_words(const records::Field& field, const text::Value& value, const text::SmallNumbers& small);

/// A record as a person writes it: what it is in quotes, and the other fields in brackets behind it. What is a section
/// or a list of records is counted. `left_out` are fields that the sentence says itself.
std::string record_words(const records::RecordShape& shape, const text::Value& value, const text::SmallNumbers& small,
                         const std::vector<std::string_view>& left_out = {});

}  // namespace thrive::versions
