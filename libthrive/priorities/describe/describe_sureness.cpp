// SPDX-License-Identifier: MIT
//
// Sentences on how sure a result is: ties, circles, single tables, margins.
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/priorities/describe/describe_words.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::priorities {

std::vector<std::string> tie_sentences(const Consensus& consensus) {
  const Chosen& chosen = consensus.chosen;
  const Profile& profile = consensus.profile;
  std::vector<std::string> sentences;
  if (chosen.steps.empty()) return sentences;
  const std::size_t seats = chosen.steps.front().seats;
  const bool on_points = consensus.method == model::ConsensusMethod::points;
  if (on_points && consensus.points[chosen.cut.tied_at_cut.front()] == 0) {
    sentences.push_back(fmt::format("Only {} listed by any table, so {} left for the room to fill.",
                                    chosen.cut.certain.size() == 1
                                        ? std::string("one item was")
                                        : number_word(chosen.cut.certain.size()) + " items were",
                                    seats == 1 ? std::string("one place is") : number_word(seats) + " places are"));
    return sentences;
  }
  sentences.push_back(fmt::format(
      "{} tie for the last {}{}.", items_in_words(profile, chosen.cut.tied_at_cut),
      seats == 1 ? std::string("place") : number_word(seats) + " places",
      on_points ? fmt::format(", with {} each", points_in_words(consensus.points[chosen.cut.tied_at_cut.front()]))
                : ""));
  for (const TieStep& step : chosen.steps) {
    std::vector<std::string> counts;
    for (std::size_t at = 0; at < step.among.size(); ++at)
      counts.push_back(fmt::format("{} {}", profile.items[step.among[at]], step.figures[at]));
    const char* rule = step.rule == TieRule::mentions       ? "Tables that listed it"
                       : step.rule == TieRule::head_to_head ? "Head-to-head wins among the tied"
                                                            : "First places";
    std::string sentence = fmt::format("{}: {}.", rule, text::join_in_words(counts));
    if (!step.in.empty())
      sentence +=
          fmt::format(" {} {} in by this rule.", items_in_words(profile, step.in), step.in.size() == 1 ? "is" : "are");
    else if (step.still.size() == step.among.size())
      sentence += " This settles nothing.";
    sentences.push_back(std::move(sentence));
  }
  if (!chosen.undecided.empty())
    sentences.push_back(fmt::format("No rule settles the rest: the room decides between {} ({}).",
                                    items_in_words(profile, chosen.undecided),
                                    report::count_of(chosen.seats_left, "place")));
  return sentences;
}

std::string cycle_sentence(const Consensus& consensus) {
  const Profile& profile = consensus.profile;
  std::vector<ItemIndex> contested;
  for (ItemIndex item = 0; item < profile.items.size(); ++item)
    if (consensus.standing[item] == Standing::contested) contested.push_back(item);
  const std::vector<ItemIndex> cycle = shortest_cycle(consensus.pairs, contested);
  if (cycle.empty()) return {};
  std::vector<std::string> wins;
  for (std::size_t at = 0; at < cycle.size(); ++at) {
    const ItemIndex winner = cycle[at];
    const ItemIndex loser = cycle[(at + 1) % cycle.size()];
    wins.push_back(fmt::format("{} beats {} ({} to {})", profile.items[winner], profile.items[loser],
                               weight_figure(profile, consensus.pairs.above(winner, loser)),
                               weight_figure(profile, consensus.pairs.above(loser, winner))));
  }
  return fmt::format("The tables go round in a circle: {}. No order can please all of these majorities.",
                     text::join_in_words(wins));
}

namespace {

/// How another result differs from the computed one: "P5 replaces S1 and ..."; empty when it is the same.
std::string change_in_words(const Consensus& consensus, const Cut& other) {
  const Profile& profile = consensus.profile;
  if (other == consensus.chosen.cut) return {};
  const auto contains = [](const std::vector<ItemIndex>& items, ItemIndex item) {
    return std::find(items.begin(), items.end(), item) != items.end();
  };
  const std::vector<ItemIndex> in = consensus.chosen.in();
  std::vector<ItemIndex> joins;
  std::vector<ItemIndex> leaves;
  for (const ItemIndex item : other.certain)
    if (!contains(in, item)) joins.push_back(item);
  for (const ItemIndex item : in)
    if (!contains(other.certain, item) && !contains(other.tied_at_cut, item)) leaves.push_back(item);
  const auto with_verb = [&](const std::vector<ItemIndex>& items, const char* one, const char* many) {
    return items_in_words(profile, items) + (items.size() == 1 ? one : many);
  };
  std::vector<std::string> parts;
  if (!joins.empty() && !leaves.empty())
    parts.push_back(with_verb(joins, " replaces ", " replace ") + items_in_words(profile, leaves));
  else if (!joins.empty())
    parts.push_back(with_verb(joins, " comes in", " come in"));
  else if (!leaves.empty())
    parts.push_back(with_verb(leaves, " drops out", " drop out"));
  if (!other.tied_at_cut.empty()) {
    const std::size_t seats = profile.choose - other.certain.size();
    parts.push_back(fmt::format(
        "{} tie for {}", items_in_words(profile, other.tied_at_cut),
        seats == 1 ? std::string("the last place") : fmt::format("the last {} places", number_word(seats))));
  }
  if (parts.empty()) return "there is no tie for the last place";
  return text::join_in_words(parts);
}

}  // namespace

std::string without_table_sentence(const Consensus& consensus, const WithoutTable& run) {
  const std::string change = change_in_words(consensus, run.cut);
  return change.empty() ? change : fmt::format("Without table {}, {}.", run.table, change);
}

std::string people_sentence(const Consensus& consensus) {
  if (!consensus.by_people) return {};
  const std::string change = change_in_words(consensus, *consensus.by_people);
  return change.empty() ? std::string("Counting people instead of tables changes nothing.")
                        : fmt::format("Counting people instead of tables, {}.", change);
}

std::string margin_sentence(const Consensus& consensus) {
  const Margin& margin = consensus.margin;
  if (!margin.exists) return {};
  const Profile& profile = consensus.profile;
  if (margin.first_out == margin.last_in)
    return "On points there is a tie at the cut: any one table could change who is in.";
  std::string sentence =
      fmt::format("On points the last in ({}) is {} ahead of the next ({})", items_in_words(profile, margin.last_in),
                  points_in_words(margin.gap), items_in_words(profile, margin.first_out));
  return sentence +
         (margin.one_table_could_change ? ": one table could change this." : ": more than one table can move.");
}

}  // namespace thrive::priorities
