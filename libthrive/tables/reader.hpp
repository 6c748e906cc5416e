// SPDX-License-Identifier: MIT
//
// The one reader of tables of text: comma-separated values in every spelling that spreadsheets and other systems have
// for them.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "libthrive/tables/decoder.hpp"
#include "libthrive/tables/input.hpp"
#include "libthrive/tables/row.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::tables {

/// How much a reader puts up with. lenient: sheets that people hand in, in any spelling. strict: files that a project
/// keeps and other programs read too: UTF-8, commas, LF or CRLF, text in whole quotes, plain blanks.
enum class Manner { lenient, strict };

/// Reads a table row by row, with a buffer that is as long as its longest rows; blank rows are left out. Lenient
/// reading takes commas, semicolons or tabs (what most lines of the start have the same number of, outside quotes; a
/// first line `sep=;` names it), any line endings, UTF-16 and Windows-1252, cells in quotes with line breaks, and
/// no-break spaces for plain ones; it takes off the one apostrophe that guards a text against being read as a formula.
class Reader {
 public:
  Reader(const Input& input, Manner manner);

  /// Reads the next row that is not blank; false at the end, and when the table cannot be read further.
  bool next(Row& row);

  /// What made the table unreadable, with its place; nothing when it is not.
  const std::optional<text::Diagnostic>& failure() const { return failure_; }
  char separator() const { return separator_; }
  /// "UTF-16", "Windows-1252", or empty: what the rows so far were in when it was not UTF-8.
  const std::string& was() const { return decoder_.was(); }

 private:
  bool begin();
  bool refill();
  bool cut(Row& row);
  bool cut_quoted(Row& row, const char* cell_begin, const char*& here);
  bool is_left_out(const Row& row) const;
  void add_cell(Row& row, const char* begin, const char* end);
  void end_line(const Row& row, const char* here);
  const char* special(const char* here) const;
  void take_separator_from_start();
  void set_separator(char separator);
  void fail(std::string code, text::Place place, std::string message, std::string hint);
  void fail_decoding();
  void fail_open_quote(const Row& row, std::size_t at);

  std::string file_name_;
  std::shared_ptr<const std::string> file_;
  Manner manner_;
  Decoder decoder_;
  std::string buffer_;  // with a line end behind it, where every search stops
  std::size_t at_ = 0;
  bool has_begun_ = false;
  bool has_ended_ = false;
  bool has_quotes_ = false;  // the row that is being cut
  char separator_ = ',';
  std::array<bool, 256> is_special_{};
  std::size_t line_ = 1;
  std::string cell_text_;
  std::optional<text::Diagnostic> failure_;
};

/// A note `sheet-read-as` that says how a sheet was read, when it was not plain comma-separated UTF-8; or the error
/// that it could not be. False when it could not.
bool say_how_it_was_read(const Reader& reader, const std::string& file, text::Diagnostics& problems);

}  // namespace thrive::tables
