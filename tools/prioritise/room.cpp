// SPDX-License-Identifier: MIT
#include "tools/prioritise/room.hpp"

#include <fmt/core.h>

#include <string>

#include "libthrive/priorities/describe/describe.hpp"

using namespace thrive;

namespace {

/// The instrument of the latest assessment, or the built-in one; null pointer when there is none of that name.
const model::Instrument* instrument_of(const project::Opened& project) {
  const std::string latest = project.latest_assessment();
  return project.instrument(latest.empty() ? std::string("thrive-principles")
                                           : project.model().assessments.find(latest)->instrument);
}

}  // namespace

Room room_of(const project::Opened& project, const std::string& assessment) {
  Room room;
  room.priorities = project.model().priorities.value_or(model::Priorities{});
  const model::Instrument* instrument = instrument_of(project);
  room.candidates = room.priorities.rules.candidates;
  if (room.candidates.empty() && instrument != nullptr) room.candidates = instrument->items.ids();
  room.names = priorities::item_names(room.candidates, instrument);
  room.heading = priorities::heading_of(project.model());
  room.assessment = assessment.empty() ? priorities::assessment_to_go_by(project.model()) : assessment;
  room.names.thrive_like_from = instrument == nullptr ? 3 : instrument->scale.thrive_like_from;
  room.known = priorities::candidates(project.model(), room.candidates,
                                      project.model().assessments.find(room.assessment), room.names.thrive_like_from);
  room.names.scores = priorities::scores_of(room.known, room.candidates);
  return room;
}

bool can_count(const project::Opened& project, const Room& room, text::Diagnostics& problems) {
  if (room.priorities.tables.empty())
    problems.error("no-lists", project.place({"priorities"}), "no table has a list, and none is awaited",
                   "record one with 'prioritise record', or read them with 'prioritise import'");
  if (room.candidates.empty())
    problems.error("no-candidates", project.place({"priorities", "rules"}), "there are no items to choose from",
                   "list them under priorities: rules: candidates, or add an assessment");
  for (const std::string& table : priorities::tables_with_too_fine_weights(room.priorities))
    problems.error("weight-too-fine", project.place({"priorities", "tables", table, "weight"}),
                   fmt::format("the weight of table '{}' has more than six decimals", table),
                   "weights are counted exactly: use a multiple, such as 1 and 3 for a third");
  return !problems.has_errors();
}
