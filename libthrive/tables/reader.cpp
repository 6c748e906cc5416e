// SPDX-License-Identifier: MIT
#include "libthrive/tables/reader.hpp"

#include <algorithm>

#include "libthrive/tables/separator.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/text/spreadsheet_cells.hpp"

namespace thrive::tables {

namespace {

std::uint32_t offset(const char* from, const char* to) { return static_cast<std::uint32_t>(to - from); }

bool is_plain_blank(char byte) { return byte == ' ' || byte == '\t'; }

/// Without plain blanks at its ends: what a file of strict spelling may have there.
std::string_view plainly_trimmed(std::string_view text) {
  while (!text.empty() && is_plain_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_plain_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

Reader::Reader(const Input& input, Manner manner)
    : file_name_(input.name), file_(std::make_shared<const std::string>(input.name)), manner_(manner), decoder_(input) {
  set_separator(',');
}

void Reader::set_separator(char separator) {
  separator_ = separator;
  is_special_.fill(false);
  for (const char byte : {separator, '\n', '\r', '"'}) is_special_[static_cast<unsigned char>(byte)] = true;
}

void Reader::fail(std::string code, text::Place place, std::string message, std::string hint) {
  if (!failure_)
    failure_ = {text::Severity::error, std::move(code), std::move(place), std::move(message), std::move(hint)};
}

void Reader::fail_decoding() {
  const text::Place place = text::whole_file(file_name_);
  const bool strict = manner_ == Manner::strict;
  switch (decoder_.failure()) {
    case Decoder::Failure::none:
      if (strict && !decoder_.was().empty())
        fail("csv-not-utf8", place, "the file is not UTF-8 text", "save it from the spreadsheet as 'CSV UTF-8'");
      return;
    case Decoder::Failure::unreadable:
      return fail("cannot-read", {}, "cannot read '" + file_name_ + "' to its end", "");
    case Decoder::Failure::no_text:
      if (strict)
        return fail("csv-not-utf8", place, "the file is not UTF-8 text", "save it from the spreadsheet as 'CSV UTF-8'");
      return fail("sheet-not-text", place, "the file is no text: neither UTF-8, UTF-16 nor Windows-1252",
                  "save the sheet as CSV, not as a workbook");
    case Decoder::Failure::zero_byte:
      return fail("sheet-not-text", place, "the file is no text: it holds zero bytes",
                  "save the sheet as CSV, not as a workbook");
    case Decoder::Failure::workbook:
      return fail("sheet-not-text", place, "the file is a workbook, such as .xlsx or .ods, and no text",
                  "open it in a spreadsheet and save the sheet as 'CSV UTF-8'");
  }
}

/// Makes the buffer longer, without the rows that were read already; false when there is no more.
bool Reader::refill() {
  if (has_ended_) return false;
  if (!buffer_.empty()) buffer_.pop_back();  // the line end that stops searches
  buffer_.erase(0, at_);
  at_ = 0;
  has_ended_ = !decoder_.append_block(buffer_);
  buffer_ += '\n';
  fail_decoding();
  return true;
}

/// Reads the start; false when nothing can be read.
bool Reader::begin() {
  has_begun_ = true;
  constexpr std::size_t enough = 4096;
  while (!has_ended_ && buffer_.size() < enough) refill();
  if (manner_ == Manner::lenient) take_separator_from_start();
  return !failure_;
}

void Reader::take_separator_from_start() {
  const std::string_view start(buffer_.data(), buffer_.size() - 1);
  if (!start.starts_with("sep=") || start.size() < 5) return set_separator(likely_separator(start));
  set_separator(start[4]);
  at_ = std::min(start.find('\n'), start.size() - 1) + 1;
  ++line_;
}

const char* Reader::special(const char* here) const {
  while (!is_special_[static_cast<unsigned char>(*here)]) ++here;
  return here;
}

/// Blank lines go; a row of empty cells is one that a file of strict spelling cannot have.
bool Reader::is_left_out(const Row& row) const {
  return row.is_blank() && (manner_ == Manner::lenient || row.size() == 1);
}

bool Reader::next(Row& row) {
  if (!has_begun_ && !begin()) return false;
  if (row.file_ != file_) row.file_ = file_;
  while (!failure_) {
    if (at_ + 1 >= buffer_.size() && !refill()) return false;
    if (at_ + 1 >= buffer_.size()) continue;
    if (!cut(row)) {
      if (!failure_ && !refill()) return false;
    } else if (!is_left_out(row)) {
      return !failure_;
    }
  }
  return false;
}

/// Cuts the row at the front of the buffer; false when it goes on behind the buffer.
bool Reader::cut(Row& row) {
  const char* const begin = buffer_.data() + at_;
  const char* const end = buffer_.data() + buffer_.size() - 1;
  row.clear();
  row.line_ = line_;
  has_quotes_ = false;
  row.bytes_ = {begin, static_cast<std::size_t>(end - begin)};
  const char* here = begin;
  for (;;) {
    const char* const cell = here;
    here = special(here);
    if (*here == '"' && here != end && text::trimmed({cell, static_cast<std::size_t>(here - cell)}).empty()) {
      if (!cut_quoted(row, cell, here)) return false;
    } else {
      while (*here == '"') here = special(here + 1);
      if (here == end && !has_ended_) return false;
      add_cell(row, cell, here);
    }
    if (here == end || *here != separator_) break;
    ++here;
  }
  if (*here == '\r' && here + 1 == end && !has_ended_) return false;
  end_line(row, here);
  row.bytes_ = {begin, static_cast<std::size_t>(here - begin)};
  return true;
}

/// Steps over the line ending and counts the lines of the row.
void Reader::end_line(const Row& row, const char* here) {
  const char* const begin = buffer_.data() + at_;
  const char* const end = buffer_.data() + buffer_.size() - 1;
  if (has_quotes_)
    for (const char* at = begin; at < here; ++at)
      if (*at == '\n' || (*at == '\r' && at[1] != '\n')) ++line_;
  ++line_;
  if (here < end && *here == '\r' && here[1] != '\n' && manner_ == Manner::strict && here + 1 != end)
    fail("csv-not-plain", row.place(0), "lines end with a carriage return alone",
         "save it from the spreadsheet as 'CSV UTF-8', not as 'CSV (Macintosh)'");
  if (here < end && *here == '\r') ++here;
  if (here < end && *here == '\n') ++here;
  at_ += static_cast<std::size_t>(here - begin);
}

/// A cell in quotes, from its first quote up to the separator or the end of the row.
bool Reader::cut_quoted(Row& row, const char* cell_begin, const char*& here) {
  const char* const begin = buffer_.data() + at_;
  const char* const end = buffer_.data() + buffer_.size() - 1;
  const char* const quote = here;
  cell_text_.clear();
  has_quotes_ = true;
  for (++here;; ++here) {
    if (here >= end) {
      if (has_ended_) fail_open_quote(row, static_cast<std::size_t>(quote - begin));
      return false;
    }
    if (*here == '"') {
      if (here + 1 == end && !has_ended_) return false;
      if (here + 1 == end || here[1] != '"') break;
      ++here;
    } else if (*here == '\r') {
      // A line break within a cell is one character, whatever it is made of.
      if (here + 1 == end && !has_ended_) return false;
      if (here[1] == '\n') continue;
      cell_text_ += '\n';
      continue;
    }
    cell_text_ += *here;
  }
  const char* const rest = here + 1;
  here = special(rest);
  while (*here == '"') here = special(here + 1);
  if (here == end && !has_ended_) return false;
  const std::string_view behind(rest, static_cast<std::size_t>(here - rest));
  Row::Stretch cell;
  cell.begin = offset(begin, cell_begin);
  cell.end = offset(begin, here);
  cell.place = offset(begin, quote);
  cell.is_changed = true;
  if (manner_ == Manner::strict && !plainly_trimmed(behind).empty()) {
    row.cells_.push_back(cell);
    fail("csv-not-plain", row.place(row.size() - 1), "text stands behind the closing quote",
         "put the whole cell into quotes, and write a quote in it twice");
    return true;
  }
  cell_text_ += behind;
  std::string_view text = text::trimmed(cell_text_);
  if (manner_ == Manner::lenient) text = text::without_guard(text);
  std::string plain;
  if (manner_ == Manner::lenient && decoder_.is_beyond_ascii() && text::has_odd_spaces(text))
    text = plain = text::with_plain_spaces(text);
  cell.text_begin = static_cast<std::uint32_t>(row.changed_.size());
  row.changed_ += text;
  cell.text_end = static_cast<std::uint32_t>(row.changed_.size());
  row.cells_.push_back(cell);
  return true;
}

/// A cell without quotes.
void Reader::add_cell(Row& row, const char* begin, const char* end) {
  const char* const start = buffer_.data() + at_;
  const std::string_view written(begin, static_cast<std::size_t>(end - begin));
  const std::string_view text = plainly_trimmed(written);
  std::string_view bare = decoder_.is_beyond_ascii() ? text::trimmed(text) : text;
  if (manner_ == Manner::lenient && bare.starts_with('\'')) bare = text::without_guard(bare);
  Row::Stretch cell;
  cell.begin = offset(start, begin);
  cell.end = offset(start, end);
  cell.place = cell.text_begin = bare.empty() ? cell.begin : offset(start, bare.data());
  cell.text_end = cell.text_begin + static_cast<std::uint32_t>(bare.size());
  row.cells_.push_back(cell);
  if (!decoder_.is_beyond_ascii()) return;
  if (manner_ == Manner::strict) {
    if (bare != text)
      fail("csv-not-plain", row.place(row.size() - 1),
           "a no-break space, or another odd one, stands beside the cell's text",
           "take it away; plain spaces do no harm");
  } else if (text::has_odd_spaces(bare)) {
    Row::Stretch& changed = row.cells_.back();
    changed.is_changed = true;
    changed.text_begin = static_cast<std::uint32_t>(row.changed_.size());
    row.changed_ += text::with_plain_spaces(bare);
    changed.text_end = static_cast<std::uint32_t>(row.changed_.size());
  }
}

void Reader::fail_open_quote(const Row& row, std::size_t at) {
  Row upto = row;
  Row::Stretch cell;
  cell.place = static_cast<std::uint32_t>(at);
  upto.cells_.push_back(cell);
  const text::Place place = upto.place(upto.size() - 1);
  if (manner_ == Manner::strict)
    fail("csv-open-quote", place, "a quote is opened here and never closed", "close it, or take it away");
  else
    fail("sheet-open-quote", place, "the quotation mark is never closed",
         "close it, or write it twice when it is part of the text");
}

bool say_how_it_was_read(const Reader& reader, const std::string& file, text::Diagnostics& problems) {
  if (reader.failure()) {
    problems.add(*reader.failure());
    return false;
  }
  std::string what;
  if (!reader.was().empty()) what = "as " + reader.was();
  if (reader.separator() != ',')
    what += (what.empty() ? "" : " and ") + std::string("separated by ") +
            (reader.separator() == ';' ? "semicolons" : "tabs");
  if (!what.empty())
    problems.note("sheet-read-as", text::whole_file(file), "the sheet is read " + what,
                  !reader.was().empty() ? "save it as 'CSV UTF-8' when accents look wrong" : "");
  return true;
}

}  // namespace thrive::tables
