// SPDX-License-Identifier: MIT
#include "libthrive/tables/table.hpp"

#include "libthrive/text/spreadsheet_cells.hpp"

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
  do {
    if (at_ < start_.size()) {
      row = std::move(start_[at_++]);
    } else if (!reader_.next(row)) {
      say_how_it_was_read();
      return false;
    }
  } while (has_spreadsheet_error(row));
  return true;
}

/// True, and said, for a row with what a failed formula left: no text that anybody wrote.
bool Table::has_spreadsheet_error(const Row& row) {
  bool has_error = false;
  for (std::size_t column = 0; column < row.size(); ++column) {
    if (!text::is_spreadsheet_error(row.text(column))) continue;
    problems_.error("spreadsheet-error", row.place(column),
                    "'" + std::string(row.text(column)) + "' is an error of the spreadsheet, and no text",
                    "mend the formula there, or empty the cell");
    has_error = true;
  }
  return has_error;
}

void Table::say_how_it_was_read() {
  if (!has_said_) tables::say_how_it_was_read(reader_, file_, problems_);
  has_said_ = true;
}

}  // namespace thrive::tables
