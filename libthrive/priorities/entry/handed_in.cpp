// SPDX-License-Identifier: MIT
#include "libthrive/priorities/entry/handed_in.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "libthrive/findings/say.hpp"
#include "libthrive/priorities/entry/read_numbers.hpp"
#include "libthrive/tables/row_problems.hpp"
#include "libthrive/tables/summary_words.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/spreadsheet_cells.hpp"
#include "libthrive/text/unicode.hpp"

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

/// Names t1, t2, t3 and so on as "t1 to t45".
std::vector<std::string> in_runs(const std::vector<std::string>& names) {
  const auto number = [&names](std::size_t at) {
    return whole_number_of(std::string_view(names[at]).substr(1)).value_or(0);
  };
  std::vector<std::string> runs;
  for (std::size_t from = 0, to = 0; from < names.size(); from = to + 1) {
    for (to = from; to + 1 < names.size() && number(to + 1) == number(to) + 1;) ++to;
    if (to - from > 2)
      runs.push_back(names[from] + " to " + names[to]);
    else
      runs.insert(runs.end(), names.begin() + static_cast<std::ptrdiff_t>(from),
                  names.begin() + static_cast<std::ptrdiff_t>(to) + 1);
  }
  return runs;
}

/// Where the first of two things stands, for a message at the second.
std::string where(const text::Place& first, const text::Place& second) {
  return first.from.line == second.from.line ? fmt::format("at column {}", first.from.column)
                                             : fmt::format("in line {}", first.from.line);
}

/// Looks at lists one after the other, and says one mistake once.
class ListChecker {
 public:
  ListChecker(const ListRules& rules, text::Diagnostics& problems) : rules_(rules), problems_(problems) {
    for (const std::string& table : rules.tables) spelling_.emplace(text::kebab(table), table);
  }

  void check(HandedIn& list) {
    check_table_name(list.table);
    join_titles(list.groups);
    part_ties(list.groups);
    std::vector<const WrittenName*> listed;
    for (std::vector<WrittenName>& group : list.groups)
      for (WrittenName& name : group) {
        if (!resolve(name)) continue;
        refuse_second(list, name, listed);
        listed.push_back(&name);
      }
    if (list.blank && !listed.empty())
      report("blank-table-ranks", list.table.place,
             {"blank-table-ranks", list.table.place, {{"case", "handed-in"}, {"who", table_in_words(list)}}});
    if (listed.size() > rules_.most)
      report("list-too-long", listed[rules_.most]->place,
             {"list-too-long",
              listed[rules_.most]->place,
              {{"who", table_in_words(list)}, {"items", listed.size()}, {"most", rules_.most}}});
    check_not_discussed(list, listed);
  }

  /// Says how many problems of a kind were not said one by one. At the end, once.
  void finish() { rows_.say_how_many_more(); }

 private:
  void report(const char* code, const text::Place& place, const findings::Finding& finding) {
    if (rows_.is_said(text::Severity::error, code, place)) rows_.add(findings::in_words(finding));
  }

