// SPDX-License-Identifier: MIT
#include "libthrive/tables/reader.hpp"

#include <doctest/doctest.h>

#include "libthrive/tables/encoding.hpp"
#include "libthrive/tables/table.hpp"

using namespace thrive;
using namespace thrive::tables;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// A table read to its end.
struct Read {
  std::vector<Row> rows;
  std::optional<text::Diagnostic> failure;
  text::Diagnostics notes;
};

/// `block` is how many bytes come at a time; none for all that are asked for.
Read read(std::string bytes, Manner manner = Manner::lenient, std::size_t block = 0) {
  Input input = input_of(text::Source("sheet.csv", std::move(bytes)));
  if (block > 0) {
    const auto whole = input.read;
    input.read = [whole, block](std::size_t offset, char* into, std::size_t most) {
      return whole(offset, into, std::min(most, block));
    };
  }
  Read result;
  Reader reader(input, manner);
  Row row;
  while (reader.next(row)) result.rows.push_back(row.held());
  result.failure = reader.failure();
  say_how_it_was_read(reader, "sheet.csv", result.notes);
  return result;
}

Rows texts(const Read& read) {
  Rows rows;
  for (const Row& row : read.rows) {
    rows.emplace_back();
    for (std::size_t column = 0; column < row.size(); ++column) rows.back().emplace_back(row.text(column));
  }
  return rows;
}

std::string code(const Read& read) { return read.failure ? read.failure->code : ""; }

using text::Position;

}  // namespace

TEST_CASE("tables: plain CSV is read without a word") {
  const Read sheet = read("table,1,2\nA,S1,\"S2, or so\"\n\nB,\"say \"\"yes\"\"\", M1 \n");
  CHECK(texts(sheet) == Rows{{"table", "1", "2"}, {"A", "S1", "S2, or so"}, {"B", "say \"yes\"", "M1"}});
  CHECK(sheet.notes.empty());
  CHECK(sheet.rows[2].position(2) == Position{4, 18});
  CHECK(sheet.rows[2].bytes(2) == " M1 ");
  CHECK(sheet.rows[2].bytes() == "B,\"say \"\"yes\"\"\", M1 ");
}

TEST_CASE("tables: what Excel saves in Europe is recognised and said") {
  const Read sheet = read("\xEF\xBB\xBFtable;1;2\r\nCaf\xC3\xA9;S1;\"a\r\nb;c\"\r\n");
  CHECK(texts(sheet) == Rows{{"table", "1", "2"}, {"Café", "S1", "a\nb;c"}});
  REQUIRE(sheet.notes.entries().size() == 1);
  CHECK(sheet.notes.entries()[0].code == "sheet-read-as");
  CHECK(sheet.notes.entries()[0].message == "the sheet is read separated by semicolons");
  CHECK(sheet.rows[0].position(0) == Position{1, 1});
  CHECK(sheet.rows[1].position(1) == Position{2, 6});
}

TEST_CASE("tables: lines that end as on an old Mac are lines, and a line break in quotes is one character") {
  const Read sheet = read("name,sector\rHub,health\rClub,\"a\rb\"\rNext,x\r");
  CHECK(texts(sheet) == Rows{{"name", "sector"}, {"Hub", "health"}, {"Club", "a\nb"}, {"Next", "x"}});
  CHECK(sheet.rows[1].position(1) == Position{2, 5});
  CHECK(sheet.rows[3].position(1) == Position{5, 6});
}

TEST_CASE("tables: Windows-1252 is recognised and said, and lines of UTF-8 in the same file stay what they are") {
  const Read sheet = read("table,note\nA,Caf\xE9 \x96 5 \x80\nB,Caf\xC3\xA9\n");
  CHECK(sheet.rows[1].text(1) == "Café – 5 €");
  CHECK(sheet.rows[2].text(1) == "Café");
  CHECK(sheet.notes.entries().at(0).message == "the sheet is read as Windows-1252");
  CHECK_FALSE(text::utf8_from_windows_1252("\x81"));
}

TEST_CASE("tables: the separator is the one that lines agree on") {
  // Decimal commas do not make a comma-separated sheet.
  CHECK(texts(read("a;b\n1,5;2,5\n3;4\n")) == Rows{{"a", "b"}, {"1,5", "2,5"}, {"3", "4"}});
  CHECK(texts(read("a\tb\n1\t2\n")) == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(texts(read("sep=;\r\na;b\r\n")) == Rows{{"a", "b"}});
  CHECK(texts(read("\"a;b\"\n\"c;d\",e\n\"f;g\",h\n")) == Rows{{"a;b"}, {"c;d", "e"}, {"f;g", "h"}});
  CHECK(texts(read("only\n")) == Rows{{"only"}});
  CHECK(texts(read("")).empty());
}

TEST_CASE("tables: what is no sheet is refused with its place") {
  const Read open = read("a,b\nc,\"d\n");
  CHECK(code(open) == "sheet-open-quote");
  CHECK(open.failure->place.from == Position{2, 3});
  CHECK(code(read(std::string("PK\x03\x04\0\x81", 6))) == "sheet-not-text");
  CHECK(code(read(std::string("a\0b", 3))) == "sheet-not-text");
  CHECK(code(read("a,\x81\n")) == "sheet-not-text");
  Input broken = input_of(text::Source("gone.csv", "a,b\n"));
  broken.read = [](std::size_t, char*, std::size_t) { return std::ptrdiff_t{-1}; };
  Reader reader(broken, Manner::lenient);
  Row row;
  CHECK_FALSE(reader.next(row));
  CHECK(reader.failure()->code == "cannot-read");
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
    CHECK(texts(read(bytes)) == Rows{{decoded->utf8}});
  }
  CHECK(decode(std::string("\xFF\xFE\x3D\xD8", 4))->utf8 == "\xEF\xBF\xBD");  // half a character
}

