// SPDX-License-Identifier: MIT
#include "libthrive/project/privacy/personal_columns.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "libthrive/text/names.hpp"
#include "libthrive/text/personal/folded.hpp"

namespace thrive::project {

namespace {

using Words = std::vector<std::string>;

/// Whole headings, without what joins their words.
constexpr auto whole_headings = std::to_array<std::string_view>(
    {"address",      "child",       "chi",         "client",          "email",       "emailaddress",
     "emailid",      "fullname",    "initials",    "landline",        "mobile",      "mobileno",
     "mobilenumber", "mobilephone", "name",        "names",           "nextofkin",   "nhs",
     "ni",           "nino",        "patient",     "pcode",           "personid",    "phone",
     "phoneno",      "phonenumber", "postalcode",  "postcd",          "pupil",       "rioid",
     "riono",        "rionumber",   "systmoneid",  "systmonenumber",  "serviceuser", "studentid",
     "tel",          "telephone",   "telephoneno", "telephonenumber", "telno",       "telnumber",
     "youngperson",  "zip",         "zipcode"});

/// Words that make a heading one about a person wherever they stand.
constexpr auto telling_words = std::to_array<std::string_view>(
    {"birthdate", "dateofbirth", "dob", "firstname", "forename", "forenames", "givenname", "lastname", "mrn", "nhsid",
     "nhsno", "nhsnum", "nhsnumber", "nino", "surname", "uln", "upn"});

/// Who a column about somebody can be about.
constexpr auto people = std::to_array<std::string_view>({"applicant", "carer", "child", "client", "father", "guardian",
                                                         "kin", "mother", "parent", "patient", "person", "pupil",
                                                         "relative", "sibling", "student", "user", "yp"});
constexpr auto staff = std::to_array<std::string_view>(
    {"clinician", "consultant", "contact", "doctor", "keyworker", "nurse", "staff", "teacher", "therapist", "worker"});

/// What a person has that tells who it is.
constexpr auto marks = std::to_array<std::string_view>(
    {"address", "email", "forename", "id",    "identifier", "initials", "key",       "mobile",  "name", "names",
     "no",      "num",   "number",   "phone", "postcode",   "ref",      "reference", "surname", "tel",  "telephone"});
constexpr auto numbers =
    std::to_array<std::string_view>({"id", "identifier", "no", "nr", "num", "number", "ref", "reference"});

/// Kinds of names that only people have, kinds of addresses where people live, kinds of numbers of one person.
constexpr auto kinds_of_names = std::to_array<std::string_view>(
    {"family", "first", "full", "given", "last", "legal", "maiden", "middle", "preferred"});
constexpr auto kinds_of_addresses = std::to_array<std::string_view>(
    {"correspondence", "current", "email", "home", "mail", "postal", "residential", "street"});
constexpr auto kinds_of_numbers = std::to_array<std::string_view>(
    {"case", "chi", "emis", "hospital", "insurance", "nhs", "passport", "pas", "record", "rio", "systmone", "unit"});

/// Words of a count, whatever is counted.
constexpr auto words_of_counts = std::to_array<std::string_view>(
    {"appointments", "average",    "calls",      "contacts", "count",     "counts",    "mean", "median",
     "percent",      "percentage", "proportion", "rate",     "referrals", "responses", "seen", "sent",
     "sessions",     "share",      "sum",        "total",    "visits",    "waiting",   "with", "without"});

/// Parts of the country that are no homes.
constexpr auto parts_of_postcodes = std::to_array<std::string_view>(
    {"area", "areas", "district", "districts", "group", "part", "prefix", "region", "sector", "sectors"});

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The words of a heading in small letters: parted by signs, by digits, and by capitals as in DateOfBirth or NHSNumber.
Words words_of(std::string_view heading) {
  const text::Folded folded(heading);
  const std::string_view text = folded.text();
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_small = [](char c) { return (c >= 'a' && c <= 'z') || c == text::Folded::foreign_letter; };
  Words words;
  bool is_open = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_letter = is_capital(c) || is_small(c);
    const bool begins =
        is_capital(c) && at > 0 && (is_small(text[at - 1]) || (at + 1 < text.size() && is_small(text[at + 1])));
    if (is_letter && (!is_open || begins)) words.emplace_back();
    is_open = is_letter;
    if (is_letter) words.back() += text::lower_case(std::string_view(&c, 1));
  }
  return words;
}

template <std::size_t count>
bool has_one(const Words& words, const std::array<std::string_view, count>& wanted) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return is_one_of(wanted, word); });
}

/// True when two words stand one behind the other.
template <class First, class Second>
bool follow(const Words& words, const First& is_first, const Second& is_second) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (is_first(words[i]) && is_second(words[i + 1])) return true;
  return false;
}

template <std::size_t one, std::size_t other>
bool follow(const Words& words, const std::array<std::string_view, one>& first,
            const std::array<std::string_view, other>& second) {
  return follow(
      words, [&](std::string_view word) { return is_one_of(first, word); },
      [&](std::string_view word) { return is_one_of(second, word); });
}

bool has_postcode(const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_parted = i + 1 < words.size() && (words[i] == "post" || words[i] == "zip") && words[i + 1] == "code";
    if (words[i] != "postcode" && !is_parted) continue;
    const std::size_t next = i + (is_parted ? 2 : 1);
    if (next >= words.size() || !is_one_of(parts_of_postcodes, words[next])) return true;
  }
  return false;
}

bool has_birth(const Words& words) {
  const auto is = [](std::string_view wanted) { return [wanted](std::string_view word) { return word == wanted; }; };
  return follow(words, is("of"), is("birth")) || follow(words, is("birth"), is("date")) ||
         follow(words, is("birth"), is("dt")) || follow(words, is("d"), is("o")) || words.back() == "birthday";
}

}  // namespace

bool is_about_one_person(std::string_view heading) {
  const Words words = words_of(heading);
  if (words.empty()) return false;
  std::string whole;
  for (const std::string& word : words) whole += word;
  if (is_one_of(whole_headings, whole) || is_one_of(telling_words, whole)) return true;
  if (has_one(words, telling_words) || has_birth(words)) return true;
  if (follow(words, std::array<std::string_view, 1>{"nhs"}, numbers)) return true;
  const bool is_count = has_one(words, words_of_counts) || words.front() == "number" ||
                        (words.size() > 1 && words.front() == "no" && words[1] == "of");
  if (is_count) return false;
  constexpr auto name = std::to_array<std::string_view>({"name", "names"});
  constexpr auto address = std::to_array<std::string_view>({"address"});
  constexpr auto phones = std::to_array<std::string_view>({"landline", "mobile", "phone", "tel", "telephone"});
  return has_postcode(words) || (words.size() <= 4 && has_one(words, people) && has_one(words, marks)) ||
         follow(words, staff, name) || follow(words, kinds_of_names, name) ||
         follow(words, kinds_of_addresses, address) || follow(words, kinds_of_numbers, numbers) ||
         follow(words, phones, numbers) || (words.front() == "address" && words.size() <= 2) ||
         (words.back() == "email" && words.size() <= 2) || (is_one_of(phones, words.back()) && words.size() <= 2);
}

}  // namespace thrive::project
