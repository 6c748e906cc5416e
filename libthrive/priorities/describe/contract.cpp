// SPDX-License-Identifier: MIT
#include "libthrive/priorities/describe/contract.hpp"

namespace thrive::priorities {

namespace {

using text::Value;

Value names_of(const Profile& profile, const std::vector<ItemIndex>& items) {
  Value list = Value::list();
  for (const ItemIndex item : items) list.push(profile.items[item]);
  return list;
}

/// A map from every item to what `figure` gives for it.
template <class Figure>
Value by_item(const Profile& profile, Figure figure) {
  Value map = Value::map();
  for (ItemIndex item = 0; item < profile.items.size(); ++item) map.set(profile.items[item], figure(item));
  return map;
}

template <class Number>
Value by_item_of(const Profile& profile, const std::vector<Number>& figures) {
  return by_item(profile, [&](ItemIndex item) { return Value(figures[item]); });
}

/// A weight as a number: whole when it is.
Value weight(const Profile& profile, std::int64_t parts) {
  if (parts % profile.weight_parts == 0) return parts / profile.weight_parts;
  return static_cast<double>(parts) / static_cast<double>(profile.weight_parts);
}

Value by_pair(const Profile& profile, const Square<std::int64_t>& figures) {
  return by_item(profile, [&](ItemIndex row) {
    Value map = Value::map();
    for (ItemIndex column = 0; column < profile.items.size(); ++column)
      if (column != row) map.set(profile.items[column], weight(profile, figures(row, column)));
    return map;
  });
}

Value rules(const Consensus& consensus) {
  const Profile& profile = consensus.profile;
  Value weights = Value::map();
  for (const Ballot& ballot : profile.ballots) weights.set(ballot.table, weight(profile, ballot.weight));
  Value value;
  value.set("choose", profile.choose);
  value.set("method", model::word(consensus.method));
  value.set("points_from", profile.points_from);
  value.set("unlisted", model::word(profile.unlisted));
  value.set("weights", std::move(weights));
  return value;
}

Value tables(const Profile& profile) {
  Value returned = Value::list();
  for (const Ballot& ballot : profile.ballots) returned.push(ballot.table);
  Value value;
  value.set("returned", std::move(returned));
  value.set("blank", Value::list_of(profile.blank));
  value.set("awaited", Value::list_of(profile.awaited));
  return value;
}

Value positions(const Profile& profile) {
  return by_item(profile, [&](ItemIndex item) {
    Value map = Value::map();
    for (const Ballot& ballot : profile.ballots)
      map.set(ballot.table, ballot.position[item] == 0 ? Value() : Value(ballot.position[item]));
    return map;
  });
}

Value schulze_value(const Profile& profile, const Schulze& schulze) {
  Value value;
  value.set("winners", names_of(profile, schulze.winners));
  value.set("paths", by_pair(profile, schulze.paths));
  return value;
}

Value ranked_pairs_value(const Profile& profile, const RankedPairs& locked) {
  Value skipped = Value::list();
  for (const auto& [winner, loser] : locked.skipped) skipped.push(names_of(profile, {winner, loser}));
  Value value;
  value.set("order", names_of(profile, locked.order));
  value.set("skipped", std::move(skipped));
  return value;
}

Value orders_value(const Profile& profile, const KemenyOrders& orders, Value value) {
  Value above = Value::list();
  for (const auto& [upper, lower] : orders.always_above) above.push(names_of(profile, {upper, lower}));
  Value listed = Value::list();
  for (const std::vector<ItemIndex>& order : orders.listed) listed.push(names_of(profile, order));
  value.set("optimal_orders", orders.count.is_small() ? Value(orders.count.small()) : Value(orders.count.decimal()));
  value.set("best_position", by_item_of(profile, orders.best_position));
  value.set("worst_position", by_item_of(profile, orders.worst_position));
  value.set("always_chosen", names_of(profile, orders.always_chosen));
  value.set("sometimes_chosen", names_of(profile, orders.sometimes_chosen));
  value.set("always_above", std::move(above));
  value.set("orders", orders.listed.empty() ? Value() : std::move(listed));
  return value;
}

Value kemeny_value(const Profile& profile, const Kemeny& kemeny) {
  Value value;
  value.set("cost", weight(profile, kemeny.cost));
  value.set("lower_bound", weight(profile, kemeny.lower_bound));
  value.set("proven", kemeny.proven);
  if (kemeny.orders) return orders_value(profile, *kemeny.orders, std::move(value));
  for (const char* key : {"optimal_orders", "best_position", "worst_position", "always_chosen", "sometimes_chosen",
                          "always_above", "orders"})
    value.set(key, nullptr);
  return value;
}

Value chosen_value(const Profile& profile, const Chosen& chosen) {
  Value broken = Value::list();
  for (const TieBreak& tie_break : chosen.by_tie_break) {
    Value one;
    one.set("item", profile.items[tie_break.item]);
    one.set("rule", model::word(tie_break.rule));
    broken.push(std::move(one));
  }
  Value value;
  value.set("certain", names_of(profile, chosen.cut.certain));
  value.set("tied_at_cut", names_of(profile, chosen.cut.tied_at_cut));
  value.set("by_tie_break", std::move(broken));
  value.set("undecided", names_of(profile, chosen.undecided));
  return value;
}

Value without_table_value(const Consensus& consensus) {
  Value runs = Value::list();
  for (const WithoutTable& run : consensus.without_table) {
    Value one;
    one.set("table", run.table);
    one.set("certain", names_of(consensus.profile, run.cut.certain));
    one.set("tied_at_cut", names_of(consensus.profile, run.cut.tied_at_cut));
    runs.push(std::move(one));
  }
  return runs;
}

Value agreement_value(const Agreement& agreement) {
  Value overlap;
  overlap.set("p", agreement.rbo_persistence);
  overlap.set("value", agreement.mean_rbo);
  Value value;
  value.set("shared_picks", agreement.shared_picks);
  value.set("shared_picks_chance", agreement.shared_picks_chance);
  value.set("kendall_w", agreement.kendall_w);
  value.set("kendall_w_chance", agreement.kendall_w_chance);
  value.set("kendall_w_p", agreement.kendall_w_p);
  value.set("mean_tau_b", agreement.mean_tau_b);
  value.set("undefined_tau_b", agreement.undefined_tau_b);
  value.set("mean_tau_x", agreement.mean_tau_x);
  value.set("mean_average_overlap", agreement.mean_average_overlap);
  value.set("mean_rbo", std::move(overlap));
  return value;
}

Value margin_value(const Profile& profile, const Margin& margin) {
  Value value;
  value.set("points", margin.exists ? Value(margin.gap) : Value());
  value.set("last_in", names_of(profile, margin.last_in));
  value.set("first_out", names_of(profile, margin.first_out));
  value.set("one_table_could_change", margin.one_table_could_change);
  return value;
}

Value by_people_value(const Consensus& consensus) {
  if (!consensus.by_people) return {};
  Value value;
  value.set("certain", names_of(consensus.profile, consensus.by_people->certain));
  value.set("tied_at_cut", names_of(consensus.profile, consensus.by_people->tied_at_cut));
  return value;
}

Value live_value(const Consensus& consensus) {
  Value value;
  value.set("safe", names_of(consensus.profile, consensus.tally.safe));
  value.set("cannot_make_it", names_of(consensus.profile, consensus.tally.cannot_make_it));
  return value;
}

Value agreed_value(const Consensus& consensus, const std::optional<model::AgreedPriorities>& agreed) {
  if (!agreed) return {};
  const Departure away = departure(consensus, agreed->order);
  Value reasons = Value::map();
  for (const auto& [item, reason] : agreed->reasons) reasons.set(item, reason);
  Value value;
  value.set("date", agreed->date ? Value(text::format_date(*agreed->date)) : Value());
  value.set("by", agreed->by);
  value.set("order", Value::list_of(agreed->order));
  value.set("added", Value::list_of(away.added));
  value.set("dropped", Value::list_of(away.dropped));
  value.set("reasons", std::move(reasons));
  value.set("dissent", Value::list_of(agreed->dissent));
  return value;
}

}  // namespace

Value contract(const Consensus& consensus, const std::optional<model::AgreedPriorities>& agreed) {
  const Profile& profile = consensus.profile;
  Value schulze;
  schulze.set("winning_votes", schulze_value(profile, consensus.schulze_winning_votes));
  schulze.set("margins", schulze_value(profile, consensus.schulze_margins));
  Value value;
  value.set("format", 1);
  value.set("command", "prioritise consensus");
  value.set("rules", rules(consensus));
  value.set("tables", tables(profile));
  value.set("items", Value::list_of(profile.items));
  value.set("points", by_item_of(profile, consensus.points));
  value.set("mentions", by_item_of(profile, consensus.mentions));
  value.set("firsts", by_item_of(profile, consensus.firsts));
  value.set("positions", positions(profile));
  value.set("average_borda", by_item_of(profile, consensus.average_borda));
  value.set("modified_borda", by_item_of(profile, consensus.modified_borda));
  value.set("pairwise", by_pair(profile, consensus.pairs.above));
  value.set("copeland", by_item_of(profile, consensus.copeland));
  value.set("condorcet_winner",
            consensus.condorcet_winner ? Value(profile.items[*consensus.condorcet_winner]) : Value());
  value.set("smith_set", names_of(profile, consensus.smith_set));
  value.set("schulze", std::move(schulze));
  value.set("ranked_pairs", ranked_pairs_value(profile, consensus.ranked_pairs));
  value.set("kemeny", kemeny_value(profile, consensus.kemeny));
  value.set("chosen", chosen_value(profile, consensus.chosen));
  value.set("standing", by_item(profile, [&](ItemIndex item) { return Value(model::word(consensus.standing[item])); }));
  value.set("margin", margin_value(profile, consensus.margin));
  value.set("by_people", by_people_value(consensus));
  value.set("without_table", without_table_value(consensus));
  value.set("bootstrap", consensus.bootstrap.empty() ? Value::map() : by_item_of(profile, consensus.bootstrap));
  value.set("resamples", consensus.options.resamples);
  value.set("seed", static_cast<std::int64_t>(consensus.options.seed));
  value.set("live", live_value(consensus));
  value.set("agreement", agreement_value(consensus.agreement));
  value.set("agreed", agreed_value(consensus, agreed));
  return value;
}

}  // namespace thrive::priorities
