// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/priorities/agreement.hpp"
#include "libthrive/priorities/methods/choice.hpp"
#include "libthrive/priorities/methods/robustness.hpp"

namespace thrive::priorities {

/// What one can ask for beyond the rules in the project.
struct ConsensusOptions {
  std::uint64_t seed = 1;
  std::size_t resamples = 2000;
  KemenyBudget kemeny;
};

/// firm: in by every reading, and in whichever single table is left out. contested: in, or tied at the cut, by at
/// least one reading. out: by none, or listed by no table.
enum class Standing { firm, contested, out };
}  // namespace thrive::priorities

template <>
struct thrive::model::Names<thrive::priorities::Standing> {
  using Standing = thrive::priorities::Standing;
  static constexpr std::string_view title = "standing";
  static constexpr std::pair<Standing, std::string_view> values[] = {
      {Standing::firm, "firm"}, {Standing::contested, "contested"}, {Standing::out, "out"}};
};

namespace thrive::priorities {

/// Everything that can be said of the tables' lists before the room speaks.
struct Consensus {
  Profile profile;
  model::ConsensusMethod method = model::ConsensusMethod::points;
  ConsensusOptions options;

  std::vector<double> points;
  std::vector<std::size_t> mentions;
  std::vector<std::size_t> firsts;
  std::vector<double> average_borda;
  std::vector<double> modified_borda;
  Pairwise pairs;
  std::vector<double> copeland;
  std::optional<ItemIndex> condorcet_winner;
  std::vector<ItemIndex> smith_set;
  Schulze schulze_winning_votes;
  Schulze schulze_margins;
  RankedPairs ranked_pairs;
  Kemeny kemeny;

  Cut cut_by_points;
  Cut cut_by_mentions;
  Cut cut_by_copeland;
  Cut cut_by_kemeny;
  Chosen chosen;
  std::vector<Standing> standing;
  std::vector<WithoutTable> without_table;
  std::vector<double> bootstrap;
  std::optional<Cut> by_people;  // with tables counted by their people; nothing when that is not known, or the same
  Margin margin;
  Agreement agreement;
  Tally tally;  // means something while tables are awaited
};
/// Counts by every method, tries the result without each table and over resamples, and says how sure each item is.
Consensus reach_consensus(Profile profile, model::ConsensusMethod method, const ConsensusOptions& options = {});

/// Counts by the one method of the rules and no further: `profile`, `method`, `pairs` and `chosen` are known.
Consensus counted(Profile profile, model::ConsensusMethod method);

/// The readings in which an item is in or tied at the cut decide its standing.
std::vector<Standing> standings(const Consensus& consensus);

/// Who is in by any method, for "agree or disagree".
struct MethodResult {
  std::string method;  // kebab-case, as in the rules; `mentions` too
  Cut cut;
};
/// All methods but the one of the rules, mentions first.
std::vector<MethodResult> other_methods(const Consensus& consensus);

/// True when a method's result can be the same set: it leaves nobody of the chosen out and lets in nobody for certain
/// who is not chosen or undecided.
bool agrees(const Cut& cut, const Chosen& chosen);

/// How the room's order differs from the computed result.
struct Departure {
  std::vector<std::string> added;    // agreed, and neither computed nor left for the room to decide
  std::vector<std::string> dropped;  // computed, and not agreed
  /// The items for which a reason is wanted: every one added, and the dropped when more were dropped than added.
  std::vector<std::string> reasons_wanted() const;
};
/// Compares an agreed order with the computed result.
Departure departure(const Consensus& consensus, const std::vector<std::string>& agreed_order);

}  // namespace thrive::priorities
