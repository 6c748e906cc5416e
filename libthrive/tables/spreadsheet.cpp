// SPDX-License-Identifier: MIT
#include "libthrive/tables/spreadsheet.hpp"

#include <algorithm>

#include "libthrive/tables/encoding.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::text {

namespace {

/// How often each line of the start has a character outside quotes.
std::vector<std::size_t> counts_by_line(std::string_view bytes, char character) {
  constexpr std::size_t lines_looked_at = 50;
  std::vector<std::size_t> counts(1, 0);
  bool quoted = false;
  for (const char here : bytes) {
    if (here == '"') quoted = !quoted;
    if (quoted) continue;
    if (here == character) ++counts.back();
    if (here == '\n') {
      if (counts.size() == lines_looked_at) break;
      counts.push_back(0);
    }
  }
  return counts;
}

/// The most lines that have the same number of this character, more than none.
std::size_t agreeing_lines(std::string_view bytes, char character) {
  std::vector<std::size_t> counts = counts_by_line(bytes, character);
  std::sort(counts.begin(), counts.end());
  std::size_t best = 0;
  for (std::size_t from = 0; from < counts.size();) {
    std::size_t to = from;
    while (to < counts.size() && counts[to] == counts[from]) ++to;
    if (counts[from] > 0) best = std::max(best, to - from);
    from = to;
  }
  return best;
}

char guess_separator(std::string_view bytes) {
  char best = ',';
  std::size_t most = 0;
  for (const char candidate : {',', ';', '\t'})
    if (const std::size_t lines = agreeing_lines(bytes, candidate); lines > most) {
      most = lines;
      best = candidate;
    }
  return best;
}

/// Without blanks at its ends, no-break spaces as Word pastes them included.
std::string_view trimmed(std::string_view text) {
  for (bool shorter = true; shorter;) {
    shorter = false;
    for (const std::string_view blank : {" ", "\t", "\r", "\xC2\xA0"}) {
      if (text.starts_with(blank)) text.remove_prefix(blank.size()), shorter = true;
      if (text.ends_with(blank)) text.remove_suffix(blank.size()), shorter = true;
    }
  }
  return text;
}

/// Cuts the bytes into cells.
class Cells {
 public:
  Cells(const Source& source, std::size_t begin, char separator)
      : source_(source), bytes_(source.bytes()), at_(begin), separator_(separator) {}

  /// False when a quote is never closed; `open_quote` is where it began.
  bool read(std::vector<std::vector<SheetCell>>& rows) {
    while (at_ < bytes_.size()) {
      std::vector<SheetCell> row;
      bool ends = false;
      while (!ends) {
        if (!cell(row)) return false;
        ends = at_ >= bytes_.size() || bytes_[at_] == '\n';
        ++at_;
      }
      if (std::any_of(row.begin(), row.end(), [](const SheetCell& cell) { return !cell.text.empty(); }))
        rows.push_back(std::move(row));
    }
    return true;
  }
  std::size_t open_quote() const { return open_quote_; }

 private:
  bool cell(std::vector<SheetCell>& row) {
    while (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
    const std::size_t begin = at_;
    std::string text;
    if (at_ < bytes_.size() && bytes_[at_] == '"') {
      open_quote_ = at_;
      if (!quoted(text)) return false;
    }
    const std::size_t rest = at_;
    while (at_ < bytes_.size() && bytes_[at_] != separator_ && bytes_[at_] != '\n') ++at_;
    text += bytes_.substr(rest, at_ - rest);
    row.push_back({std::string(trimmed(text)), {source_.name(), position_of(begin)}});
    return true;
  }

  /// Counted on from the cell before in the same row, so that a row of a million cells is walked once.
  Position position_of(std::size_t begin) {
    const std::string_view between = bytes_.substr(counted_to_, begin - counted_to_);
    if (counted_to_ == 0 || between.find('\n') != std::string_view::npos) {
      here_ = source_.position(begin);
    } else {
      for (const char byte : between)
        if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) ++here_.column;
    }
    counted_to_ = begin;
    return here_;
  }

  bool quoted(std::string& text) {
    for (++at_; at_ < bytes_.size(); ++at_) {
      if (bytes_[at_] != '"') {
        if (bytes_.substr(at_, 2) == "\r\n") continue;  // a line break within a cell is one character
        text += bytes_[at_];
      } else if (at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '"') {
        text += '"';
        ++at_;
      } else {
        ++at_;
        return true;
      }
    }
    return false;
  }

