// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <cmath>

#include "libthrive/assessment/describe/describe.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::assessment {

std::string score_in_words(std::optional<double> score) {
  if (!score) return "not scored";
  if (*score == std::floor(*score)) return report::number(*score);
  return fmt::format("between {} and {}", std::floor(*score), std::ceil(*score));
}

std::string talk_starter(const ScoredItem& item) {
  std::vector<std::string> parts;
  for (int score = 0; score <= 100; ++score) {
    std::vector<std::string> tables;
    for (const TableAnswer& given : item.answers)
      if (given.answer != nullptr && given.answer->score.points == score) tables.push_back(given.table);
    if (tables.empty()) continue;
    parts.push_back((tables.size() == 1 ? "table " : "tables ") + text::join_in_words(tables) + " said " +
                    std::to_string(score));
  }
  return item.id + ", " + item.item->title + ": " + text::join(parts, "; ") +
         ". What does each know that the others do not?";
}

}  // namespace thrive::assessment
