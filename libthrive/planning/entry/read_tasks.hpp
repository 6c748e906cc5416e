// SPDX-License-Identifier: MIT
//
// Tasks from a sheet, as `plan list -f csv` writes it or as people make one.
#pragma once

#include <string>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/model/vocabulary.hpp"
#include "libthrive/records/edit.hpp"
#include "libthrive/records/update.hpp"
#include "libthrive/tables/table.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::planning {

/// A row of a sheet: cells that say something, by the field that they are.
struct WrittenTask {
  struct Cell {
    std::string field;
    std::string words;
    text::Place place;
  };
  std::vector<Cell> cells;
  text::Place place;

  /// The cell of a field; null pointer when it says nothing.
  const Cell* find(std::string_view field) const;
};

/// Reads the rows of a sheet. A column of another name is an error; those that `plan list` works out are left aside.
std::vector<WrittenTask> read_tasks(const tables::Input& input, text::Diagnostics& problems);

/// What writing tasks down changes.
struct RecordedTasks {
  std::vector<records::Edit> changes;
  records::Update update;         // of tasks that are there
  std::size_t there_already = 0;  // rows that say nothing new
};

/// Checks every row by the rules of the format. A task without an id gets the next free one. One that is there already
/// is left alone when the row says nothing new; when it does, it is refused, or brought up to date with `updates`. With
/// any problem nothing is to be written.
RecordedTasks record_tasks(const std::vector<WrittenTask>& tasks, const model::Project& project,
                           const model::Vocabulary& vocabulary, bool updates, text::Diagnostics& problems);

}  // namespace thrive::planning
