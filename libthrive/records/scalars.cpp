// SPDX-License-Identifier: MIT
#include "libthrive/records/scalars.hpp"

#include <algorithm>
#include <charconv>

#include "libthrive/text/names.hpp"
#include "libthrive/text/personal/personal_data.hpp"

namespace thrive::records {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view without_sign(std::string_view text) {
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
  return text;
}

std::size_t count_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

/// A number written as people write it: `1,420`, `12%`, `0,5`; empty when the text is not one.
std::string plain_number(std::string_view text) {
  // Thousands have three digits behind their comma; fewer are what other countries write for a point.
  const std::size_t comma = text.find(',');
  const bool is_point =
      comma != std::string_view::npos && comma > 0 && text.find_first_of(",.", comma + 1) == std::string_view::npos &&
      count_digits(text.substr(comma + 1)) < 3 && text.substr(0, comma).find('.') == std::string_view::npos;
  std::string plain;
  for (const char c : text)
    if (is_digit(c) || c == '.' || c == '-' || c == '+')
      plain += c;
    else if (c == ',' && is_point)
      plain += '.';
    else if (c != ',' && c != '%' && c != ' ' && c != '_')
      return {};
  return count_digits(without_sign(plain)) == 0 || plain == text ? std::string() : plain;
}

/// `010` may mean eight or ten, so it is refused.
bool has_leading_zero(std::string_view digits) { return digits.size() > 1 && digits[0] == '0' && is_digit(digits[1]); }

void refuse_leading_zero(std::string_view text, Misfit& misfit) {
  std::string_view digits = without_sign(text);
  while (has_leading_zero(digits)) digits.remove_prefix(1);
  misfit = {"number-with-leading-zero", "begins with a zero, which other programs read in base eight",
            "write " + std::string(text[0] == '-' ? "-" : "") + std::string(digits)};
}

/// Digits with at most one point among them, and an exponent: what from_chars reads, and no `inf` or `nan`.
bool has_number_form(std::string_view text) {
  std::string_view rest = without_sign(text);
  const std::size_t whole = count_digits(rest);
  rest.remove_prefix(whole);
  std::size_t fraction = 0;
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    fraction = count_digits(rest);
    rest.remove_prefix(fraction);
  }
  if (whole + fraction == 0) return false;
  if (rest.empty()) return true;
  if (rest.front() != 'e' && rest.front() != 'E') return false;
  const std::string_view exponent = without_sign(rest.substr(1));
  return !exponent.empty() && count_digits(exponent) == exponent.size();
}

}  // namespace

std::optional<int> parse_whole_number(std::string_view text, Misfit& misfit) {
  const std::string_view digits = without_sign(text);
  if (digits.empty() || count_digits(digits) != digits.size()) {
    if (has_number_form(text)) {
      misfit = {"not-a-whole-number", "is not a whole number"};
    } else {
      const std::string plain = plain_number(text);
      misfit = {"not-a-number", "is not a number", plain.empty() ? "" : "write " + plain};
    }
    return std::nullopt;
  }
  if (has_leading_zero(digits)) {
    refuse_leading_zero(text, misfit);
    return std::nullopt;
  }
  int number = 0;
  const char* begin = text.data() + (text.front() == '+' ? 1 : 0);
  if (std::from_chars(begin, text.data() + text.size(), number).ec != std::errc()) {
    misfit = {"out-of-range", "is too large a number"};
    return std::nullopt;
  }
  return number;
}

std::optional<double> parse_number(std::string_view text, Misfit& misfit) {
  if (!has_number_form(text)) {
    const std::string plain = plain_number(text);
    misfit = {"not-a-number", "is not a number", plain.empty() ? "" : "write " + plain};
    return std::nullopt;
  }
  if (has_leading_zero(without_sign(text))) {
    refuse_leading_zero(text, misfit);
    return std::nullopt;
  }
  double number = 0;
  const char* begin = text.data() + (text.front() == '+' ? 1 : 0);
  if (std::from_chars(begin, text.data() + text.size(), number).ec != std::errc()) {
    misfit = {"out-of-range", "is too large or too small a number"};
    return std::nullopt;
  }
  return number;
}

std::optional<bool> parse_truth(std::string_view text, Misfit& misfit) {
  if (text == "true") return true;
  if (text == "false") return false;
  const std::string folded = text::kebab(text);
  std::string hint = "write true or false";
  if (folded == "yes" || folded == "on" || folded == "y" || folded == "true" || folded == "1") hint = "write true";
  if (folded == "no" || folded == "off" || folded == "n" || folded == "false" || folded == "0") hint = "write false";
  misfit = {"not-true-or-false", "is neither true nor false", std::move(hint)};
  return std::nullopt;
}

namespace {

/// `14/07/2024`, `14.7.2024` or `2024/7/14` as YYYY-MM-DD; empty when the text is no such day.
std::string day_in_order(std::string_view text) {
  int parts[3] = {0, 0, 0};
  std::size_t part = 0, first_size = 0, size = 0;
  for (const char c : text) {
    if (is_digit(c)) {
      if (++size > 4) return {};
      parts[part] = parts[part] * 10 + (c - '0');
      if (part == 0) first_size = size;
    } else if ((c == '/' || c == '.' || c == '-') && part < 2 && size > 0) {
      ++part;
      size = 0;
    } else {
      return {};
    }
  }
  if (part != 2 || size == 0) return {};
  const bool year_first = first_size == 4;
  if (!year_first && size != 4) return {};
  const auto two = [](int number) { return std::string(number < 10 ? "0" : "") + std::to_string(number); };
  const std::string day = year_first ? std::to_string(parts[0]) + "-" + two(parts[1]) + "-" + two(parts[2])
                                     : std::to_string(parts[2]) + "-" + two(parts[1]) + "-" + two(parts[0]);
  return text::parse_date(day) ? day : std::string();
}

}  // namespace

std::optional<text::Date> parse_day(std::string_view text, Misfit& misfit) {
  if (const auto day = text::parse_date(text)) return day;
  const bool has_form = text.size() == 10 && text[4] == '-' && text[7] == '-' && count_digits(text) == 4;
  const std::string day = day_in_order(text);
  misfit = {"not-a-date", has_form ? "is not a day of the calendar" : "is not a date",
            day.empty() ? "write dates as YYYY-MM-DD" : "write " + day};
  return std::nullopt;
}

bool is_id(std::string_view text) {
  if (text.empty() || !(is_letter(text.front()) || is_digit(text.front()))) return false;
  for (const char c : text)
    if (!is_letter(c) && !is_digit(c) && c != '-' && c != '_' && c != '.') return false;
  return true;
}

std::string suggested_id(std::string_view text) {
  std::string id;
  for (const char c : text) {
    if (is_letter(c) || is_digit(c) || ((c == '-' || c == '_' || c == '.') && !id.empty())) {
      id += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  // Advice must not make a name of what must not be there.
  return text::find_personal_data(text).empty() ? id : std::string();
}

bool stays_inside(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.front() == '~' || path.find('\\') != std::string_view::npos)
    return false;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (path.substr(begin, end - begin) == "..") return false;
    begin = end + 1;
  }
  return path.size() < 2 || path[1] != ':';
}

}  // namespace thrive::records