TEST_CASE("tables: it does not matter in which blocks the bytes come") {
  std::string wide = "\xFF\xFE";
  const std::string plain = "name,note\r\n\"Caf\r\n\"\"x\"\"\" ,\"y\"\r\n\r\nz, w";
  for (const char letter : plain) wide += std::string(1, letter) + '\0';
  wide += std::string("\x3D\xD8\x42\xDE", 4);
  for (const std::string& bytes : {plain, "\xEF\xBB\xBF" + plain + "\xF0\x9F\x99\x82",
                                   plain + "\xE9\xC2\xA0\x96\nb,\xC3\xA9", wide, std::string("a\rb,\"c\rd\"\r\r\ne")}) {
    const Read whole = read(bytes);
    for (std::size_t block = 1; block < 9; ++block) {
      const Read parts = read(bytes, Manner::lenient, block);
      CHECK(texts(parts) == texts(whole));
      CHECK(parts.notes.entries() == whole.notes.entries());
      for (std::size_t row = 0; row < whole.rows.size(); ++row)
        CHECK(parts.rows[row].position(1) == whole.rows[row].position(1));
    }
  }
}

TEST_CASE("tables: a table that is longer than every buffer is read to its end, with the right lines") {
  std::string bytes = "date,value,note\n";
  for (int row = 0; row < 60000; ++row) bytes += "2024-01-01," + std::to_string(row) + ",\"a\nb\"\n";
  const Read sheet = read(bytes);
  REQUIRE(sheet.rows.size() == 60001);
  CHECK(sheet.rows.back().text(1) == "59999");
  CHECK(sheet.rows.back().line() == 2 * 60000);
}

TEST_CASE("tables: every cell has its place, in characters, quoted line breaks and all line endings included") {
  const Read sheet = read("\xEF\xBB\xBFé,ü,b\r\n\"x\r\ny\",ß,c\r\nd,e,f");
  const std::vector<std::vector<Position>> expected = {
      {{1, 1}, {1, 3}, {1, 5}}, {{2, 1}, {3, 4}, {3, 6}}, {{4, 1}, {4, 3}, {4, 5}}};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column) CHECK(sheet.rows[row].position(column) == expected[row][column]);
}

TEST_CASE("tables: a row of a million cells is walked once") {
  std::string bytes = "table,item\nA,S1";
  for (int cell = 0; cell < 1000000; ++cell) bytes += ",9";
  const Read sheet = read(bytes + "\n");  // quadratic, this would take minutes
  CHECK(sheet.rows[1].position(1000001) == Position{2, 2000004});
  text::Diagnostics problems;
  refuse_unnamed_cell(find_heading(sheet.rows, KnownColumns().add_key("table")), sheet.rows[1], problems);
  CHECK(problems.entries().size() == 1);
}

TEST_CASE("tables: no-break spaces are blanks") {
  CHECK(texts(read("table,\xC2\xA0item \xC2\xA0\nA,\xC2\xA0\nB,a\xC2\xA0z\nC,\"\xE2\x80\xAFq\"\n")) ==
        Rows{{"table", "item"}, {"A", ""}, {"B", "a z"}, {"C", "q"}});
}

TEST_CASE("tables: a file of strict spelling is refused for what would be repaired in a sheet") {
  CHECK(texts(read("\xEF\xBB\xBF"
                   "date,value\r\n2024-01-01, 3 \r\n\r\n",
                   Manner::strict)) == Rows{{"date", "value"}, {"2024-01-01", "3"}});
  CHECK(texts(read("date;value\n2024-01-01;3\n", Manner::strict)) == Rows{{"date;value"}, {"2024-01-01;3"}});
  CHECK(code(read("date,value\r2024-01-01,3\r", Manner::strict)) == "csv-not-plain");
  CHECK(code(read("date,value\n2024-01-01,\xC2\xA0"
                  "3\n",
                  Manner::strict)) == "csv-not-plain");
  CHECK(code(read("date,note\n2024-01-01,\"a\" b\n", Manner::strict)) == "csv-not-plain");
  CHECK(code(read("date,note\n2024-01-01,caf\xE9\n", Manner::strict)) == "csv-not-utf8");
  CHECK(code(read(std::string("\xFF\xFE"
                              "a\0",
                              4),
                  Manner::strict)) == "csv-not-utf8");
  CHECK(code(read("date,note\n2024-01-01,\"a\n", Manner::strict)) == "csv-open-quote");
}
