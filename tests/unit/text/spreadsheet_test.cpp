// SPDX-License-Identifier: MIT
#include "libthrive/tables/spreadsheet.hpp"

#include "libthrive/tables/encoding.hpp"

#include <doctest/doctest.h>

using namespace thrive::text;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows texts(const Spreadsheet& sheet) {
  Rows rows;
  for (const auto& row : sheet.rows) {
    rows.emplace_back();
    for (const SheetCell& cell : row) rows.back().push_back(cell.text);
  }
  return rows;
}

Spreadsheet read(std::string bytes, Diagnostics& problems) {
  const auto sheet = read_spreadsheet(Source("sheet.csv", std::move(bytes)), problems);
  REQUIRE(sheet);
  return *sheet;
}

}  // namespace

TEST_CASE("spreadsheet: plain CSV is read without a word") {
  Diagnostics problems;
  const Spreadsheet sheet = read("table,1,2\nA,S1,\"S2, or so\"\n\nB,\"say \"\"yes\"\"\", M1 \n", problems);
  CHECK(texts(sheet) == Rows{{"table", "1", "2"}, {"A", "S1", "S2, or so"}, {"B", "say \"yes\"", "M1"}});
  CHECK(problems.empty());
  CHECK(sheet.rows[2][2].place.from == Position{4, 18});
}

TEST_CASE("spreadsheet: what Excel saves in Europe is recognised and said") {
  Diagnostics problems;
  const Spreadsheet sheet = read("\xEF\xBB\xBFtable;1;2\r\nCaf\xC3\xA9;S1;\"a\r\nb;c\"\r\n", problems);
  CHECK(texts(sheet) == Rows{{"table", "1", "2"}, {"Café", "S1", "a\nb;c"}});
  REQUIRE(problems.entries().size() == 1);
  CHECK(problems.entries()[0].code == "sheet-read-as");
  CHECK(problems.entries()[0].message == "the sheet is read separated by semicolons");
  CHECK(sheet.rows[0][0].place.from == Position{1, 1});
  CHECK(sheet.rows[1][1].place.from == Position{2, 6});
}

TEST_CASE("spreadsheet: lines that end as on an old Mac are lines") {
  Diagnostics problems;
  const Spreadsheet sheet = read("name,sector\rHub,health\rClub,\r", problems);
  CHECK(texts(sheet) == Rows{{"name", "sector"}, {"Hub", "health"}, {"Club", ""}});
  CHECK(sheet.rows[1][1].place.from == Position{2, 5});
}

TEST_CASE("spreadsheet: Windows-1252 is recognised and said") {
  Diagnostics problems;
  const Spreadsheet sheet = read("table,note\nA,Caf\xE9 \x96 5 \x80\n", problems);
  CHECK(sheet.rows[1][1].text == "Café – 5 €");
  CHECK(problems.entries().at(0).message == "the sheet is read as Windows-1252");
  CHECK_FALSE(utf8_from_windows_1252("\x81"));
}

