// SPDX-License-Identifier: MIT
//
// The layouts in which weekly and monthly figures come.
#include <doctest/doctest.h>

#include "tests/unit/measures/extracts.hpp"

using namespace thrive;
using namespace thrive::measures;
using namespace thrive::tests;

namespace {

ImportTarget monthly(const char* today = "2025-03-12") {
  ImportTarget target = triage();
  target.frequency = model::Frequency::monthly;
  target.today = *text::parse_date(today);
  return target;
}

ImportRequest where(const std::vector<std::string>& given, const std::vector<std::string>& not_given = {}) {
  ImportRequest request;
  text::Diagnostics problems;
  REQUIRE(add_conditions(given, false, request.where, problems));
  REQUIRE(add_conditions(not_given, true, request.where, problems));
  return request;
}

}  // namespace

TEST_CASE("the heading is the row that fits best, not the first with a known word") {
  const std::string block = "Title,Referrals\nDate,31 July 2024\n,\nMonth,Referrals,Accepted\nApr-24,100,80\n";
  ImportRequest request;
  request.value_column = "Accepted";
  CHECK(import(block, monthly(), request).rows() == "2024-04-01=80 ");
  CHECK(import("Date,31 July 2024\nMonth,Seen\nMay-24,7\n", monthly()).rows() == "2024-05-01=7 ");
  for (const char* title : {"Week commencing (Monday)", "WeekCommencing", "\"Week\ncommencing\"", "w/c"})
    CHECK(import(std::string(title) + ",Seen\n03/03/2025,7\n").rows() == "2025-03-03=7 ");
}

TEST_CASE("a table may have a column for every month") {
  const std::string wide =
      "CYP,,,\nMeasure,Team,Oct-24,Nov-24,Dec-24,Total\nWaiting,North,1,\"1,200\",*,1201\nWaiting,South,5,6,7,18\n"
      "Seen,North,8,9,10,27\n";
  CHECK(import(wide, monthly(), where({"Measure=Waiting", "Team=North"})).rows() ==
        "2024-10-01=1 2024-11-01=1200 2024-12-01= ");
  CHECK(import(wide, monthly(), where({"Team=South"})).rows() == "2024-10-01=5 2024-11-01=6 2024-12-01=7 ");
  CHECK(import(wide, monthly()).code() == "import-row-of-many");
  ImportRequest add = where({"Measure=Waiting"});
  add.add_rows = true;
  CHECK(import(wide, monthly(), add).rows() == "2024-10-01=6 2024-11-01=1206 2024-12-01= ");
  ImportRequest named;
  named.value_column = "Seen";
  CHECK(import(wide, monthly(), named).rows() == "2024-10-01=8 2024-11-01=9 2024-12-01=10 ");
  ImportTarget share = monthly();
  share.ratio = true;
  ImportRequest ratio;
  ratio.numerator_column = "Seen in time";
  ratio.denominator_column = "Seen";
  CHECK(import("what,Oct 2024,Nov 2024\nSeen in time,8,9\nSeen,10,12\n", share, ratio).rows() ==
        "2024-10-01=8/10 2024-11-01=9/12 ");
  CHECK(import(",2023,,2024\nTeam,Nov,Dec,Jan\nAll,1,2,3\n", monthly()).rows() ==
        "2023-11-01=1 2023-12-01=2 2024-01-01=3 ");
}

TEST_CASE("a month may have several columns below its name") {
  const std::string parts = ",Oct-24,,Nov-24,\nTeam,Seen,Waiting,Seen,Waiting\nNorth,1,2,3,4\n";
  CHECK(import(parts, monthly()).code() == "import-columns");
  ImportRequest request;
  request.value_column = "Waiting";
  CHECK(import(parts, monthly(), request).rows() == "2024-10-01=2 2024-11-01=4 ");
  ImportTarget share = monthly();
  share.ratio = true;
  ImportRequest ratio;
  ratio.numerator_column = "Seen";
  ratio.denominator_column = "Waiting";
  CHECK(import(parts, share, ratio).rows() == "2024-10-01=1/2 2024-11-01=3/4 ");
}

