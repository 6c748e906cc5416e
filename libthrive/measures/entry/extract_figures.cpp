// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/extract_figures.hpp"

#include <algorithm>
#include <charconv>

#include "libthrive/measures/entry/dates_in_words.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::measures {

namespace {

bool is_figure_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// 1,234,567 or 1 234 567 without what parts it; nothing when that does not part thousands.
std::optional<std::string> without_thousands(const std::string& text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  if (text.find_first_of(", ", point) != std::string::npos) return std::nullopt;
  const std::size_t first = text.find_first_of(", ");
  if (first == std::string::npos) return text;
  const char separator = text[first];
  std::string digits;
  std::size_t group = 0;
  bool seen = false;
  for (std::size_t at = 0; at < point; ++at) {
    if (text[at] != separator) {
      if (text[at] == ',' || text[at] == ' ') return std::nullopt;
      digits += text[at];
      group += is_figure_digit(text[at]) ? 1 : 0;
      continue;
    }
    if (seen ? group != 3 : group < 1 || group > 3) return std::nullopt;
    seen = true;
    group = 0;
  }
  if (group != 3) return std::nullopt;
  return digits + text.substr(point);
}

bool is_plain_number(const std::string& text) {
  const bool simple = std::all_of(text.begin() + (text.starts_with('-') ? 1 : 0), text.end(),
                                  [](char letter) { return is_figure_digit(letter) || letter == '.'; });
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return simple && !text.empty() && error == std::errc() && end == text.data() + text.size();
}

}  // namespace

ExtractFigure read_figure(std::string_view text) {
  ExtractFigure figure;
  if (says_no_figure(text)) return figure;
  if (const auto mark = mark_of(text)) {
    figure.kind = mark->hides_small ? ExtractFigure::Kind::suppressed : ExtractFigure::Kind::missing;
    figure.marks.push_back(*mark);
    return figure;
  }
  std::string_view rest = text::trimmed(text);
  FigureMarks behind = take_marks(rest);
  if (!behind.marks.empty() && (says_no_figure(rest) || mark_of(rest))) {
    figure = read_figure(rest);
  } else {
    figure.percent = rest.ends_with('%');
    if (figure.percent) rest = text::trimmed(rest.substr(0, rest.size() - 1));
    if (rest.starts_with('+')) rest.remove_prefix(1);
    const std::optional<std::string> plain = without_thousands(std::string(rest));
    figure.kind = plain && is_plain_number(*plain) ? ExtractFigure::Kind::number : ExtractFigure::Kind::not_a_number;
    if (figure.kind == ExtractFigure::Kind::not_a_number) return figure;
    figure.digits = *plain;
    if (figure.digits.starts_with('.')) figure.digits.insert(0, "0");
    if (figure.digits.ends_with('.')) figure.digits.pop_back();
  }
  figure.provisional = behind.is_provisional;
  figure.marks.insert(figure.marks.end(), behind.marks.begin(), behind.marks.end());
  return figure;
}

bool names_a_total(std::string_view text) {
  static constexpr std::string_view words[] = {"total", "totals", "subtotal", "sum",     "average",
                                               "mean",  "median", "ytd",      "overall", "cumulative"};
  const std::vector<std::string> runs = runs_of(text);
  const auto is_word = [](const std::string& run) {
    return std::find(std::begin(words), std::end(words), run) != std::end(words);
  };
  // "Total", "Q1 total", "2024/25 (total)": beside the word there is hardly more than a time.
  if (runs.size() <= 6 && std::any_of(runs.begin(), runs.end(), is_word)) return true;
  const std::string lower = text::kebab(text);
  return lower.starts_with("year-to-date") || lower.starts_with("all-weeks") || lower.starts_with("all-months") ||
         lower.starts_with("sub-total");
}

}  // namespace thrive::measures
