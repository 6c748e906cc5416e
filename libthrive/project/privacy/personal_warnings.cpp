// SPDX-License-Identifier: MIT
#include <set>

#include "libthrive/findings/say.hpp"
#include "libthrive/project/privacy/personal_data.hpp"
#include "libthrive/tables/reader.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

namespace {

const char* code_of(PersonalKind kind) {
  switch (kind) {
    case PersonalKind::nhs_number:
      return "nhs-number";
    case PersonalKind::email_address:
      return "email-address";
    case PersonalKind::phone_number:
      return "phone-number";
    case PersonalKind::postcode:
      return "postcode";
    case PersonalKind::date_of_birth:
      return "date-of-birth";
  }
  return "nhs-number";
}

/// Letters, digits, `@` and `+` of a text, in small letters.
std::string folded(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_kept = is_upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '@' || c == '+';
    if (is_kept) plain += is_upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return plain;
}

/// Names of columns that say something of one person.
constexpr std::string_view personal_columns[] = {
    "name",    "first-name", "forename",  "surname", "last-name",  "full-name",     "patient-name", "nhs-number",
    "nhs-no",  "nhsno",      "nhsnumber", "dob",     "birth-date", "date-of-birth", "birthdate",    "postcode",
    "address", "email",      "e-mail",    "phone",   "telephone",  "mobile",        "upn",          "hospital-number"};

}  // namespace

void Allowed::add(std::string_view text) { folded_.push_back(folded(text)); }

bool Allowed::covers(std::string_view text) const {
  if (folded_.empty()) return false;
  const std::string plain = folded(text);
  for (const std::string& allowed : folded_)
    if (!plain.empty() && allowed.find(plain) != std::string::npos) return true;
  return false;
}

void warn_of_personal_data(const text::Source& source, const Allowed& allowed, text::Diagnostics& problems) {
  for (const PersonalDatum& datum : find_personal_data(source.bytes())) {
    if (allowed.covers(source.text(datum.span))) continue;
    findings::say(problems, {code_of(datum.kind), text::place_of(source, datum.span)});
  }
}

void warn_of_personal_columns(const text::Source& source, text::Diagnostics& problems) {
  const tables::Input input = tables::input_of(source);
  tables::Reader rows(input, tables::Manner::lenient);
  tables::Row header;
  if (!rows.next(header)) return;
  for (std::size_t column = 0; column < header.size(); ++column) {
    const std::string name = text::kebab(header.text(column));
    for (const std::string_view personal : personal_columns)
      if (name == personal)
        findings::say(problems, {"personal-column", header.place(column), {{"column", header.text(column)}}});
  }
}

}  // namespace thrive::project
