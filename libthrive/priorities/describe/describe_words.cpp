// SPDX-License-Identifier: MIT
#include "libthrive/priorities/describe/describe_words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::priorities {

namespace {

std::string tables_of_item(const Profile& profile, ItemIndex item, std::size_t position) {
  std::vector<std::string> tables;
  for (const Ballot& ballot : profile.ballots)
    if (ballot.position[item] == position) tables.push_back(ballot.table);
  return tables.empty() ? std::string() : tables_in_words(tables);
}

bool equal_weights(const Profile& profile) {
  for (const Ballot& ballot : profile.ballots)
    if (ballot.weight != profile.weight_parts) return false;
  return true;
}

std::string weights_sentence(const Profile& profile) {
  if (equal_weights(profile)) return "every table counts the same";
  std::vector<std::string> weights;
  for (const Ballot& ballot : profile.ballots)
    weights.push_back(fmt::format("table {} counts {}", ballot.table, weight_figure(profile, ballot.weight)));
  return "tables count by their weight: " + text::join_in_words(weights);
}

std::string points_sentence(const Profile& profile) {
  const std::string weights = weights_sentence(profile);
  switch (profile.points_from) {
    case 1:
      return fmt::format("Each table's first choice gets one point; we add them up and {}.", weights);
    case 2:
      return fmt::format("Each table's first choice gets two points, its second one; we add them up and {}.", weights);
    default:
      return fmt::format(
          "Each table's first choice gets {} points, its second {}, down to one for its {}; we add them up and {}.",
          number_word(profile.points_from), number_word(profile.points_from - 1), ordinal(profile.points_from),
          weights);
  }
}

}  // namespace

std::string ordinal(std::size_t number) {
  constexpr const char* words[] = {"first", "second",  "third",  "fourth", "fifth",
                                   "sixth", "seventh", "eighth", "ninth",  "tenth"};
  if (number >= 1 && number <= 10) return words[number - 1];
  const bool teen = number % 100 >= 11 && number % 100 <= 13;
  const char* ending = teen ? "th" : number % 10 == 1 ? "st" : number % 10 == 2 ? "nd" : number % 10 == 3 ? "rd" : "th";
  return fmt::format("{}{}", number, ending);
}

std::string number_word(std::size_t number) {
  constexpr const char* words[] = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  return number <= 10 ? words[number] : fmt::format("{}", number);
}

std::string figure(double value) {
  std::string digits = report::number(value, 2);
  while (digits.ends_with('0')) digits.pop_back();
  if (digits.ends_with('.')) digits.pop_back();
  return digits.empty() ? "0" : digits;
}

std::string weight_figure(const Profile& profile, std::int64_t parts) {
  return figure(static_cast<double>(parts) / static_cast<double>(profile.weight_parts));
}

std::string tables_in_words(const std::vector<std::string>& tables) {
  return (tables.size() == 1 ? "table " : "tables ") + text::join_in_words(tables);
}

std::string points_in_words(double points) {
  const std::string number = figure(points);
  return number + (number == "1" ? " point" : " points");
}

std::string items_in_words(const Profile& profile, const std::vector<ItemIndex>& items) {
  std::vector<std::string> names;
  for (const ItemIndex item : items) names.push_back(profile.items[item]);
  return text::join_in_words(names);
}

std::vector<ItemIndex> by_points(const Consensus& consensus, std::vector<ItemIndex> items) {
  std::stable_sort(items.begin(), items.end(), [&](ItemIndex a, ItemIndex b) {
    const double one = consensus.points[a];
    const double other = consensus.points[b];
    return !same_score(one, other) && one > other;
  });
  return items;
}

std::string rule_sentence(const Consensus& consensus) {
  const Profile& profile = consensus.profile;
  using model::ConsensusMethod;
  switch (consensus.method) {
    case ConsensusMethod::points:
      return points_sentence(profile);
    case ConsensusMethod::average_borda:
      return fmt::format(
          "An item gets a point for every item a table puts below it and half a point for every one it "
          "puts level (average Borda); {}.",
          weights_sentence(profile));
    case ConsensusMethod::modified_borda:
      return fmt::format(
          "A table that lists three items gives three points, two and one, and so on for longer lists "
          "(modified Borda); {}.",
          weights_sentence(profile));
    case ConsensusMethod::copeland:
      return fmt::format(
          "An item gets a point for every other item that more tables put below it than above it, and "
          "half a point for a draw (Copeland); {}.",
          weights_sentence(profile));
    case ConsensusMethod::schulze:
      return fmt::format(
          "An item comes before another when its strongest chain of head-to-head wins is the stronger "
          "one (Schulze, winning votes); {}.",
          weights_sentence(profile));
    case ConsensusMethod::ranked_pairs:
      return fmt::format(
          "Head-to-head wins are kept, strongest first, unless one contradicts those kept before (ranked "
          "pairs); {}.",
          weights_sentence(profile));
    case ConsensusMethod::kemeny:
      return fmt::format("The order that overturns the fewest of the tables' own comparisons (Kemeny); {}.",
                         weights_sentence(profile));
  }
  return {};
}

