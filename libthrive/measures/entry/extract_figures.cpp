// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/extract_figures.hpp"

#include <algorithm>
#include <charconv>

#include "libthrive/text/names.hpp"

namespace thrive::measures {

namespace {

template <std::size_t count>
bool is_one_of(const std::string& word, const std::string_view (&words)[count]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// 1,234,567 without its commas; nothing when they do not part thousands.
std::optional<std::string> without_thousands(const std::string& text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  if (text.find(',', point) != std::string::npos) return std::nullopt;
  std::string digits;
  std::size_t group = 0;
  bool seen = false;
  for (std::size_t at = 0; at < point; ++at) {
    if (text[at] != ',') {
      digits += text[at];
      group += is_digit(text[at]) ? 1 : 0;
      continue;
    }
    if (seen ? group != 3 : group < 1 || group > 3) return std::nullopt;
    seen = true;
    group = 0;
  }
  if (seen && group != 3) return std::nullopt;
  return digits + text.substr(point);
}

bool is_plain_number(const std::string& text) {
  const bool simple = std::all_of(text.begin() + (text.starts_with('-') ? 1 : 0), text.end(),
                                  [](char letter) { return is_digit(letter) || letter == '.'; });
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return simple && !text.empty() && error == std::errc() && end == text.data() + text.size();
}

bool is_suppressed(const std::string& word) {
  static constexpr std::string_view words[] = {"*", "**", "c", "suppressed", "[c]", "small-number"};
  if (is_one_of(word, words)) return true;
  if (word.size() < 2 || (word[0] != '<' && !word.starts_with("\xe2\x89\xa4"))) return false;
  return std::all_of(word.begin() + (word[0] == '<' ? 1 : 3), word.end(),
                     [](char letter) { return is_digit(letter) || letter == '=' || letter == '-'; });
}

}  // namespace

ExtractFigure read_figure(std::string_view text) {
  static constexpr std::string_view missing[] = {
      "",    "null",    "n/a",       "na",      "#n/a",    "none",    "-",     "--", "\xe2\x80\x93", "\xe2\x80\x94",
      "nan", "unknown", "not-known", "no-data", "#div/0!", "#value!", "#ref!", "."};
  const std::string word = text::kebab(text);
  if (is_one_of(word, missing) || text == "-") return {ExtractFigure::Kind::missing, "", false};
  if (is_suppressed(word)) return {ExtractFigure::Kind::suppressed, "", false};
  std::string digits;
  for (const char letter : text)
    if (letter != ' ') digits += letter;
  const bool percent = digits.ends_with('%');
  if (percent) digits.pop_back();
  if (digits.starts_with('+')) digits.erase(0, 1);
  const std::optional<std::string> plain = without_thousands(digits);
  if (!plain || !is_plain_number(*plain)) return {ExtractFigure::Kind::not_a_number, "", percent};
  std::string kept = *plain;
  if (kept.starts_with('.')) kept.insert(0, "0");
  if (kept.ends_with('.')) kept.pop_back();
  return {ExtractFigure::Kind::number, kept, percent};
}

bool names_a_total(std::string_view text) {
  const std::string word = text::kebab(text);
  static constexpr std::string_view starts[] = {"total", "grand-total",  "sub-total", "subtotal",
                                                "sum",   "average",      "mean",      "median",
                                                "ytd",   "year-to-date", "all-weeks", "overall"};
  return std::any_of(std::begin(starts), std::end(starts),
                     [&](std::string_view start) { return word.starts_with(start); });
}

}  // namespace thrive::measures
