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
  FormsOfDays forms;
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
  for (const char* word : {"", "NULL", "n/a", "N/A", "#N/A", "-", "NONE", "#DIV/0!"})
    CHECK(kind(word) == ExtractFigure::Kind::missing);
  for (const char* word : {"*", "<5", "<=5", "suppressed", "[c]"}) CHECK(kind(word) == ExtractFigure::Kind::suppressed);
  for (const char* word : {"12,5", "1,23,4", "abc", "1e3", "3 of 4", "--5", "1.2.3"})
    CHECK(kind(word) == ExtractFigure::Kind::not_a_number);
}

TEST_CASE("days are read in every form that systems write") {
  const auto day = [](const char* text, DateForm form) {
    const auto date = read_day(text, form);
    return date ? text::format_date(*date) : std::string("none");
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
  const Outcome same = import("date,value\n2025-03-03,3\n2025-03-05,3\n");
  CHECK(same.rows() == "2025-03-03=3 ");
  CHECK(same.code() == "import-duplicate");
  const Outcome other = import("date,value\n2025-03-03,3\n2025-03-05,4\n");
  CHECK_FALSE(other.imported);
  CHECK(other.code() == "import-duplicate");
}

TEST_CASE("long extracts are filtered by the column that names the measure, or by a condition") {
  const std::string bytes = "week,measure,value\n2025-03-03,triage-wait,3\n2025-03-03,other,9\n";
  CHECK(import(bytes).rows() == "2025-03-03=3 ");
  ImportRequest request;
  request.where = {{"measure", "other"}};
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
  const Outcome merged_cells = import("week,value,team\n2025-01-06,1,North\n,2,South\n,9,Total\nTotal,9,\n");
  REQUIRE(merged_cells.imported);
  CHECK(merged_cells.rows() == "2025-01-06=1 ");
  CHECK(merged_cells.imported->said.back() == "2 rows with figures and without a date left out; look for merged cells");
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
  const Outcome duplicates = import(twice);
  CHECK_FALSE(duplicates.imported);
  REQUIRE(duplicates.problems.entries().size() == 21);
  CHECK(text::format(duplicates.problems.entries().back()) ==
        "x.csv:23:1: error: 479 more of this kind from here to line 501 [import-duplicate]");
  // 500 cells that are no figures, and 499 rows whose date was there before: with the same (no) figure.
  const Outcome words = import(letters);
  CHECK_FALSE(words.imported);
  CHECK(words.problems.entries().size() == 42);
}
