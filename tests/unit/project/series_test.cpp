// SPDX-License-Identifier: MIT
#include "libthrive/project/series.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thrive;

namespace {

struct Read {
  std::optional<model::Series> series;
  std::string problems;
};

Read read(const std::string& csv, const project::SeriesColumns& columns = {}) {
  text::Diagnostics problems;
  Read result;
  result.series =
      project::read_series(tables::input_of(text::Source("d.csv", csv)), columns, tables::Manner::strict, problems);
  for (const text::Diagnostic& problem : problems.in_file_order()) result.problems += text::format(problem) + "\n";
  return result;
}

}  // namespace

TEST_CASE("figures are read with a byte order mark, CRLF, quotes, blanks and no final newline") {
  const Read one = read(
      "\xEF\xBB\xBF"
      "Date , value,note\r\n2024-01-01,4.5,\"half \"\"term\"\", busy\"\r\n\r\n 2024-01-08 "
      ",NA,\r\n2024-01-15,,x\r\n2024-01-22,*,\r\n2024-01-29,null,\r\n2024-02-05,1e2");
  REQUIRE_MESSAGE(one.series, one.problems);
  const auto& points = one.series->points;
  REQUIRE(points.size() == 6);
  CHECK(points[0].value == 4.5);
  CHECK(points[0].note == "half \"term\", busy");
  CHECK(points[0].line == 2);
  CHECK_FALSE(points[1].value);
  CHECK(points[1].line == 4);  // the blank line counts
  CHECK_FALSE(points[2].value);
  CHECK_FALSE(points[3].value);
  CHECK_FALSE(points[4].value);
  CHECK(points[5].value == 100);
  CHECK_FALSE(one.series->has_denominator);
}

TEST_CASE("shares are numerator over denominator, and no share of nothing") {
  project::SeriesColumns percent;
  percent.multiply = 100;
  const Read one = read("numerator,date,denominator\n3,2024-01-01,4\n0,2024-01-08,0\n,2024-01-15,9\n", percent);
  REQUIRE(one.series);
  CHECK(one.series->has_denominator);
  CHECK(one.series->points[0].value == 75);
  CHECK_FALSE(one.series->points[1].value);
  CHECK(one.series->points[1].denominator == 0);
  CHECK_FALSE(one.series->points[2].value);
  CHECK(one.series->points[2].denominator == 9);
  CHECK(read("date,numerator,denominator\n2024-01-01,5,4\n").series->points[0].value == 1.25);  // a rate may pass 1
}

TEST_CASE("columns can have other names, and the points come out by date") {
  project::SeriesColumns columns;
  columns.date = "week";
  columns.value = "days";
  const Read one = read("days,week,extra\n2,2024-01-08,x\n1,2024-01-01,y\n", columns);
  REQUIRE(one.series);
  CHECK(one.series->points[0].value == 1);
  CHECK(one.series->points[0].line == 3);
  CHECK(one.series->points[1].value == 2);
}

TEST_CASE("every bad cell is reported at its line and column, columns in characters") {
  const Read one = read(
      "date,note,value\n"
      "01/02/2024,ä,1\n"
      "2024-01-08,äö,x\n"
      "2024-01-15,\"two\nlines\",1.234,5\n"
      "2024-01-22,,007\n"
      "2024-01-22,,7\n");
  CHECK_FALSE(one.series);
  CHECK(one.problems ==
        "d.csv:2:1: error: '01/02/2024' is not a date; write 2024-02-01 [not-a-date]\n"
        "d.csv:3:15: error: 'x' is not a number; a figure that is missing is left empty [not-a-number]\n"
        "d.csv:4:1: error: the line has 4 cells, and the first line names 3 columns; put text that has a comma into "
        "quotes [csv-cells]\n"
        "d.csv:6:13: error: '007' begins with a zero, which other programs read in base eight; write 7 "
        "[number-with-leading-zero]\n"
        "d.csv:7:1: error: the date 2024-01-22 is already on line 6; keep one of the two lines [date-given-twice]\n");
}

TEST_CASE("files that are no data files are refused with what to do") {
  CHECK(read("").problems ==
        "d.csv:1:1: error: the file is empty; the first line names the columns: date,value [csv-columns]\n");
  CHECK(read("date;value\n").problems ==
        "d.csv:1:1: error: there is no column 'date'; put commas between the columns [csv-columns]\n");
  CHECK(read("date,value\n2024-01-01,\"1\n").problems.find("[csv-open-quote]") != std::string::npos);
  CHECK(read("date,value\n2024-01-01,\xE4\n").problems.find("[csv-not-utf8]") != std::string::npos);
  CHECK(read("date,numerator,denominator\n2024-01-01,-1,4\n").problems.find("[out-of-range]") != std::string::npos);
}

TEST_CASE("a series of a header alone is a series without points") {
  const Read one = read("date,value\n");
  REQUIRE(one.series);
  CHECK(one.series->points.empty());
}

TEST_CASE("a hundred thousand rows are read as they are") {
  std::string csv = "date,numerator,denominator\n";
  text::Date date = *text::parse_date("1900-01-01");
  for (int i = 0; i < 100000; ++i, date += std::chrono::days{1}) csv += text::format_date(date) + ",1,2\n";
  const Read one = read(csv);
  REQUIRE(one.series);
  CHECK(one.series->points.size() == 100000);
  CHECK(one.series->points.back().line == 100001);
}
