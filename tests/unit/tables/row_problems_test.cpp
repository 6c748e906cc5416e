// SPDX-License-Identifier: MIT
#include "libthrive/tables/row_problems.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "libthrive/tables/reader.hpp"

using namespace thrive;
using namespace thrive::tables;
using text::Severity;

namespace {

/// A table of so many rows.
std::vector<Row> table(std::size_t lines) {
  std::string bytes;
  for (std::size_t i = 0; i < lines; ++i) bytes += "x\n";
  const Input input = input_of(text::Source("long.csv", bytes));
  Reader reader(input, Manner::lenient);
  std::vector<Row> rows;
  for (Row row; reader.next(row);) rows.push_back(row.held());
  return rows;
}

}  // namespace

TEST_CASE("twenty problems of a kind are said one by one, and how many more there are in one line") {
  text::Diagnostics problems;
  RowProblems rows(problems);
  for (const Row& row : table(100))
    if (rows.is_said(Severity::error, "odd-cell", row, 0))
      rows.add(Severity::error, "odd-cell", row.place(), "odd", "");
  rows.say_how_many_more();
  REQUIRE(problems.entries().size() == 21);
  CHECK(format(problems.entries()[19]) == "long.csv:20:1: error: odd [odd-cell]");
  CHECK(format(problems.entries()[20]) ==
        "long.csv:21:1: error: 80 more of this kind from here to line 100 [odd-cell]");
}

TEST_CASE("each code and each severity has a count of its own, and exactly twenty leave nothing to add") {
  text::Diagnostics problems;
  RowProblems rows(problems);
  std::size_t said = 0;
  for (const Row& row : table(20)) {
    said += rows.is_said(Severity::error, "a", row, 0) ? 1 : 0;
    said += rows.is_said(Severity::warning, "a", row, 0) ? 1 : 0;
    said += rows.is_said(Severity::error, "b", row, 0) ? 1 : 0;
  }
  rows.say_how_many_more();
  CHECK(said == 60);
  CHECK(problems.empty());
}
