// SPDX-License-Identifier: MIT
//
// What merging keeps and refuses where a slip would lose something without a sound.
#include "libthrive/measures/entry/merge.hpp"

#include <doctest/doctest.h>

#include "libthrive/measures/entry/extract_figures.hpp"

using namespace thrive;
using namespace thrive::measures;

namespace {

text::Date day(const char* written) { return *text::parse_date(written); }

}  // namespace

TEST_CASE("a data file keeps its byte order mark when rows are added") {
  Imported imported;
  imported.rows.push_back({day("2024-01-08"), "4", "", "", "", 1});
  text::Diagnostics problems;
  const auto merged = merge(text::Source("d.csv",
                                         "\xEF\xBB\xBF"
                                         "date,value,note\n2024-01-01,3,\n"),
                            imported, ImportMode::update, problems);
  REQUIRE(merged);
  CHECK(merged->bytes ==
        "\xEF\xBB\xBF"
        "date,value,note\n2024-01-01,3,\n2024-01-08,4,\n");
}

TEST_CASE("a comma parts thousands only behind a figure") {
  for (const char* text : {",123", "1,,234", "1,23", "1234,567", "1,234,56"})
    CHECK(read_figure(text).kind == ExtractFigure::Kind::not_a_number);
  CHECK(read_figure("999,999").digits == "999999");
}

TEST_CASE("a file with one date twice is refused, and a figure that went missing is a change") {
  Imported imported;
  imported.rows.push_back({day("2024-01-01"), "", "", "", "", 1});
  text::Diagnostics problems;
  CHECK_FALSE(
      merge(text::Source("d.csv", "date,value\n2024-01-01,3\n2024-01-01,4\n"), imported, ImportMode::update, problems));
  REQUIRE(problems.entries().size() == 1);
  CHECK(problems.entries().front().code == "date-given-twice");
  const auto merged =
      merge(text::Source("d.csv", "date,value\n2024-01-01,3\n"), imported, ImportMode::update, problems);
  REQUIRE(merged);
  REQUIRE(merged->changed.size() == 1);
  CHECK(merged->changed.front().after == "missing");
  CHECK(merged->bytes == "date,value\n2024-01-01,\n");
}
