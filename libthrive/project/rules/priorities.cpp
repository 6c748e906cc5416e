// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <unordered_set>

#include "libthrive/project/rules/rules.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

namespace {

Path item_path(Path list, std::size_t position) {
  list.push_back(std::to_string(position));
  return list;
}

void report_twice(const Opened& project, const Path& path, std::string_view item, text::Diagnostics& problems) {
  problems.error("ranked-twice", project.place(path), fmt::format("'{}' is in the list twice", item),
                 "keep the higher place, or the one that the table meant");
}

void check_ranking(const Opened& project, const std::string& id, const model::TableRanking& table, int choose,
                   text::Diagnostics& problems) {
  const Path list{"priorities", "tables", id, "ranking"};
  std::unordered_set<std::string_view> seen;
  std::size_t count = 0;
  for (std::size_t place = 0; place < table.ranking.size(); ++place) {
    const auto& tied = table.ranking[place].items;
    for (std::size_t i = 0; i < tied.size(); ++i, ++count) {
      if (seen.insert(tied[i]).second) continue;
      Path path = item_path(list, place);
      if (tied.size() > 1) path = item_path(path, i);
      report_twice(project, path, tied[i], problems);
    }
  }
  if (count > static_cast<std::size_t>(std::max(choose, 0)))
    problems.warning("ranks-too-many", project.place(list),
                     fmt::format("table '{}' lists {} items, and the rules say {}", id, count, choose),
                     "the rules were fixed before the workshop: ask the table, or count all as they stand");
  if (!table.returned && count > 0)
    problems.error("blank-table-ranks", project.place(list),
                   fmt::format("table '{}' has a list although it returned nothing", id),
                   "take away 'returned: false' or the list");
  for (std::size_t i = 0; i < table.not_discussed.size(); ++i)
    if (seen.contains(table.not_discussed[i]))
      problems.error("ranked-and-not-discussed",
                     project.place(item_path({"priorities", "tables", id, "not_discussed"}, i)),
                     fmt::format("table '{}' ranked '{}' and did not discuss it", id, table.not_discussed[i]),
                     "take it out of one of the two lists");
}

/// True when a table or the room gave the item a score, or said that it does not know.
bool is_scored(const model::Assessment& assessment, std::string_view item) {
  if (assessment.agreed.contains(item)) return true;
  return std::any_of(assessment.tables.begin(), assessment.tables.end(),
                     [item](const auto& table) { return table.value.scores.contains(item); });
}

void check_list(const Opened& project, const Path& list, const std::vector<std::string>& items,
                text::Diagnostics& problems) {
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!seen.insert(items[i]).second) report_twice(project, item_path(list, i), items[i], problems);
}

void check_agreed(const Opened& project, const model::AgreedPriorities& agreed, int choose,
                  text::Diagnostics& problems) {
  const Path list{"priorities", "agreed", "order"};
  check_list(project, list, agreed.order, problems);
  if (agreed.order.size() > static_cast<std::size_t>(std::max(choose, 0)))
    problems.warning("ranks-too-many", project.place(list),
                     fmt::format("the room agreed {} priorities, and the rules say {}", agreed.order.size(), choose),
                     "correct the list, or 'choose' in the rules");
  const std::string latest = project.latest_assessment();
  if (latest.empty()) return;
  const model::Assessment& assessment = *project.model().assessments.find(latest);
  for (std::size_t i = 0; i < agreed.order.size(); ++i)
    if (!is_scored(assessment, agreed.order[i]))
      problems.warning("priority-not-scored", project.place(item_path(list, i)),
                       fmt::format("nobody scored '{}' in assessment '{}'", agreed.order[i], latest),
                       "a priority starts from what the tables saw: record its score, or 'unknown'");
}

/// What a drafted line says of its source: "o05", "score M6" or "descriptor M6 4".
bool is_known_source(const Opened& project, const std::set<std::string, std::less<>>& items, std::string_view from) {
  const std::size_t blank = from.find(' ');
  if (blank == std::string_view::npos) {
    // One word with a number in it is an observation's id; anything else is words of somebody's own.
    const bool is_observation = from.size() > 1 && from.front() == 'o' &&
                                std::all_of(from.begin() + 1, from.end(), [](char c) { return c >= '0' && c <= '9'; });
    return !is_observation || project.model().observations.contains(from);
  }
  const std::string_view word = from.substr(0, blank);
  if (word != "score" && word != "descriptor") return true;
  return items.contains(from.substr(blank + 1, from.find(' ', blank + 1) - blank - 1));
}

void check_sources(const Opened& project, const std::set<std::string, std::less<>>& items, const std::string& id,
                   const char* column, const std::vector<model::GapLine>& lines, text::Diagnostics& problems) {
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].from && !is_known_source(project, items, *lines[i].from))
      problems.warning("source-is-gone", project.place({"gaps", id, column, std::to_string(i), "from"}),
                       fmt::format("the line comes from '{}', which is not in the project", *lines[i].from),
                       "correct it, or take 'from' away when the line is now your own");
}

}  // namespace

void check_priorities(const Opened& project, text::Diagnostics& problems) {
  if (!project.model().priorities) return;
  const model::Priorities& priorities = *project.model().priorities;
  check_list(project, {"priorities", "rules", "candidates"}, priorities.rules.candidates, problems);
  // A complete ranking may be asked for, with points for every place, although fewer are chosen.
  const int longest = std::max(priorities.rules.choose, priorities.rules.points_from.value_or(0));
  for (const auto& [id, table] : priorities.tables) check_ranking(project, id, table, longest, problems);
  if (priorities.agreed) check_agreed(project, *priorities.agreed, priorities.rules.choose, problems);
}

void check_gaps(const Opened& project, text::Diagnostics& problems) {
  if (project.model().gaps.empty()) return;
  std::set<std::string_view> agreed;
  if (const auto& priorities = project.model().priorities; priorities && priorities->agreed)
    agreed.insert(priorities->agreed->order.begin(), priorities->agreed->order.end());
  std::set<std::string, std::less<>> items;
  for (std::string& item : candidate_items(project)) items.insert(std::move(item));
  for (const auto& [id, sheet] : project.model().gaps) {
    if (!agreed.contains(id))
      problems.warning("gap-not-agreed", project.place_of_key({"gaps", id}),
                       fmt::format("'{}' has a gap sheet and is not an agreed priority", id),
                       "gap sheets are for the priorities under priorities: agreed: order");
    check_sources(project, items, id, "in_place", sheet.in_place, problems);
    check_sources(project, items, id, "in_development", sheet.in_development, problems);
    check_sources(project, items, id, "gaps", sheet.gaps, problems);
  }
}

}  // namespace thrive::project
