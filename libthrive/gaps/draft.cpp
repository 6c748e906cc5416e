// SPDX-License-Identifier: MIT
#include "libthrive/gaps/draft.hpp"

#include <algorithm>

namespace thrive::gaps {

namespace {

bool bears_on(const model::Observation& observation, const std::string& item) {
  return std::find(observation.principles.begin(), observation.principles.end(), item) != observation.principles.end();
}

/// True when the sheet already has a line from this source, or the very words.
bool is_there(const model::GapSheet* sheet, const model::GapLine& line) {
  if (sheet == nullptr) return false;
  for (const LineColumn column : {LineColumn::in_place, LineColumn::in_development, LineColumn::gaps})
    for (const model::GapLine& known : lines_of(*sheet, column))
      if (known.text == line.text || (known.from && known.from == line.from)) return true;
  return false;
}

void add_observations(const model::Project& project, const model::GapSheet* sheet, Draft& draft) {
  for (const auto& entry : project.observations) {
    const model::Observation& observation = entry.value;
    if (!bears_on(observation, draft.priority)) continue;
    DraftedLine drafted;
    drafted.column = observation.kind == "good-practice" ? LineColumn::in_place : LineColumn::gaps;
    drafted.line = {observation.text, entry.id, {}};
    if (!is_there(sheet, drafted.line)) draft.lines.push_back(std::move(drafted));
  }
}

/// What tables based their scores on: on or above the THRIVE-like line it is in place, below it is a gap.
void add_evidence(const model::Assessment& assessment, const model::Instrument& instrument,
                  const model::GapSheet* sheet, Draft& draft) {
  for (const auto& table : assessment.tables) {
    const model::TableScore* answer = table.value.scores.find(draft.priority);
    if (answer == nullptr || !answer->evidence || !answer->score.points) continue;
    DraftedLine drafted;
    drafted.column =
        *answer->score.points >= instrument.scale.thrive_like_from ? LineColumn::in_place : LineColumn::gaps;
    drafted.line = {*answer->evidence, "score " + draft.priority + " of table " + table.id, {}};
    if (!is_there(sheet, drafted.line)) draft.lines.push_back(std::move(drafted));
  }
}

/// Low scores that nobody named evidence for: the descriptor that those tables chose says what is the case.
void add_low_scores(const model::Assessment& assessment, const model::Instrument& instrument,
                    const model::GapSheet* sheet, Draft& draft) {
  const model::Item* item = instrument.items.find(draft.priority);
  if (item == nullptr) return;
  for (int points = instrument.scale.min; points < instrument.scale.thrive_like_from; ++points) {
    const std::string* words = item->descriptors.find(std::to_string(points));
    std::vector<std::string> tables;
    for (const auto& table : assessment.tables) {
      const model::TableScore* answer = table.value.scores.find(draft.priority);
      if (answer != nullptr && !answer->evidence && answer->score.points == points) tables.push_back(table.id);
    }
    if (words == nullptr || tables.empty()) continue;
    const std::string from = "score " + draft.priority + " " + std::to_string(points) + " of " +
                             (tables.size() == 1 ? "table " : "tables ") + text::join_in_words(tables);
    DraftedLine drafted = {LineColumn::gaps, {*words, from, {}}};
    if (!is_there(sheet, drafted.line)) draft.lines.push_back(std::move(drafted));
  }
}

}  // namespace

std::string_view key_of(LineColumn column) {
  switch (column) {
    case LineColumn::in_place:
      return "in_place";
    case LineColumn::in_development:
      return "in_development";
    case LineColumn::gaps:
      break;
  }
  return "gaps";
}

const std::vector<model::GapLine>& lines_of(const model::GapSheet& sheet, LineColumn column) {
  switch (column) {
    case LineColumn::in_place:
      return sheet.in_place;
    case LineColumn::in_development:
      return sheet.in_development;
    case LineColumn::gaps:
      break;
  }
  return sheet.gaps;
}

std::vector<std::string> priorities_to_draft(const model::Project& project) {
  if (!project.priorities || !project.priorities->agreed) return {};
  return project.priorities->agreed->order;
}

Draft draft_sheet(const model::Project& project, const model::Instrument* instrument,
                  const model::Assessment* assessment, const std::string& priority) {
  Draft draft;
  draft.priority = priority;
  const model::GapSheet* sheet = project.gaps.find(priority);
  draft.is_new = sheet == nullptr;
  const model::Item* item = instrument == nullptr ? nullptr : instrument->items.find(priority);
  if (item != nullptr && (sheet == nullptr || !sheet->ideal))
    if (const std::string* top = item->descriptors.find(std::to_string(instrument->scale.max))) draft.ideal = *top;
  add_observations(project, sheet, draft);
  if (assessment != nullptr && instrument != nullptr) {
    add_evidence(*assessment, *instrument, sheet, draft);
    add_low_scores(*assessment, *instrument, sheet, draft);
  }
  return draft;
}

}  // namespace thrive::gaps
