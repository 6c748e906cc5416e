// SPDX-License-Identifier: MIT
#include "libthrive/text/date.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace thrive::text;

TEST_CASE("only a day that exists, written in full, is a date") {
  for (const char* good : {"2024-02-29", "1900-01-01", "2199-12-31"}) CHECK(format_date(*parse_date(good)) == good);
  for (const char* bad : {"", "2024-2-29", "2023-02-29", "2024-13-01", "24-01-01", "2024/01/01", "2024-01-01 ",
                          "1899-12-31", "+024-01-01"})
    CHECK_FALSE(parse_date(bad).has_value());
}

// Checked against Python's date.isocalendar() for every day from 1999 to 2031; these are the awkward ones.
TEST_CASE("ISO weeks belong to the year of their Thursday") {
  CHECK(format_week(*parse_date("2024-12-30")) == "2025-W01");
  CHECK(format_week(*parse_date("2021-01-03")) == "2020-W53");
  CHECK(format_week(*parse_date("2023-01-01")) == "2022-W52");
  CHECK(format_week(*parse_date("2024-01-01")) == "2024-W01");
}

TEST_CASE("weeks start on Monday") {
  CHECK(format_date(monday_of(*parse_date("2025-02-16"))) == "2025-02-10");
  CHECK(format_date(monday_of(*parse_date("2025-02-10"))) == "2025-02-10");
}

TEST_CASE("dates in words and days between") {
  CHECK(format_date_in_words(*parse_date("2024-03-05")) == "5 March 2024");
  CHECK(days_between(*parse_date("2024-02-28"), *parse_date("2024-03-01")) == 2);
  CHECK(days_between(*parse_date("2024-03-01"), *parse_date("2024-02-28")) == -2);
}
