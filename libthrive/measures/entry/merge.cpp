// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/merge.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "libthrive/measures/entry/extract_figures.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::measures {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// A data file as lines with dates.
struct DataFile {
  Extract table;
  std::size_t date = none, value = none, numerator = none, denominator = none, note = none;
  std::map<text::Date, std::size_t> rows;  // row of each date
  std::string line_ending = "\n";
};

std::size_t column(const ExtractRow& header, std::string_view name) {
  for (std::size_t i = 0; i < header.cells.size(); ++i)
    if (text::kebab(header.cells[i].text) == name) return i;
  return none;
}

std::optional<DataFile> read_data(const text::Source& source, text::Diagnostics& problems) {
  auto table = read_extract(source, problems);
  if (!table) return std::nullopt;
  DataFile data;
  data.table = std::move(*table);
  const auto fail = [&](std::size_t row, const std::string& message) {
    const std::size_t offset = row < data.table.rows.size() ? data.table.rows[row].begin : 0;
    problems.error("import-data-file", {source.name(), data.table.source.position(offset)}, message,
                   "correct the data file first, or use --mode replace");
    return std::nullopt;
  };
  if (data.table.rows.empty()) return fail(0, "the data file names no columns");
  const ExtractRow& header = data.table.rows.front();
  data.date = column(header, "date");
  data.value = column(header, "value");
  data.numerator = column(header, "numerator");
  data.denominator = column(header, "denominator");
  data.note = column(header, "note");
  if (data.date == none || (data.value == none && (data.numerator == none || data.denominator == none)))
    return fail(0, "the data file has no columns 'date' and 'value', or 'date', 'numerator' and 'denominator'");
  for (std::size_t row = 1; row < data.table.rows.size(); ++row) {
    const auto& cells = data.table.rows[row].cells;
    const auto date = data.date < cells.size() ? text::parse_date(cells[data.date].text) : std::nullopt;
    if (!date) return fail(row, "a line of the data file has no date");
    if (!data.rows.emplace(*date, row).second)
      return fail(row, fmt::format("the data file has {} twice", text::format_date(*date)));
  }
  if (source.line_ending() == text::LineEnding::crlf) data.line_ending = "\r\n";
  return data;
}

std::string cell(const DataFile& data, std::size_t row, std::size_t at) {
  const auto& cells = data.table.rows[row].cells;
  return at < cells.size() ? cells[at].text : std::string();
}

/// Texts that stand for the same figure: 3 and 3.0, NULL and nothing.
bool same_figure(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const ExtractFigure first = read_figure(a), second = read_figure(b);
  const bool have = first.kind == ExtractFigure::Kind::number, has = second.kind == ExtractFigure::Kind::number;
  if (!have || !has) return have == has;
  double x = 0, y = 0;
  std::from_chars(first.digits.data(), first.digits.data() + first.digits.size(), x);
  std::from_chars(second.digits.data(), second.digits.data() + second.digits.size(), y);
  return x == y;
}

struct Field {
  std::size_t column;
  const std::string& text;
};

std::vector<Field> fields_of(const DataFile& data, const ImportedRow& row) {
  if (data.value != none) return {{data.value, row.value}};
  return {{data.numerator, row.numerator}, {data.denominator, row.denominator}};
}

std::string words_of(const std::vector<std::string>& figures) {
  const auto word = [](const std::string& figure) {
    return read_figure(figure).kind == ExtractFigure::Kind::number ? figure : std::string("missing");
  };
  return figures.size() == 1 ? word(figures[0]) : word(figures[0]) + " of " + word(figures[1]);
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string result = "\"";
  for (const char letter : text) result += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return result + "\"";
}

std::string new_line(const DataFile& data, const ImportedRow& row) {
  std::vector<std::string> cells(data.table.rows.front().cells.size());
  cells[data.date] = text::format_date(row.date);
  for (const Field& field : fields_of(data, row)) cells[field.column] = field.text;
  if (data.note != none) cells[data.note] = quoted(row.note);
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i)
    line += (i == 0 ? "" : std::string(1, data.table.separator)) + cells[i];
  return line;
}

/// The line of a row with other figures; everything else in it stays.
std::string changed_line(const DataFile& data, std::size_t row, const ImportedRow& figures) {
  const ExtractRow& old = data.table.rows[row];
  const std::string& bytes = data.table.source.bytes();
  std::string line;
  for (std::size_t i = 0; i < std::max(old.cells.size(), data.table.rows.front().cells.size()); ++i) {
    if (i > 0) line += data.table.separator;
    std::string text =
        i < old.cells.size() ? bytes.substr(old.cells[i].begin, old.cells[i].end - old.cells[i].begin) : std::string();
    for (const Field& field : fields_of(data, figures))
      if (field.column == i && !same_figure(i < old.cells.size() ? old.cells[i].text : "", field.text))
        text = field.text;
    line += text;
  }
  return line;
}

