// SPDX-License-Identifier: MIT
//
// Extracts as informatics teams write them, with the nuisances met in practice, put into data files.
#include <doctest/doctest.h>

#include <string>

#include "libthrive/measures/entry/extract_figures.hpp"
#include "libthrive/measures/entry/merge.hpp"

using namespace thrive;
using namespace thrive::measures;

namespace {

ImportTarget triage() {
  ImportTarget target;
  target.id = "triage-wait";
  target.name = "Days to triage";
  target.today = *text::parse_date("2025-03-12");
  return target;
}

struct Outcome {
  std::optional<Imported> imported;
  text::Diagnostics problems;
  std::string code() const { return problems.empty() ? "" : problems.entries().front().code; }
  std::string rows() const {
    std::string words;
    if (imported)
      for (const ImportedRow& row : imported->rows)
        words += text::format_date(row.date) + "=" + row.value + row.numerator +
                 (row.denominator.empty() ? "" : "/" + row.denominator) + " ";
    return words;
  }
};

Outcome import(const std::string& bytes, ImportTarget target = triage(), ImportRequest request = {}) {
  Outcome outcome;
  const tables::Input extract = tables::input_of(text::Source("x.csv", bytes));
  outcome.imported = import_figures(extract, request, target, outcome.problems);
  return outcome;
}

Merged merged(const std::string& data, const std::string& extract, ImportMode mode = ImportMode::update) {
  ImportTarget target = triage();
  target.ratio = has_ratio_columns(text::Source("d.csv", data));
  Outcome outcome = import(extract, target);
  REQUIRE(outcome.imported);
  const auto result = merge(text::Source("d.csv", data), *outcome.imported, mode, outcome.problems);
  REQUIRE(result);
  return *result;
}

std::vector<DateForm> forms_of(const std::vector<std::string>& texts) {
  FormsOfDates forms({});
  for (const std::string& text : texts) forms.add(text);
  return forms.forms();
}

std::string digits(std::string_view text) { return read_figure(text).digits; }
ExtractFigure::Kind kind(std::string_view text) { return read_figure(text).kind; }

}  // namespace

TEST_CASE("cells become figures, and nothing becomes zero") {
  CHECK(digits("3.0") == "3.0");
  CHECK(digits("1,234") == "1234");
  CHECK(digits("1,234,567.5") == "1234567.5");
  CHECK(digits("41.4%") == "41.4");
  CHECK(digits("-2") == "-2");
  CHECK(digits(".5") == "0.5");
  CHECK(digits("0") == "0");
  CHECK(digits("1 234 567") == "1234567");
  CHECK(digits("120 [p]") == "120");
  CHECK(digits("95.5 [r][note 2]") == "95.5");
  CHECK(read_figure("120 (p)").provisional);
  CHECK_FALSE(read_figure("120 [r]").provisional);
  for (const char* word :
       {"", "NULL", "n/a", "N/A", "#N/A", "-", "NONE", "#DIV/0!", "Err:509", "[x]", "[z]", "..", ":"})
    CHECK(kind(word) == ExtractFigure::Kind::missing);
  for (const char* word :
       {"*", "<5", "<=5", "suppressed", "[c]", "[low]", "1 to 7", "1-4", "Less than 5", "5 or fewer"})
    CHECK(kind(word) == ExtractFigure::Kind::suppressed);
  for (const char* word :
       {"12,5", "1,23,4", "abc", "1e3", "3 of 4", "--5", "1.2.3", "12 5", "1 23", "1,234 567", "7 to 1"})
    CHECK(kind(word) == ExtractFigure::Kind::not_a_number);
}

TEST_CASE("days are read in every form that systems write") {
  const auto day = [](const char* text, DateForm form) {
    const auto period = read_period(text, form);
    return period ? text::format_date(period->first) : std::string("none");
  };
  CHECK(day("2024-06-17", DateForm::iso) == "2024-06-17");
  CHECK(day("2024-06-17T00:00:00", DateForm::iso) == "2024-06-17");
  CHECK(day("2024-06-17 00:00", DateForm::iso) == "2024-06-17");
  CHECK(day("20240617", DateForm::iso) == "2024-06-17");
  CHECK(day("17/06/2024", DateForm::day_first) == "2024-06-17");
  CHECK(day("w/c 17.6.24", DateForm::day_first) == "2024-06-17");
  CHECK(day("06/17/2024", DateForm::month_first) == "2024-06-17");
  CHECK(day("17-Jun-24", DateForm::month_in_letters) == "2024-06-17");
  CHECK(day("Monday 17th June 2024", DateForm::month_in_letters) == "2024-06-17");
  CHECK(day("Jun 2024", DateForm::month_in_letters) == "2024-06-01");
  CHECK(day("45460", DateForm::serial) == "2024-06-17");  // LibreOffice: 2024-06-17 as a number
  CHECK(day("2024-W25", DateForm::week) == "2024-06-17");
  CHECK(day("2025-W53", DateForm::week) == "none");
  CHECK(day("31/02/2024", DateForm::day_first) == "none");
  CHECK(day("1234", DateForm::serial) == "none");
}

