// SPDX-License-Identifier: MIT
#include <algorithm>

#include "libthrive/priorities/describe/contract.hpp"

namespace thrive::priorities {

namespace {

using Row = std::vector<report::Cell>;

template <class T>
std::optional<std::size_t> place_in(const std::vector<T>& items, const T& item) {
  const auto at = std::find(items.begin(), items.end(), item);
  if (at == items.end()) return std::nullopt;
  return static_cast<std::size_t>(at - items.begin()) + 1;
}

template <class T>
void add(Row& row, const T& figure) {
  row.emplace_back(std::string(), text::Value(figure));
}

const char* result(const Chosen& chosen, ItemIndex item) {
  if (place_in(chosen.in(), item)) return "in";
  return place_in(chosen.undecided, item) ? "undecided" : "out";
}

std::vector<report::Column> columns(const Profile& profile) {
  std::vector<report::Column> columns;
  for (const char* title : {"item", "result", "standing", "points", "mentions", "firsts", "average_borda",
                            "modified_borda", "copeland", "kemeny_best", "kemeny_worst", "bootstrap", "agreed_place"})
    columns.push_back({title});
  for (const Ballot& ballot : profile.ballots) columns.push_back({"position_" + ballot.table});
  return columns;
}

Row row_of(const Consensus& consensus, const std::vector<std::string>& agreed_order, ItemIndex item) {
  const std::string& name = consensus.profile.items[item];
  Row row = {name, result(consensus.chosen, item), std::string(model::word(consensus.standing[item]))};
  add(row, consensus.points[item]);
  add(row, consensus.mentions[item]);
  add(row, consensus.firsts[item]);
  add(row, consensus.average_borda[item]);
  add(row, consensus.modified_borda[item]);
  add(row, consensus.copeland[item]);
  std::optional<std::size_t> best;
  std::optional<std::size_t> worst;
  if (consensus.kemeny.orders) {
    best = consensus.kemeny.orders->best_position[item];
    worst = consensus.kemeny.orders->worst_position[item];
  }
  add(row, best);
  add(row, worst);
  add(row, consensus.bootstrap.empty() ? std::nullopt : std::optional<double>(consensus.bootstrap[item]));
  add(row, place_in(agreed_order, name));
  for (const Ballot& ballot : consensus.profile.ballots)
    add(row, ballot.position[item] == 0 ? std::nullopt : std::optional<std::size_t>(ballot.position[item]));
  return row;
}

}  // namespace

report::Table contract_table(const Consensus& consensus, const std::optional<model::AgreedPriorities>& agreed) {
  report::Table table;
  table.columns = columns(consensus.profile);
  const std::vector<std::string> agreed_order = agreed ? agreed->order : std::vector<std::string>{};
  for (ItemIndex item = 0; item < consensus.profile.items.size(); ++item)
    table.rows.push_back(row_of(consensus, agreed_order, item));
  return table;
}

}  // namespace thrive::priorities