std::string line_of(const DataFile& data, std::size_t row) {
  const ExtractRow& old = data.table.rows[row];
  return data.table.source.bytes().substr(old.begin, old.end - old.begin);
}

/// True, with the change remembered, when the extract tells another figure for a date that the file has.
bool differs(const DataFile& data, std::size_t row, const ImportedRow& figures, Merged& merged) {
  std::vector<std::string> before, after;
  bool different = false;
  for (const Field& field : fields_of(data, figures)) {
    before.push_back(cell(data, row, field.column));
    after.push_back(field.text);
    different = different || !same_figure(before.back(), after.back());
  }
  if (different) merged.changed.push_back({figures.date, words_of(before), words_of(after)});
  return different;
}

}  // namespace

bool has_ratio_columns(const text::Source& data) {
  text::Diagnostics ignored;
  const auto table = read_extract(data, ignored);
  if (!table || table->rows.empty()) return false;
  return column(table->rows.front(), "numerator") != none && column(table->rows.front(), "denominator") != none &&
         column(table->rows.front(), "value") == none;
}

std::string empty_data_file(bool ratio) { return ratio ? "date,numerator,denominator,note\n" : "date,value,note\n"; }

std::optional<Merged> merge(const text::Source& source, const Imported& imported, ImportMode mode,
                            text::Diagnostics& problems) {
  text::Diagnostics unreadable;
  auto data = read_data(source, unreadable);
  if (!data && mode == ImportMode::replace) {
    // Nothing of it is kept anyway.
    const bool ratio = !imported.rows.empty() && !imported.rows.front().denominator.empty();
    data = read_data(text::Source(source.name(), empty_data_file(ratio || has_ratio_columns(source))), problems);
  } else {
    problems.append(std::move(unreadable));
  }
  if (!data) return std::nullopt;
  Merged merged;
  std::map<text::Date, std::string> lines;
  for (const auto& [date, row] : data->rows) lines[date] = line_of(*data, row);
  std::map<text::Date, bool> told;
  for (const ImportedRow& figures : imported.rows) {
    told[figures.date] = true;
    const auto known = data->rows.find(figures.date);
    if (known == data->rows.end()) {
      merged.added.push_back(figures.date);
      lines[figures.date] = new_line(*data, figures);
    } else if (differs(*data, known->second, figures, merged) && mode != ImportMode::append) {
      lines[figures.date] = changed_line(*data, known->second, figures);
    }
  }
  for (const auto& [date, row] : data->rows) {
    if (told.count(date) != 0) continue;
    merged.gone.push_back(date);
    if (mode == ImportMode::replace) lines.erase(date);
  }
  const bool changes = !merged.added.empty() || (mode != ImportMode::append && !merged.changed.empty()) ||
                       (mode == ImportMode::replace && !merged.gone.empty());
  if (!changes) {
    merged.bytes = source.bytes();
    return merged;
  }
  if (source.has_byte_order_mark()) merged.bytes = "\xef\xbb\xbf";
  merged.bytes += line_of(*data, 0) + data->line_ending;
  for (const auto& [date, line] : lines) merged.bytes += line + data->line_ending;
  return merged;
}

std::string change_in_words(const ChangedFigure& change) {
  return fmt::format("{} was {} and is {} in the extract", text::format_date(change.date), change.before, change.after);
}

std::string merged_in_words(const Merged& merged, ImportMode mode, const std::string& measure) {
  std::vector<std::string> words;
  if (!merged.added.empty())
    words.push_back(
        fmt::format("{} added ({}{})", merged.added.size(), text::format_date(merged.added.front()),
                    merged.added.size() > 1 ? " to " + text::format_date(merged.added.back()) : std::string()));
  if (!merged.changed.empty())
    words.push_back(fmt::format("{} {}", merged.changed.size(),
                                mode == ImportMode::append ? "left as they were although the extract differs"
                                                           : "changed since the last import"));
  if (!merged.gone.empty() && mode == ImportMode::replace)
    words.push_back(fmt::format("{} removed", merged.gone.size()));
  return measure + ": " + (words.empty() ? "nothing new" : text::join_in_words(words));
}

}  // namespace thrive::measures
