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
  if (at_ < start_.size()) {
    row = std::move(start_[at_++]);
  } else if (!reader_.next(row)) {
    say_how_it_was_read();
    return false;
  }
  refuse_spreadsheet_errors(row);
  return true;
}

/// What a failed formula left is no text that anybody wrote.
void Table::refuse_spreadsheet_errors(const Row& row) {
  for (std::size_t column = 0; column < row.size(); ++column)
    if (text::is_spreadsheet_error(row.text(column)))
      problems_.error("spreadsheet-error", row.place(column),
                      "'" + std::string(row.text(column)) + "' is an error of the spreadsheet, and no text",
                      "mend the formula there, or empty the cell");
}

void Table::say_how_it_was_read() {
  if (!has_said_) tables::say_how_it_was_read(reader_, file_, problems_);
  has_said_ = true;
}

}  // namespace thrive::tables
