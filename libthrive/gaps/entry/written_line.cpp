// SPDX-License-Identifier: MIT
#include "libthrive/gaps/entry/written_line.hpp"

#include <algorithm>
#include <set>

#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::gaps {

namespace {

/// What `gap sheet -f csv` adds for its readers, and the project says otherwise.
const std::set<std::string> for_readers = {"gap_id", "title", "module_name"};

tables::KnownColumns columns_of_sheets() {
  tables::KnownColumns known;
  known.add_key("column", {"heading"})
      .add_key("text", {"line", "words", "what"})
      .add_key("priority", {"item", "sheet"});
  for (const std::string& detail : details_of_lines()) known.add(detail);
  for (const std::string& column : for_readers) known.add(column);
  return known;
}

/// True when every column is one that a sheet has; the others are reported.
bool knows_all(const tables::Heading& heading, text::Diagnostics& problems) {
  bool all = true;
  for (std::size_t column = 0; column < heading.titles.size(); ++column) {
    const tables::Title& title = heading.titles[column];
    if (title.text.empty() || !title.column.empty()) continue;
    const std::string near = text::did_you_mean(title.text, details_of_lines());
    problems.error("unknown-column", heading.place(column),
                   "unknown column '" + text::without_controls(title.text) + "'",
                   near.empty() ? "columns are " + text::join_in_words(details_of_lines()) : near);
    all = false;
  }
  return all;
}

/// A blank sheet has rows that name a priority and a column, and nothing else.
bool has_words(const WrittenLine& line) {
  const std::set<std::string> frame = {"priority", "column", "status", "id"};
  const std::vector<std::string> details = details_of_lines();
  return std::any_of(details.begin(), details.end(),
                     [&](const std::string& detail) { return !frame.contains(detail) && line.says(detail); });
}

}  // namespace

void WrittenLine::say(const std::string& detail, std::string_view text, text::Place place) {
  const std::string_view words = text::trimmed(text);
  if (!words.empty()) details_[detail] = {std::string(words), std::move(place)};
}

std::string WrittenLine::of(const std::string& detail) const {
  const auto said = details_.find(detail);
  return said == details_.end() ? std::string() : said->second.text;
}

text::Place WrittenLine::place_of(const std::string& detail) const {
  const auto said = details_.find(detail);
  return said == details_.end() || said->second.place.file.empty() ? place_ : said->second.place;
}

std::vector<std::string> details_of_lines() {
  return {"priority", "column", "text", "from", "voice", "module", "who",
          "people",   "owner",  "by",   "gap",  "id",    "status"};
}

std::vector<WrittenLine> read_lines(const tables::Input& input, text::Diagnostics& problems) {
  tables::Table sheet(input, columns_of_sheets(), problems);
  const tables::Heading& heading = sheet.heading();
  std::vector<WrittenLine> lines;
  for (const char* wanted : {"priority", "column", "text"}) {
    if (heading.find(wanted) || !sheet.is_good()) continue;
    problems.error("sheet-of-what", text::whole_file(sheet.file()),
                   std::string("the first row names no column '") + wanted + "'",
                   "'gap sheet -f csv' writes a sheet to fill in");
    sheet.say_how_it_was_read();
    return lines;
  }
  const bool readable = knows_all(heading, problems) && !tables::refuse_twice_named(heading, {}, problems);
  for (tables::Row row; sheet.next(row);) {
    if (!readable) continue;
    tables::refuse_unnamed_cell(heading, row, problems);
    WrittenLine line(row.place());
    for (std::size_t column = 0; column < std::min(row.size(), heading.titles.size()); ++column)
      if (const std::string& detail = heading.titles[column].column; !for_readers.contains(detail))
        line.say(detail, row.text(column), row.place(column));
    if (has_words(line)) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace thrive::gaps
