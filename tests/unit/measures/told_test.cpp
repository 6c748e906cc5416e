// SPDX-License-Identifier: MIT
//
// What people write about a measure is shown to people: a marker in every text that the record describes appears in the
// analysis, as text, Markdown and HTML.
#include <doctest/doctest.h>

#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/report/render.hpp"
#include "tests/unit/measures/cases.hpp"

using namespace thrive;
using namespace thrive::measures;

namespace {

/// Puts the name of each field, as a marker, into the texts of a record.
struct Marker {
  std::vector<std::string> marks;

  std::string mark(std::string_view name) {
    marks.push_back("mark-" + std::string(name));
    return marks.back();
  }
  void operator()(std::string_view name, std::string& text, std::string_view, const model::Rule& rule) {
    if (rule.vocabulary.empty()) text = mark(name);
  }
  void operator()(std::string_view name, std::optional<std::string>& text, std::string_view, const model::Rule& rule) {
    // The unit stands behind every figure; chart and rules are words of lists.
    if (rule.vocabulary.empty() && name != "unit") text = mark(name);
  }
  void operator()(std::string_view name, model::Keyed<std::string>& texts, std::string_view, const model::Rule&) {
    texts.add("health", mark(name));
  }
  template <class Other>
  void operator()(std::string_view, Other&, std::string_view, const model::Rule&) {}
};

}  // namespace

TEST_CASE("measures: every text that people write about one is shown to people") {
  Read read;
  Marker marker;
  model::Measure& measure = read.subject.measure;
  model::Description<model::Measure>::fields(marker, measure);
  REQUIRE(marker.marks.size() >= 9);
  model::Series series = tests::weekly({4, 5, 4, 6, 5, 4, 5, 6, 4, 5, 4, 6, 5, 4, 5, 6});
  measure.rebase = {{series.points[2].date, marker.mark("rebase")}};
  measure.exclude = {{series.points[3].date, marker.mark("exclude")}};
  measure.targets = {{5.5, series.points[0].date, series.points[9].date, "mark-target"}};
  marker.marks.push_back("mark-target");
  read.subject.id = "m";
  read.subject.source = *measure.source;
  Settings settings = settings_of(measure, tests::rule_set("nhs"));
  read.analysis = analyse(series, settings);
  const report::Document document = describe_analyses({read});
  const std::string written[] = {report::to_text(document), report::to_markdown(document), report::to_html(document)};
  for (const std::string& mark : marker.marks)
    for (const std::string& text : written) {
      CAPTURE(mark);
      // The file of figures is where the figures are from only when nothing else is said.
      if (mark == "mark-data") continue;
      CHECK(text.find(mark) != std::string::npos);
    }
}
