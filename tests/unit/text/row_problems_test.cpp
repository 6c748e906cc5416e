// SPDX-License-Identifier: MIT
#include "libthrive/tables/row_problems.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thrive::text;

namespace {

/// A table of so many lines, each two bytes long.
Source table(std::size_t lines) {
  std::string bytes;
  for (std::size_t i = 0; i < lines; ++i) bytes += "x\n";
  return {"long.csv", bytes};
}

}  // namespace

TEST_CASE("twenty problems of a kind are said one by one, and how many more there are in one line") {
  const Source source = table(100);
  Diagnostics problems;
  RowProblems rows(source, problems);
  for (std::size_t line = 0; line < 100; ++line)
    if (rows.is_said(Severity::error, "odd-cell", 2 * line)) rows.add(Severity::error, "odd-cell", 2 * line, "odd", "");
  rows.say_how_many_more();
  REQUIRE(problems.entries().size() == 21);
  CHECK(format(problems.entries()[19]) == "long.csv:20:1: error: odd [odd-cell]");
  CHECK(format(problems.entries()[20]) ==
        "long.csv:21:1: error: 80 more of this kind from here to line 100 [odd-cell]");
}

TEST_CASE("each code and each severity has a count of its own, and exactly twenty leave nothing to add") {
  const Source source = table(60);
  Diagnostics problems;
  RowProblems rows(source, problems);
  std::size_t said = 0;
  for (std::size_t line = 0; line < 20; ++line) {
    said += rows.is_said(Severity::error, "a", 2 * line) ? 1 : 0;
    said += rows.is_said(Severity::warning, "a", 2 * line) ? 1 : 0;
    said += rows.is_said(Severity::error, "b", 2 * line) ? 1 : 0;
  }
  rows.say_how_many_more();
  CHECK(said == 60);
  CHECK(problems.empty());
}
