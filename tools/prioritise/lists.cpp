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
void write_list(const Room& room, const priorities::RecordedList& list, project::Changes& changes) {
  const text::Value value = project::to_value(list.ranking);
  if (list.is_new) {
    // The section first, in block style, then the entry on one line, as in the files people write.
    const project::Path entry = {"priorities", "tables", list.table};
    if (room.priorities.tables.empty()) changes.set(entry, text::Value::map());
    changes.set(entry, value.is_null() ? text::Value::map() : value, yaml::Layout::one_line);
    return;
  }
  const text::Value before = project::to_value(*room.priorities.tables.find(list.table));
  for (const char* field : {"people", "weight", "returned", "ranking", "not_discussed"}) {
    const project::Path path = {"priorities", "tables", list.table, field};
    const text::Value* now = value.find(field);
    const text::Value* then = before.find(field);
    if (now != nullptr && (then == nullptr || !(*now == *then)))
      changes.set(path, *now, yaml::Layout::one_line);
    else if (now == nullptr && then != nullptr)
      changes.remove(path);
  }
}

}  // namespace

priorities::ListRules list_rules(const Room& room) {
  const model::PriorityRules& rules = room.priorities.rules;
  const int most = std::max(rules.choose, rules.points_from.value_or(rules.choose));
  return {room.candidates, room.names.titles, static_cast<std::size_t>(most), room.priorities.tables.ids()};
}

bool write_lists(cli::Session& session, const project::Opened& project, std::vector<priorities::HandedIn> lists,
                 priorities::Known known, project::Changes& changes) {
  text::Diagnostics& problems = session.problems();
  const Room room = room_of(project);
  priorities::check_lists(lists, list_rules(room), problems);
  lists = priorities::named_lists(std::move(lists), room.priorities.tables.ids(), problems);
  records::Update update;
  const auto recorded = priorities::lists_to_record(room.priorities, lists, known, update, problems);
  if (problems.has_errors()) return false;
  for (const priorities::RecordedList& list : recorded) write_list(room, list, changes);
  for (const std::string& words : update.in_words()) session.say(words);
  return true;
}
