// SPDX-License-Identifier: MIT
#include "libthrive/versions/rows.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "libthrive/text/blanks.hpp"
#include "libthrive/text/csv_cell.hpp"
#include "libthrive/versions/lines.hpp"
#include "libthrive/yaml/emit.hpp"

namespace thrive::versions {

namespace {

/// One row: its bytes without the end of its line, and its cells without quotes.
struct Row {
  std::string_view bytes;
  std::vector<std::string> cells;
};

/// The row that begins at a byte; quotes may hold ends of lines.
Row row_at(std::string_view text, std::size_t& at, char separator) {
  const std::size_t begin = at;
  Row row{{}, {""}};
  bool is_quoted = false;
  for (; at < text.size(); ++at) {
    const char sign = text[at];
    if (sign == '"' && is_quoted && at + 1 < text.size() && text[at + 1] == '"') {
      row.cells.back() += text[at++];
    } else if (sign == '"') {
      is_quoted = !is_quoted;
    } else if (!is_quoted && sign == separator) {
      row.cells.emplace_back();
    } else if (!is_quoted && sign == '\n') {
      break;
    } else if (is_quoted || sign != '\r') {
      row.cells.back() += sign;
    }
  }
  std::size_t end = at;
  if (end > begin && text[end - 1] == '\r') --end;
  row.bytes = text.substr(begin, end - begin);
  if (at < text.size()) ++at;
  for (std::string& cell : row.cells) cell = text::trimmed(cell);
  return row;
}

/// A version as a table.
struct Version {
  std::vector<Row> rows{};  // without its header
  Row header{};
  std::unordered_map<std::string, std::size_t> position{};  // of a row by its first cell
  std::unordered_map<std::string, std::size_t> column{};
};

char separator_of(std::string_view header) {
  const auto count = [&](char sign) { return std::count(header.begin(), header.end(), sign); };
  if (count(',') > 0) return ',';
  return count(';') > 0 ? ';' : count('\t') > 0 ? '\t' : ',';
}

/// Nothing for what is no table with one row a date.
std::optional<Version> version_of(std::string_view bytes, char separator) {
  Version version;
  if (has_markers(bytes) || bytes.find('\0') != std::string_view::npos) return std::nullopt;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::size_t at = 0;
  if (bytes.empty()) return version;
  version.header = row_at(bytes, at, separator);
  for (std::size_t i = 0; i < version.header.cells.size(); ++i)
    if (!version.column.emplace(version.header.cells[i], i).second) return std::nullopt;
  while (at < bytes.size()) {
    Row row = row_at(bytes, at, separator);
    if (text::trimmed(row.bytes).empty()) continue;
    if (row.cells.size() > version.header.cells.size()) return std::nullopt;
    if (!version.position.emplace(row.cells.front(), version.rows.size()).second) return std::nullopt;
    version.rows.push_back(std::move(row));
  }
  return version;
}

/// Joins the rows of three versions.
class Rows {
 public:
  Rows(const Texts& texts, const Markers& markers, char separator)
      : texts_(texts), markers_(markers), separator_(separator), line_end_(line_end_of(texts.ours)) {}

  std::optional<MergedFile> join() {
    auto base = version_of(texts_.base, separator_), ours = version_of(texts_.ours, separator_),
         theirs = version_of(texts_.theirs, separator_);
    if (!base || !ours || !theirs || ours->header.cells.empty() || theirs->header.cells.empty()) return std::nullopt;
    base_ = std::move(*base);
    ours_ = std::move(*ours);
    theirs_ = std::move(*theirs);
    if (!join_headers()) return std::nullopt;
    for (const Row& row : ours_.rows) take(row.cells.front());
    take_added();
    return written();
  }

 private:
  /// Lines of the result, by their date.
  struct Line {
    std::string date;
    std::string text;  // with the end of its line, or with markers
  };

  const Row* find(const Version& version, const std::string& date) const {
    const auto at = version.position.find(date);
    return at == version.position.end() ? nullptr : &version.rows[at->second];
  }

  std::string cell(const Version& version, const Row* row, const std::string& column) const {
    const auto at = version.column.find(column);
    return row == nullptr || at == version.column.end() || at->second >= row->cells.size() ? std::string()
                                                                                           : row->cells[at->second];
  }

  /// The columns of ours, and behind them those that theirs added. False when either lost one.
  bool join_headers() {
    columns_ = ours_.header.cells;
    if (columns_.front() != theirs_.header.cells.front()) return false;
    for (const std::string& column : base_.header.cells)
      if (!ours_.column.contains(column) || !theirs_.column.contains(column)) return false;
    for (const std::string& column : theirs_.header.cells)
      if (!ours_.column.contains(column)) columns_.push_back(column);
    has_new_columns_ = columns_.size() > ours_.header.cells.size();
    return true;
  }

  bool is_same(const Version& one, const Row* a, const Version& other, const Row* b) const {
    if (a == nullptr || b == nullptr) return a == b;
    return std::all_of(columns_.begin(), columns_.end(),
                       [&](const std::string& column) { return cell(one, a, column) == cell(other, b, column); });
  }

