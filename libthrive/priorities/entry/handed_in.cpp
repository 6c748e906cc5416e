// SPDX-License-Identifier: MIT
#include "libthrive/priorities/entry/handed_in.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "libthrive/findings/say.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::priorities {

namespace {

/// The candidate that a written name means: by id, by id in another case, or by title.
const std::string* candidate_of(const std::string& written, const ListRules& rules) {
  const auto exact = std::find(rules.candidates.begin(), rules.candidates.end(), written);
  if (exact != rules.candidates.end()) return &*exact;
  const std::string plain = text::kebab(written);
  for (std::size_t at = 0; at < rules.candidates.size(); ++at) {
    const std::string& title = at < rules.titles.size() ? rules.titles[at] : std::string();
    if (text::kebab(rules.candidates[at]) == plain || (!title.empty() && text::kebab(title) == plain))
      return &rules.candidates[at];
  }
  return nullptr;
}

std::string table_in_words(const HandedIn& list) {
  return list.table.text.empty() ? std::string("the list") : fmt::format("table '{}'", list.table.text);
}

void resolve(WrittenName& name, const ListRules& rules, text::Diagnostics& problems) {
  if (const std::string* candidate = candidate_of(name.text, rules)) {
    name.text = *candidate;
    return;
  }
  problems.error("unknown-item", name.place, fmt::format("there is no item '{}' to choose from", name.text),
                 text::did_you_mean(name.text, rules.candidates));
}

/// Where the first of two things stands, for a message at the second.
std::string where(const text::Place& first, const text::Place& second) {
  return first.from.line == second.from.line ? fmt::format("at column {}", first.from.column)
                                             : fmt::format("in line {}", first.from.line);
}

/// Tables are ids in the project: letters, digits, '-', '_' and '.'.
void check_table_name(const WrittenName& table, text::Diagnostics& problems) {
  const std::string id = text::as_id(table.text);
  if (id == table.text) return;
  findings::say(problems, {"table-name", table.place, {{"table", table.text}, {"id", id}}});
}

void check_list(HandedIn& list, const ListRules& rules, text::Diagnostics& problems) {
  std::vector<const WrittenName*> listed;
  for (std::vector<WrittenName>& group : list.groups)
    for (WrittenName& name : group) {
      resolve(name, rules, problems);
      const auto same = std::find_if(listed.begin(), listed.end(),
                                     [&](const WrittenName* other) { return other->text == name.text; });
      if (same != listed.end())
        findings::say(
            problems,
            {"listed-twice",
             name.place,
             {{"who", table_in_words(list)}, {"item", name.text}, {"first", where((*same)->place, name.place)}}});
      listed.push_back(&name);
    }
  if (list.blank && !listed.empty())
    findings::say(problems,
                  {"blank-table-ranks", list.table.place, {{"case", "handed-in"}, {"who", table_in_words(list)}}});
  if (listed.size() > rules.most)
    findings::say(problems, {"list-too-long",
                             listed[rules.most]->place,
                             {{"who", table_in_words(list)}, {"items", listed.size()}, {"most", rules.most}}});
  for (WrittenName& name : list.not_discussed) {
    resolve(name, rules, problems);
    for (const WrittenName* other : listed)
      if (other->text == name.text)
        findings::say(problems,
                      {"listed-and-not-discussed", name.place, {{"who", table_in_words(list)}, {"item", name.text}}});
  }
}

}  // namespace

std::vector<std::vector<WrittenName>> groups_of_ranks(const std::string& table, std::vector<RankedName> ranked,
                                                      text::Diagnostics& problems) {
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const RankedName& a, const RankedName& b) { return a.rank < b.rank; });
  std::vector<std::vector<WrittenName>> groups;
  std::size_t listed = 0;
  std::size_t last_rank = 0;
  for (const RankedName& entry : ranked) {
    if (entry.rank != last_rank) {
      if (entry.rank != last_rank + 1 && entry.rank != listed + 1)
        findings::say(
            problems,
            {"rank-skipped", entry.name.place, {{"table", table}, {"rank", entry.rank}, {"missing", last_rank + 1}}});
      groups.emplace_back();
      last_rank = entry.rank;
    }
    groups.back().push_back(entry.name);
    ++listed;
  }
  return groups;
}

void check_lists(std::vector<HandedIn>& lists, const ListRules& rules, text::Diagnostics& problems) {
  for (HandedIn& list : lists) {
    check_table_name(list.table, problems);
    check_list(list, rules, problems);
  }
  std::map<std::string_view, const WrittenName*> first_of;
  for (const HandedIn& list : lists) {
    if (list.table.text.empty()) continue;
    const auto [first, is_first] = first_of.try_emplace(list.table.text, &list.table);
    if (!is_first)
      findings::say(problems, {"two-lists-of-one-table",
                               list.table.place,
                               {{"table", list.table.text}, {"first", where(first->second->place, list.table.place)}}});
  }
}

std::vector<HandedIn> named_lists(std::vector<HandedIn> lists, const std::vector<std::string>& taken,
                                  text::Diagnostics& problems) {
  std::vector<HandedIn> result;
  std::vector<std::string> given;
  const WrittenName* first_without = nullptr;
  std::size_t next = 1;
  std::set<std::string> names(taken.begin(), taken.end());
  for (const HandedIn& list : lists) names.insert(list.table.text);
  for (const HandedIn& list : lists)
    for (std::size_t repeat = 1; repeat <= list.repeats; ++repeat) {
      HandedIn one = list;
      one.repeats = 1;
      if (list.table.text.empty()) {
        while (names.contains(fmt::format("t{}", next))) ++next;
        one.table.text = fmt::format("t{}", next);
        names.insert(one.table.text);
        given.push_back(one.table.text);
        if (first_without == nullptr) first_without = &list.table;
      } else if (list.repeats > 1) {
        one.table.text += fmt::format("-{}", repeat);
      }
      result.push_back(std::move(one));
    }
  if (first_without != nullptr)
    findings::say(problems, {"list-without-name", first_without->place, {{"names", text::Value::list_of(given)}}});
  return result;
}

model::TableRanking ranking_of(const HandedIn& list) {
  model::TableRanking ranking;
  ranking.people = list.people;
  ranking.weight = list.weight.value_or(1);
  ranking.returned = !list.blank;
  for (const std::vector<WrittenName>& group : list.groups) {
    model::OneOrMany<std::string> items;
    for (const WrittenName& name : group) items.items.push_back(name.text);
    ranking.ranking.push_back(std::move(items));
  }
  for (const WrittenName& name : list.not_discussed) ranking.not_discussed.push_back(name.text);
  return ranking;
}

}  // namespace thrive::priorities
