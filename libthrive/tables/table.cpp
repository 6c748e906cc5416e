// SPDX-License-Identifier: MIT
#include "libthrive/tables/table.hpp"

namespace thrive::tables {

std::vector<Row> first_rows(Reader& reader) {
  std::vector<Row> rows;
  Row row;
  while (rows.size() < rows_of_start && reader.next(row)) rows.push_back(row.held());
  return rows;
}

Table::Table(const Input& input, const KnownColumns& known, text::Diagnostics& problems)
    : file_(input.name), problems_(problems), reader_(input, Manner::lenient) {
  start_ = first_rows(reader_);
  heading_ = find_heading(start_, known);
  at_ = heading_.rows_above + heading_.rows.size();
  if (heading_.rows_above > 0) {
    empty_above_ = reader_.empty_rows();
    problems_.note("sheet-read-as", start_.front().place(),
                   std::to_string(heading_.rows_above) + (heading_.rows_above == 1 ? " row" : " rows") +
                       " above the names of the columns left out");
  }
}

bool Table::next(Row& row) {
  if (at_ < start_.size()) {
    row = std::move(start_[at_++]);
    return true;
  }
  if (reader_.next(row)) return true;
  say_how_it_was_read();
  return false;
}

void Table::say_how_it_was_read() {
  if (!has_said_) tables::say_how_it_was_read(reader_, file_, problems_);
  has_said_ = true;
}

}  // namespace thrive::tables
