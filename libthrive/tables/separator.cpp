// SPDX-License-Identifier: MIT
#include "libthrive/tables/separator.hpp"

#include <algorithm>
#include <vector>

namespace thrive::tables {

namespace {

/// How often each line of the start has a character outside quotes.
std::vector<std::size_t> counts_by_line(std::string_view bytes, char character) {
  constexpr std::size_t lines_looked_at = 50;
  std::vector<std::size_t> counts(1, 0);
  bool quoted = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (bytes[at] == '"') quoted = !quoted;
    if (quoted) continue;
    if (bytes[at] == character) ++counts.back();
    const bool ends_line = bytes[at] == '\n' || (bytes[at] == '\r' && bytes.substr(at + 1, 1) != "\n");
    if (!ends_line) continue;
    if (counts.size() == lines_looked_at) break;
    counts.push_back(0);
  }
  return counts;
}

/// The most lines that have the same number of this character, more than none.
std::size_t agreeing_lines(std::string_view bytes, char character) {
  std::vector<std::size_t> counts = counts_by_line(bytes, character);
  std::sort(counts.begin(), counts.end());
  std::size_t best = 0;
  for (std::size_t from = 0; from < counts.size();) {
    std::size_t to = from;
    while (to < counts.size() && counts[to] == counts[from]) ++to;
    if (counts[from] > 0) best = std::max(best, to - from);
    from = to;
  }
  return best;
}

}  // namespace

char likely_separator(std::string_view start) {
  char best = ',';
  std::size_t most = 0;
  for (const char candidate : {',', ';', '\t'})
    if (const std::size_t lines = agreeing_lines(start, candidate); lines > most) {
      most = lines;
      best = candidate;
    }
  return best;
}

}  // namespace thrive::tables
