// SPDX-License-Identifier: MIT
//
// A project as tables for analysis in other programs: a table for each section and each collection within one, made
// from the description, so that a field added to the model is a column here.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/records/shape.hpp"
#include "libthrive/text/small_numbers.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::records {

/// One column.
struct TidyField {
  std::string name;
  std::string type;  // string, integer, number, boolean or date
  std::string meaning;
  bool is_key = false;    // one of those that together tell the rows apart
  std::string refers_to;  // the table whose key it names; empty when there is none
};

/// A table: every row begins with the project, then the keys of what it lies in, then its own.
struct TidyTable {
  std::string name;
  std::string meaning;
  std::vector<TidyField> fields;
  bool is_within = false;                        // it holds what stands within another table's rows
  std::vector<std::vector<text::Value>> rows{};  // null where nothing is recorded
};

/// The tables of a record that holds a whole project, filled by one project after the other.
///
/// A table within another is called by both their names, but for a few that people call by one.
/// Groups of a record are columns with the group's name in front; a list or a keyed section within a record is a table
/// of its own, with a place counted from 1 or an id as key. A place `spa -> gp` is also told as service, or from and
/// to. A score that is unknown is empty, and true under `..._unknown`; a count of people that readers are not shown is
/// empty, and true under `..._hidden`; of a list with an entry for each person nothing is told then.
class TidyTables {
 public:
  explicit TidyTables(const RecordShape& project);
  TidyTables(TidyTables&&) noexcept;
  ~TidyTables();

  /// Adds the rows of one project. Nothing is hidden when `small` is 0.
  void add(const std::string& project, const void* record, const text::SmallNumbers& small);
  std::vector<TidyTable> take() && { return std::move(tables_); }

 private:
  struct Plan;
  const RecordShape* shape_;
  std::unique_ptr<Plan> plan_;
  std::vector<TidyTable> tables_;
};

}  // namespace thrive::records
