// SPDX-License-Identifier: MIT
#include "tools/prioritise/lists.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/priorities/entry/recording.hpp"
#include "tools/prioritise/room.hpp"

using namespace thrive;

namespace {

/// Writes what changes of a table's entry, and only that.
void write_list(const priorities::RecordedList& list, project::Changes& changes) {
  if (list.is_new) {
    const text::Value value = project::to_value(list.ranking);
    changes.set({"priorities", "tables", list.table}, value.is_null() ? text::Value::map() : value,
                yaml::Layout::line_each);
    return;
  }
  changes.add(list.update.changes);
}

}  // namespace

priorities::ListRules list_rules(const Room& room) {
  const model::PriorityRules& rules = room.priorities.rules;
  const int most = std::max(rules.choose, rules.points_from.value_or(rules.choose));
  return {room.candidates, room.names.titles, static_cast<std::size_t>(most), room.priorities.tables.ids()};
}

bool write_lists(cli::Session& session, const project::Opened& project, std::vector<priorities::HandedIn> lists,
                 const priorities::Meeting& meeting, project::Changes& changes) {
  text::Diagnostics& problems = session.problems();
  const Room room = room_of(project);
  priorities::check_lists(lists, list_rules(room), problems);
  lists = priorities::named_lists(std::move(lists), room.priorities.tables.ids(), problems);
  const auto recorded = priorities::lists_to_record(room.priorities, lists, meeting, problems);
  if (problems.has_errors()) return false;
  for (const priorities::RecordedList& list : recorded) write_list(list, changes);
  if (meeting.known == priorities::Known::refused) return true;
  for (const priorities::RecordedList& list : recorded)
    for (const std::string& words : list.update.in_words()) session.say(words);
  return true;
}
