// SPDX-License-Identifier: MIT
#include "libthrive/project/privacy/personal_warnings.hpp"

#include "libthrive/findings/say.hpp"
#include "libthrive/project/privacy/personal_columns.hpp"
#include "libthrive/tables/reader.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/personal/folded.hpp"
#include "libthrive/text/personal/personal_data.hpp"

namespace thrive::project {

namespace {

using text::PersonalKind;

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
std::string compared(std::string_view text) {
  const text::Folded folded(text);
  std::string plain;
  for (const char c : folded.text()) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_kept = is_upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '@' || c == '+' ||
                         c == text::Folded::foreign_letter;
    if (is_kept) plain += is_upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return plain;
}

}  // namespace

void Allowed::add(std::string_view text) { folded_.push_back(compared(text)); }

bool Allowed::covers(std::string_view text) const {
  if (folded_.empty()) return false;
  const std::string plain = compared(text);
  for (const std::string& allowed : folded_)
    if (!plain.empty() && allowed.find(plain) != std::string::npos) return true;
  return false;
}

void warn_of_personal_data(const text::Source& source, const Allowed& allowed, text::Diagnostics& problems) {
  for (const text::PersonalDatum& datum : text::find_personal_data(source.bytes())) {
    if (allowed.covers(source.text(datum.span))) continue;
    findings::say(problems, {code_of(datum.kind), text::place_of(source, datum.span)});
  }
}

void warn_of_personal_name(const std::string& path, const Allowed& allowed, text::Diagnostics& problems) {
  const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
  for (const text::PersonalDatum& datum : text::find_personal_data_in_name(name)) {
    if (allowed.covers(name.substr(datum.span.begin, datum.span.end - datum.span.begin))) continue;
    findings::say(problems, {code_of(datum.kind), text::whole_file(path), {{"case", "name"}}});
  }
}

void warn_of_personal_columns(const text::Source& source, text::Diagnostics& problems) {
  constexpr int titles = 5;  // rows of one cell may stand above the headings
  const tables::Input input = tables::input_of(source);
  tables::Reader rows(input, tables::Manner::lenient);
  tables::Row header;
  for (int row = 0; row < titles; ++row) {
    if (!rows.next(header)) return;
    for (std::size_t column = 0; column < header.size(); ++column)
      if (is_about_one_person(header.text(column)))
        findings::say(problems, {"personal-column", header.place(column), {{"column", header.text(column)}}});
    if (header.size() > 1) return;
  }
}

}  // namespace thrive::project
