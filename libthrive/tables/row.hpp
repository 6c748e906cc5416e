// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/text/diagnostics.hpp"

namespace thrive::tables {

class Row;

/// What stands in a cell, and where: for those who handle cells one by one. It lives as long as its row.
struct Cell {
  std::string_view text;
  const Row* row = nullptr;
  std::size_t column = 0;

  bool empty() const { return text.empty(); }
  std::string words() const { return std::string(text); }
  /// Nowhere for a cell of no row.
  text::Place place() const;
};

/// One row of a table. What a reader gives lives until it reads the next one; `held` makes it last.
class Row {
 public:
  std::size_t size() const { return cells_.size(); }
  /// The text of a cell without quotes and without blanks at its ends; empty behind the last cell.
  std::string_view text(std::size_t column) const;
  Cell cell(std::size_t column) const { return {text(column), this, column}; }
  /// Where a cell begins in the file; behind the last cell, where the row does.
  text::Position position(std::size_t column = 0) const;
  text::Place place(std::size_t column = 0) const;
  /// The line on which the row begins, from 1.
  std::size_t line() const { return line_; }
  /// True when no cell has a text.
  bool is_blank() const;
  /// How many cells have one.
  std::size_t filled() const;

  /// The row as it stands in the file, in UTF-8 and without its line ending.
  std::string_view bytes() const { return own_.empty() ? bytes_ : std::string_view(own_); }
  /// A cell as it stands there, quotes included; empty behind the last cell.
  std::string_view bytes(std::size_t column) const;
  /// The same row, with bytes of its own.
  Row held() const;

 private:
  friend class Reader;
  /// A cell is a stretch of the row's bytes and begins, for people, behind its blanks; its text is a shorter stretch,
  /// or stands in `changed_` where it reads otherwise than it is written.
  struct Stretch {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t place = 0;
    std::uint32_t text_begin = 0, text_end = 0;
    bool is_changed = false;
  };

  void clear();

  std::vector<Stretch> cells_;
  std::string_view bytes_;
  std::string own_;
  std::string changed_;
  std::shared_ptr<const std::string> file_;
  std::size_t line_ = 1;
};

}  // namespace thrive::tables
