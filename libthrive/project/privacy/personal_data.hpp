// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::project {

enum class PersonalKind { nhs_number, email_address, phone_number, postcode, date_of_birth };

/// A stretch of text that looks like personal data.
struct PersonalDatum {
  PersonalKind kind;
  text::Span span;
};

/// Finds NHS numbers (ten digits with a valid modulus-11 check digit, however spaced or hyphenated), e-mail addresses,
/// UK phone numbers, UK postcodes of areas that exist, and dates with words of birth in front of them. In order.
std::vector<PersonalDatum> find_personal_data(std::string_view text);

/// True when the ten digits end in the check digit that the NHS computes: weights 10 to 2, modulus 11.
bool is_nhs_number(std::string_view ten_digits);

/// Texts that look like personal data and are meant, compared without blanks, hyphens and case.
class Allowed {
 public:
  void add(std::string_view text);
  bool covers(std::string_view text) const;

 private:
  std::vector<std::string> folded_;
};

/// Adds a warning for each datum in a file that is not allowed. Messages never repeat what was found: they end up in
/// logs.
void warn_of_personal_data(const text::Source& source, const Allowed& allowed, text::Diagnostics& problems);
/// The same for the columns of a CSV file: warns of columns that are named after people, once each, too.
void warn_of_personal_columns(const text::Source& source, text::Diagnostics& problems);

}  // namespace thrive::project
