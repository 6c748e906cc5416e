// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::text {

/// One cell of a sheet: its text without quotes and blanks around it, and where it stands in the file.
struct SheetCell {
  std::string text;
  Place place;
};

/// A sheet as a spreadsheet saves it: rows of cells, blank rows left out.
struct Spreadsheet {
  std::string file;
  std::vector<std::vector<SheetCell>> rows;
  char separator = ',';
  std::string was;  // "UTF-16", "Windows-1252", or empty: the encoding that the file was in
};

/// Reads what Excel and others save as CSV: a byte order mark, commas, semicolons or tabs, LF, CRLF or CR, quoted
/// cells, and, when the bytes are not UTF-8, UTF-16 or Windows-1252. Whatever is not plain comma-separated UTF-8 is
/// said in a note `sheet-read-as`. The separator is the one that most lines of the start have the same number of,
/// outside quotes; a first line `sep=;` names it. Nothing comes back for a quote that is never closed, or for bytes
/// that are neither.
std::optional<Spreadsheet> read_spreadsheet(const Source& source, Diagnostics& problems);

/// Takes away what stands above the row that names the columns, such as a title over merged cells, and says so in a
/// note. That row is the first of the first ten with one of `names` (in kebab-case) beside another cell; without one
/// nothing changes.
void drop_titles(Spreadsheet& sheet, std::initializer_list<std::string_view> names, Diagnostics& problems);

/// Reports of every row below the first the first cell that has text and stands in a column without a name: often the
/// rest of a text or a number with a comma in it.
void refuse_unnamed_cells(const Spreadsheet& sheet, Diagnostics& problems);

}  // namespace thrive::text