TEST_CASE("times longer than a day are read in the words that tables have for them") {
  const auto time = [](const char* text, DateForm form, DateColumn column = {}) {
    const auto period = read_period(text, form, column);
    return period ? text::format_date(period->first) + " " + std::string(span_word(period->span)) : std::string("none");
  };
  for (const char* text : {"202404", "2024-04", "2024/04", "04/2024", "24-Apr", "M04 2024", "2024M04", "2024 Apr"})
    CHECK(time(text, DateForm::month) == "2024-04-01 month");
  for (const char* text : {"Apr 2024", "April 2024", "Apr-24"})
    CHECK(time(text, DateForm::month_in_letters) == "2024-04-01 month");
  for (const char* text : {"2024/25 Q1", "2024-25 Q1", "Q1 2024/25", "Q1 24/25", "FY2024/25 Q1", "2024/2025 quarter 1",
                           "2024 Q2", "2024Q2", "2024-Q2", "Q2 2024", "Apr-Jun 2024", "April to June 2024",
                           "Q1 2024/25 (Apr-Jun)", "Quarter ending June 2024"})
    CHECK(time(text, DateForm::quarter) == "2024-04-01 quarter");
  CHECK(time("2023/24 Q4", DateForm::quarter) == "2024-01-01 quarter");
  CHECK(time("Jan-Mar 2023/24", DateForm::quarter) == "2024-01-01 quarter");
  for (const char* text : {"Q5 2024", "Q1 24", "2024/26 Q1", "Feb-Apr 2024", "Q1 2024/25 (Jan-Mar)", "Q1"})
    CHECK(time(text, DateForm::quarter) == "none");
  CHECK(time("2023/24", DateForm::year) == "2023-04-01 year");
  CHECK(time("Financial year 2023-24", DateForm::year) == "2023-04-01 year");
  CHECK(time("April 2023 to March 2024", DateForm::year) == "2023-04-01 year");
  CHECK(time("2023", DateForm::year) == "2023-01-01 year");
  CHECK(time("FY2023", DateForm::year) == "none");  // 2022/23 to some, 2023/24 to others
  DateColumn weeks;
  weeks.of_weeks = true;
  for (const char* text : {"202425", "2024-25", "week 25 2024", "2024-W25"})
    CHECK(time(text, DateForm::week, weeks) == "2024-06-17 week");
  CHECK(time("202425", DateForm::week) == "none");
  DateColumn now;
  now.today = *text::parse_date("2024-12-01");
  CHECK(time("01-Apr", DateForm::month, now) == "none");  // a day without its year
  CHECK(time("24-Apr", DateForm::month, now) == "2024-04-01 month");
}

TEST_CASE("a time with a zone is of the day that it is in London") {
  const auto day = [](const char* text) {
    const auto period = read_period(text, DateForm::iso);
    return period ? text::format_date(period->first) : std::string("none");
  };
  CHECK(day("2024-03-31T23:00:00Z") == "2024-04-01");
  CHECK(day("2024-03-31T23:00:00.000+00:00") == "2024-04-01");
  CHECK(day("2024-04-01T00:00:00+01:00") == "2024-04-01");
  CHECK(day("2024-03-31T00:30Z") == "2024-03-31");  // half past midnight, before the clocks change
  CHECK(day("2024-10-27T23:30:00Z") == "2024-10-27");
  CHECK(day("2024-12-31T23:00:00Z") == "2024-12-31");
  CHECK(day("2024-06-30T22:00:00-02:00") == "2024-07-01");
  CHECK(day("2024-03-31T23:00:00") == "2024-03-31");
  CHECK(day("2024-03-31 23:00") == "2024-03-31");
}

TEST_CASE("day first and month first are told apart by the dates themselves") {
  CHECK(forms_of({"06/05/2024", "13/05/2024"}) == std::vector<DateForm>{DateForm::day_first});
  CHECK(forms_of({"05/06/2024", "05/13/2024"}) == std::vector<DateForm>{DateForm::month_first});
  CHECK(forms_of({"06/05/2024", "06/06/2024"}) == std::vector<DateForm>{DateForm::day_first});
  CHECK(forms_of({"Total", ""}).empty());
}