std::string returns_sentence(const Profile& profile) {
  const std::size_t all =
      profile.ballots.size() + profile.awaited.size() + profile.awaited_unnamed + profile.blank.size();
  if (profile.ballots.size() == all) return fmt::format("{} returned a list.", report::count_of(all, "table"));
  std::string sentence =
      fmt::format("{} of {} returned a list", profile.ballots.size(), report::count_of(all, "table"));
  if (!profile.blank.empty()) sentence += fmt::format("; {} returned nothing", tables_in_words(profile.blank));
  if (!profile.awaited.empty()) sentence += fmt::format("; {} still to come", tables_in_words(profile.awaited));
  if (profile.awaited_unnamed > 0) sentence += fmt::format("; {} more expected", profile.awaited_unnamed);
  return sentence + ".";
}

std::string headline(const Consensus& consensus) {
  std::size_t firm = 0;
  std::size_t contested = 0;
  for (const Standing standing : consensus.standing) {
    firm += standing == Standing::firm ? 1 : 0;
    contested += standing == Standing::contested ? 1 : 0;
  }
  const std::size_t left = consensus.profile.choose - std::min(firm, consensus.profile.choose);
  if (contested == 0) return fmt::format("{} firm, none contested", firm);
  const std::string places = left == consensus.profile.choose ? fmt::format("the {} places", left)
                             : left == 1                      ? std::string("the last place")
                                                              : fmt::format("the last {} places", left);
  return fmt::format("{} firm, {} contesting {}", firm == 0 ? std::string("None") : std::to_string(firm), contested,
                     places);
}

std::string places_sentence(const Profile& profile, ItemIndex item) {
  std::vector<std::string> parts;
  std::size_t listed = 0;
  for (const Ballot& ballot : profile.ballots) listed += ballot.position[item] != 0 ? 1 : 0;
  for (std::size_t position = 1; position <= profile.items.size(); ++position)
    if (const std::string tables = tables_of_item(profile, item, position); !tables.empty())
      parts.push_back(fmt::format("{} at {}", ordinal(position), tables));
  parts.push_back(fmt::format("in {} of {}", listed, report::count_of(profile.ballots.size(), "list")));
  std::string sentence = parts.front();
  for (std::size_t at = 1; at < parts.size(); ++at) sentence += "; " + parts[at];
  return sentence;
}

std::string head_to_head_sentence(const Consensus& consensus, ItemIndex item) {
  const Profile& profile = consensus.profile;
  std::int64_t total = 0;
  for (const Ballot& ballot : profile.ballots) total += ballot.weight;
  std::vector<std::string> exceptions;
  for (ItemIndex other = 0; other < profile.items.size(); ++other) {
    if (other == item || consensus.pairs.margin(item, other) > 0) continue;
    const std::int64_t above = consensus.pairs.above(item, other);
    const std::int64_t below = consensus.pairs.above(other, item);
    const std::int64_t neither = total - above - below;
    std::string score =
        fmt::format("{} ({} to {}", profile.items[other], weight_figure(profile, above), weight_figure(profile, below));
    if (neither > 0) score += fmt::format(", {} neither", weight_figure(profile, neither));
    exceptions.push_back(score + ")");
  }
  if (exceptions.empty()) return "beats every other item head to head";
  if (exceptions.size() <= 3) return "beats every other item head to head except " + text::join_in_words(exceptions);
  const std::size_t others = profile.items.size() - 1;
  return fmt::format("beats {} of the {} other items head to head", others - exceptions.size(), others);
}

namespace {

/// When an item is in on points and not by the number of tables that list it: whose doing that is.
std::string carried_by(const Consensus& consensus, ItemIndex item) {
  const auto is_in = [item](const std::vector<ItemIndex>& items) {
    return std::find(items.begin(), items.end(), item) != items.end();
  };
  const Cut& by_mentions = consensus.cut_by_mentions;
  if (!is_in(consensus.cut_by_points.certain) || is_in(by_mentions.certain) || is_in(by_mentions.tied_at_cut))
    return {};
  std::size_t best = 0;
  for (const Ballot& ballot : consensus.profile.ballots)
    if (ballot.position[item] != 0 && (best == 0 || ballot.position[item] < best)) best = ballot.position[item];
  return fmt::format(" In on points because {} put it {}; only {} of {} listed it.",
                     tables_of_item(consensus.profile, item, best), ordinal(best), consensus.mentions[item],
                     report::count_of(consensus.profile.ballots.size(), "table"));
}

}  // namespace

std::string why_in(const Consensus& consensus, ItemIndex item) {
  std::string sentence = fmt::format("{}: {}; {}.", points_in_words(consensus.points[item]),
                                     places_sentence(consensus.profile, item), head_to_head_sentence(consensus, item));
  for (const TieBreak& broken : consensus.chosen.by_tie_break)
    if (broken.item == item)
      sentence += broken.rule == TieRule::mentions       ? " In by tie-break: more tables listed it."
                  : broken.rule == TieRule::head_to_head ? " In by tie-break: it wins head to head."
                                                         : " In by tie-break: more first places.";
  return sentence + carried_by(consensus, item);
}

