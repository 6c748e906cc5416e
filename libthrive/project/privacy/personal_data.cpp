// SPDX-License-Identifier: MIT
#include "libthrive/project/privacy/personal_data.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace thrive::project {

namespace {

enum : unsigned char { digit = 1, letter = 2, underscore = 4 };

/// What each byte is, looked up instead of compared: every byte of every file is asked.
constexpr std::array<unsigned char, 256> classes = [] {
  std::array<unsigned char, 256> made{};
  for (unsigned c = '0'; c <= '9'; ++c) made[c] = digit;
  for (unsigned c = 'a'; c <= 'z'; ++c) made[c] = letter;
  for (unsigned c = 'A'; c <= 'Z'; ++c) made[c] = letter;
  made['_'] = underscore;
  return made;
}();

unsigned char class_of(char c) { return classes[static_cast<unsigned char>(c)]; }
bool is_digit(char c) { return class_of(c) == digit; }
bool is_letter(char c) { return class_of(c) == letter; }
bool is_word(char c) { return class_of(c) != 0; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// The two-letter and one-letter areas of UK postcodes, Crown dependencies and British Forces included, sorted.
constexpr std::array<std::string_view, 126> postcode_areas = {
    "AB", "AL", "B",  "BA", "BB", "BD", "BF", "BH", "BL", "BN", "BR", "BS", "BT", "BX", "CA", "CB", "CF", "CH",
    "CM", "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E",  "EC", "EH",
    "EN", "EX", "FK", "FY", "G",  "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM",
    "IP", "IV", "JE", "KA", "KT", "KW", "KY", "L",  "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M",  "ME", "MK",
    "ML", "N",  "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH",
    "RM", "S",  "SA", "SE", "SG", "SK", "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD",
    "TF", "TN", "TQ", "TR", "TS", "TW", "UB", "W",  "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE"};

/// One pass over a text.
class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<PersonalDatum> find() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_digit(c) || c == '+' || c == '(') {
        find_number();
      } else if (is_letter(c)) {
        // Postcodes begin with one or two letters: most words are told apart by their third character.
        const bool is_short = !is_letter(peek(at_ + 1)) || !is_letter(peek(at_ + 2));
        if (is_short && find_postcode()) continue;
        if (c == 'b' || c == 'B' || c == 'd' || c == 'D') note_birth();
        skip_word();
      } else {
        if (c == '@') find_email();
        ++at_;
      }
    }
    std::sort(found_.begin(), found_.end(),
              [](const PersonalDatum& a, const PersonalDatum& b) { return a.span.begin < b.span.begin; });
    return std::move(found_);
  }

 private:
  /// Digits that stand together.
  struct Group {
    std::size_t begin;
    std::size_t end;
  };

  void skip_word() {
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
  }

  char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  void add(PersonalKind kind, std::size_t begin, std::size_t end) {
    found_.push_back({kind, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
  }

  // ---- numbers ----

  /// Bytes of a separator inside a number: blanks, hyphens, no-break spaces and dashes, at most three of them.
  std::size_t separator_length(std::size_t at, bool brackets) const {
    std::size_t length = 0, count = 0;
    while (count < 3) {
      const std::string_view rest = text_.substr(std::min(at + length, text_.size()));
      if (rest.starts_with(' ') || rest.starts_with('-') || rest.starts_with('\t') ||
          (brackets && (rest.starts_with('(') || rest.starts_with(')')))) {
        length += 1;
      } else if (rest.starts_with("\xC2\xA0")) {
        length += 2;
      } else if (rest.starts_with("\xE2\x80\x91") || rest.starts_with("\xE2\x80\x93") ||
                 rest.starts_with("\xE2\x80\xAF")) {
        length += 3;
      } else {
        break;
      }
      ++count;
    }
    return length;
  }

  void find_number() {
    const std::size_t start = at_;
    std::size_t count = 0;
    groups_.clear();
    while (at_ < text_.size() && !is_digit(text_[at_]) && at_ - start < 2) ++at_;  // + or ( in front
    while (is_digit(peek(at_))) {
      Group group{at_, at_};
      while (is_digit(peek(at_))) ++at_;
      group.end = at_;
      count += group.end - group.begin;
      groups_.push_back(group);
      const std::size_t separator = separator_length(at_, true);
      if (separator == 0 || !is_digit(peek(at_ + separator))) break;
      at_ += separator;
    }
    if (groups_.empty()) {
      at_ = start + 1;
      return;
    }
    const bool goes_on = is_word(peek(at_)) || (peek(at_) == '.' && is_digit(peek(at_ + 1)));
    const bool follows_point = start > 0 && text_[start - 1] == '.';
    if (find_birth_date(groups_.front().begin)) return;
    if (goes_on || follows_point || count < 10) return;  // what is looked for has ten digits at least
    if (!find_phone(start)) find_nhs_number();
  }

  std::string digits(std::size_t first, std::size_t last) const {
    std::string all;
    for (std::size_t i = first; i < last; ++i)
      all.append(text_.substr(groups_[i].begin, groups_[i].end - groups_[i].begin));
    return all;
  }

  std::size_t size(std::size_t group) const { return groups_[group].end - groups_[group].begin; }

  bool is_day(std::size_t first) const {
    return first + 2 < groups_.size() && size(first) == 4 && size(first + 1) == 2 && size(first + 2) == 2;
  }

  void find_nhs_number() {
    for (std::size_t first = 0; first < groups_.size(); ++first) {
      std::size_t count = 0;
      for (std::size_t last = first; last < groups_.size() && count <= 10; ++last) {
        count += size(last);
        if (count != 10) continue;
        const std::size_t parts = last - first + 1;
        const bool usual = parts == 1 || (parts == 3 && size(first) == 3 && size(first + 1) == 3);
        const bool alone = first == 0 && last + 1 == groups_.size() && !is_day(0);
        if (!(usual || alone) || !is_nhs_number(digits(first, last + 1))) continue;
        add(PersonalKind::nhs_number, groups_[first].begin, groups_[last].end);
        first = last;
      }
    }
  }

  /// 020 7946 0958, (01632) 960 123, +44 7700 900123, 0044 1632 960123: ten or eleven digits from 0, or from +44.
  bool find_phone(std::size_t start) {
    // Text may go on with another number: take the groups that make a phone number.
    std::size_t count = 0, taken = 0;
    while (taken < groups_.size() && count + size(taken) <= 15) count += size(taken++);
    if (taken == 0) return false;
    std::string number = digits(0, taken);
    const std::size_t end = groups_[taken - 1].end;
    if (number.starts_with("0044"))
      number = "0" + number.substr(number[4] == '0' ? 5 : 4);
    else if (number.starts_with("44") && text_[start] == '+')
      number = "0" + number.substr(number.size() > 2 && number[2] == '0' ? 3 : 2);
    const bool has_length = number.size() == 10 || number.size() == 11;
    if (!has_length || number[0] != '0') return false;
    constexpr std::string_view ranges = "12378";
    if (ranges.find(number[1]) == std::string_view::npos) return false;
    if (number.size() == 10 && number[1] != '1' && number[1] != '8') return false;
    add(PersonalKind::phone_number, start, end);
    return true;
  }

  // ---- e-mail ----

  void find_email() {
    const auto is_local = [](char c) {
      return is_word(c) || c == '.' || c == '+' || c == '-' || c == '%' || c == '\'';
    };
    std::size_t begin = at_;
    while (begin > 0 && is_local(text_[begin - 1])) --begin;
    while (begin < at_ && (text_[begin] == '.' || text_[begin] == '\'' || text_[begin] == '-')) ++begin;
    std::size_t end = at_ + 1, label = end;
    bool has_point = false;
    while (end < text_.size() &&
           (is_digit(text_[end]) || is_letter(text_[end]) || text_[end] == '-' || text_[end] == '.')) {
      if (text_[end] == '.') {
        if (end == label) break;
        if (!(is_letter(peek(end + 1)) || is_digit(peek(end + 1)))) break;
        has_point = true;
        label = end + 1;
      }
      ++end;
    }
    if (begin == at_ || !has_point || end - label < 2) return;
    add(PersonalKind::email_address, begin, end);
    at_ = end - 1;
  }

  // ---- postcodes ----

  bool find_postcode() {
    const std::size_t begin = at_;
    std::size_t at = begin;
    std::string area;
    while (is_letter(peek(at)) && area.size() < 3) area += upper(text_[at++]);
    if (area.empty() || area.size() > 2 || !is_digit(peek(at))) return false;
    ++at;
    if (is_digit(peek(at)) && (is_digit(peek(at + 1)) || peek(at + 1) == ' ')) {
      ++at;  // M60 1NW; but in M6 0NW the second digit belongs to the inward code
    } else if (is_letter(peek(at)) && (peek(at + 1) == ' ' || is_digit(peek(at + 1)))) {
      ++at;  // EC1A 1BB
    }
    const bool has_blank = peek(at) == ' ';
    if (has_blank) ++at;
    if (!is_digit(peek(at)) || !is_letter(peek(at + 1)) || !is_letter(peek(at + 2)) || is_word(peek(at + 3)))
      return false;
    const std::string_view inward = text_.substr(at, 3);
    constexpr std::string_view never = "CIKMOV";
    if (never.find(upper(inward[1])) != std::string_view::npos ||
        never.find(upper(inward[2])) != std::string_view::npos)
      return false;
    // In small letters, as in "s3 2nd", a code without a blank or an ordinal is more likely than a place.
    const bool is_small = !is_upper(inward[1]) || !is_upper(inward[2]) || !is_upper(text_[begin]);
    const std::string_view letters = inward.substr(1);
    if (is_small && (!has_blank || letters == "st" || letters == "nd" || letters == "rd" || letters == "th"))
      return false;
    if (!std::binary_search(postcode_areas.begin(), postcode_areas.end(), area)) return false;
    add(PersonalKind::postcode, begin, at + 3);
    at_ = at + 3;
    return true;
  }

  // ---- dates of birth ----

  /// Remembers where words of birth end: dob, d.o.b., date of birth, born.
  void note_birth() {
    std::string_view rest = text_.substr(at_, 16);
    for (const std::string_view words :
         {"dob", "d.o.b", "date of birth", "date_of_birth", "born", "birth date", "birthday"}) {
      if (rest.size() < words.size()) continue;
      const bool same =
          std::equal(words.begin(), words.end(), rest.begin(), [](char a, char b) { return upper(a) == upper(b); });
      if (same && !is_word(peek(at_ + words.size()))) birth_ends_ = at_ + words.size();
    }
  }

  /// A date at `begin` within a few words of birth. Moves behind it when there is one.
  bool find_birth_date(std::size_t begin) {
    constexpr std::size_t near = 16;  // room for ": ", " is ", " on the ", quotes
    if (birth_ends_ == 0 || begin > birth_ends_ + near) return false;
    std::size_t end = numeric_date_end(begin);
    if (end == 0) end = worded_date_end(begin);
    if (end == 0) return false;
    add(PersonalKind::date_of_birth, begin, end);
    birth_ends_ = 0;
    at_ = end;
    return true;
  }

  /// The end of 04/03/2009, 4.3.09 or 2009-03-04; 0 when there is none.
  std::size_t numeric_date_end(std::size_t begin) const {
    std::size_t at = begin, parts = 0;
    std::size_t sizes[3] = {0, 0, 0};
    while (parts < 3) {
      const std::size_t from = at;
      while (is_digit(peek(at))) ++at;
      sizes[parts++] = at - from;
      if (parts == 3) break;
      if (peek(at) != '/' && peek(at) != '-' && peek(at) != '.' && peek(at) != ' ') return 0;
      ++at;
    }
    const bool year_first = sizes[0] == 4 && sizes[1] <= 2 && sizes[2] <= 2;
    const bool year_last = sizes[0] <= 2 && sizes[1] <= 2 && (sizes[2] == 4 || sizes[2] == 2);
    return sizes[0] > 0 && sizes[1] > 0 && sizes[2] > 0 && (year_first || year_last) ? at : 0;
  }

  /// The end of 4 March 2009, 4th Mar 09 or 4 March; 0 when there is none.
  std::size_t worded_date_end(std::size_t begin) const {
    static constexpr std::array<std::string_view, 12> months = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                                "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
    std::size_t at = begin;
    while (is_digit(peek(at))) ++at;
    if (at - begin > 2) return 0;
    while (is_letter(peek(at))) ++at;  // th
    while (peek(at) == ' ') ++at;
    if (text_.substr(std::min(at, text_.size())).starts_with("of ")) at += 3;
    std::string month;
    while (is_letter(peek(at))) month += upper(text_[at++]);
    const auto is_start = [&month](std::string_view known) { return month.starts_with(known); };
    if (month.size() < 3 || std::none_of(months.begin(), months.end(), is_start)) return 0;
    std::size_t year = at;
    while (peek(year) == ' ' || peek(year) == ',') ++year;
    if (!is_digit(peek(year))) return at;
    while (is_digit(peek(year))) ++year;
    return year;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t birth_ends_ = 0;
  std::vector<Group> groups_;
  std::vector<PersonalDatum> found_;
};

}  // namespace

bool is_nhs_number(std::string_view ten_digits) {
  if (ten_digits.size() != 10 || !std::all_of(ten_digits.begin(), ten_digits.end(), is_digit)) return false;
  // Ten equal digits pass the arithmetic and are never issued.
  if (std::all_of(ten_digits.begin(), ten_digits.end(), [&](char c) { return c == ten_digits[0]; })) return false;
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (ten_digits[static_cast<std::size_t>(i)] - '0') * (10 - i);
  const int check = (11 - sum % 11) % 11;
  return check != 10 && check == ten_digits[9] - '0';
}

std::vector<PersonalDatum> find_personal_data(std::string_view text) { return Finder(text).find(); }

}  // namespace thrive::project