TEST_CASE("titles, totals, words and small numbers are left aside and said") {
  const Outcome outcome = import(
      "\xef\xbb\xbfWeekly extract,,\r\n\r\nWeek "
      "commencing,Median\r\n19/02/2025,3.5\r\n26/02/2025,*\r\nTotal,3.2\r\nSource: RiO,\r\n");
  CHECK(outcome.rows() == "2025-02-17=3.5 2025-02-24= ");
  CHECK(outcome.problems.empty());
  REQUIRE(outcome.imported);
  CHECK(outcome.imported->said.size() == 6);
}

TEST_CASE("Windows-1252, UTF-16, tabs and semicolons are read") {
  CHECK(import("date;value;note\n2025-02-17;3;caf\xe9\n").imported->rows[0].note == "caf\xc3\xa9");
  CHECK(import("date\tvalue\n2025-02-17\t3\n").rows() == "2025-02-17=3 ");
  std::string wide = "\xff\xfe";
  for (const char letter : std::string("date,value\n2025-02-17,3\n")) wide += std::string(1, letter) + '\0';
  CHECK(import(wide).rows() == "2025-02-17=3 ");
}

TEST_CASE("a quoted cell may hold commas and line breaks") {
  CHECK(import("date,value,note\n2025-02-17,\"1,003\",\"two\nlines, both\"\n").rows() == "2025-02-17=1003 ");
  CHECK(import("date,value\n2025-02-17,\"3\n").code() == "sheet-open-quote");
}

TEST_CASE("future periods are left out with a warning, equal lines taken once, different ones refused") {
  const Outcome future = import("date,value\n2025-03-10,3\n2025-03-17,4\n");
  CHECK(future.rows() == "2025-03-10=3 ");
  CHECK(future.code() == "import-future-date");
  const Outcome same = import("date,value\n2025-03-03,3\n2025-03-03,3\n");
  CHECK(same.rows() == "2025-03-03=3 ");
  CHECK(same.code() == "import-duplicate");
  // Equal figures do not make two rows one.
  for (const char* rows : {"2025-03-03,3\n2025-03-05,3\n", "2025-03-03,3,North\n2025-03-03,3,South\n"}) {
    const Outcome equal = import("date,value,team\n" + std::string(rows));
    CHECK_FALSE(equal.imported);
    CHECK(equal.code() == "import-duplicate");
  }
  const Outcome other = import("date,value\n2025-03-03,3\n2025-03-05,4\n");
  CHECK_FALSE(other.imported);
  CHECK(other.code() == "import-duplicate");
}

TEST_CASE("long extracts are filtered by the column that names the measure, or by a condition") {
  const std::string bytes = "week,measure,value\n2025-03-03,triage-wait,3\n2025-03-03,other,9\n";
  CHECK(import(bytes).rows() == "2025-03-03=3 ");
  ImportRequest request;
  request.where = {{"measure", {"other"}}};
  CHECK(import(bytes, triage(), request).rows() == "2025-03-03=9 ");
}

TEST_CASE("what cannot be read is refused with its place") {
  const Outcome figure = import("date,value\n2025-03-03,three\n");
  CHECK(figure.code() == "import-not-a-number");
  CHECK(figure.problems.entries()[0].place.from == text::Position{2, 12});
  CHECK(import("date,value\nsoon,3\n").code() == "import-not-a-date");
  CHECK(import("name,size\na,3\n").code() == "import-columns");
  CHECK(import("date,first,second\n2025-03-03,3,4\n").code() == "import-columns");
  CHECK(import("date,value\n2025-03-03,40%\n").code() == "import-not-a-number");
  CHECK(import("date,value\nTotal,3\n").code() == "import-nothing");
  CHECK(import("").code() == "import-columns");
}

TEST_CASE("what the data file would be refused for is refused in the extract, with its place") {
  ImportTarget share = triage();
  share.ratio = share.percent = true;
  const Outcome more = import("week,num,den\n2025-01-06,3,4\n2025-01-13,12,4\n", share);
  CHECK(more.code() == "more-than-all");
  CHECK(more.problems.entries().front().place.from == text::Position{3, 12});
  CHECK_FALSE(more.imported);
  CHECK(import("week,num,den\n2025-01-06,-3,4\n", share).code() == "out-of-range");
  share.percent = false;
  CHECK(import("week,num,den\n2025-01-13,12,4\n", share).rows() == "2025-01-13=12/4 ");
}

