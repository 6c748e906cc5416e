// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <cmath>

#include "libthrive/report/render.hpp"
#include "libthrive/text/spreadsheet_cells.hpp"

namespace thrive::report {

namespace {

/// A value as one cell. Numbers are written as they are: only text can be a formula.
std::string csv_value(const text::Value& value) {
  if (const bool* truth = value.as_bool()) return *truth ? "true" : "false";
  if (const std::int64_t* integer = value.as_integer()) return fmt::format("{}", *integer);
  if (const double* number = value.as_number()) return std::isfinite(*number) ? fmt::format("{}", *number) : "";
  if (const std::string* words = value.as_text()) return escape_csv(*words);
  if (const text::Value::List* list = value.as_list()) {
    std::vector<std::string> items;
    for (const text::Value& item : *list) {
      const std::string* words = item.as_text();
      items.push_back(words != nullptr ? *words : csv_value(item));
    }
    return escape_csv(text::joined_in_cell(items));
  }
  return "";
}

std::string csv_cell(const Cell& cell) { return cell.exact ? csv_value(*cell.exact) : escape_csv(cell.text); }

}  // namespace

std::string to_csv(const Table& table) {
  std::string text;
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    text += (column == 0 ? "" : ",") + escape_csv(table.columns[column].title);
  text += '\n';
  return text + to_csv_rows(table);
}

std::string to_csv_rows(const Table& table) {
  std::string text;
  for (const std::vector<Cell>& row : table.rows) {
    std::string line;
    for (std::size_t column = 0; column < table.columns.size(); ++column)
      line += (column == 0 ? "" : ",") + (column < row.size() ? csv_cell(row[column]) : std::string{});
    // A line with nothing on it would be taken for no row at all.
    text += (line.empty() ? "\"\"" : line) + '\n';
  }
  return text;
}

}  // namespace thrive::report