std::string why_missed(const Consensus& consensus, ItemIndex item) {
  const Profile& profile = consensus.profile;
  std::size_t unlisted = 0;
  for (const Ballot& ballot : profile.ballots) unlisted += ballot.position[item] == 0 ? 1 : 0;
  const bool on_points = consensus.method == model::ConsensusMethod::points && !consensus.margin.last_in.empty();
  const double gap = on_points ? consensus.points[consensus.margin.last_in.front()] - consensus.points[item] : 0;
  const std::string missed = !on_points   ? std::string("is not in")
                             : gap > 1e-9 ? "missed by " + points_in_words(gap)
                                          : std::string("lost the tie");
  std::string sentence =
      fmt::format("{} with {}: {}", missed, points_in_words(consensus.points[item]), places_sentence(profile, item));
  if (unlisted > 0) sentence += fmt::format("; {} did not list it", report::count_of(unlisted, "table"));
  return sentence + ".";
}

std::vector<std::string> agreement_sentences(const Consensus& consensus) {
  const Agreement& agreement = consensus.agreement;
  std::vector<std::string> sentences;
  if (!agreement.shared_picks) return sentences;
  sentences.push_back(
      fmt::format("Two tables share {} of their picks on average; lists of {} drawn at random would "
                  "share {}.",
                  report::number(*agreement.shared_picks, 1), consensus.profile.list_length(),
                  report::number(*agreement.shared_picks_chance, 1)));
  if (agreement.kendall_w)
    sentences.push_back(fmt::format(
        "Kendall's W, over all items with the unlisted ones last, is {}; chance alone gives {}, and "
        "shuffled lists reach "
        "it in {} of 100 cases.",
        report::number(*agreement.kendall_w, 2), report::number(*agreement.kendall_w_chance, 2),
        *agreement.kendall_w_p < 0.01 ? std::string("fewer than 1") : report::number(*agreement.kendall_w_p * 100)));
  sentences.push_back(fmt::format("Mean tau-b {}, tau-x {}, average overlap {}, rank-biased overlap {} (p = {}).",
                                  report::number(agreement.mean_tau_b, 2), report::number(agreement.mean_tau_x, 2),
                                  report::number(agreement.mean_average_overlap, 2),
                                  report::number(agreement.mean_rbo, 2), figure(agreement.rbo_persistence)));
  return sentences;
}

std::string kemeny_sentence(const Consensus& consensus) {
  const Profile& profile = consensus.profile;
  const Kemeny& kemeny = consensus.kemeny;
  if (!kemeny.proven)
    return fmt::format(
        "The order that overturns the fewest of the tables' own comparisons is not known: the exact "
        "search passed its budget of {} states. The least is between {} and {}.",
        report::number(static_cast<double>(consensus.options.kemeny.states)),
        weight_figure(profile, kemeny.lower_bound), weight_figure(profile, kemeny.cost));
  std::string sentence = fmt::format("No order overturns fewer than {} of the tables' own comparisons (Kemeny)",
                                     weight_figure(profile, kemeny.cost));
  if (!kemeny.orders)
    return sentence + fmt::format("; how many orders do so is not known, the search passed its budget of {} states.",
                                  report::number(static_cast<double>(consensus.options.kemeny.states)));
  const KemenyOrders& orders = *kemeny.orders;
  if (orders.count == WholeNumber(1)) return sentence + "; exactly one order does.";
  sentence += fmt::format("; {} orders do so.", orders.count.in_words());
  if (!orders.always_chosen.empty())
    sentence += fmt::format(" {} {} among the first {} in all of them", items_in_words(profile, orders.always_chosen),
                            orders.always_chosen.size() == 1 ? "is" : "are", number_word(profile.choose));
  else
    sentence += fmt::format(" No item is among the first {} in all of them", number_word(profile.choose));
  if (!orders.sometimes_chosen.empty())
    sentence += fmt::format(", {} in some", items_in_words(profile, orders.sometimes_chosen));
  return sentence + ".";
}

std::vector<std::string> live_sentences(const Consensus& consensus) {
  const Profile& profile = consensus.profile;
  std::vector<std::string> sentences;
  if (profile.awaited.empty() && profile.awaited_unnamed == 0) return sentences;
  const Tally& tally = consensus.tally;
  sentences.push_back(tally.safe.empty() ? std::string("Nothing is safe yet.")
                                         : fmt::format("Already safe, whatever the other tables list: {}.",
                                                       items_in_words(profile, by_points(consensus, tally.safe))));
  if (tally.cannot_make_it.empty())
    sentences.push_back("Every item can still make it.");
  else
    sentences.push_back(fmt::format("Can no longer make it: {}.", items_in_words(profile, tally.cannot_make_it)));
  return sentences;
}

}  // namespace thrive::priorities
