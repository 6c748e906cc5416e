// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/merge.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "libthrive/measures/entry/extract_figures.hpp"
#include "libthrive/tables/reader.hpp"
#include "libthrive/text/csv_cell.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::measures {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// A data file as lines with dates.
struct DataFile {
  tables::Row header;
  std::size_t date = none, value = none, numerator = none, denominator = none, note = none;
  std::map<text::Date, tables::Row> rows;
  std::string line_ending = "\n";
};

std::size_t column(const tables::Row& header, std::string_view name) {
  for (std::size_t i = 0; i < header.size(); ++i)
    if (text::kebab(header.text(i)) == name) return i;
  return none;
}

/// The columns by their names. False, with a problem, when the needed ones are not there.
bool find_columns(DataFile& data, text::Diagnostics& problems) {
  data.date = column(data.header, "date");
  data.value = column(data.header, "value");
  data.numerator = column(data.header, "numerator");
  data.denominator = column(data.header, "denominator");
  data.note = column(data.header, "note");
  if (data.date != none && (data.value != none || (data.numerator != none && data.denominator != none))) return true;
  problems.error("csv-columns", data.header.place(),
                 "the data file has no columns 'date' and 'value', or 'date', 'numerator' and 'denominator'",
                 "name them in its first line, with commas between, or use --mode replace");
  return false;
}

/// Reads a data file as strictly as every other command does: what is written into it must be read again.
std::optional<DataFile> read_data(const text::Source& source, text::Diagnostics& problems) {
  const tables::Input input = tables::input_of(source);
  tables::Reader reader(input, tables::Manner::strict);
  DataFile data;
  tables::Row row;
  bool good = reader.next(row);
  if (!good && !reader.failure())
    problems.error("csv-columns", text::whole_file(source.name()), "the data file is empty",
                   "its first line names the columns: date,value");
  data.header = row.held();
  good = good && find_columns(data, problems);
  const auto fail = [&](const char* code, const std::string& message) {
    good = false;
    problems.error(code, row.place(), message, "correct the data file first, or use --mode replace");
  };
  while (good && reader.next(row)) {
    const auto date = text::parse_date(row.text(data.date));
    const bool only_note_missing = row.size() + 1 == data.header.size() && data.note == row.size();
    if (row.size() != data.header.size() && !only_note_missing)
      fail("csv-cells", "a line of the data file has more or fewer cells than its first line");
    else if (!date)
      fail("not-a-date", fmt::format("'{}' is not a date", row.text(data.date)));
    else if (!data.rows.emplace(*date, row.held()).second)
      fail("date-given-twice", fmt::format("the data file has {} twice", text::format_date(*date)));
  }
  if (reader.failure()) problems.add(*reader.failure());
  if (!good || reader.failure()) return std::nullopt;
  if (source.line_ending() == text::LineEnding::crlf) data.line_ending = "\r\n";
  return data;
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

std::string quoted(const std::string& cell) {
  return cell.find_first_of(",\"\n\r") == std::string::npos ? cell : text::quoted_cell(cell);
}

std::string new_line(const DataFile& data, const ImportedRow& row) {
  std::vector<std::string> cells(data.header.size());
  cells[data.date] = text::format_date(row.date);
  for (const Field& field : fields_of(data, row)) cells[field.column] = field.text;
  if (data.note != none) cells[data.note] = quoted(row.note);
  return text::join(cells, ",");
}

/// The line of a row with other figures, and with a note where it had none; everything else in it stays.
std::string changed_line(const DataFile& data, const tables::Row& old, const ImportedRow& figures) {
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < std::max(old.size(), data.header.size()); ++i) {
    cells.emplace_back(old.bytes(i));
    if (i == data.note && old.text(i).empty() && !figures.note.empty()) cells.back() = quoted(figures.note);
    for (const Field& field : fields_of(data, figures))
      if (field.column == i && !same_figure(std::string(old.text(i)), field.text)) cells.back() = field.text;
  }
  return text::join(cells, ",");
}

/// The figures of an extract, with the file's where it has none.
ImportedRow completed(const DataFile& data, const tables::Row& row, ImportedRow figures) {
  const auto keep = [&row](std::string& figure, std::size_t column) {
    if (column != none && read_figure(figure).kind != ExtractFigure::Kind::number) figure = row.text(column);
  };
  keep(figures.value, data.value);
  keep(figures.numerator, data.numerator);
  keep(figures.denominator, data.denominator);
  return figures;
}

