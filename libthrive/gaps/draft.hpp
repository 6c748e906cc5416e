// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::gaps {

/// The columns of a gap sheet that hold lines.
enum class LineColumn { in_place, in_development, gaps };

/// A line that the project's own evidence suggests, with where it came from.
struct DraftedLine {
  LineColumn column = LineColumn::gaps;
  model::GapLine line;
};

/// What can be drafted for one priority.
struct Draft {
  std::string priority;
  std::optional<std::string> ideal;  // nothing when the sheet has one already
  std::vector<DraftedLine> lines;    // only those that the sheet does not have yet
  bool is_new = false;               // the project has no sheet for it
};

/// Drafts a sheet: the ideal from the instrument's top descriptor; what is in place from good practice that bears on
/// the item and from evidence of THRIVE-like scores; gaps from problems and duplication that bear on it, from
/// evidence of scores below the THRIVE-like line, and from the descriptor where a low score has no evidence. Words that
/// a person wrote stay: an ideal is kept, and a line that names its source is added once.
Draft draft_sheet(const model::Project& project, const model::Instrument* instrument,
                  const model::Assessment* assessment, const std::string& priority);

/// The priorities that need a sheet: the agreed ones in their order; none before the room has agreed.
std::vector<std::string> priorities_to_draft(const model::Project& project);

/// The key of a column in the project file.
std::string_view key_of(LineColumn column);
const std::vector<model::GapLine>& lines_of(const model::GapSheet& sheet, LineColumn column);

}  // namespace thrive::gaps
