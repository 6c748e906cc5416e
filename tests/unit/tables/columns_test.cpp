// SPDX-License-Identifier: MIT
#include "libthrive/tables/columns.hpp"

#include <doctest/doctest.h>

#include "libthrive/tables/table.hpp"

using namespace thrive;
using namespace thrive::tables;

namespace {

KnownColumns known() {
  KnownColumns columns;
  columns.add_key("table", {"group"}).add_key("item").add_key("week").add_key("week-commencing");
  columns.add("score").add("evidence").add("per_year", {"people"});
  return columns;
}

/// What a sheet's heading is, in words: its columns, how many rows it takes and how many stand above.
std::string heading(const std::string& bytes) {
  text::Diagnostics problems;
  const Input input = input_of(text::Source("sheet.csv", bytes));
  const Table table(input, known(), problems);
  std::string words;
  for (const Title& title : table.heading().titles) words += title.column.empty() ? "?" : title.column, words += ' ';
  return words + std::to_string(table.heading().rows.size()) + '+' + std::to_string(table.heading().rows_above);
}

}  // namespace

TEST_CASE("columns: names and other names are found, however they are spelt") {
  CHECK(heading("Group,ITEM,People\nA,b,3\n") == "table item per_year 1+0");
  CHECK(heading("who,what\n1,2\n") == "? ? 1+0");
  CHECK(heading("") == "0+0");
}

TEST_CASE("columns: what stands above the names is no part of the table") {
  CHECK(heading("Workshop 2,,\n,item,\ntable,item,score\nA,S1,2\n") == "table item score 1+2");
  // A title that reads like a key names fewer columns than the heading.
  CHECK(heading("Table,12 May\n\ngroup,item,score\nA,S1,2\n") == "table item score 1+1");
}

TEST_CASE("columns: names that take two rows are one heading") {
  CHECK(heading("table,item,,\n,,score,evidence\nA,S1,2,x\n") == "table item score evidence 2+0");
  CHECK(heading("Week,People\ncommencing,\n2024-01-01,3\n") == "week-commencing per_year 2+0");
  CHECK(heading("table,What we said,\n,score,evidence\nA,2,x\n") == "table score evidence 2+0");
  CHECK(heading("item,,\n,North,South\nM1,2,3\n") == "item ? ? 2+0");
  CHECK(heading("Sheet\ntable,,\n,item,score\nA,S1,2\n") == "table item score 2+1");
  CHECK(heading("table,item\nA,score\n") == "table item 1+0");  // a row of data
}

TEST_CASE("columns: a name that is there twice is refused, also by another name") {
  text::Diagnostics problems;
  const Input input = input_of(text::Source("sheet.csv", "table,people,per_year,x,x\n"));
  const Table table(input, known(), problems);
  CHECK(refuse_twice_named(table.heading(), {"per_year"}, problems));
  CHECK_FALSE(refuse_twice_named(table.heading(), {"table"}, problems));
  REQUIRE(problems.entries().size() == 1);
  CHECK(text::format(problems.entries()[0]) ==
        "sheet.csv:1:14: error: column 'per_year' is there twice [column-twice]");
  CHECK(refuse_twice_named(table.heading(), {}, problems));
  CHECK(problems.entries().size() == 3);
}

TEST_CASE("columns: titles left out are said, and a cell in no named column is not lost in silence") {
  text::Diagnostics problems;
  const Input input = input_of(text::Source("sheet.csv", "Title,\ntable,,score\nA,,2,,\nB,x,1,rest\n"));
  Table table(input, known(), problems);
  REQUIRE(problems.entries().size() == 1);
  CHECK(problems.entries()[0].message == "1 row above the names of the columns left out");
  for (Row row; table.next(row);) refuse_unnamed_cell(table.heading(), row, problems);
  REQUIRE(problems.entries().size() == 2);
  CHECK(problems.entries()[1].place.from == text::Position{4, 3});
}
