// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>
#include <unordered_set>

#include "libthrive/project/found.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/records/kinds.hpp"

namespace thrive::project {

namespace {

Path item_path(Path list, std::size_t position) {
  list.push_back(std::to_string(position));
  return list;
}

void report_twice(const Opened& project, const Path& path, std::string_view item, text::Diagnostics& problems) {
  say(project, problems, {"ranked-twice", path, {{"item", item}}});
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
    say(project, problems,
        {"ranks-too-many", list, {{"case", "table"}, {"table", id}, {"items", count}, {"choose", choose}}});
  if (!table.returned && count > 0) say(project, problems, {"blank-table-ranks", list, {{"table", id}}});
  for (std::size_t i = 0; i < table.not_discussed.size(); ++i)
    if (seen.contains(table.not_discussed[i]))
      say(project, problems,
          {"ranked-and-not-discussed",
           item_path({"priorities", "tables", id, "not_discussed"}, i),
           {{"table", id}, {"item", table.not_discussed[i]}}});
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
  if (agreed.order.empty()) say(project, problems, {"agreement-without-order", list, {{"case", "in-file"}}});
  if (agreed.order.size() > static_cast<std::size_t>(std::max(choose, 0)))
    say(project, problems,
        {"ranks-too-many", list, {{"case", "agreed"}, {"items", agreed.order.size()}, {"choose", choose}}});
  const std::string latest = project.latest_assessment();
  if (latest.empty()) return;
  const model::Assessment& assessment = *project.model().assessments.find(latest);
  for (std::size_t i = 0; i < agreed.order.size(); ++i)
    if (!is_scored(assessment, agreed.order[i]))
      say(project, problems,
          {"priority-not-scored", item_path(list, i), {{"item", agreed.order[i]}, {"assessment", latest}}});
}

/// Looks for what drafted lines say of their source: "o05", "score M6" or "descriptor M6 4".
class Sources {
 public:
  explicit Sources(const Opened& project) : project_(project) {
    for (std::string& item : candidate_items(project)) items_.insert(std::move(item));
  }

  bool has(std::string_view from) const {
    const records::NamedPart part = records::named_parts("source", from).front();
    const std::string_view id = from.substr(part.begin, part.length);
    if (part.kind == "item") return items_.contains(id);
    // One word with a number in it is an observation's id; anything else is words of somebody's own.
    const bool is_observation =
        id.size() > 1 && id.front() == 'o' && id.find_first_not_of("0123456789", 1) == std::string_view::npos;
    return !is_observation || project_.model().observations.contains(id);
  }

 private:
  const Opened& project_;
  std::set<std::string, std::less<>> items_;
};

void check_sources(const Opened& project, const Sources& sources, const std::string& id, const char* column,
                   const std::vector<model::GapLine>& lines, text::Diagnostics& problems) {
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].from && !sources.has(*lines[i].from))
      say(project, problems,
          {"source-is-gone", {"gaps", id, column, std::to_string(i), "from"}, {{"source", *lines[i].from}}});
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
  const Sources sources(project);
  for (const auto& [id, sheet] : project.model().gaps) {
    if (!agreed.contains(id)) say_of_key(project, problems, {"gap-not-agreed", {"gaps", id}, {{"sheet", id}}});
    check_sources(project, sources, id, "in_place", sheet.in_place, problems);
    check_sources(project, sources, id, "in_development", sheet.in_development, problems);
    check_sources(project, sources, id, "gaps", sheet.gaps, problems);
  }
}

}  // namespace thrive::project
