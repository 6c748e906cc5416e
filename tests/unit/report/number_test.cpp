// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "libthrive/report/render.hpp"

using namespace thrive::report;

TEST_CASE("numbers for reading") {
  CHECK(number(0.0) == "0");
  CHECK(number(999.0) == "999");
  CHECK(number(1000.0) == "1,000");
  CHECK(number(1234567.891, 2) == "1,234,567.89");
  CHECK(number(-1420.0) == "-1,420");
  CHECK(number(2.5, 2) == "2.50");
  CHECK(number(-0.04, 1) == "0.0");
  CHECK(number(-0.0) == "0");
  CHECK(number(100.0, 1) == "100.0");
}

TEST_CASE("a missing number is said to be missing, never zero") {
  CHECK(number(std::optional<double>{}) == "not recorded");
  CHECK(number(std::optional<double>{}, 1, "-") == "-");
  CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "not recorded");
  CHECK(number(std::optional<double>{3.14159}, 2) == "3.14");
}

TEST_CASE("counts agree with their nouns") {
  CHECK(count_of(1, "table") == "1 table");
  CHECK(count_of(0, "table") == "0 tables");
  CHECK(count_of(3, "table") == "3 tables");
  CHECK(count_of(1420, "young person", "young people") == "1,420 young people");
}

TEST_CASE("a median wait is said as people say it") {
  CHECK(half_wait(0) == "half wait less than a day");
  CHECK(half_wait(0.5) == "half wait less than a day");
  CHECK(half_wait(1) == "half wait a day or longer");
  CHECK(half_wait(7) == "half wait 7 days or longer");
  CHECK(half_wait(9) == "half wait 9 days or longer");
  CHECK(half_wait(12.5) == "half wait 12.5 days or longer");
  CHECK(half_wait(14) == "half wait 2 weeks or longer");
  CHECK(half_wait(41) == "half wait 41 days or longer");
  CHECK(half_wait(434) == "half wait 62 weeks or longer");
}
