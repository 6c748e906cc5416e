// SPDX-License-Identifier: MIT
#include "libthrive/priorities/entry/recording.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/records/to_value.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::priorities {

namespace {

bool has_answer(const model::TableRanking& table) { return !table.ranking.empty() || !table.returned; }

bool same_answer(const model::TableRanking& a, const model::TableRanking& b) {
  return a.ranking == b.ranking && a.returned == b.returned && a.not_discussed == b.not_discussed;
}

/// A known list with the details that another gives; a table that hands in nothing keeps its list.
model::TableRanking updated(const model::TableRanking& known, const HandedIn& list) {
  const model::TableRanking given = ranking_of(list);
  model::TableRanking result = known;
  if (given.people) result.people = given.people;
  if (list.weight) result.weight = given.weight;
  if (!given.ranking.empty()) {
    result.ranking = given.ranking;
    result.returned = true;
  } else if (list.blank && known.ranking.empty()) {
    result.returned = false;
  }
  if (!given.not_discussed.empty()) result.not_discussed = given.not_discussed;
  return result;
}

/// "P5=because ..." taken apart; nothing, with a problem, when it has no item or no words.
std::optional<std::pair<WrittenName, std::string>> reason_of(const std::string& written, text::Diagnostics& problems) {
  const std::size_t equals = written.find('=');
  const std::string_view words = text::trimmed(std::string_view(written).substr(std::min(equals, written.size())));
  if (equals == std::string::npos || equals == 0 || words.size() < 2) {
    problems.error("reason-not-understood", text::whole_file("--reason"),
                   fmt::format("'{}' names no item or no reason", written), "write --reason 'P5=because of ...'");
    return std::nullopt;
  }
  const std::string_view item = text::trimmed(std::string_view(written).substr(0, equals));
  return std::pair{WrittenName{std::string(item), text::whole_file("--reason")},
                   std::string(text::trimmed(words.substr(1)))};
}

/// The one list that was written under --order, each place one item.
std::vector<std::string> order_of(const WrittenAgreement& written, const ListRules& rules,
                                  text::Diagnostics& problems) {
  std::vector<HandedIn> lists = read_ballots(text::Source("--order", written.order), problems);
  if (lists.size() != 1 || lists.front().blank) {
    problems.error("agreement-without-order", text::whole_file("--order"), "the agreed list is empty",
                   "write --order 'S3 > S2 > M6', first one first");
    return {};
  }
  check_lists(lists, {rules.candidates, rules.titles, rules.candidates.size()}, problems);
  std::vector<std::string> order;
  for (const std::vector<WrittenName>& place : lists.front().groups) {
    if (place.size() > 1)
      problems.error("agreed-tie", place[1].place,
                     fmt::format("'{}' and '{}' share a place in the agreed list", place[0].text, place[1].text),
                     "the room says which comes first");
    for (const WrittenName& name : place) order.push_back(name.text);
  }
  return order;
}

void take_reasons(const WrittenAgreement& written, const ListRules& rules, model::AgreedPriorities& agreed,
                  text::Diagnostics& problems) {
  for (const std::string& words : written.reasons) {
    const auto reason = reason_of(words, problems);
    if (!reason) continue;
    std::vector<HandedIn> item(1);
    item[0].groups = {{reason->first}};
    check_lists(item, {rules.candidates, rules.titles, 1}, problems);
    const std::string& name = item[0].groups[0][0].text;
    if (agreed.reasons.contains(name))
      problems.error("reason-not-understood", reason->first.place, fmt::format("'{}' has two reasons", name),
                     "say both in one sentence");
    else
      agreed.reasons.add(name, reason->second);
  }
}

void want_reasons(const model::AgreedPriorities& agreed, const Consensus& consensus, text::Diagnostics& problems) {
  const Departure away = departure(consensus, agreed.order);
  for (const std::string& item : away.reasons_wanted()) {
    if (agreed.reasons.contains(item)) continue;
    const bool added = std::find(away.added.begin(), away.added.end(), item) != away.added.end();
    problems.error("reason-wanted", text::whole_file("--order"),
                   added ? fmt::format("'{}' is agreed, and by the count it is not in", item)
                         : fmt::format("'{}' is in by the count, and not agreed", item),
                   fmt::format("say why: --reason '{}=...'", item));
  }
}

}  // namespace

std::vector<RecordedList> lists_to_record(const model::Priorities& priorities, const std::vector<HandedIn>& lists,
                                          Known known, records::Update& update, text::Diagnostics& problems) {
  std::vector<RecordedList> result;
  for (const HandedIn& list : lists) {
    RecordedList recorded{list.table.text, ranking_of(list), true};
    if (const model::TableRanking* there = priorities.tables.find(list.table.text)) {
      recorded.is_new = false;
      if (known == Known::updated) recorded.ranking = updated(*there, list);
      if (!list.people) recorded.ranking.people = there->people;
      if (!list.weight) recorded.ranking.weight = there->weight;
      if (recorded.ranking == *there) continue;
      records::Update differences = records::update_of(records::to_value(*there), records::to_value(recorded.ranking),
                                                       {"priorities", "tables", list.table.text});
      if (known == Known::refused && has_answer(*there) && !same_answer(recorded.ranking, *there)) {
        problems.error("table-has-list", list.table.place,
                       fmt::format("table '{}' has handed in something else already{}", list.table.text,
                                   differences.empty() ? std::string() : ": " + differences.as_refusal()),
                       "'--replace' puts the new list in its place");
        continue;
      }
      if (known == Known::updated) update.append(std::move(differences));
    }
    result.push_back(std::move(recorded));
  }
  return result;
}

std::optional<model::AgreedPriorities> check_agreement(const WrittenAgreement& written, const Consensus& consensus,
                                                       const ListRules& rules, text::Diagnostics& problems) {
  model::AgreedPriorities agreed;
  agreed.date = written.date;
  agreed.by = written.by;
  agreed.dissent = written.dissent;
  agreed.order = order_of(written, rules, problems);
  take_reasons(written, rules, agreed, problems);
  if (problems.has_errors()) return std::nullopt;
  want_reasons(agreed, consensus, problems);
  if (problems.has_errors()) return std::nullopt;
  if (agreed.order.size() != consensus.profile.choose)
    problems.warning("agreed-count", text::whole_file("--order"),
                     fmt::format("the room agreed {} priorities, and the rules say {}", agreed.order.size(),
                                 consensus.profile.choose),
                     "the rules were fixed before the workshop: say in a reason why it is another number");
  return agreed;
}

}  // namespace thrive::priorities
