// SPDX-License-Identifier: MIT
#include "libthrive/standing/describe/chain_words.hpp"

#include <fmt/core.h>

#include "libthrive/text/names.hpp"

namespace thrive::standing {

namespace {

/// `3/2`, and a third number where there is anything to count.
std::string parts(std::size_t all, std::size_t of_them, std::size_t third = 0) {
  return third == 0 ? fmt::format("{}/{}", all, of_them) : fmt::format("{}/{}/{}", all, of_them, third);
}

std::string one_score(const std::optional<ItemScore>& score) {
  return score ? fmt::format("{}{:g}", score->is_median ? "~" : "", score->value) : "-";
}

std::string score_cell(const ChainRow& row) {
  if (!row.score_from && !row.score_to) return "-";
  if (!row.score_to) return one_score(row.score_from);
  return one_score(row.score_from) + " -> " + one_score(row.score_to);
}

std::string ramps_cell(const ChainRow& row) {
  if (row.ramps.empty()) return "none";
  std::vector<std::string> words;
  for (std::size_t at = 0; at < row.ramps.size(); ++at)
    words.push_back(row.ramps[at] + (row.ramp_is_open[at] ? " open" : " closed"));
  return fmt::format("{} ({})", text::join(words, ", "), parts(row.open_cycles, row.closed_cycles));
}

std::string_view shown_in_words(Shown shown) {
  switch (shown) {
    case Shown::improvement:
      return "better";
    case Shown::concern:
      return "worse";
    case Shown::none:
      return "no signal";
    case Shown::not_enough:
      break;
  }
  return "too few";
}

std::string measure_cell(const ChainRow& row) {
  std::vector<std::string> words;
  for (const MeasureShown& each : row.measures)
    words.push_back(fmt::format("{} {}", each.measure, shown_in_words(each.shown)));
  return words.empty() ? "-" : text::join(words, ", ");
}

std::string stops_cell(const ChainRow& row) {
  if (row.stops_at == Station::kept) return "kept: " + row.stops_in;
  if (row.stops_at) return std::string(model::word(*row.stops_at));
  return row.testing.empty() ? "-" : "testing: " + row.testing;
}

std::string number_in_words(std::size_t number) {
  static constexpr const char* words[] = {"no",  "one",   "two",   "three", "four", "five",
                                          "six", "seven", "eight", "nine",  "ten"};
  return number < std::size(words) ? words[number] : std::to_string(number);
}

std::string capital(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

}  // namespace

std::vector<std::string> cells_of(const ChainRow& row) {
  return {row.good_practice == 0 ? std::to_string(row.notes) : fmt::format("{} (+{})", row.notes, row.good_practice),
          row.heard ? std::to_string(*row.heard) : "-",
          score_cell(row),
          row.sheet ? std::string(model::word(*row.sheet)) : "none",
          row.sheet ? parts(row.gaps, row.gaps_answered) : "-",
          row.sheet ? parts(row.recommendations, row.recommendations_ready, row.recommendations_answered) : "-",
          row.ideas == 0 ? "0" : parts(row.ideas, row.ideas_tested, row.ideas_parked),
          ramps_cell(row),
          measure_cell(row),
          row.adopted == 0 ? "-" : parts(row.adopted, row.kept, row.looks_overdue),
          stops_cell(row)};
}

std::string without_test_in_words(const Chain& chain) {
  const std::vector<std::string> items = chain.without_test();
  if (items.empty()) return {};
  std::string words =
      fmt::format("{} of {} {} {} had no test of change", capital(number_in_words(items.size())),
                  number_in_words(chain.rows.size()), chain.rows.size() == 1 ? "priority" : "priorities",
                  items.size() == 1 ? "has" : "have");
  if (chain.weeks_since_agreed && *chain.weeks_since_agreed > 0)
    words += fmt::format(" in the {} since they were agreed", *chain.weeks_since_agreed == 1
                                                                  ? std::string("week")
                                                                  : fmt::format("{} weeks", *chain.weeks_since_agreed));
  return words + ": " + text::join(items, ", ") + ".";
}

}  // namespace thrive::standing
