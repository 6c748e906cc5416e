// SPDX-License-Identifier: MIT
//
// Columns by name: what the first row, or the first two, of a table call them.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/tables/row.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::tables {

/// The columns that a table may have: what the program calls each, and what else people call it. Case, blanks, `_` and
/// `-` do not count.
class KnownColumns {
 public:
  /// Adds a column. Of two that share a name the first has it.
  KnownColumns& add(const std::string& column, const std::vector<std::string>& other_names = {});
  /// Adds a column that a heading cannot do without: it has one of these. The likeliest first.
  KnownColumns& add_key(const std::string& column, const std::vector<std::string>& other_names = {});

  /// Says of a column that somebody asked for it by name: the heading is where it stands.
  KnownColumns& ask_for(const std::string& column);

  /// The column that a title names; empty when it names none. A remark in brackets behind a name does not count.
  const std::string& named(std::string_view title) const;
  const std::vector<std::string>& keys() const { return keys_; }
  bool is_asked_for(const std::string& column) const { return asked_.contains(column); }

 private:
  std::map<std::string, std::string> column_of_;  // by its names in kebab-case
  std::vector<std::string> keys_;
  std::set<std::string> asked_;
};

/// The title of a column as it stands in the table.
struct Title {
  std::string text;
  std::string column;     // that it names; empty when it is none that is known
  bool is_below = false;  // it stands in the second row of the heading alone
};

/// The titles of a table's columns.
struct Heading {
  std::vector<Title> titles;
  std::size_t rows_above = 0;  // such as a title over merged cells
  bool has_key = false;        // one of the columns that a heading cannot do without
  std::vector<Row> rows;       // that the titles stand in: one or two; none for a table without rows

  /// Where a title stands.
  text::Place place(std::size_t column) const { return cell(column).place(); }
  Cell cell(std::size_t column) const;
  /// The first column of a name; nothing when the table has none.
  std::optional<std::size_t> find(std::string_view column) const;
  /// The first column that has one of these names.
  std::optional<std::size_t> find_first(std::initializer_list<std::string_view> columns) const;
  /// True for a cell that stands in a column with a title.
  bool names(std::size_t column) const { return column < titles.size() && !titles[column].text.empty(); }
};

/// Finds the heading among the first rows of a table: a row with one of the keys and beside it another cell. Of several
/// the one with most of the columns that somebody asked for, then one without anything that `is_value` knows as no
/// title, then the one that names most columns, with the likeliest key, and the first. What stands above it is no part
/// of the table. Where titles take two rows ("week" over "commencing", or a group over its parts), the second goes with
/// it. Without a key the first row is taken.
Heading find_heading(const std::vector<Row>& start, const KnownColumns& known,
                     const std::function<bool(std::string_view)>& is_value = {});

/// A title without a remark in brackets at its end, in kebab-case: "Week commencing (Monday)", "WeekCommencing" and
/// "Week" above "commencing" are week-commencing.
std::string plain_title(std::string_view title);

/// Reports every column that is there twice: nothing says which counts. Only of those that are named, or, when none is,
/// of all. True when there was one.
bool refuse_twice_named(const Heading& heading, const std::set<std::string>& columns, text::Diagnostics& problems);

/// Reports the first cell of a row that has text and stands in a column without a name: often the rest of a text or a
/// number with a comma in it.
void refuse_unnamed_cell(const Heading& heading, const Row& row, text::Diagnostics& problems);

}  // namespace thrive::tables
