// SPDX-License-Identifier: MIT
//
// A driver diagram from a sheet: a row a box, with its level, what it drives and its text.
#pragma once

#include <string>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/records/edit.hpp"
#include "libthrive/tables/table.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::improvement {

/// One row.
struct DiagramRow {
  enum class Level { aim, driver, idea };
  Level level = Level::aim;
  std::vector<std::string> parents{};  // ids or texts; empty for an aim, and for a driver right below it
  std::string text;
  std::string id{};
  text::Place place{};
};

/// The columns: level, parent, text, and id where the sheet has one.
tables::KnownColumns columns_of_diagram();
/// The rows of a sheet. A level that is none, a row without text and an idea without a parent are problems.
std::vector<DiagramRow> diagram_rows(tables::Table& sheet, text::Diagnostics& problems);

/// What a sheet adds to a project.
struct TakenDiagram {
  std::vector<records::Edit> changes{};
  std::size_t added = 0;
  std::size_t there_already = 0;  // boxes of the same text at the same parents
};
/// Drivers and ideas are known by their ids, else by their texts. A parent must be in the project or in the sheet,
/// above or below; an aim that says something else than the one recorded is refused.
TakenDiagram take_diagram(const std::vector<DiagramRow>& rows, const model::Project& project,
                          text::Diagnostics& problems);

}  // namespace thrive::improvement
