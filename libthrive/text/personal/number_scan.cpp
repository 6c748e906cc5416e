// SPDX-License-Identifier: MIT
#include "libthrive/text/personal/number_scan.hpp"

#include <algorithm>
#include <array>

namespace thrive::text {

namespace {

/// Places whose numbers may have ten digits instead of eleven, by the digits behind the first 0.
constexpr auto short_areas = std::to_array<std::string_view>(
    {"1204", "1208", "1254", "1276", "1297", "1298", "1363", "1364", "1384", "1386", "1404", "1420", "1460", "1461",
     "1480", "1488", "1524", "1527", "1562", "1566", "1606", "1629", "1635", "1647", "1659", "1695", "1697", "1726",
     "1744", "1750", "1768", "1827", "1837", "1884", "1900", "1905", "1935", "1946", "1949", "1963", "1995", "800"});

/// True for the ten or eleven digits, beginning with 0, of a number that the UK's plan has.
bool is_uk_phone_number(std::string_view number) {
  if (number.size() < 10 || number.size() > 11 || number[0] != '0') return false;
  const std::string_view rest = number.substr(1);
  if (number.size() == 10)
    return std::any_of(short_areas.begin(), short_areas.end(), [rest](auto area) { return rest.starts_with(area); });
  switch (rest[0]) {
    case '1': {
      const bool has_short_area = rest[1] == '1' || rest[2] == '1';
      const std::string_view local = rest.substr(has_short_area ? 3 : 4);
      return rest[1] != '0' && !local.starts_with("00");
    }
    case '2':
      return rest[1] == '0' || rest[1] == '3' || rest[1] == '4' || rest[1] == '8' || rest[1] == '9';
    case '3':
      return rest[1] == '0' || rest[1] == '3' || rest[1] == '4' || rest[1] == '7';
    case '5':
      return rest[1] == '5' || rest[1] == '6';
    case '7':
      return true;
    case '8':
      return rest[1] == '0' || rest[1] == '4' || rest[1] == '7';
    case '9':
      return rest[1] == '0' || rest[1] == '1' || rest[1] == '8';
    default:
      return false;
  }
}

/// True for the digits of a number with the UK's 44 in front, and perhaps the 0 that belongs behind brackets.
bool is_uk_from_abroad(std::string_view digits) {
  if (!digits.starts_with("44")) return false;
  digits.remove_prefix(digits.substr(2).starts_with('0') ? 3 : 2);
  return is_uk_phone_number("0" + std::string(digits));
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

}  // namespace

/// Bytes between two groups of digits of one number: at most three signs that people part digits with; 0 for others.
std::size_t NumberScan::separator_length(std::size_t at) const {
  const auto is_separator = [](char c) {
    return c == ' ' || c == '-' || c == '.' || c == '/' || c == '_' || c == '(' || c == ')' || c == '\t';
  };
  std::size_t length = 0;
  while (length < 3 && is_separator(peek(at + length))) ++length;
  return length;
}

std::string NumberScan::digits(std::size_t first, std::size_t last) const {
  std::string all;
  for (std::size_t i = first; i <= last; ++i) all.append(text_.substr(groups_[i].begin, groups_[i].size()));
  return all;
}

/// What parts a group from the next one; empty behind the last.
std::string_view NumberScan::between(std::size_t group) const {
  if (group + 1 >= groups_.size()) return {};
  return text_.substr(groups_[group].end, groups_[group + 1].begin - groups_[group].end);
}

/// A run of digits with their separators, which may hold several numbers.
std::size_t NumberScan::find(std::size_t at, const Found& found) {
  Stretch group{at, digits_end(at)};
  std::size_t separator = separator_length(group.end);
  // Most numbers are short and stand alone.
  if (group.size() < 10 && (separator == 0 || !is_digit_sign(peek(group.end + separator)))) return group.end;
  groups_.clear();
  std::size_t count = 0;
  while (true) {
    groups_.push_back(group);
    count += group.size();
    separator = separator_length(group.end);
    const std::size_t next = group.end + separator;
    if (separator == 0 || !is_digit_sign(peek(next))) break;
    group = {next, digits_end(next)};
  }
  for (std::size_t first = 0; count >= 10 && first < groups_.size();) {
    std::size_t behind = phone_at(first, found);
    if (behind == 0) behind = nhs_number_at(first, found);
    first = behind > 0 ? behind : first + 1;
  }
  return group.end;
}

/// Behind the digits that stand together from a place on.
std::size_t NumberScan::digits_end(std::size_t at) const {
  while (at < text_.size() && is_digit_sign(text_[at])) ++at;
  return at;
}

// ---- phone numbers ----

/// 020 7946 0958, (01632) 960 123, +44 7700 900123, 0044 1632 960123, 447700900123: the group behind the number that
/// begins with a group; 0 when none does.
std::size_t NumberScan::phone_at(std::size_t first, const Found& report) {
  const Stretch& lead = groups_[first];
  const char sign = text_[lead.begin];
  const bool has_plus =
      before(lead.begin) == '+' || (before(lead.begin) == ' ' && lead.begin > 1 && text_[lead.begin - 2] == '+');
  if (sign == '7' && !has_plus) return mobile_without_zero_at(first, report);
  if (sign != '0' && !has_plus && !(sign == '4' && text_.substr(lead.begin).starts_with("44"))) return 0;
  if (first > 0 && between(first - 1) == "." && lead.size() > 9) return 0;  // decimals
  std::string number;
  std::size_t found = 0;
  for (std::size_t last = first; last < groups_.size() && number.size() + groups_[last].size() <= 15; ++last) {
    number += text_.substr(groups_[last].begin, groups_[last].size());
    const bool is_here = lead.size() >= 3 && is_uk_phone_number(number);
    const bool is_abroad = number.starts_with("0044") && is_uk_from_abroad(std::string_view(number).substr(2));
    const bool is_bare = !has_plus && number.size() <= 13 && last - first < 5 && is_uk_from_abroad(number) &&
                         first == 0 && last + 1 == groups_.size();
    const bool is_foreign = has_plus && sign != '0' && number.size() >= 10 && !number.starts_with("44");
    if (is_here || is_abroad || is_bare || is_foreign || (has_plus && is_uk_from_abroad(number))) found = last + 1;
  }
  if (found == 0) return 0;
  std::size_t begin = lead.begin;
  while (begin > 0 && lead.begin - begin < 3 &&
         (text_[begin - 1] == '+' || text_[begin - 1] == '(' ||
          (text_[begin - 1] == ' ' && has_plus && text_[begin] != '+')))
    --begin;
  report(PersonalKind::phone_number, {begin, groups_[found - 1].end});
  return found;
}

/// 7700900123: spreadsheets drop the 0 in front. Only where a word says that it is a telephone number.
std::size_t NumberScan::mobile_without_zero_at(std::size_t first, const Found& report) {
  constexpr std::size_t near = 24;
  const std::size_t begin = groups_[first].begin;
  const auto words = std::to_array<std::string_view>({"phone", "mobile", "mob", "tel", "call", "ring", "contact"});
  const auto is_told = [&](std::string_view word) { return has_word_before(begin, near, word); };
  if (std::none_of(words.begin(), words.end(), is_told)) return 0;
  std::size_t count = 0;
  for (std::size_t last = first; last < groups_.size() && count < 10; ++last) {
    count += groups_[last].size();
    if (count != 10) continue;
    report(PersonalKind::phone_number, {begin, groups_[last].end});
    return last + 1;
  }
  return 0;
}

// ---- NHS numbers ----

/// The group behind the NHS number that begins with a group; 0 when none does.
std::size_t NumberScan::nhs_number_at(std::size_t first, const Found& report) {
  std::size_t count = 0;
  for (std::size_t last = first; last < groups_.size() && count < 10; ++last) {
    count += groups_[last].size();
    if (count == 10 && is_nhs_number(digits(first, last)) && is_nhs_group(first, last)) {
      report(PersonalKind::nhs_number, {groups_[first].begin, groups_[last].end});
      return last + 1;
    }
  }
  return 0;
}

/// Ten digits that fit are one number in eleven of any ten digits: how they are grouped says whether they are meant.
bool NumberScan::is_nhs_group(std::size_t first, std::size_t last) const {
  if (first == last) return !is_decimal(first) && !is_within_fingerprint(groups_[first]);
  if (has_word_before(groups_[first].begin, 24, "nhs")) return true;
  if (is_usual_grouping(first, last)) return true;
  return first == 0 && last + 1 == groups_.size() && is_likely_grouping(first, last);
}

/// 943 476 5919, where it does not stand in a row of many figures.
bool NumberScan::is_usual_grouping(std::size_t first, std::size_t last) const {
  return last == first + 2 && groups_[first].size() == 3 && groups_[first + 1].size() == 3 && groups_.size() <= 9;
}

/// Any other grouping of ten digits that stand alone, but for dates, years, addresses of computers, numbers with parted
/// thousands and rows of votes.
bool NumberScan::is_likely_grouping(std::size_t first, std::size_t last) const {
  const std::size_t parts = last - first + 1;
  const std::string_view separator = between(first);
  bool is_parted_by_thousands = groups_[first].size() <= 3, is_rising = true;
  std::string before_it;
  for (std::size_t i = first; i <= last; ++i) {
    const std::string one = digits(i, i);
    if (i < last && between(i) != separator) return false;
    if (is_year(one)) return false;
    is_parted_by_thousands = is_parted_by_thousands && (i == first || groups_[i].size() == 3);
    is_rising = is_rising && (one.size() > before_it.size() || (one.size() == before_it.size() && one > before_it));
    before_it = one;
  }
  const bool is_pointed = separator.find_first_of("./") != std::string_view::npos;
  if (is_pointed && parts != 3) return false;
  const std::size_t lead = groups_[first].size();
  const bool is_day_and_hour = (lead == 8 || lead == 6) && date_end(groups_[first].begin) > 0;
  const bool is_day = lead == 2 && parts == 4 && date_end(groups_[first].begin) > 0;
  if (is_parted_by_thousands || is_day_and_hour || is_day || text_[groups_[first].begin] == '0') return false;
  if (parts == 10) {
    const std::string all = digits(first, last);
    return *std::max_element(all.begin(), all.end()) > '5' && !has_word_before(groups_[first].begin, 40, "vote") &&
           !has_word_before(groups_[first].begin, 40, "score");
  }
  return parts <= 4 || (parts == 5 && !is_rising);
}

/// 3.9434765919 and 9434765919.5 are numbers with decimals; 9434765919.0 is what spreadsheets make of an NHS number.
bool NumberScan::is_decimal(std::size_t group) const {
  if (group > 0 && between(group - 1) == ".") return true;
  if (between(group) != ".") return false;
  const std::string decimals = digits(group + 1, group + 1);
  return decimals.find_first_not_of('0') != std::string::npos;
}

/// True within a long word of hexadecimal digits, such as the name of a commit.
bool NumberScan::is_within_fingerprint(const Stretch& group) const {
  constexpr std::size_t long_enough = 16, longest = 160;
  const auto is_hexadecimal = [](char c) { return is_digit_sign(c) || (as_small(c) >= 'a' && as_small(c) <= 'f'); };
  std::size_t begin = group.begin, end = group.end;
  while (begin > 0 && end - begin < longest && is_hexadecimal(text_[begin - 1])) --begin;
  while (end - begin < longest && is_hexadecimal(peek(end))) ++end;
  return end - begin >= long_enough && !is_letter_or_digit(before(begin)) && !is_letter_or_digit(peek(end));
}

}  // namespace thrive::text
