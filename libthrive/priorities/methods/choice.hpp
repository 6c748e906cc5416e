// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "libthrive/model/priorities.hpp"
#include "libthrive/priorities/methods/kemeny.hpp"
#include "libthrive/priorities/methods/paths.hpp"
#include "libthrive/priorities/scores.hpp"

namespace thrive::priorities {

/// Who is in by a method, whatever happens to ties, and who is tied at the cut.
///
/// Score methods and Schulze (number of wider paths) cut their order. Kemeny: in for certain means in every optimal
/// order, tied means in some; when all optimal orders could not be counted, everybody is tied. Ranked pairs: certain
/// and tied follow from who is locked above and below an item, so that the project's order decides nothing here.
Cut cut_by(model::ConsensusMethod method, const Profile& profile, const KemenyBudget& budget = {});
/// Kemeny's cut, from places over all optimal orders.
Cut cut_of(const Kemeny& kemeny, std::size_t items);
/// The cut of ranked pairs, from who is locked above and below.
Cut cut_of(const RankedPairs& locked, std::size_t choose);

/// How a tie at the cut is broken, in this order; after the last the room decides, never the order of the file and
/// never chance.
enum class TieRule { mentions, head_to_head, firsts };
}  // namespace thrive::priorities

template <>
struct thrive::model::Names<thrive::priorities::TieRule> {
  using TieRule = thrive::priorities::TieRule;
  static constexpr std::string_view title = "tie rule";
  static constexpr std::pair<TieRule, std::string_view> values[] = {
      {TieRule::mentions, "mentions"}, {TieRule::head_to_head, "head-to-head"}, {TieRule::firsts, "firsts"}};
};

namespace thrive::priorities {

/// One rule applied to the items still tied.
struct TieStep {
  TieRule rule;
  std::size_t seats;                 // places still to fill when the rule was asked
  std::vector<ItemIndex> among;      // the items still tied
  std::vector<std::size_t> figures;  // what the rule counts, an item of `among` each
  std::vector<ItemIndex> in;         // items the rule lets in
  std::vector<ItemIndex> still;      // items it leaves tied for the remaining places; the rest are out
};

/// An item that a rule let in.
struct TieBreak {
  ItemIndex item;
  TieRule rule;
};

/// The computed result: the certain ones, those a rule let in, and what the room has to decide.
struct Chosen {
  Cut cut;
  std::vector<TieStep> steps;
  std::vector<TieBreak> by_tie_break;
  std::vector<ItemIndex> undecided;  // tied to the end
  std::size_t seats_left = 0;        // places the room has to fill from `undecided`

  /// Certain, or let in by a rule; in the project's order.
  std::vector<ItemIndex> in() const;
};
/// Applies the tie rules one after the other to the items tied at the cut.
Chosen choose(const Profile& profile, const Pairwise& pairs, Cut cut);

}  // namespace thrive::priorities