TEST_CASE("years may stand across, and their months down") {
  CHECK(import("Month,2023/24,2024/25\nApr,1,2\nMay,3,4\nMar,5,\nTotal,9,6\n", monthly()).rows() ==
        "2023-04-01=1 2023-05-01=3 2024-03-01=5 2024-04-01=2 2024-05-01=4 ");
  CHECK(import("Week,2024,2025\n1,1,2\n2,3,4\n").rows() == "2024-01-01=1 2024-01-08=3 2024-12-30=2 2025-01-06=4 ");
}

TEST_CASE("year and month, or year and week, may stand in two columns") {
  CHECK(import("Year,Month,Value\n2024,Nov,1\n,Dec,2\n2025,Jan,3\n", monthly()).rows() ==
        "2024-11-01=1 2024-12-01=2 2025-01-01=3 ");
  CHECK(import("Financial year,Month,Value\n2024/25,Dec,1\n,Jan,2\n", monthly()).rows() ==
        "2024-12-01=1 2025-01-01=2 ");
  CHECK(import("year,month,value\n2024,11,1\n2024,12,2\n", monthly()).rows() == "2024-11-01=1 2024-12-01=2 ");
  CHECK(import("year,epiweek,value\n2025,1,4\n2025,2,5\n").rows() == "2024-12-30=4 2025-01-06=5 ");
  // Whether month 1 of a financial year is April or January nobody says.
  CHECK(import("Financial year,Month,Value\n2024/25,1,4\n", monthly()).code() == "import-not-a-date");
}

TEST_CASE("quarters and years are periods of their own, and subtotals of shorter ones") {
  ImportTarget target = monthly();
  const std::string quarters = "Period,Value\n2023-24 Q3,1\n2023-24 Q4,2\n";
  const Outcome longer = import(quarters, target);
  CHECK(longer.code() == "import-longer-period");
  CHECK(longer.problems.entries().size() == 1);
  const Outcome subtotal = import("Month,Value\nApr-24,1\nMay-24,2\n2024/25 Q1,3\n2024/25,3\nQ2 total,9\n", target);
  CHECK(subtotal.rows() == "2024-04-01=1 2024-05-01=2 ");
  REQUIRE(subtotal.imported);
  CHECK(subtotal.imported->said.at(2) == "2 subtotals left out (2024/25 Q1, 2024/25)");
  target.frequency = model::Frequency::quarterly;
  CHECK(import(quarters, target).rows() == "2023-10-01=1 2024-01-01=2 ");
  CHECK(import("Month,Value\nApr-24,1\nMay-24,2\n", target).code() == "import-duplicate");
  target.frequency = model::Frequency::yearly;
  CHECK(import("Year,Value\n2022/23,1\n2023/24,2\n2024/25,3\n", target).rows() == "2022-04-01=1 2023-04-01=2 ");
}

TEST_CASE("a week goes to the Monday that has most of its days") {
  CHECK(import("Week commencing,Value\n05/01/2025,5\n12/01/2025,6\n").rows() == "2025-01-06=5 2025-01-13=6 ");
  CHECK(import("Week ending,Value\n05/01/2025,5\n12/01/2025,6\n").rows() == "2024-12-30=5 2025-01-06=6 ");
  CHECK(import("W/E,Value\n10/01/2025,5\n").rows() == "2025-01-06=5 ");
  CHECK(import("Week,Value\nw/e 11/01/2025,5\n").rows() == "2025-01-06=5 ");
}

