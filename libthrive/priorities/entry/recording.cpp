// SPDX-License-Identifier: MIT
#include "libthrive/priorities/entry/recording.hpp"

#include <algorithm>

#include "libthrive/findings/say.hpp"
#include "libthrive/priorities/checks.hpp"
#include "libthrive/records/to_value.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::priorities {

namespace {

template <class Word>
bool contains(const std::vector<Word>& words, const Word& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A known list with the details that another gives, and without those that are to go.
model::TableRanking with_details(const model::TableRanking& known, const HandedIn& list, const Meeting& meeting) {
  const model::TableRanking given = ranking_of(list);
  model::TableRanking result = known;
  if (given.people || contains(meeting.without, ListDetail::people)) result.people = given.people;
  if (list.weight || contains(meeting.without, ListDetail::weight)) result.weight = given.weight;
  if (!given.not_discussed.empty() || contains(meeting.without, ListDetail::not_discussed))
    result.not_discussed = given.not_discussed;
  if (!given.ranking.empty()) {
    result.ranking = given.ranking;
    result.returned = true;
  } else if (list.blank && (known.ranking.empty() || meeting.known != Known::updated)) {
    result.ranking.clear();
    result.returned = false;
  }
  return result;
}

/// True when a list takes something away from what its table has: an answer or a number, not a blank.
bool takes_something(const model::TableRanking& known, const model::TableRanking& after) {
  const bool has_answer = !known.ranking.empty() || !known.returned;
  const bool has_another = known.ranking != after.ranking || known.returned != after.returned;
  const bool drops_items = !known.not_discussed.empty() && known.not_discussed != after.not_discussed;
  const bool has_weight = known.weight < 1 || known.weight > 1;
  return (has_answer && has_another) || drops_items || (known.people && known.people != after.people) ||
         (has_weight && (known.weight < after.weight || known.weight > after.weight));
}

/// True, and said, when a list ranks what the project says that the table did not discuss.
bool contradicts(const HandedIn& list, const model::TableRanking& after, text::Diagnostics& problems) {
  for (const auto& group : after.ranking)
    for (const std::string& item : group.items) {
      if (!contains(after.not_discussed, item)) continue;
      findings::say(problems, {"listed-and-not-discussed",
                               list.table.place,
                               {{"case", "kept"}, {"table", list.table.text}, {"item", item}}});
      return true;
    }
  return false;
}

/// "P5=because ..." taken apart; nothing, with a problem, when it has no item or no words.
std::optional<std::pair<WrittenName, std::string>> reason_of(const std::string& written, text::Diagnostics& problems) {
  const std::size_t equals = written.find('=');
  const std::string_view words = text::trimmed(std::string_view(written).substr(std::min(equals, written.size())));
  if (equals == std::string::npos || equals == 0 || words.size() < 2) {
    findings::say(problems, {"reason-not-understood", text::whole_file("--reason"), {{"written", written}}});
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
    findings::say(problems, {"agreement-without-order", text::whole_file("--order")});
    return {};
  }
  check_lists(lists, {rules.candidates, rules.titles, rules.candidates.size()}, problems);
  std::vector<std::string> order;
  for (const std::vector<WrittenName>& place : lists.front().groups) {
    if (place.size() > 1)
      findings::say(problems, {"agreed-tie", place[1].place, {{"item", place[0].text}, {"other", place[1].text}}});
    for (const WrittenName& name : place) order.push_back(name.text);
  }
  return order;
}

/// The reasons that are written, over those that are there.
void take_reasons(const WrittenAgreement& written, const ListRules& rules, model::AgreedPriorities& agreed,
                  text::Diagnostics& problems) {
  std::vector<std::string> taken;
  for (const std::string& words : written.reasons) {
    const auto reason = reason_of(words, problems);
    if (!reason) continue;
    std::vector<HandedIn> item(1);
    item[0].groups = {{reason->first}};
    check_lists(item, {rules.candidates, rules.titles, 1}, problems);
    const std::string& name = item[0].groups[0][0].text;
    if (contains(taken, name)) {
      findings::say(problems, {"reason-not-understood", reason->first.place, {{"case", "twice"}, {"item", name}}});
      continue;
    }
    taken.push_back(name);
    if (std::string* known = agreed.reasons.find(name))
      *known = reason->second;
    else
      agreed.reasons.add(name, reason->second);
  }
}

/// What the project has, without what is to go.
model::AgreedPriorities kept(const model::AgreedPriorities* there, const std::vector<AgreedDetail>& without) {
  model::AgreedPriorities agreed = there == nullptr ? model::AgreedPriorities{} : *there;
  if (contains(without, AgreedDetail::reasons)) agreed.reasons = {};
  if (contains(without, AgreedDetail::dissent)) agreed.dissent.clear();
  if (contains(without, AgreedDetail::by)) agreed.by.reset();
  return agreed;
}

}  // namespace

std::vector<RecordedList> lists_to_record(const model::Priorities& priorities, const std::vector<HandedIn>& lists,
                                          const Meeting& meeting, text::Diagnostics& problems) {
  std::vector<RecordedList> result;
  for (const HandedIn& list : lists) {
    RecordedList recorded{list.table.text, ranking_of(list), true, {}};
    if (const model::TableRanking* there = priorities.tables.find(list.table.text)) {
      recorded.is_new = false;
      recorded.ranking = with_details(*there, list, meeting);
      if (recorded.ranking == *there || contradicts(list, recorded.ranking, problems)) continue;
      recorded.update = records::replacement_of(records::to_value(*there, records::Fullness::full),
                                                records::to_value(recorded.ranking, records::Fullness::full),
                                                {"priorities", "tables", list.table.text});
      if (meeting.known == Known::refused && takes_something(*there, recorded.ranking)) {
        findings::say(problems, {"table-has-list",
                                 list.table.place,
                                 {{"table", list.table.text}, {"differences", recorded.update.as_refusal()}}});
        continue;
      }
    }
    result.push_back(std::move(recorded));
  }
  return result;
}

std::optional<model::AgreedPriorities> check_agreement(const WrittenAgreement& written,
                                                       const model::AgreedPriorities* there, text::Date today,
                                                       const Consensus& consensus, const ListRules& rules,
                                                       text::Diagnostics& problems) {
  model::AgreedPriorities agreed = kept(there, written.without);
  if (written.date || !agreed.date) agreed.date = written.date.value_or(today);
  if (written.by) agreed.by = written.by;
  for (const std::string& words : written.dissent)
    if (!contains(agreed.dissent, words)) agreed.dissent.push_back(words);
  if (there == nullptr || !written.order.empty()) agreed.order = order_of(written, rules, problems);
  take_reasons(written, rules, agreed, problems);
  if (problems.has_errors()) return std::nullopt;
  for (const MissingReason& missing : missing_reasons(consensus, agreed))
    findings::say(problems, {"reason-wanted",
                             text::whole_file("--order"),
                             {{"case", missing.is_added ? "added" : "dropped"}, {"item", missing.item}}});
  if (problems.has_errors()) return std::nullopt;
  if (agreed.order.size() != consensus.profile.choose)
    findings::say(problems, {"agreed-count",
                             text::whole_file("--order"),
                             {{"agreed", agreed.order.size()}, {"choose", consensus.profile.choose}}});
  return agreed;
}

}  // namespace thrive::priorities
