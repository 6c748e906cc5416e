// SPDX-License-Identifier: MIT
//
// What tells of one person: where it stands in a text, and the text without it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/text/source.hpp"

namespace thrive::text {

enum class PersonalKind { nhs_number, email_address, phone_number, postcode, date_of_birth };

/// A stretch of text that looks like personal data.
struct PersonalDatum {
  PersonalKind kind;
  Span span;
};

/// Finds NHS numbers (ten digits with a valid modulus-11 check digit, however grouped, also glued to letters), e-mail
/// addresses, phone numbers, UK postcodes of areas that exist, and dates with words of birth beside them. Signs of
/// Unicode count as the plain ones that they look like. In order, in one pass.
std::vector<PersonalDatum> find_personal_data(std::string_view text);

/// The same in a name, such as that of a file, where `_`, `-` and `.` stand for blanks.
std::vector<PersonalDatum> find_personal_data_in_name(std::string_view name);

/// True when the ten digits end in the check digit that the NHS computes: weights 10 to 2, modulus 11.
bool is_nhs_number(std::string_view ten_digits);

/// The text with `[NHS number]`, `[postcode]` and so on for everything that looks like personal data, as a text or as a
/// name: what is said of a file ends up in logs and in other people's mail.
std::string without_personal_data(std::string_view text);

}  // namespace thrive::text
