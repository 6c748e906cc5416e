// SPDX-License-Identifier: MIT
#include "libthrive/priorities/describe/describe_parts.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/priorities/methods/weak_kemeny.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::priorities {

namespace {

using report::Align;

bool contains(const std::vector<ItemIndex>& items, ItemIndex item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

const char* reading(const Cut& cut, ItemIndex item) {
  return contains(cut.certain, item) ? "in" : contains(cut.tied_at_cut, item) ? "tied" : "out";
}

std::string kemeny_places(const Consensus& consensus, ItemIndex item) {
  if (!consensus.kemeny.orders) return "not known";
  const std::size_t best = consensus.kemeny.orders->best_position[item];
  const std::size_t worst = consensus.kemeny.orders->worst_position[item];
  return best == worst ? std::to_string(best) : fmt::format("{} to {}", best, worst);
}

std::string method_name(std::string_view method) {
  if (method == "mentions") return "Number of tables that list it";
  if (method == "points") return "Points";
  if (method == "average-borda") return "Average Borda (all items compared, unlisted last)";
  if (method == "modified-borda") return "Modified Borda (short lists count less)";
  if (method == "copeland") return "Head to head (Copeland)";
  if (method == "schulze") return "Schulze";
  if (method == "ranked-pairs") return "Ranked pairs";
  return "Kemeny";
}

std::string difference(const Consensus& consensus, const Cut& cut) {
  const Profile& profile = consensus.profile;
  const std::vector<ItemIndex> in = consensus.chosen.in();
  std::vector<ItemIndex> more;
  std::vector<ItemIndex> less;
  for (const ItemIndex item : cut.certain)
    if (!contains(in, item) && !contains(consensus.chosen.undecided, item)) more.push_back(item);
  for (const ItemIndex item : in)
    if (!contains(cut.certain, item) && !contains(cut.tied_at_cut, item)) less.push_back(item);
  std::vector<std::string> parts;
  if (!more.empty()) parts.push_back("has " + items_in_words(profile, more));
  if (!less.empty()) parts.push_back("leaves out " + items_in_words(profile, less));
  return text::join_in_words(parts);
}

std::string tie_note(const Profile& profile, const Cut& cut) {
  if (cut.tied_at_cut.empty()) return {};
  const std::size_t seats = profile.choose - std::min(profile.choose, cut.certain.size());
  if (cut.tied_at_cut.size() > 6)
    return fmt::format(", with {} items tied for {}", cut.tied_at_cut.size(), report::count_of(seats, "place"));
  return fmt::format(", with {} tied for {}", items_in_words(profile, cut.tied_at_cut),
                     report::count_of(seats, "place"));
}

}  // namespace

std::vector<std::string> ranks_of(const std::vector<Group>& order, std::size_t items) {
  std::vector<std::string> ranks(items);
  std::size_t next = 1;
  for (const Group& group : order) {
    for (const ItemIndex item : group) ranks[item] = fmt::format("{}{}", next, group.size() > 1 ? "=" : "");
    next += group.size();
  }
  return ranks;
}

std::string with_title(const Profile& profile, const ItemNames& names, ItemIndex item) {
  if (names.titles[item].empty()) return profile.items[item];
  return profile.items[item] + " " + names.titles[item];
}

std::vector<ItemIndex> next_out(const Consensus& consensus) {
  const std::vector<ItemIndex> in = consensus.chosen.in();
  std::vector<ItemIndex> waiting;
  const bool tie = !consensus.chosen.cut.tied_at_cut.empty();
  for (ItemIndex item = 0; item < consensus.profile.items.size(); ++item) {
    if (contains(in, item) || contains(consensus.chosen.undecided, item) || consensus.mentions[item] == 0) continue;
    if (!tie || contains(consensus.chosen.cut.tied_at_cut, item)) waiting.push_back(item);
  }
  waiting = by_points(consensus, std::move(waiting));
  if (tie || waiting.empty()) return waiting;
  const double best = consensus.points[waiting.front()];
  std::size_t count = 1;
  while (count < waiting.size() && same_score(consensus.points[waiting[count]], best)) ++count;
  waiting.resize(count);
  return waiting;
}

report::Table contested_table(const Consensus& consensus) {
  const Profile& profile = consensus.profile;
  report::Table table;
  table.caption = "Contested items, and what each reading says of them";
  table.columns = {{"Item"},         {"Points"},        {"Mentions"},
                   {"Head to head"}, {"Kemeny places"}, {"Resamples", Align::right}};
  std::vector<ItemIndex> contested;
  for (ItemIndex item = 0; item < profile.items.size(); ++item)
    if (consensus.standing[item] == Standing::contested) contested.push_back(item);
  for (const ItemIndex item : by_points(consensus, contested)) {
    std::vector<report::Cell> row = {profile.items[item],
                                     reading(consensus.cut_by_points, item),
                                     reading(consensus.cut_by_mentions, item),
                                     reading(consensus.cut_by_copeland, item),
                                     kemeny_places(consensus, item),
                                     ""};
    if (!consensus.bootstrap.empty()) row[5] = fmt::format("{}%", report::number(consensus.bootstrap[item] * 100));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<std::string> method_sentences(const Consensus& consensus) {
  std::vector<std::string> sentences;
  for (const MethodResult& other : other_methods(consensus)) {
    const std::string verdict = other.method == "kemeny" && !consensus.kemeny.orders ? std::string("not known")
                                : agrees(other.cut, consensus.chosen)
                                    ? "agrees" + tie_note(consensus.profile, other.cut)
                                    : "disagrees: " + difference(consensus, other.cut);
    sentences.push_back(fmt::format("{}: {}.", method_name(other.method), verdict));
  }
  return sentences;
}

report::Table ranks_table(const Consensus& consensus) {
  const Profile& profile = consensus.profile;
  const std::size_t count = profile.items.size();
  report::Table table;
  table.caption = "Place of every listed item under each method";
  table.columns = {{"Item"}};
  std::vector<std::vector<std::string>> ranks;
  const auto add = [&](const char* title, const std::vector<Group>& order) {
    table.columns.push_back({title, Align::right});
    ranks.push_back(ranks_of(order, count));
  };
  add("Points", order_by_score(consensus.points));
  add("Mentions", order_by_score(consensus.mentions));
  add("Average Borda", order_by_score(consensus.average_borda));
  add("Modified Borda", order_by_score(consensus.modified_borda));
  add("Copeland", order_by_score(consensus.copeland));
  add("Schulze", consensus.schulze_winning_votes.order);
  std::vector<Group> locked;
  for (const ItemIndex item : consensus.ranked_pairs.order) locked.push_back({item});
  add("Ranked pairs", locked);
  table.columns.push_back({"Kemeny", Align::right});
  std::vector<ItemIndex> listed;
  for (ItemIndex item = 0; item < count; ++item)
    if (consensus.mentions[item] > 0) listed.push_back(item);
  for (const ItemIndex item : by_points(consensus, listed)) {
    std::vector<report::Cell> row = {profile.items[item]};
    for (const std::vector<std::string>& rank : ranks) row.emplace_back(rank[item]);
    row.emplace_back(kemeny_places(consensus, item));
    table.rows.push_back(std::move(row));
  }
  return table;
}

namespace {

/// The best order with ties in words; empty when there are too many items to look for it.
std::string weak_order_sentence(const Consensus& consensus) {
  std::vector<ItemIndex> listed;
  for (ItemIndex item = 0; item < consensus.profile.items.size(); ++item)
    if (consensus.mentions[item] > 0) listed.push_back(item);
  const auto weak = weak_kemeny(consensus.pairs, listed);
  if (!weak) return {};
  std::string order;
  for (const Group& group : weak->order) {
    if (!order.empty()) order += " > ";
    for (std::size_t at = 0; at < group.size(); ++at)
      order += (at == 0 ? "" : " = ") + consensus.profile.items[group[at]];
  }
  return fmt::format("What the lists support when items may share a place: {}{}.", order,
                     weak->optimal_orders == 1
                         ? std::string()
                         : fmt::format(" ({} such orders are as good)",
                                       report::number(static_cast<double>(weak->optimal_orders - 1))));
}

}  // namespace

std::vector<std::string> method_details(const Consensus& consensus) {
  const Profile& profile = consensus.profile;
  std::vector<std::string> lines;
  lines.push_back(
      consensus.condorcet_winner
          ? fmt::format("{} beats every other item head to head.", profile.items[*consensus.condorcet_winner])
          : fmt::format("No item beats every other head to head; each of {} beats every item outside this "
                        "group (Smith set).",
                        items_in_words(profile, consensus.smith_set)));
  lines.push_back(fmt::format("Schulze, winning votes: {} first. By margins: {}.",
                              items_in_words(profile, consensus.schulze_winning_votes.winners),
                              items_in_words(profile, consensus.schulze_margins.winners)));
  std::vector<std::string> skipped;
  for (const auto& [winner, loser] : consensus.ranked_pairs.skipped)
    skipped.push_back(fmt::format("{} over {}", profile.items[winner], profile.items[loser]));
  lines.push_back(skipped.empty() ? std::string("Ranked pairs kept every win.")
                                  : fmt::format("Ranked pairs gave up {}.", text::join_in_words(skipped)));
  if (const std::string weak = weak_order_sentence(consensus); !weak.empty()) lines.push_back(weak);
  lines.push_back(
      "Ranked pairs: equal wins are kept in the order of margin, then of tables for the winner, then of the "
      "list of items; items that nothing separates stand in the order of the list.");
  return lines;
}

std::vector<std::string> reason_sentences(const Consensus& consensus, const model::AgreedPriorities& agreed) {
  const Departure away = departure(consensus, agreed.order);
  std::vector<std::string> lines;
  const auto reason = [&](const std::string& item) {
    const std::string* given = agreed.reasons.find(item);
    return given == nullptr ? std::string("no reason recorded") : *given;
  };
  for (const std::string& item : away.added) lines.push_back(fmt::format("{} came in: {}", item, reason(item)));
  for (const std::string& item : away.dropped) lines.push_back(fmt::format("{} was left out: {}", item, reason(item)));
  for (const auto& [item, given] : agreed.reasons)
    if (std::find(away.added.begin(), away.added.end(), item) == away.added.end() &&
        std::find(away.dropped.begin(), away.dropped.end(), item) == away.dropped.end())
      lines.push_back(fmt::format("{}: {}", item, given));
  for (const std::string& dissent : agreed.dissent) lines.push_back("Dissent: " + dissent);
  return lines;
}

std::string who_agreed(const Consensus& consensus, const model::AgreedPriorities& agreed) {
  std::string who = agreed.by ? "Agreed by " + *agreed.by : std::string("Agreed");
  if (agreed.date) who += " on " + text::format_date_in_words(*agreed.date);
  const Departure away = departure(consensus, agreed.order);
  return who + (away.added.empty() && away.dropped.empty() ? ". The same items as counted." : ".");
}

void say_agreed(report::Document& document, const Consensus& consensus, const ItemNames& names,
                const model::AgreedPriorities& agreed) {
  const Profile& profile = consensus.profile;
  const std::vector<ItemIndex> counted = by_points(consensus, consensus.chosen.in());
  document.heading(1, "What the room agreed");
  document.paragraph(who_agreed(consensus, agreed));

  report::Table table;
  table.columns = {{"Place", Align::right}, {"Agreed"}, {"Counted"}};
  for (std::size_t at = 0; at < std::max(agreed.order.size(), counted.size()); ++at) {
    std::vector<report::Cell> row = {std::to_string(at + 1), "", ""};
    if (at < agreed.order.size()) {
      const auto item = std::find(profile.items.begin(), profile.items.end(), agreed.order[at]);
      row[1] = item == profile.items.end()
                   ? agreed.order[at]
                   : with_title(profile, names, static_cast<ItemIndex>(item - profile.items.begin()));
      row[1].strong = true;
    }
    if (at < counted.size())
      row[2] = fmt::format("{} ({})", profile.items[counted[at]], figure(consensus.points[counted[at]]));
    table.rows.push_back(std::move(row));
  }
  document.table(std::move(table));

  const std::vector<std::string> lines = reason_sentences(consensus, agreed);
  if (!lines.empty()) document.items(lines);
}

}  // namespace thrive::priorities
