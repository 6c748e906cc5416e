// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace thrive::project {

/// One cell of a row: its text without quotes, and the byte at which it begins in the file.
struct CsvCell {
  std::string_view text;
  std::size_t offset = 0;
};

/// Reads comma-separated values row by row: RFC 4180 with LF or CRLF, a byte order mark in front, quoted cells with
/// doubled quotes and line breaks. The texts live until the next row is read.
class CsvReader {
 public:
  explicit CsvReader(std::string_view bytes);

  /// Reads the next row that is not blank; false at the end.
  bool next(std::vector<CsvCell>& row);
  /// The line on which the last row began, from 1.
  std::size_t line() const { return row_line_; }
  /// True when a quote was opened and never closed; `open_quote` is where.
  bool has_open_quote() const { return has_open_quote_; }
  std::size_t open_quote() const { return open_quote_; }

 private:
  CsvCell plain_cell();
  CsvCell quoted_cell();

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t row_line_ = 1;
  bool has_open_quote_ = false;
  std::size_t open_quote_ = 0;
  std::deque<std::string> unescaped_;  // cells of this row that had doubled quotes; a deque, as views must not move
};

/// The text without blanks and tabs at its ends.
std::string_view trimmed(std::string_view text);

}  // namespace thrive::project