TEST_CASE("spreadsheet: the separator is the one that lines agree on") {
  Diagnostics problems;
  // Decimal commas do not make a comma-separated sheet.
  CHECK(texts(read("a;b\n1,5;2,5\n3;4\n", problems)) == Rows{{"a", "b"}, {"1,5", "2,5"}, {"3", "4"}});
  CHECK(texts(read("a\tb\n1\t2\n", problems)) == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(texts(read("sep=;\r\na;b\r\n", problems)) == Rows{{"a", "b"}});
  CHECK(texts(read("only\n", problems)) == Rows{{"only"}});
  CHECK(texts(read("", problems)).empty());
}

TEST_CASE("spreadsheet: what is no sheet is refused with its place") {
  Diagnostics problems;
  CHECK_FALSE(read_spreadsheet(Source("sheet.csv", "a,b\nc,\"d\n"), problems));
  REQUIRE(problems.entries().size() == 1);
  CHECK(problems.entries()[0].code == "sheet-open-quote");
  CHECK(problems.entries()[0].place.from == Position{2, 3});
  CHECK_FALSE(read_spreadsheet(Source("book.xlsx", std::string("PK\x03\x04\0\x81", 6)), problems));
  CHECK(problems.entries()[1].code == "sheet-not-text");
  CHECK_FALSE(read_spreadsheet(Source("book.xls", std::string("a\0b", 3)), problems));
}

TEST_CASE("UTF-16 is known by its byte order mark, with characters beyond the first plane") {
  using thrive::text::decode;
  const std::string little(
      "\xFF\xFE"
      "a\0\xE9\0\x3D\xD8\x42\xDE",
      10),
      big("\xFE\xFF\0a\0\xE9\xD8\x3D\xDE\x42", 10);
  for (const std::string& bytes : {little, big}) {
    const auto decoded = decode(bytes);
    REQUIRE(decoded.has_value());
    CHECK(decoded->utf8 == "a\xC3\xA9\xF0\x9F\x99\x82");
    CHECK(decoded->was == "UTF-16");
  }
  CHECK(decode(std::string("\xFF\xFE\x3D\xD8", 4))->utf8 == "\xEF\xBF\xBD");  // half a character
}

TEST_CASE("spreadsheet: titles above the names of the columns are left out and said") {
  Diagnostics problems;
  Spreadsheet sheet = read("Workshop 2,,\n,item,\ntable,item,score\nA,S1,2\n", problems);
  drop_titles(sheet, {"table", "item"}, problems);
  CHECK(texts(sheet) == Rows{{"table", "item", "score"}, {"A", "S1", "2"}});
  REQUIRE(problems.entries().size() == 1);
  CHECK(problems.entries()[0].message == "2 rows above the names of the columns left out");
  drop_titles(sheet, {"table", "item"}, problems);
  CHECK(problems.entries().size() == 1);
  Spreadsheet other = read("a,b\nc,d\n", problems);
  drop_titles(other, {"table"}, problems);
  CHECK(other.rows.size() == 2);
}

TEST_CASE("spreadsheet: a cell in no named column is not lost in silence") {
  Diagnostics problems;
  refuse_unnamed_cells(read("table,,score\nA,,2,,\nB,x,1,rest\n", problems), problems);
  REQUIRE(problems.entries().size() == 1);
  CHECK(problems.entries()[0].place.from == Position{3, 3});
}

TEST_CASE("spreadsheet: every cell has its place, in characters, quoted line breaks and all line endings included") {
  Diagnostics problems;
  const Spreadsheet sheet = read("\xEF\xBB\xBFé,ü,b\r\n\"x\r\ny\",ß,c\r\nd,e,f", problems);
  const std::vector<std::vector<Position>> expected = {
      {{1, 1}, {1, 3}, {1, 5}}, {{2, 1}, {3, 4}, {3, 6}}, {{4, 1}, {4, 3}, {4, 5}}};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column)
      CHECK(sheet.rows[row][column].place.from == expected[row][column]);
  CHECK(texts(read("a,b\rc,d\r", problems)) == Rows{{"a", "b"}, {"c", "d"}});
}

TEST_CASE("spreadsheet: a row of a million cells is walked once") {
  Diagnostics problems;
  std::string bytes = "table,item\nA,S1";
  for (int cell = 0; cell < 1000000; ++cell) bytes += ",9";
  const Spreadsheet sheet = read(bytes + "\n", problems);  // quadratic, this would take minutes
  CHECK(sheet.rows[1].back().place.from == Position{2, 2000004});
  refuse_unnamed_cells(sheet, problems);
  CHECK(problems.entries().size() == 1);
}

TEST_CASE("spreadsheet: no-break spaces at the ends of a cell are blanks") {
  Diagnostics problems;
  CHECK(texts(read("table,\xC2\xA0item \xC2\xA0\nA,\xC2\xA0\nB,a\xC2\xA0z\n", problems)) ==
        Rows{{"table", "item"}, {"A", ""}, {"B", "a\xC2\xA0z"}});
}
