// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/extract_marks.hpp"

#include <algorithm>

#include "libthrive/measures/entry/dates_in_words.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/spreadsheet_cells.hpp"

namespace thrive::measures {

namespace {

struct KnownMark {
  std::string_view word;  // in kebab-case
  std::string_view meaning;
  bool hides_small = false;
};

constexpr std::string_view hidden = "hidden because small";

// The Government Analysis Function's symbols, then older ones of ONS, Eurostat and NHS tables.
constexpr KnownMark instead_of_figures[] = {{"[x]", "not available"},
                                            {"[z]", "not applicable"},
                                            {"[c]", "confidential, hidden because small", true},
                                            {"[low]", "small, not zero", true},
                                            {"[u]", "too unreliable to tell"},
                                            {"[w]", "no data"},
                                            {"[k]", "under half the last digit, not zero", true},
                                            {"[e]", "to be estimated"},
                                            {"[p]", "still to come"},
                                            {"..", "not available"},
                                            {"...", "not available"},
                                            {"\xe2\x80\xa6", "not available"},
                                            {":", "not available"},
                                            {":c", hidden, true},
                                            {":z", "not applicable"},
                                            {"z", "not applicable"},
                                            {"x", "not available"},
                                            {"*", hidden, true},
                                            {"**", hidden, true},
                                            {"#", hidden, true},
                                            {"c", hidden, true},
                                            {"(c)", hidden, true},
                                            {"~", "small, not zero", true},
                                            {"suppressed", hidden, true},
                                            {"redacted", hidden, true},
                                            {"small-number", hidden, true},
                                            {"small-numbers", hidden, true}};

constexpr KnownMark behind_figures[] = {
    {"p", "provisional"},        {"provisional", "provisional"}, {"prov", "provisional"},
    {"revised", "revised"},      {"estimated", "estimated"},     {"r", "revised"},
    {"e", "estimated"},          {"b", "where a series breaks"}, {"f", "forecast"},
    {"u", "of low reliability"}, {"s", "significant"},           {"ss", "significant"},
    {"sss", "significant"},      {"er", "in error before"}};

std::optional<int> small_number(std::string_view text) {
  const auto number = digits_as_number(text::trimmed(text));
  return number && *number >= 0 && *number <= 20 ? number : std::nullopt;
}

/// "1 to 7", "1-7", with a dash of any length: a small number between two others.
bool is_small_range(std::string_view word) {
  for (const std::string_view between : {"-to-", "\xe2\x80\x93", "\xe2\x80\x94", "-"}) {
    const std::size_t at = word.find(between);
    if (at == std::string_view::npos || at == 0) continue;
    const auto low = small_number(word.substr(0, at)), high = small_number(word.substr(at + between.size()));
    return low && high && *low < *high;
  }
  return false;
}

/// "<5", "less than 5", "under 5", "5 or fewer".
bool is_below_number(std::string_view word) {
  for (const std::string_view ending : {"-or-fewer", "-or-less", "-or-under"})
    if (word.ends_with(ending)) return small_number(word.substr(0, word.size() - ending.size())).has_value();
  for (const std::string_view start :
       {"<=", "<", "\xe2\x89\xa4", "less-than-", "fewer-than-", "under-", "below-", "up-to-", "lt-"}) {
    if (!word.starts_with(start)) continue;
    std::string_view rest = word.substr(start.size());
    if (rest.starts_with('-')) rest.remove_prefix(1);
    return digits_as_number(rest).has_value();
  }
  return false;
}

/// ">95", "over 95": close to all of them, so that those who are not are hidden.
bool is_above_number(std::string_view word) {
  if (word.ends_with('%')) word.remove_suffix(1);
  for (const std::string_view start : {">=", ">", "\xe2\x89\xa5", "more-than-", "over-", "at-least-", "above-"}) {
    if (!word.starts_with(start)) continue;
    std::string_view rest = word.substr(start.size());
    if (rest.starts_with('-')) rest.remove_prefix(1);
    return digits_as_number(rest).has_value();
  }
  return false;
}

/// "[note 2]", "[2]": a footnote's mark.
bool is_note(std::string_view inner) {
  if (inner.starts_with("note")) inner.remove_prefix(4);
  while (!inner.empty() && (inner.front() == ' ' || inner.front() == '-')) inner.remove_prefix(1);
  return digits_as_number(inner).has_value();
}

/// The word of a mark in brackets at the end of a text, and where it begins.
std::optional<std::pair<std::string, std::size_t>> bracketed_end(std::string_view text) {
  for (const auto& [open, close] : {std::pair('[', ']'), std::pair('(', ')')}) {
    if (text.empty() || text.back() != close) continue;
    const std::size_t at = text.rfind(open);
    if (at == std::string_view::npos) continue;
    return std::pair(text::lower_case(text.substr(at + 1, text.size() - at - 2)), at);
  }
  return std::nullopt;
}

}  // namespace

bool says_no_figure(std::string_view text) {
  static constexpr std::string_view words[] = {"",
                                               "null",
                                               "n/a",
                                               "na",
                                               "#n/a",
                                               "none",
                                               "-",
                                               "--",
                                               "\xe2\x80\x93",
                                               "\xe2\x80\x94",
                                               "nan",
                                               "unknown",
                                               "not-known",
                                               "no-data",
                                               "not-available",
                                               "n/k",
                                               "nk",
                                               "n/r",
                                               "not-recorded",
                                               "tbc",
                                               "not-applicable",
                                               "missing",
                                               "."};
  const std::string word = text::kebab(text::trimmed(text));
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::optional<Mark> mark_of(std::string_view text) {
  const std::string_view bare = text::trimmed(text);
  const std::string word = text::kebab(bare);
  for (const KnownMark& known : instead_of_figures)
    if (known.word == word) return Mark{std::string(bare), known.meaning, known.hides_small};
  if (is_below_number(word)) return Mark{std::string(bare), hidden, true};
  if (is_above_number(word)) return Mark{std::string(bare), "hidden because close to all", true};
  if (is_small_range(word)) return Mark{std::string(bare), hidden, true};
  if (text::is_spreadsheet_error(bare)) return Mark{std::string(bare), "an error of the spreadsheet", false};
  return std::nullopt;
}

FigureMarks take_marks(std::string_view& text) {
  FigureMarks taken;
  while (const auto end = bracketed_end(text)) {
    const auto known = std::find_if(std::begin(behind_figures), std::end(behind_figures),
                                    [&](const KnownMark& mark) { return mark.word == end->first; });
    const std::string_view rest = text::trimmed(text.substr(0, end->second));
    if (rest.empty() || (known == std::end(behind_figures) && !(text.back() == ']' && is_note(end->first)))) break;
    const std::string written(text.substr(end->second));
    taken.is_provisional =
        taken.is_provisional || (known != std::end(behind_figures) && known->meaning == "provisional");
    taken.marks.push_back({written, known == std::end(behind_figures) ? "a footnote" : known->meaning, false});
    text = rest;
  }
  return taken;
}

bool says_provisional(std::string_view text) {
  const std::vector<std::string> runs = runs_of(text);
  if (runs.empty()) return false;
  for (const std::string_view yes : {"p", "provisional", "prov", "yes", "y", "true", "1", "estimated", "e"})
    if (runs.front() == yes) return true;
  return false;
}

void MetMarks::add(const Mark& mark) {
  const auto same =
      std::find_if(marks_.begin(), marks_.end(), [&](const Mark& known) { return known.written == mark.written; });
  if (same == marks_.end()) marks_.push_back(mark);
}

std::string MetMarks::in_words() const {
  std::vector<std::string> words;
  for (const Mark& mark : marks_) words.push_back("'" + mark.written + "' is " + std::string(mark.meaning));
  return text::join_in_words(words);
}

}  // namespace thrive::measures