  const Source& source_;
  std::string_view bytes_;
  std::size_t at_;
  char separator_;
  std::size_t open_quote_ = 0;
  std::size_t counted_to_ = 0;  // the byte that here_ is the position of
  Position here_;
};

void say_what_it_was(const Spreadsheet& sheet, Diagnostics& problems) {
  std::string what;
  if (!sheet.was.empty()) what = "as " + sheet.was;
  if (sheet.separator != ',')
    what +=
        (what.empty() ? "" : " and ") + std::string("separated by ") + (sheet.separator == ';' ? "semicolons" : "tabs");
  if (!what.empty())
    problems.note("sheet-read-as", whole_file(sheet.file), "the sheet is read " + what,
                  !sheet.was.empty() ? "save it as 'CSV UTF-8' when accents look wrong" : "");
}

}  // namespace

std::optional<Spreadsheet> read_spreadsheet(const Source& source, Diagnostics& problems) {
  Spreadsheet sheet;
  sheet.file = source.name();
  std::optional<Decoded> decoded = decode(source.bytes());
  if (!decoded) {
    problems.error("sheet-not-text", whole_file(source.name()),
                   "the file is no text: neither UTF-8, UTF-16 nor Windows-1252",
                   "save the sheet as CSV, not as a workbook");
    return std::nullopt;
  }
  sheet.was = decoded->was;
  std::string bytes = sheet.was.empty() ? source.bytes() : std::move(decoded->utf8);
  // 'CSV (Macintosh)' ends its lines with a carriage return alone.
  if (std::find(bytes.begin(), bytes.end(), '\n') == bytes.end()) std::replace(bytes.begin(), bytes.end(), '\r', '\n');
  const Source read(source.name(), std::move(bytes));
  if (read.bytes().find('\0') != std::string::npos) {
    problems.error("sheet-not-text", whole_file(source.name()), "the file is no text: it holds zero bytes",
                   "save the sheet as CSV, not as a workbook");
    return std::nullopt;
  }
  std::size_t begin = read.has_byte_order_mark() ? 3 : 0;
  const std::string_view rest = std::string_view(read.bytes()).substr(begin);
  if (rest.size() > 4 && rest.substr(0, 4) == "sep=") {
    sheet.separator = rest[4];
    begin += std::min(rest.find('\n'), rest.size() - 1) + 1;
  } else {
    sheet.separator = guess_separator(rest);
  }
  Cells cells(read, begin, sheet.separator);
  if (!cells.read(sheet.rows)) {
    problems.error("sheet-open-quote", {source.name(), read.position(cells.open_quote())},
                   "the quotation mark is never closed", "close it, or write it twice when it is part of the text");
    return std::nullopt;
  }
  say_what_it_was(sheet, problems);
  return sheet;
}

void drop_titles(Spreadsheet& sheet, std::initializer_list<std::string_view> names, Diagnostics& problems) {
  const auto names_columns = [&](const std::vector<SheetCell>& row) {
    const auto filled = std::count_if(row.begin(), row.end(), [](const SheetCell& cell) { return !cell.text.empty(); });
    return filled > 1 && std::any_of(row.begin(), row.end(), [&](const SheetCell& cell) {
             return std::find(names.begin(), names.end(), kebab(cell.text)) != names.end();
           });
  };
  const auto looked_at = sheet.rows.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(sheet.rows.size(), 10));
  const auto header = std::find_if(sheet.rows.begin(), looked_at, names_columns);
  if (header == looked_at || header == sheet.rows.begin()) return;
  const auto titles = header - sheet.rows.begin();
  problems.note("sheet-read-as", sheet.rows.front().front().place,
                std::to_string(titles) + (titles == 1 ? " row" : " rows") + " above the names of the columns left out");
  sheet.rows.erase(sheet.rows.begin(), header);
}

void refuse_unnamed_cells(const Spreadsheet& sheet, Diagnostics& problems) {
  if (sheet.rows.empty()) return;
  const std::vector<SheetCell>& header = sheet.rows.front();
  for (std::size_t row = 1; row < sheet.rows.size(); ++row)
    for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
      const SheetCell& cell = sheet.rows[row][column];
      if (cell.text.empty() || (column < header.size() && !header[column].text.empty())) continue;
      problems.error("cell-without-column", cell.place,
                     "'" + without_controls(cell.text) + "' stands in no named column",
                     "name the column in the first row, or put text that has a comma into quotes");
      break;  // once a row: the rest of it is the rest of the same text
    }
}

}  // namespace thrive::text