TEST_CASE("a period that is not over is left out with a warning") {
  const Outcome week = import("date,value\n2025-03-03,3\n2025-03-10,1\n");
  CHECK(week.rows() == "2025-03-03=3 ");
  CHECK(week.code() == "import-unfinished");
  ImportTarget sunday = triage();
  sunday.today = *text::parse_date("2025-03-16");
  CHECK(import("date,value\n2025-03-03,3\n2025-03-10,1\n", sunday).rows() == "2025-03-03=3 ");
  sunday.today += std::chrono::days(1);
  CHECK(import("date,value\n2025-03-03,3\n2025-03-10,1\n", sunday).rows() == "2025-03-03=3 2025-03-10=1 ");
  CHECK(import("month,value\nFeb 2025,3\nMar 2025,1\n", monthly()).rows() == "2025-02-01=3 ");
}

TEST_CASE("rows are chosen by several words, or left out by some") {
  const std::string teams =
      "date,team,value\n2025-03-03,North,1\n2025-03-03,South,2\n2025-03-03,\"A, B\",4\n"
      "2025-03-03,Total,7\n";
  const auto sum = [&](ImportRequest request) {
    request.add_rows = true;
    return import(teams, triage(), request);
  };
  CHECK(sum(where({"team=North,South"})).rows() == "2025-03-03=3 ");
  CHECK(sum(where({"team=North", "team=South"})).rows() == "2025-03-03=3 ");
  CHECK(sum(where({"team=A, B"})).rows() == "2025-03-03=4 ");
  CHECK(sum(where({}, {"team=Total,North"})).rows() == "2025-03-03=6 ");
  CHECK(sum({}).rows() == "2025-03-03=7 ");  // the total would count twice
  CHECK(sum(where({"team=Nrth,South"})).code() == "import-no-such-word");
  CHECK_FALSE(sum(where({"team=Nrth,South"})).imported);
  CHECK(sum(where({}, {"team=Total,East"})).imported);
}

TEST_CASE("provisional figures are marked by a sign or a column") {
  const Outcome signs = import("date,value\n2025-02-17,3\n2025-02-24,4 [p]\n2025-03-03,5 [p]\n");
  REQUIRE(signs.imported);
  REQUIRE(signs.imported->provisional);
  CHECK(signs.imported->provisional->size() == 2);
  const Outcome column = import("date,value,in_reporting_delay_period\n2025-02-24,4,False\n2025-03-03,5,True\n");
  REQUIRE(column.imported);
  REQUIRE(column.imported->provisional);
  CHECK(column.imported->provisional->size() == 1);
  const Outcome month = import("month,value\nDec 2024,4\nJan 2025 [p],5\n", monthly());
  REQUIRE(month.imported);
  REQUIRE(month.imported->provisional);
  CHECK(month.rows() == "2024-12-01=4 2025-01-01=5 ");
  CHECK_FALSE(import("date,value\n2025-02-17,3\n").imported->provisional);
}

TEST_CASE("a column of percentages is on one scale") {
  ImportTarget percent = triage();
  percent.percent = true;
  const auto outcome = [&](const std::string& rows) { return import("date,value\n" + rows, percent); };
  CHECK(outcome("2025-02-17,80%\n2025-02-24,0.9\n").code() == "import-two-scales");
  CHECK(outcome("2025-02-10,0.8\n2025-02-17,0.9\n2025-02-24,91\n2025-03-03,88\n").code() == "import-two-scales");
  CHECK(outcome("2025-02-10,80%\n2025-02-17,0\n").problems.empty());
  const Outcome shares = outcome("2025-02-10,0.8\n2025-02-17,0.9\n2025-02-24,0.85\n");
  CHECK(shares.imported);
  CHECK(shares.code() == "import-proportions");
  CHECK(outcome("2025-02-10,0.8\n2025-02-17,1.9\n2025-02-24,0.5\n").problems.empty());
  percent.aimed_at = 0.5;
  CHECK(outcome("2025-02-10,0.8\n2025-02-17,0.9\n2025-02-24,0.5\n").problems.empty());
}