  std::string as_line(const std::vector<std::string>& cells) const {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool needs_quotes =
          cells[i].find_first_of("\"\r\n") != std::string::npos || cells[i].find(separator_) != std::string::npos;
      line += (i == 0 ? std::string() : std::string(1, separator_)) +
              (needs_quotes ? text::quoted_cell(cells[i]) : cells[i]);
    }
    return line + line_end_;
  }

  std::string as_line(const Version& version, const Row* row) const {
    if (row == nullptr) return {};
    const bool has_all = version.header.cells == columns_ && row->bytes.find('\n') == std::string_view::npos;
    if (has_all) return std::string(row->bytes) + line_end_;
    std::vector<std::string> cells;
    for (const std::string& column : columns_) cells.push_back(cell(version, row, column));
    return as_line(cells);
  }

  std::string line_of_ours(const Row& row) const {
    return has_new_columns_ ? as_line(ours_, &row) : std::string(row.bytes) + line_end_;
  }

  /// A row of ours, joined with the same date in the other versions.
  void take(const std::string& date) {
    const Row* const base = find(base_, date);
    const Row* const ours = find(ours_, date);
    const Row* const theirs = find(theirs_, date);
    if (is_same(ours_, ours, theirs_, theirs) || is_same(base_, base, theirs_, theirs))
      return add(date, line_of_ours(*ours));
    if (is_same(base_, base, ours_, ours)) {
      ++taken_;
      if (theirs != nullptr) add(date, as_line(theirs_, theirs));
      return;
    }
    if (base != nullptr && theirs != nullptr && take_cells(date, base, ours, theirs)) return;
    conflict(date, base, ours, theirs);
  }

  /// Different cells of one row that changed in different versions.
  bool take_cells(const std::string& date, const Row* base, const Row* ours, const Row* theirs) {
    std::vector<std::string> cells;
    for (const std::string& column : columns_) {
      const std::string b = cell(base_, base, column), o = cell(ours_, ours, column), t = cell(theirs_, theirs, column);
      if (o != t && b != o && b != t) return false;
      cells.push_back(b == o ? t : o);
    }
    ++taken_;
    add(date, as_line(cells));
    return true;
  }

  void conflict(const std::string& date, const Row* base, const Row* ours, const Row* theirs) {
    const auto value = [](const Row* row) { return row == nullptr ? text::Value() : text::Value(row->bytes); };
    conflicts_.push_back({date, value(base), value(ours), value(theirs), ours != nullptr, theirs != nullptr});
    add(date, between_markers(markers_, as_line(ours_, ours), as_line(base_, base), as_line(theirs_, theirs)));
  }

  void take_added() {
    std::vector<std::string> dates;
    for (const Row& row : ours_.rows) dates.push_back(row.cells.front());
    const bool are_days =
        std::all_of(dates.begin(), dates.end(), [](const std::string& d) { return yaml::is_date(d); });
    rises_ = are_days && std::is_sorted(dates.begin(), dates.end());
    falls_ = are_days && dates.size() > 1 && !rises_ && std::is_sorted(dates.rbegin(), dates.rend());
    for (const Row& row : theirs_.rows) {
      const std::string& date = row.cells.front();
      if (find(ours_, date) != nullptr) continue;
      const Row* const base = find(base_, date);
      if (is_same(base_, base, theirs_, &row)) continue;  // ours took it away
      if (base != nullptr) {
        conflict(date, base, nullptr, &row);
      } else {
        ++taken_;
        add(date, as_line(theirs_, &row));
      }
    }
  }

  void add(const std::string& date, std::string text) {
    std::size_t at = lines_.size();
    if (rises_ || falls_)
      while (at > 0 && (rises_ ? lines_[at - 1].date > date : lines_[at - 1].date < date)) --at;
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(at), {date, std::move(text)});
  }

  std::optional<MergedFile> written() {
    MergedFile file;
    if (texts_.ours.starts_with("\xEF\xBB\xBF")) file.bytes = "\xEF\xBB\xBF";
    file.bytes += has_new_columns_ ? as_line(columns_) : std::string(ours_.header.bytes) + line_end_;
    for (const Line& line : lines_) file.bytes += line.text;
    const bool ends_open = !texts_.ours.ends_with('\n') && conflicts_.empty();
    if (ends_open) file.bytes.resize(file.bytes.size() - line_end_.size());
    if (taken_ > 0) file.joined["rows"]["row"] = taken_;
    file.conflicts = std::move(conflicts_);
    return file;
  }

  const Texts& texts_;
  const Markers& markers_;
  char separator_;
  std::string line_end_;
  Version base_, ours_, theirs_;
  std::vector<std::string> columns_;
  bool has_new_columns_ = false;
  bool rises_ = false;
  bool falls_ = false;
  std::vector<Line> lines_;
  std::size_t taken_ = 0;
  std::vector<Undecided> conflicts_;
};

}  // namespace

std::optional<MergedFile> merge_rows(const Texts& texts, const Markers& markers) {
  const std::string_view ours = texts.ours;
  return Rows(texts, markers, separator_of(ours.substr(0, ours.find('\n')))).join();
}

}  // namespace thrive::versions
