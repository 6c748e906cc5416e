// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/extract.hpp"

#include <algorithm>

#include "libthrive/tables/encoding.hpp"

namespace thrive::measures {

namespace {

/// The separator that the first lines have most of; a comma when they have none.
char separator_of(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096));
  const auto count = [&](char letter) { return std::count(start.begin(), start.end(), letter); };
  const auto commas = count(','), semicolons = count(';'), tabs = count('\t');
  if (tabs > commas && tabs > semicolons) return '\t';
  return semicolons > commas ? ';' : ',';
}

std::string trimmed(std::string text) {
  const auto blank = [](unsigned char letter) { return letter == ' ' || letter == '\t'; };
  // No-break spaces come with copied tables.
  for (std::size_t at = text.find("\xc2\xa0"); at != std::string::npos; at = text.find("\xc2\xa0"))
    text.replace(at, 2, 1, ' ');
  while (!text.empty() && blank(static_cast<unsigned char>(text.back()))) text.pop_back();
  text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), blank));
  return text;
}

/// Walks over the bytes once.
class Walk {
 public:
  Walk(const std::string& bytes, char separator) : bytes_(bytes), separator_(separator) {}

  bool next(ExtractRow& row) {
    while (at_ < bytes_.size()) {
      read(row);
      const bool blank =
          std::all_of(row.cells.begin(), row.cells.end(), [](const ExtractCell& cell) { return cell.text.empty(); });
      if (!blank) return true;
    }
    return false;
  }
  /// Where a quote was opened that is never closed; the end of the text when there is none.
  std::size_t open_quote = std::string::npos;

 private:
  bool at_line_end() const { return at_ >= bytes_.size() || bytes_[at_] == '\n' || bytes_[at_] == '\r'; }

  void read(ExtractRow& row) {
    row.cells.clear();
    row.begin = at_;
    while (true) {
      row.cells.push_back(cell());
      if (at_line_end()) break;
      ++at_;  // the separator
    }
    row.end = at_;
    if (at_ < bytes_.size() && bytes_[at_] == '\r') ++at_;
    if (at_ < bytes_.size() && bytes_[at_] == '\n') ++at_;
  }

  ExtractCell cell() {
    ExtractCell cell;
    cell.begin = at_;
    std::string text;
    bool quoted = false;
    std::size_t opened = 0;
    for (; at_ < bytes_.size(); ++at_) {
      const char letter = bytes_[at_];
      if (quoted && letter == '"' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '"') {
        text += '"';
        ++at_;
      } else if (letter == '"' && (quoted || trimmed(text).empty())) {
        quoted = !quoted;
        opened = at_;
      } else if (!quoted && (letter == separator_ || letter == '\n' || letter == '\r')) {
        break;
      } else {
        text += letter;
      }
    }
    if (quoted) open_quote = std::min(open_quote, opened);
    cell.end = at_;
    cell.text = trimmed(std::move(text));
    return cell;
  }

  const std::string& bytes_;
  char separator_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Extract> read_extract(const text::Source& file, text::Diagnostics& problems) {
  Extract extract;
  std::optional<text::Decoded> decoded = text::decode(file.bytes());
  if (!decoded) {
    problems.error("sheet-not-text", text::whole_file(file.name()),
                   "the file is no text: neither UTF-8, UTF-16 nor Windows-1252",
                   "save the extract as CSV, not as a workbook");
    return std::nullopt;
  }
  extract.separator = separator_of(decoded->utf8);
  extract.source = text::Source(file.name(), std::move(decoded->utf8));
  if (!decoded->was.empty()) extract.said.push_back("text was " + decoded->was);
  if (extract.separator == ';') extract.said.push_back("columns are parted by semicolons");
  if (extract.separator == '\t') extract.said.push_back("columns are parted by tabs");
  Walk walk(extract.source.bytes(), extract.separator);
  ExtractRow row;
  while (walk.next(row)) extract.rows.push_back(row);
  if (walk.open_quote == std::string::npos) return extract;
  problems.error("csv-open-quote", {file.name(), extract.source.position(walk.open_quote)},
                 "a quote is opened here and never closed", "close it, or take it away");
  return std::nullopt;
}

}  // namespace thrive::measures
