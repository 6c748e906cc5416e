// SPDX-License-Identifier: MIT
#include "tools/prioritise/room.hpp"

#include <fmt/core.h>

#include <string>

#include "libthrive/findings/say.hpp"
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
  if (room.priorities.tables.empty()) findings::say(problems, {"no-lists", project.place({"priorities"})});
  if (room.candidates.empty()) findings::say(problems, {"no-candidates", project.place({"priorities", "rules"})});
  for (const std::string& table : priorities::tables_with_too_fine_weights(room.priorities))
    findings::say(problems,
                  {"weight-too-fine", project.place({"priorities", "tables", table, "weight"}), {{"table", table}}});
  return !problems.has_errors();
}
