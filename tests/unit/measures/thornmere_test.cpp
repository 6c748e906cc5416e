// SPDX-License-Identifier: MIT
//
// The fictional locality's charts against the figures that were worked out for it by hand, beside it.
#include <doctest/doctest.h>

#include <cmath>
#include <sstream>

#include "libthrive/measures/statistics.hpp"
#include "libthrive/project/series.hpp"
#include "tests/unit/measures/cases.hpp"
#include "tests/unit/support.hpp"

using namespace thrive;
using namespace thrive::measures;

namespace {

struct Expected {
  const char* file;
  int baseline;
  double baseline_median, mean, range, lower, upper;
  const char* run_of_six;    // first date of the first run off the baseline median, or null
  const char* run_of_seven;  // off the baseline mean
  int outside;
  const char* first_outside;
  double median_last_12;
};

model::Series series_of(const std::string& file) {
  text::Diagnostics problems;
  project::SeriesColumns columns;
  const std::string bytes = tests::read_file(tests::source_path("examples/thornmere/data/" + file));
  if (bytes.find("denominator") != std::string::npos) columns.multiply = 100;
  return *project::read_series(tables::input_of(text::Source(file, bytes)), columns, tables::Manner::strict, problems);
}

/// The first run of so many on one side of a line, missing values left aside.
std::string first_run(const Analysis& analysis, double line, int needed) {
  int side = 0, length = 0;
  std::size_t start = 0;
  for (std::size_t row = 0; row < analysis.data.size(); ++row) {
    if (!analysis.data[row].value) continue;
    const int here = *analysis.data[row].value > line ? 1 : *analysis.data[row].value < line ? -1 : 0;
    length = here == side && here != 0 ? length + 1 : here != 0 ? 1 : 0;
    if (length == 1) start = row;
    side = here;
    if (length == needed) return text::format_date(analysis.data[start].date);
  }
  return "";
}

}  // namespace

TEST_CASE("Thornmere's charts are the ones that were worked out for it") {
  const Expected all[] = {
      {"triage-wait.csv", 20, 9.05, 9.16, 0.884, 6.808, 11.512, "2024-07-15", "2024-07-15", 27, "2024-06-24", 3.15},
      {"within-28-days.csv", 20, 31.41, 30.997, 13.576, -5.116, 67.109, "", "", 0, "", 38.16},
      {"goals.csv", 18, 35.9, 36.284, 11.075, 6.825, 65.743, "2024-07-29", "2024-07-29", 17, "2024-07-29", 75.43},
      {"returned.csv", 20, 13.2, 13.456, 6.907, -4.916, 31.829, "2024-10-07", "2024-10-07", 0, "", 6.11},
      {"help-wait.csv", 20, 14.05, 13.98, 0.589, 12.412, 15.548, "2024-09-02", "2024-09-02", 3, "2024-10-07", 0}};
  for (const Expected& expected : all) {
    CAPTURE(expected.file);
    const model::Series series = series_of(expected.file);
    Settings settings;
    settings.rules = tests::rule_set("nhs");
    settings.baseline = model::Baseline{expected.baseline, {}, {}};
    const Analysis analysis = analyse(series, settings);
    const Segment& segment = analysis.segments.front();
    CHECK(std::fabs(*segment.centre - expected.mean) < 0.006);
    CHECK(std::fabs(*segment.lower - expected.lower) < 0.012);
    CHECK(std::fabs(*segment.upper - expected.upper) < 0.012);
    CHECK(std::fabs((*segment.upper - *segment.centre) / 2.66 - expected.range) < 0.004);
    settings.chart = Chart::run;
    const double median_of_baseline = *analyse(series, settings).segments.front().centre;
    CHECK(std::fabs(median_of_baseline - expected.baseline_median) < 0.006);
    CHECK(first_run(analysis, median_of_baseline, 6) == expected.run_of_six);
    std::string first_shift, first_outside;
    int outside = 0;
    std::vector<double> values;
    for (const AnalysedPoint& point : analysis.data) {
      if (point.value) values.push_back(*point.value);
      for (const FiredRule& fired : point.rules)
        if (fired.rule == Rule::shift && first_shift.empty())
          first_shift = text::format_date(analysis.data[fired.from].date);
      if (!point.outside.value_or(false)) continue;
      ++outside;
      if (first_outside.empty()) first_outside = text::format_date(point.date);
    }
    CHECK(first_shift == expected.run_of_seven);
    CHECK(outside == expected.outside);
    CHECK(first_outside == expected.first_outside);
    if (expected.median_last_12 > 0)
      CHECK(std::fabs(median({values.end() - 12, values.end()}) - expected.median_last_12) < 0.006);
  }
}
