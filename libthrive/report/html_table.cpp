// SPDX-License-Identifier: MIT
#include "libthrive/report/html_table.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/report/html_words.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::report {

namespace {

constexpr std::size_t rows_of_a_short_table = 8;  // so many stay together on a printed page
constexpr int share_of_writing = 2;               // a column to write in is this many times as wide as one to read

std::string_view align_class(Align align) {
  switch (align) {
    case Align::left:
      return "";
    case Align::right:
      return " class=\"right\"";
    case Align::centre:
      return " class=\"centre\"";
  }
  return "";
}

/// The column that names its row: the first of words; numbers of places and ranks stand further left.
std::size_t naming_column(const Table& table) {
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    if (table.columns[column].align == Align::left) return column;
  return 0;
}

bool is_to_write_in(const Table& table, std::size_t column) {
  return std::all_of(table.rows.begin(), table.rows.end(), [column](const std::vector<Cell>& row) {
    return column >= row.size() || row[column].text.empty();
  });
}

/// A form takes the whole width; its empty columns get the room, or they would be as narrow as their titles.
std::string column_widths(const Table& table) {
  if (table.writing_lines == 0) return {};
  int shares = 0;
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    shares += is_to_write_in(table, column) ? share_of_writing : 1;
  std::string columns = "<colgroup>";
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    columns += is_to_write_in(table, column) ? fmt::format("<col style=\"width:{}%\">", 100 * share_of_writing / shares)
                                             : std::string("<col>");
  return columns + "</colgroup>\n";
}

std::string header_row(const Table& table) {
  std::string row = "<tr>";
  for (const Column& column : table.columns)
    row += column.title.empty()
               ? std::string("<td></td>")
               : fmt::format("<th scope=\"col\"{}>{}</th>", align_class(column.align), html_words(column.title));
  return row + "</tr>\n";
}

std::string body_row(const Table& table, const std::vector<Cell>& cells) {
  const std::size_t naming = naming_column(table);
  std::string row = "<tr>";
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const Cell cell = column < cells.size() ? cells[column] : Cell{};
    const std::string_view align = align_class(table.columns[column].align);
    if (cell.text.empty() && table.writing_lines > 0) {
      row += fmt::format("<td style=\"height:{}em\"></td>", 2 * table.writing_lines);
      continue;
    }
    const std::string words = html_words(cell.text);
    const bool names = column == naming && !cell.text.empty();
    row += fmt::format(fmt::runtime(names ? "<th scope=\"row\"{}>{}</th>" : "<td{}>{}</td>"), align,
                       cell.strong && !cell.text.empty() ? "<strong>" + words + "</strong>" : words);
  }
  return row + "</tr>\n";
}

}  // namespace

bool is_short(const Table& table) { return table.rows.size() <= rows_of_a_short_table; }

std::string html_table(const Table& table, const std::string& label, bool on_new_page) {
  if (table.columns.empty()) return {};
  std::string classes = "table";
  if (table.writing_lines > 0) classes += " form";
  if (is_short(table)) classes += " short";
  if (on_new_page) classes += " page";
  std::string html = fmt::format("<div class=\"{}\" role=\"region\" aria-label=\"{}\" tabindex=\"0\">\n<table>\n",
                                 classes, escape_xml_attribute(table.caption.empty() ? label : table.caption));
  if (!table.caption.empty()) html += "<caption>" + html_words(table.caption) + "</caption>\n";
  html += column_widths(table) + "<thead>\n" + header_row(table) + "</thead>\n<tbody>\n";
  for (const std::vector<Cell>& row : table.rows) html += body_row(table, row);
  return html + "</tbody>\n</table>\n</div>\n";
}

}  // namespace thrive::report
