// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "libthrive/tables/columns.hpp"
#include "libthrive/tables/reader.hpp"

namespace thrive::tables {

/// A sheet that somebody hands in: its heading, and the rows below it one after the other. Problems with the sheet
/// itself go to `problems`.
class Table {
 public:
  /// Rows above the heading are left out, which a note `sheet-read-as` says. `input` and `problems` must outlive this.
  Table(const Input& input, const KnownColumns& known, text::Diagnostics& problems);

  const Heading& heading() const { return heading_; }
  /// Reads the next row below the heading; one in which a formula failed is refused and passed over; at the end, and
  /// when the sheet cannot be read further, says how it was read or why not, once, and gives false.
  bool next(Row& row);
  /// Says it now, for a sheet whose rows nobody wants.
  void say_how_it_was_read();
  /// False when the sheet could not be read to its end.
  bool is_good() const { return !reader_.failure(); }
  /// How many rows of several cells, all of them empty, were left out since the heading.
  std::size_t empty_rows() const { return reader_.empty_rows() - empty_above_; }
  const std::string& file() const { return file_; }

 private:
  bool has_spreadsheet_error(const Row& row);

  std::string file_;
  text::Diagnostics& problems_;
  Reader reader_;
  Heading heading_;
  std::vector<Row> start_;  // the first rows, among which the heading was sought
  std::size_t at_ = 0;      // of them
  std::size_t empty_above_ = 0;
  bool has_said_ = false;
};

/// How many rows from the start on may hold the heading.
constexpr std::size_t rows_of_start = 30;

/// The first rows of a table; fewer when it is shorter.
std::vector<Row> first_rows(Reader& reader);

}  // namespace thrive::tables
