// SPDX-License-Identifier: MIT
#include "libthrive/report/text_table.hpp"

#include <algorithm>
#include <numeric>

#include "libthrive/report/wrap.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::report {

namespace {

constexpr std::size_t gap = 2;             // blanks between columns
constexpr std::size_t readable_word = 16;  // a column narrower than its words is fine only below this
constexpr std::size_t longest_id = 40;     // ids up to here are never broken

using Widths = std::vector<std::size_t>;

const std::string& cell_text(const Table& table, std::size_t row, std::size_t column) {
  static const std::string empty;
  return column < table.rows[row].size() ? table.rows[row][column].text : empty;
}

std::size_t widest_line(std::string_view words) {
  std::size_t widest = 0;
  if (fits_as_it_is(words, words.size())) return words.size();
  for (const std::string& line : lines_of(text::without_controls(words, true)))
    widest = std::max(widest, text::display_width(line));
  return widest;
}

/// Columns of the longest id in a text: a word with `-` or `_` inside, which nobody can put together again.
std::size_t widest_id(std::string_view words) {
  std::size_t widest = 0;
  if (words.find_first_of("-_") == std::string_view::npos) return widest;
  for (const std::string_view word : pieces_of(words))
    if (word.find_first_of("-_", 1) != std::string_view::npos) widest = std::max(widest, text::display_width(word));
  return std::min(widest, longest_id);
}

/// What each column would take without any wrapping, and what it takes at least without breaking short words.
struct Needs {
  Widths most;
  Widths least;
};

Needs needs_of(const Table& table, std::size_t width) {
  Needs needs;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    std::size_t most = std::max<std::size_t>(1, widest_line(table.columns[column].title));
    std::size_t least = std::max<std::size_t>(1, longest_word(table.columns[column].title));
    std::size_t id = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      most = std::max(most, widest_line(cell_text(table, row, column)));
      least = std::max(least, longest_word(cell_text(table, row, column)));
      id = std::max(id, widest_id(cell_text(table, row, column)));
    }
    needs.most.push_back(std::min(most, width));
    needs.least.push_back(std::min(std::max(std::min(least, readable_word), id), needs.most.back()));
  }
  return needs;
}

std::size_t sum(const Widths& widths) { return std::accumulate(widths.begin(), widths.end(), std::size_t{0}); }

/// The columns' widths: as wide as they want to be when there is room, else the widest give way first, none below what
/// it needs. Empty when the columns do not fit.
Widths fitted(const Table& table, std::size_t width) {
  const Needs needs = needs_of(table, width);
  const std::size_t gaps = gap * (table.columns.size() - 1);
  if (gaps + sum(needs.least) > width) return {};
  Widths widths = needs.most;
  while (gaps + sum(widths) > width) {
    std::size_t widest = table.columns.size();
    for (std::size_t column = 0; column < widths.size(); ++column)
      if (widths[column] > needs.least[column] && (widest == table.columns.size() || widths[column] > widths[widest]))
        widest = column;
    --widths[widest];
  }
  return widths;
}

/// Adds a text that takes `used` columns, with the blanks that fill its own column.
void append_padded(std::string& line, std::string_view text, std::size_t used, std::size_t width, Align align) {
  const std::size_t room = width > used ? width - used : 0;
  const std::size_t before = align == Align::right ? room : align == Align::centre ? room / 2 : 0;
  line.append(before, ' ').append(text).append(room - before, ' ');
}

/// True for the usual row: plain text that needs no wrapping.
bool fits_on_one_line(const std::vector<std::string>& cells, const Widths& widths) {
  for (std::size_t column = 0; column < widths.size(); ++column)
    if (!fits_as_it_is(cells[column], widths[column])) return false;
  return true;
}

/// One row of cells, as many lines as its longest cell needs.
void add_row(const std::vector<std::string>& cells, const Table& table, const Widths& widths, std::size_t at_least,
             std::vector<std::string>& lines) {
  if (at_least == 1 && fits_on_one_line(cells, widths)) {
    std::string& line = lines.emplace_back();
    line.reserve(sum(widths) + gap * widths.size());
    for (std::size_t column = 0; column < widths.size(); ++column) {
      if (column > 0) line.append(gap, ' ');
      append_padded(line, cells[column], cells[column].size(), widths[column], table.columns[column].align);
    }
    return;
  }
  std::vector<std::vector<std::string>> wrapped_cells;
  std::size_t height = at_least;
  for (std::size_t column = 0; column < widths.size(); ++column) {
    wrapped_cells.push_back(wrapped(cells[column], widths[column]));
    height = std::max(height, wrapped_cells.back().size());
  }
  for (std::size_t i = 0; i < height; ++i) {
    std::string line;
    for (std::size_t column = 0; column < widths.size(); ++column) {
      const std::string_view part = i < wrapped_cells[column].size() ? wrapped_cells[column][i] : std::string_view();
      if (column > 0) line.append(gap, ' ');
      append_padded(line, part, text::display_width(part), widths[column], table.columns[column].align);
    }
    lines.push_back(std::move(line));
  }
}

std::size_t room_to_write(const Table& table, const std::vector<std::string>& cells) {
  const bool has_empty = std::any_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
  return has_empty && table.writing_lines > 0 ? static_cast<std::size_t>(table.writing_lines) : 1;
}

std::vector<std::string> row_cells(const Table& table, std::size_t row) {
  std::vector<std::string> cells;
  for (std::size_t column = 0; column < table.columns.size(); ++column) cells.push_back(cell_text(table, row, column));
  return cells;
}

std::vector<std::string> side_by_side(const Table& table, const Widths& widths) {
  std::vector<std::string> lines;
  std::vector<std::string> titles;
  for (const Column& column : table.columns) titles.push_back(column.title);
  add_row(titles, table, widths, 1, lines);
  std::string rule;
  for (std::size_t column = 0; column < widths.size(); ++column)
    rule += (column == 0 ? "" : std::string(gap, ' ')) + std::string(widths[column], '-');
  lines.push_back(std::move(rule));

  std::vector<std::vector<std::string>> rows;
  bool any_tall = false;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    rows.emplace_back();
    const std::vector<std::string> cells = row_cells(table, row);
    add_row(cells, table, widths, room_to_write(table, cells), rows.back());
    any_tall = any_tall || rows.back().size() > 1;
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    // Where cells run over several lines the eye needs a gap to see which lines belong together.
    if (any_tall && row > 0) lines.emplace_back();
    std::move(rows[row].begin(), rows[row].end(), std::back_inserter(lines));
  }
  return lines;
}

std::vector<std::string> row_by_row(const Table& table, std::size_t width) {
  std::vector<std::string> lines;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (row > 0) lines.emplace_back();
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const std::string words = table.columns[column].title + ": " + cell_text(table, row, column);
      const std::string indent(column == 0 ? 0 : gap, ' ');
      for (std::string& line : wrapped(words, width - indent.size())) lines.push_back(indent + line);
      for (int i = 1; cell_text(table, row, column).empty() && i < table.writing_lines; ++i) lines.emplace_back();
    }
  }
  return lines;
}

}  // namespace

std::vector<std::string> text_table(const Table& table, std::size_t width) {
  if (table.columns.empty()) return {};
  const Widths widths = fitted(table, width);
  return widths.empty() ? row_by_row(table, width) : side_by_side(table, widths);
}

}  // namespace thrive::report