  /// Titles with a comma that was taken for the next place: "Help that works, from trained people".
  void join_titles(std::vector<std::vector<WrittenName>>& groups) const {
    for (std::size_t at = 0; at + 1 < groups.size(); ++at) {
      std::string whole = groups[at].back().text;
      for (std::size_t next = at + 1; next < groups.size() && groups[next].front().is_behind_comma; ++next) {
        whole += ", " + groups[next].front().text;
        if (candidate_of(whole, rules_) == nullptr) {
          if (groups[next].size() > 1) break;
          continue;
        }
        groups[at].back().text = whole;
        groups[at].insert(groups[at].end(), groups[next].begin() + 1, groups[next].end());
        groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                     groups.begin() + static_cast<std::ptrdiff_t>(next) + 1);
        break;
      }
    }
  }

  /// Several candidates in one place are a tie: `M6, P3`, `[M6; P3]`.
  void part_ties(std::vector<std::vector<WrittenName>>& groups) const {
    for (std::vector<WrittenName>& group : groups)
      for (std::size_t at = 0; at < group.size(); ++at) {
        if (candidate_of(group[at].text, rules_) != nullptr) continue;
        const std::vector<std::string> names = names_in_place(group[at].text);
        const bool are_candidates =
            names.size() > 1 && std::all_of(names.begin(), names.end(), [this](const std::string& name) {
              return candidate_of(name, rules_) != nullptr;
            });
        if (!are_candidates) continue;
        const WrittenName whole = group[at];
        group.erase(group.begin() + static_cast<std::ptrdiff_t>(at));
        for (std::size_t i = 0; i < names.size(); ++i)
          group.insert(group.begin() + static_cast<std::ptrdiff_t>(at + i), {names[i], whole.place, whole.named_at});
      }
  }

  /// The names in one place, without brackets around them.
  static std::vector<std::string> names_in_place(std::string_view text) {
    for (const auto& [open, close] : {std::pair('[', ']'), std::pair('{', '}'), std::pair('(', ')')})
      if (text.size() > 1 && text.front() == open && text.back() == close) text = text.substr(1, text.size() - 2);
    std::string plain(text);
    std::replace(plain.begin(), plain.end(), '\n', ';');
    return text::items_in_cell(plain);
  }

  /// True when a name is a candidate's, which it then becomes; an unknown one is reported once, where it is named.
  bool resolve(WrittenName& name) {
    if (const std::string* candidate = candidate_of(name.text, rules_)) {
      name.text = *candidate;
      return true;
    }
    if (!unknown_.insert(name.text).second) return false;
    const text::Place& place = name.named_at.file.empty() ? name.place : name.named_at;
    problems_.error("unknown-item", place, fmt::format("there is no item '{}' to choose from", name.text),
                    advice_on_name(name));
    return false;
  }

  std::string advice_on_name(const WrittenName& name) const {
    const std::string near = text::did_you_mean(name.text, rules_.candidates);
    if (!near.empty() || name.text.find(',') == std::string::npos) return near;
    return "write a title that has a comma in double quotes, or its id";
  }

  void refuse_second(const HandedIn& list, const WrittenName& name, const std::vector<const WrittenName*>& listed) {
    const auto same =
        std::find_if(listed.begin(), listed.end(), [&](const WrittenName* other) { return other->text == name.text; });
    if (same == listed.end()) return;
    report("listed-twice", name.place,
           {"listed-twice",
            name.place,
            {{"who", table_in_words(list)}, {"item", name.text}, {"first", where((*same)->place, name.place)}}});
  }

  void check_not_discussed(HandedIn& list, const std::vector<const WrittenName*>& listed) {
    std::vector<std::vector<WrittenName>> places;
    for (const WrittenName& name : list.not_discussed) places.push_back({name});
    join_titles(places);
    list.not_discussed.clear();
    for (const std::vector<WrittenName>& place : places)
      list.not_discussed.insert(list.not_discussed.end(), place.begin(), place.end());
    for (WrittenName& name : list.not_discussed) {
      if (!resolve(name)) continue;
      for (const WrittenName* other : listed)
        if (other->text == name.text)
          report("listed-and-not-discussed", name.place,
                 {"listed-and-not-discussed", name.place, {{"who", table_in_words(list)}, {"item", name.text}}});
    }
  }

  /// Tables are ids in the project: letters, digits, '-', '_' and '.'. The advice is never a second name for a table.
  void check_table_name(const WrittenName& table) {
    if (table.text.empty() || std::find(rules_.tables.begin(), rules_.tables.end(), table.text) != rules_.tables.end())
      return;
    if (tables::names_a_summary(table.text))
      return report("summary-of-tables", table.place,
                    {"summary-of-tables", table.place, {{"title", text::without_controls(table.text)}}});
    const std::string id = text::as_id(table.text);
    if (refused_tables_.contains(table.text)) return;
    if (id != table.text) refused_tables_.insert(table.text);
    const auto [other, is_new] = spelling_.try_emplace(text::kebab(id), id);
    if (!is_new && other->second != table.text)
      return report("table-spelt-two-ways", table.place,
                    {"table-spelt-two-ways",
                     table.place,
                     {{"table", text::without_controls(table.text)}, {"other", other->second}}});
    if (id != table.text)
      report("table-name", table.place,
             {"table-name", table.place, {{"table", text::without_controls(table.text)}, {"id", id}}});
  }

  const ListRules& rules_;
  text::Diagnostics& problems_;
  tables::RowProblems rows_{problems_};
  std::set<std::string> unknown_, refused_tables_;
  std::map<std::string, std::string> spelling_;  // of each table, by its name in kebab-case
};

}  // namespace

std::vector<std::vector<WrittenName>> groups_of_ranks(const std::string& table, std::vector<RankedName> ranked,
                                                      text::Diagnostics& problems) {
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const RankedName& a, const RankedName& b) { return a.rank < b.rank; });
  std::vector<std::vector<WrittenName>> groups;
  std::size_t listed = 0, listed_at_most = 0;  // a cell with a comma may be one title or a tie
  std::size_t last_rank = 0;
  for (const RankedName& entry : ranked) {
    if (entry.rank != last_rank) {
      if (entry.rank != last_rank + 1 && (entry.rank <= listed || entry.rank > listed_at_most + 1))
        findings::say(
            problems,
            {"rank-skipped", entry.name.place, {{"table", table}, {"rank", entry.rank}, {"missing", last_rank + 1}}});
      groups.emplace_back();
      last_rank = entry.rank;
    }
    groups.back().push_back(entry.name);
    ++listed;
    listed_at_most += text::items_in_cell(entry.name.text).size();
  }
  return groups;
}

void check_lists(std::vector<HandedIn>& lists, const ListRules& rules, text::Diagnostics& problems) {
  ListChecker checker(rules, problems);
  for (HandedIn& list : lists) checker.check(list);
  checker.finish();
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
    findings::say(problems,
                  {"list-without-name", first_without->place, {{"names", text::Value::list_of(in_runs(given))}}});
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
