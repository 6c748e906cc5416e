// SPDX-License-Identifier: MIT
#include "libthrive/project/privacy/personal_columns.hpp"

#include <string>

#include "libthrive/text/names.hpp"

namespace thrive::project {

namespace {

/// Words that make a title personal wherever they stand in it.
constexpr std::string_view telling_words[] = {
    "first-name", "forename",     "surname",    "last-name",   "full-name",      "family-name",
    "given-name", "patient-name", "child-name", "person-name", "client-name",    "nhs-number",
    "nhs-no",     "nhs-num",      "dob",        "birth-date",  "birthdate",      "date-of-birth",
    "birthday",   "postcode",     "post-code",  "address",     "email",          "e-mail",
    "phone",      "telephone",    "mobile",     "upn",         "hospital-number"};

std::string without_dashes(std::string_view text) {
  std::string plain;
  for (const char letter : text)
    if (letter != '-') plain += letter;
  return plain;
}

}  // namespace

bool is_about_one_person(std::string_view heading) {
  const std::string folded = "-" + text::kebab(heading) + "-";
  const std::string whole = without_dashes(folded);
  if (whole == "name") return true;
  for (const std::string_view word : telling_words)
    if (folded.find("-" + std::string(word) + "-") != std::string::npos || whole == without_dashes(word)) return true;
  return false;
}

}  // namespace thrive::project
