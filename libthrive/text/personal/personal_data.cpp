// SPDX-License-Identifier: MIT
#include "libthrive/text/personal/personal_data.hpp"

#include <algorithm>
#include <optional>

#include "libthrive/text/personal/birth_scan.hpp"
#include "libthrive/text/personal/folded.hpp"
#include "libthrive/text/personal/number_scan.hpp"
#include "libthrive/text/personal/place_scan.hpp"

namespace thrive::text {

namespace {

/// One pass over a folded text: each sign may begin something, and is handed to whoever knows.
class Finder {
 public:
  Finder(const Folded& folded, TextScan::Place place)
      : folded_(folded),
        text_(folded.text()),
        numbers_(text_, place),
        places_(text_, place),
        births_(text_, place),
        report_([this](PersonalKind kind, Stretch where) { add(kind, where); }) {}

  std::vector<PersonalDatum> find() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_digit_sign(c)) {
        at_ = numbers_.find(at_, report_);
      } else if (is_letter_sign(c)) {
        look_at_word();
      } else {
        const bool may_be_at = c == '@' || c == '(' || c == '[' || c == '{' || c == '%';
        if (const auto email = may_be_at ? places_.email_at(at_) : std::nullopt) {
          add(PersonalKind::email_address, *email);
          at_ = email->end - 1;
        }
        ++at_;
      }
    }
    const auto comes_first = [](const PersonalDatum& a, const PersonalDatum& b) { return a.span.begin < b.span.begin; };
    const auto same = [](const PersonalDatum& a, const PersonalDatum& b) {
      return a.kind == b.kind && a.span == b.span;
    };
    std::sort(found_.begin(), found_.end(), comes_first);
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());  // a date between words of birth
    return std::move(found_);
  }

 private:
  bool is_at(std::size_t at, unsigned classes) const { return at < text_.size() && is_of(text_[at], classes); }

  void add(PersonalKind kind, Stretch where) { found_.push_back({kind, folded_.original(where.begin, where.end)}); }

  /// Letters that stand together; a capital behind a small letter begins a word of its own, as in childDateOfBirth.
  void look_at_word() {
    using namespace byte_class;
    // Postcodes begin with one or two letters and a digit: nearly every word is told apart by that.
    const bool has_number = is_at(at_ + 1, digit) || (is_at(at_ + 1, letter) && is_at(at_ + 2, digit));
    const bool follows_digit = at_ > 0 && is_digit_sign(text_[at_ - 1]);
    if (const auto postcode = has_number && !follows_digit ? places_.postcode_at(at_) : std::nullopt) {
      add(PersonalKind::postcode, *postcode);
      at_ = postcode->end;
      return;
    }
    while (true) {
      if (may_be_birth(at_))
        if (const auto date = births_.birth_date_at(at_)) add(PersonalKind::date_of_birth, *date);
      at_ = behind(at_ + 1, small);
      if (!is_at(at_, capital)) return;
      if (is_of(text_[at_ - 1], small)) continue;
      at_ = behind(at_, capital);
      if (!is_at(at_, letter)) return;
    }
  }

  /// Behind the signs of some classes that stand together.
  std::size_t behind(std::size_t at, unsigned classes) const {
    const char* sign = text_.data() + std::min(at, text_.size());
    const char* const end = text_.data() + text_.size();
    while (sign != end && is_of(*sign, classes)) ++sign;
    return static_cast<std::size_t>(sign - text_.data());
  }

  /// Words of birth begin with b or d, and nearly every other word is told apart by its second sign.
  bool may_be_birth(std::size_t at) const {
    const char first = as_small(text_[at]);
    if ((first != 'b' && first != 'd') || at + 1 == text_.size()) return false;
    const char second = as_small(text_[at + 1]);
    return first == 'b' ? second == 'i' || second == 'o' || second == 'd' || second == '\'' || second == '.'
                        : second == 'o' || second == 'a' || !is_letter_sign(second);
  }

  const Folded& folded_;
  std::string_view text_;
  NumberScan numbers_;
  PlaceScan places_;
  BirthScan births_;
  NumberScan::Found report_;
  std::size_t at_ = 0;
  std::vector<PersonalDatum> found_;
};

std::vector<PersonalDatum> found_in(std::string_view text, TextScan::Place place) {
  const Folded folded(text);
  return Finder(folded, place).find();
}

std::string_view words_for(PersonalKind kind) {
  switch (kind) {
    case PersonalKind::nhs_number:
      return "[NHS number]";
    case PersonalKind::email_address:
      return "[e-mail address]";
    case PersonalKind::phone_number:
      return "[phone number]";
    case PersonalKind::postcode:
      return "[postcode]";
    case PersonalKind::date_of_birth:
      return "[date of birth]";
  }
  return "[personal data]";
}

/// Everything that is looked for has a digit or something that stands for an @: most messages have neither.
bool may_hold_any(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return is_digit_sign(c) || c == '@' || c == '%' || c == '(' || c == '[' || c == '{' || (c & 0x80) != 0;
  });
}

std::string without(std::string_view text, const std::vector<PersonalDatum>& data) {
  std::string clean;
  std::size_t at = 0;
  for (const PersonalDatum& datum : data) {
    if (datum.span.begin < at) continue;  // within the one before
    clean += text.substr(at, datum.span.begin - at);
    clean += words_for(datum.kind);
    at = datum.span.end;
  }
  return clean.append(text.substr(at));
}

}  // namespace

bool is_nhs_number(std::string_view ten_digits) {
  if (ten_digits.size() != 10 || !std::all_of(ten_digits.begin(), ten_digits.end(), is_digit_sign)) return false;
  // Ten equal digits pass the arithmetic and are never issued.
  if (std::all_of(ten_digits.begin(), ten_digits.end(), [&](char c) { return c == ten_digits[0]; })) return false;
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (ten_digits[static_cast<std::size_t>(i)] - '0') * (10 - i);
  const int check = (11 - sum % 11) % 11;
  return check != 10 && check == ten_digits[9] - '0';
}

std::vector<PersonalDatum> find_personal_data(std::string_view text) { return found_in(text, TextScan::Place::text); }

std::vector<PersonalDatum> find_personal_data_in_name(std::string_view name) {
  return found_in(name, TextScan::Place::name);
}

std::string without_personal_data(std::string_view text) {
  if (!may_hold_any(text)) return std::string(text);
  const std::string clean = without(text, find_personal_data(text));
  return without(clean, find_personal_data_in_name(clean));
}

}  // namespace thrive::text