TEST_CASE("nothing is read out of the wrong cell in silence") {
  // 1,234 without quotes is a 1 and a 234.
  const Outcome surplus = import("week,value\n2025-01-06,1,234\n2025-01-13,5,,\n");
  REQUIRE(surplus.problems.entries().size() == 1);
  CHECK(surplus.code() == "cell-without-column");
  CHECK(surplus.problems.entries().front().place.from == text::Position{2, 14});
  CHECK(import("week,value,value\n2025-01-06,1,2\n").code() == "import-columns");
  CHECK(import("week,week,value\n2025-01-06,2025-01-13,2\n").code() == "import-columns");
  const Outcome comma = import("week;value\n2025-01-06;3,5\n");
  CHECK(comma.problems.entries().back().hint == "write decimals with a point; a comma parts thousands, as in 1,234");
  // A merged cell leaves the date of the second row empty.
  const std::string merged_cells = "week,value,team\n2025-01-06,1,North\n,2,South\n,9,Total\nTotal,9,\n,7,\n";
  CHECK(import(merged_cells).code() == "import-duplicate");
  ImportRequest south;
  south.where = {{"team", {"South"}}};
  CHECK(import(merged_cells, triage(), south).rows() == "2025-01-06=2 ");
  ImportRequest all;
  all.add_rows = true;
  const Outcome added = import(merged_cells, triage(), all);
  REQUIRE(added.imported);
  CHECK(added.rows() == "2025-01-06=3 ");
  CHECK(added.imported->said.back() == "1 row with figures and without a date left out; look for merged cells");
}

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
  CHECK(import("Week commencing (Monday),Seen\n03/03/2025,7\n").rows() == "2025-03-03=7 ");
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

TEST_CASE("months begin on the first, days stay") {
  ImportTarget target = triage();
  target.frequency = model::Frequency::monthly;
  CHECK(import("month,value\nFeb 2025,3\n", target).rows() == "2025-02-01=3 ");
  target.frequency = model::Frequency::daily;
  CHECK(import("date,value\n2025-02-19,3\n", target).rows() == "2025-02-19=3 ");
}

TEST_CASE("merging adds lines where they belong and leaves the others byte by byte") {
  const std::string data = "date,value,note\r\n2025-02-10, 3.0 ,\"kept, as is\"\r\n2025-02-24,4,\r\n";
  const Merged update = merged(data, "date,value\n2025-02-10,3\n2025-02-17,5\n2025-02-24,4.5\n");
  CHECK(update.bytes == "date,value,note\r\n2025-02-10, 3.0 ,\"kept, as is\"\r\n2025-02-17,5,\r\n2025-02-24,4.5,\r\n");
  CHECK(update.added.size() == 1);
  REQUIRE(update.changed.size() == 1);
  CHECK(change_in_words(update.changed[0]) == "2025-02-24 was 4 and is 4.5 in the extract");
}

TEST_CASE("the same extract twice changes nothing") {
  const std::string extract = "date,value\n2025-02-10,*\n2025-02-17,5.10\n";
  const Merged first = merged("date,value\n", extract);
  CHECK(first.bytes == "date,value\n2025-02-10,\n2025-02-17,5.10\n");
  const Merged second = merged(first.bytes, extract);
  CHECK(second.bytes == first.bytes);
  CHECK(second.changed.empty());
  CHECK(second.added.empty());
}

TEST_CASE("append keeps history and says that it differs; replace takes away what the extract no longer has") {
  const std::string data = "date,numerator,denominator\n2025-02-03,1,2\n2025-02-10,3,4\n";
  const std::string extract = "date,numerator,denominator\n2025-02-10,2,4\n2025-02-17,5,6\n";
  const Merged append = merged(data, extract, ImportMode::append);
  CHECK(append.bytes == data + "2025-02-17,5,6\n");
  REQUIRE(append.changed.size() == 1);
  CHECK(append.changed[0].before == "3 of 4");
  const Merged replace = merged(data, extract, ImportMode::replace);
  CHECK(replace.bytes == "date,numerator,denominator\n2025-02-10,2,4\n2025-02-17,5,6\n");
  CHECK(replace.gone.size() == 1);
}

TEST_CASE("a long extract with the same mistake on every row says it twenty times, and then how often") {
  std::string twice = "date,value\n", letters = "date,value\n";
  for (int row = 0; row < 500; ++row) {
    twice += "2024-05-06," + std::to_string(row) + "\n";
    letters += "2024-05-06,x\n";
  }
  // Five hundred rows of one week are one mistake.
  const Outcome duplicates = import(twice);
  CHECK_FALSE(duplicates.imported);
  REQUIRE(duplicates.problems.entries().size() == 1);
  CHECK(text::format(duplicates.problems.entries().back()) ==
        "x.csv:3:1: error: 500 rows are of 2024-05-06, the first on line 2; choose rows with --where COLUMN=VALUE, add "
        "them up with --add-rows, or correct the extract [import-duplicate]");
  // 500 cells that are no figures, and 499 rows that were there before in every cell.
  const Outcome words = import(letters);
  CHECK_FALSE(words.imported);
  REQUIRE(words.problems.entries().size() == 42);
  CHECK(text::format(words.problems.entries().back()) ==
        "x.csv:23:1: warning: 479 more of this kind from here to line 501 [import-duplicate]");
}
