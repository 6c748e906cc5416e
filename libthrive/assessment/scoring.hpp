// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/assessment/agreement.hpp"
#include "libthrive/assessment/item_statistics.hpp"
#include "libthrive/model/assessments.hpp"

namespace thrive::assessment {

/// What one table answered to one item; nothing when it did not answer.
struct TableAnswer {
  std::string table;
  const model::TableScore* answer = nullptr;
};

/// Everything about one item of an assessment.
struct ScoredItem {
  std::string id;
  const model::Item* item = nullptr;
  std::vector<TableAnswer> answers;   // one a table, in the file's order
  ItemStatistics statistics;          // of the tables' scores; unknown ones are no numbers
  std::vector<std::string> isolated;  // the one table two or more from the median
  const model::AgreedScore* agreed = nullptr;
  std::vector<std::size_t> votes;    // of all seats of all tables, by number of the scale
  std::size_t unknown = 0;           // tables that answered unknown
  std::size_t without_evidence = 0;  // tables that scored and named none

  /// What counts for the item: the agreed score, else the median of the tables; nothing when neither is known.
  std::optional<double> counts() const;
};

/// A level or a principle: its items and how many count as THRIVE-like.
struct Group {
  std::string id;
  std::size_t items = 0;
  std::size_t scored = 0;
  std::size_t thrive_like = 0;
  std::optional<double> median;  // of what counts for its items
  std::optional<double> mean;    // the same, for export only: scores are ranks, and a mean says more than they do
};

/// Where the score of an item comes from.
enum class Basis { agreed, table_medians, agreed_else_table_medians };

/// One assessment, added up. Points into the assessment and its instrument, which must live longer.
struct Scoring {
  std::string id;
  std::string instrument;
  const model::Instrument* made_with = nullptr;
  RatingScale scale;
  text::Date date{};
  std::vector<std::string> tables;
  std::vector<ScoredItem> items;  // in the instrument's order
  std::vector<Group> levels;      // in the order in which items first name them
  std::vector<Group> principles;
  Basis basis = Basis::table_medians;
  std::size_t thrive_like = 0;
  std::size_t of = 0;  // items that a score counts for
  KrippendorffAlpha alpha;
  GwetAgreement gwet;
  KendallConcordance concordance;
};

/// Adds an assessment up, item by item of its instrument.
Scoring score_assessment(const std::string& id, const model::Assessment& assessment,
                         const model::Instrument& instrument);

/// The items to talk about first: those that tables see most differently, by Leik's dispersion, then range, then
/// straddle; at most so many, and only where tables differ by two or more or straddle the THRIVE-like line.
std::vector<const ScoredItem*> items_to_talk_about(const Scoring& scoring, std::size_t at_most = 5);

/// How often tables chose each number of the scale for the items of a level.
std::vector<std::size_t> counts_of_level(const Scoring& scoring, std::string_view level);

}  // namespace thrive::assessment

namespace thrive::model {

template <>
struct Names<assessment::Basis> {
  static constexpr std::string_view title = "based on";
  static constexpr std::pair<assessment::Basis, std::string_view> values[] = {
      {assessment::Basis::agreed, "agreed"},
      {assessment::Basis::table_medians, "table-medians"},
      {assessment::Basis::agreed_else_table_medians, "agreed-else-table-medians"}};
};

}  // namespace thrive::model
