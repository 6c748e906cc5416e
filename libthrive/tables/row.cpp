// SPDX-License-Identifier: MIT
#include "libthrive/tables/row.hpp"

#include <algorithm>

namespace thrive::tables {

text::Place Cell::place() const { return row == nullptr ? text::Place{} : row->place(column); }

std::string_view Row::text(std::size_t column) const {
  if (column >= cells_.size()) return {};
  const Stretch& cell = cells_[column];
  const std::string_view from = cell.is_changed ? std::string_view(changed_) : bytes();
  return from.substr(cell.text_begin, cell.text_end - cell.text_begin);
}

std::string_view Row::bytes(std::size_t column) const {
  if (column >= cells_.size()) return {};
  return bytes().substr(cells_[column].begin, cells_[column].end - cells_[column].begin);
}

text::Position Row::position(std::size_t column) const {
  text::Position here{line_, 1};
  const std::string_view before = bytes().substr(0, column < cells_.size() ? cells_[column].place : 0);
  for (std::size_t at = 0; at < before.size(); ++at) {
    const bool ends_line = before[at] == '\n' || (before[at] == '\r' && before.substr(at + 1, 1) != "\n");
    if (ends_line) {
      ++here.line;
      here.column = 1;
    } else if ((static_cast<unsigned char>(before[at]) & 0xC0U) != 0x80U) {
      ++here.column;
    }
  }
  return here;
}

text::Place Row::place(std::size_t column) const { return {file_ ? *file_ : std::string(), position(column)}; }

bool Row::is_blank() const {
  return std::all_of(cells_.begin(), cells_.end(),
                     [](const Stretch& cell) { return cell.text_begin == cell.text_end; });
}

std::size_t Row::filled() const {
  return static_cast<std::size_t>(std::count_if(cells_.begin(), cells_.end(),
                                                [](const Stretch& cell) { return cell.text_begin != cell.text_end; }));
}

Row Row::held() const {
  Row row = *this;
  row.own_ = bytes();
  row.bytes_ = {};
  return row;
}

void Row::clear() {
  cells_.clear();
  own_.clear();
  changed_.clear();
}

}  // namespace thrive::tables
