// SPDX-License-Identifier: MIT
//
// Extracts as informatics teams write them, with the nuisances met in practice, put into data files.
#include <doctest/doctest.h>

#include "tests/unit/measures/extracts.hpp"

using namespace thrive;
using namespace thrive::measures;
using namespace thrive::tests;

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
  CHECK(outcome.imported->said.size() == 7);
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
  const Outcome future = import("date,value\n2025-03-03,3\n2025-03-17,4\n");
  CHECK(future.rows() == "2025-03-03=3 ");
  CHECK(future.code() == "import-future-date");
  const Outcome same = import("date,value\n2025-03-03,3\n2025-03-03,3\n");
  CHECK(same.rows() == "2025-03-03=3 ");
  CHECK(same.code() == "import-same-row");
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
    letters += "2024-05-06,abc\n";
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
        "x.csv:23:1: warning: 479 more of this kind from here to line 501 [import-same-row]");
}
