// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/priorities/describe/describe_parts.hpp"
#include "libthrive/priorities/methods/minority.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::priorities {

namespace {

/// "Mentions by level: macro 12, meso 20 and micro 8."; empty when levels are not known.
std::string level_balance(const Consensus& consensus, const ItemNames& names) {
  std::vector<std::string> levels;
  std::vector<std::size_t> mentions;
  for (ItemIndex item = 0; item < names.levels.size(); ++item) {
    if (names.levels[item].empty()) return {};
    const auto at = std::find(levels.begin(), levels.end(), names.levels[item]);
    if (at == levels.end()) {
      levels.push_back(names.levels[item]);
      mentions.push_back(consensus.mentions[item]);
    } else {
      mentions[static_cast<std::size_t>(at - levels.begin())] += consensus.mentions[item];
    }
  }
  if (levels.size() < 2) return {};
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < levels.size(); ++at) parts.push_back(fmt::format("{} {}", levels[at], mentions[at]));
  return fmt::format("Mentions by level: {}.", text::join_in_words(parts));
}

/// Priorities that are THRIVE-like already, and items with the lowest score there is that nobody listed.
std::vector<std::string> against_scores(const Consensus& consensus, const ItemNames& names) {
  std::vector<std::string> sentences;
  if (names.scores.size() != consensus.profile.items.size()) return sentences;
  std::vector<std::string> already;
  for (const ItemIndex item : consensus.chosen.in())
    if (names.scores[item] && *names.scores[item] >= names.thrive_like_from)
      already.push_back(consensus.profile.items[item]);
  std::vector<std::string> lowest;
  for (ItemIndex item = 0; item < names.scores.size(); ++item)
    if (names.scores[item] && *names.scores[item] <= 1 && consensus.mentions[item] == 0)
      lowest.push_back(consensus.profile.items[item]);
  if (!already.empty())
    sentences.push_back(fmt::format("In, and scored THRIVE-like already: {}.", text::join_in_words(already)));
  if (!lowest.empty())
    sentences.push_back(fmt::format("Scored lowest, and listed by no table: {}.", text::join_in_words(lowest)));
  return sentences;
}

}  // namespace

std::vector<std::string> minority_sentences(const Consensus& consensus, const ItemNames& names) {
  const Minority facts = minority(consensus, names);
  std::vector<std::string> sentences;
  for (const FirstChoiceOut& out : facts.first_choices_out)
    sentences.push_back(fmt::format("{} was first at {} and is not in.", consensus.profile.items[out.item],
                                    tables_in_words(out.tables)));
  for (const PicksIn& picks : facts.fewest_in)
    sentences.push_back(fmt::format("Table {} sees {} of its {} in.", picks.table,
                                    picks.in == 0 ? std::string("none") : std::to_string(picks.in), picks.listed));
  if (const std::string balance = level_balance(consensus, names); !balance.empty()) sentences.push_back(balance);
  if (!facts.levels_without.empty())
    sentences.push_back(fmt::format("No item of the {} level is in.", text::join_in_words(facts.levels_without)));
  if (!facts.principles_without.empty())
    sentences.push_back(
        fmt::format("Principles that no item in bears on: {}.", text::join_in_words(facts.principles_without)));
  for (std::string& sentence : against_scores(consensus, names)) sentences.push_back(std::move(sentence));
  if (const auto split = camps(consensus.profile))
    sentences.push_back(fmt::format(
        "The room has two camps: {} share {} picks among themselves and {} with {}. One list may not serve both.",
        tables_in_words(split->one), report::number(split->shared_inside, 1), report::number(split->shared_across, 1),
        tables_in_words(split->other)));
  return sentences;
}

}  // namespace thrive::priorities
