// SPDX-License-Identifier: MIT
#include "libthrive/tables/summary_words.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "libthrive/text/names.hpp"

namespace thrive::tables {

namespace {

constexpr std::string_view summaries[] = {
    "average",  "avg",     "mean",      "median", "mode",     "total",     "totals",   "sum",      "overall", "all",
    "rank",     "ranking", "consensus", "agreed", "final",    "result",    "results",  "min",      "max",     "minimum",
    "maximum",  "range",   "count",     "points", "borda",    "stdev",     "variance", "combined", "score",   "scores",
    "subtotal", "summary", "spread",    "ranked", "position", "aggregate", "sd",       "iqr"};
constexpr std::string_view beside[] = {"of",    "the",    "tables", "table",   "room",
                                       "group", "groups", "votes",  "overall", "everyone"};

bool is_among(const std::string& word, const std::string_view* begin, const std::string_view* end) {
  return std::find(begin, end, word) != end;
}

}  // namespace

bool names_a_summary(std::string_view text) {
  bool is_summary = false;
  std::string word;
  const auto take = [&] {
    const bool sums_up = is_among(word, std::begin(summaries), std::end(summaries));
    const bool is_known = word.empty() || sums_up || is_among(word, std::begin(beside), std::end(beside));
    is_summary = is_summary || sums_up;
    word.clear();
    return is_known;
  };
  for (const char letter : text::lower_case(text)) {
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
        (static_cast<unsigned char>(letter) & 0x80U) != 0)
      word += letter;
    else if (!take())
      return false;
  }
  return take() && is_summary;
}

}  // namespace thrive::tables
