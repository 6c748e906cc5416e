// SPDX-License-Identifier: MIT
#include "libthrive/text/spreadsheet_cells.hpp"

#include <doctest/doctest.h>

using namespace thrive::text;

TEST_CASE("the guard against formulas comes off exactly once") {
  for (const std::string text : {"=1+1", "+44", "-5", "@x", "'=1", "''-5", "＝1"}) {
    CHECK(begins_formula(text));
    CHECK(without_guard("'" + text) == text);
  }
  for (const std::string text : {"it's", "'quoted'", "'", "''", "plain", ""}) {
    CHECK_FALSE(begins_formula(text));
    CHECK(without_guard(text) == text);
  }
}

TEST_CASE("a list in a cell comes apart as it was put together") {
  using List = std::vector<std::string>;
  for (const List& list : {List{"a", "b"}, List{"a, b"}, List{"a; b", "c"}, List{"say \"x\""}, List{"\"", "a"},
                           List{"a, b", "c, d"}, List{"x"}, List{";"}, List{"\"a\"; \"b\""}, List{"a\nb", "c"}})
    CHECK(items_in_cell(joined_in_cell(list)) == list);
  CHECK(joined_in_cell({"a", "b, c"}) == "a; b, c");
  CHECK(items_in_cell("a, b , c") == List{"a", "b", "c"});
  CHECK(items_in_cell("a;b;c;") == List{"a", "b", "c"});
  CHECK(items_in_cell("5\" pipe; 6\"") == List{"5\" pipe", "6\""});
  CHECK(items_in_cell("").empty());
}

TEST_CASE("what a failed formula leaves is known") {
  for (const char* cell : {"#REF!", "#N/A", "#DIV/0!", "#name?", "Err:509", "#VALUE!"})
    CHECK(is_spreadsheet_error(cell));
  for (const char* cell : {"#1 priority", "Err: none", "Error", "N/A", "", "#", "#hashtag", "Err:"})
    CHECK_FALSE(is_spreadsheet_error(cell));
}