/// The same row with the figures that the file has.
ImportedRow with_figures_of(const DataFile& data, const tables::Row& row, ImportedRow figures) {
  const auto take = [&row](std::string& figure, std::size_t column) {
    if (column != none) figure = row.text(column);
  };
  take(figures.value, data.value);
  take(figures.numerator, data.numerator);
  take(figures.denominator, data.denominator);
  return figures;
}

/// True when the extract has a note for a line without one. A note that people wrote stays, and is counted.
bool lacks_note(const DataFile& data, const tables::Row& row, const ImportedRow& figures, Merged& merged) {
  if (data.note == none || figures.note.empty()) return false;
  const std::string_view there = row.text(data.note);
  merged.notes_kept += !there.empty() && there != figures.note ? 1 : 0;
  return there.empty();
}

/// True, with the change remembered, when the extract tells another figure for a date that the file has.
bool differs(const DataFile& data, const tables::Row& row, const ImportedRow& figures, Merged& merged) {
  std::vector<std::string> before, after;
  bool different = false;
  for (const Field& field : fields_of(data, figures)) {
    before.emplace_back(row.text(field.column));
    after.push_back(field.text);
    different = different || !same_figure(before.back(), after.back());
  }
  if (different) merged.changed.push_back({figures.date, words_of(before), words_of(after)});
  return different;
}

}  // namespace

bool has_ratio_columns(const text::Source& data) {
  const tables::Input input = tables::input_of(data);
  tables::Reader reader(input, tables::Manner::lenient);
  tables::Row header;
  if (!reader.next(header)) return false;
  return column(header, "numerator") != none && column(header, "denominator") != none &&
         column(header, "value") == none;
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
  for (const auto& [date, row] : data->rows) lines[date] = row.bytes();
  std::map<text::Date, bool> told;
  bool notes_filled = false;
  for (const ImportedRow& told_figures : imported.rows) {
    told[told_figures.date] = true;
    const auto known = data->rows.find(told_figures.date);
    const ImportedRow figures = known != data->rows.end() && mode == ImportMode::complete
                                    ? completed(*data, known->second, told_figures)
                                    : told_figures;
    if (known == data->rows.end()) {
      merged.added.push_back(figures.date);
      lines[figures.date] = new_line(*data, figures);
    } else {
      const bool fills_note = lacks_note(*data, known->second, figures, merged);
      if ((differs(*data, known->second, figures, merged) && mode != ImportMode::append) || fills_note)
        lines[figures.date] =
            changed_line(*data, known->second,
                         mode == ImportMode::append ? with_figures_of(*data, known->second, figures) : figures);
      notes_filled = notes_filled || fills_note;
    }
    if (data->note == none && !figures.note.empty()) ++merged.notes_without_column;
  }
  for (const auto& [date, row] : data->rows) {
    if (told.count(date) != 0) continue;
    merged.gone.push_back(date);
    if (mode == ImportMode::replace) lines.erase(date);
  }
  for (const auto& [date, line] : lines) merged.dates.push_back(date);
  const bool changes = notes_filled || !merged.added.empty() ||
                       (mode != ImportMode::append && !merged.changed.empty()) ||
                       (mode == ImportMode::replace && !merged.gone.empty());
  if (!changes) {
    merged.bytes = source.bytes();
    return merged;
  }
  if (source.has_byte_order_mark()) merged.bytes = "\xef\xbb\xbf";
  merged.bytes += std::string(data->header.bytes()) + data->line_ending;
  for (const auto& [date, line] : lines) merged.bytes += line + data->line_ending;
  return merged;
}

std::optional<int> provisional_points(const Imported& imported, const Merged& merged, std::size_t& before_final) {
  if (!imported.provisional) return std::nullopt;
  const std::vector<text::Date>& marked = *imported.provisional;
  const auto is_marked = [&marked](text::Date date) { return std::binary_search(marked.begin(), marked.end(), date); };
  std::size_t latest = 0;
  while (latest < merged.dates.size() && is_marked(merged.dates[merged.dates.size() - 1 - latest])) ++latest;
  before_final = marked.size() - std::min(marked.size(), latest);
  return static_cast<int>(latest);
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
