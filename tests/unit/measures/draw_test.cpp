// SPDX-License-Identifier: MIT
//
// Charts: size, the same bytes, escaped words, flags that never touch, limits only where values can be.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "libthrive/measures/draw/draw.hpp"
#include "libthrive/measures/draw/draw_frame.hpp"
#include "libthrive/measures/shown.hpp"
#include "tests/unit/measures/cases.hpp"

using namespace thrive;
using namespace thrive::measures;

namespace {

Read read(const std::vector<double>& values, Chart chart = Chart::xmr) {
  Settings settings;
  settings.rules = tests::rule_set("nhs");
  settings.chart = chart;
  settings.better = model::Better::lower;
  settings.target = 8;
  Read result;
  result.subject.id = "wait";
  result.subject.measure.name = "Days <to> \"triage\" & back";
  result.subject.measure.unit = "days";
  result.analysis = analyse(tests::weekly(values), settings);
  return result;
}

std::vector<double> zigzag(int points) {
  std::vector<double> values;
  for (int i = 0; i < points; ++i) values.push_back(10.3 + 3.7 * ((i * 7) % 5) - 0.11 * i * ((i % 3) - 1));
  return values;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("three years of weeks fit into 30 KB, on every kind of chart") {
  for (const Chart chart : {Chart::xmr, Chart::run, Chart::i, Chart::mr, Chart::c, Chart::t})
    CHECK(draw_chart(read(zigzag(156), chart), Theme::colour).size() < 30000);
}

TEST_CASE("the same figures give the same bytes, and a new week leaves the other points where they are") {
  const std::string before = draw_chart(read(zigzag(60)), Theme::colour);
  CHECK(before == draw_chart(read(zigzag(60)), Theme::colour));
  Read longer = read(zigzag(61));
  const Frame a = frame_of(read(zigzag(60)).analysis, 60, 500, 290), b = frame_of(longer.analysis, 60, 500, 290);
  CHECK(a.last == b.last);
  CHECK(a.x(*text::parse_date("2024-05-06")) == b.x(*text::parse_date("2024-05-06")));
}

TEST_CASE("words of a project are escaped, and the picture has words for those who cannot see it") {
  const std::string svg = draw_chart(read(zigzag(30)), Theme::colour);
  CHECK(svg.find("Days &lt;to&gt;") != std::string::npos);
  CHECK(svg.find("Days <to>") == std::string::npos);
  CHECK(svg.find("<title>") != std::string::npos);
  CHECK(svg.find("<desc>") != std::string::npos);
  CHECK(svg.find("role=\"img\"") != std::string::npos);
  CHECK(count(svg, "<script") == 0);
  CHECK(count(svg, "<image") == 0);
}

TEST_CASE("every point has a line of its own, and a missing one leaves a gap in the line") {
  std::vector<double> values = zigzag(30);
  const std::string whole = draw_chart(read(values), Theme::colour);
  values[10] = std::nan("");
  const std::string gap = draw_chart(read(values), Theme::colour);
  const auto joins = [](const std::string& svg) {
    const std::size_t from = svg.find("id=\"values\""), to = svg.find("</g>", from);
    return count(svg.substr(from, to - from), "<path");
  };
  CHECK(joins(whole) == 29);
  CHECK(joins(gap) == 27);
}

TEST_CASE("flags of one row never touch") {
  Read crowded = read(zigzag(60));
  for (int i = 0; i < 40; ++i) {
    const text::Date date = *text::parse_date("2024-01-01") + std::chrono::days(9 * i % 200);
    crowded.subject.cycles.push_back({"c" + std::to_string(i), "Cycle", date, {}, "r1"});
    crowded.subject.notes.push_back({date, "Note"});
  }
  const Frame frame = frame_of(crowded.analysis, 60, 500, 290);
  const std::vector<Flag> flags = flags_of(crowded, frame);
  CHECK(flags.size() == 80);
  for (std::size_t i = 0; i < flags.size(); ++i)
    for (std::size_t j = i + 1; j < flags.size(); ++j)
      if (flags[i].lane == flags[j].lane) CHECK(std::fabs(frame.x(flags[i].at) - frame.x(flags[j].at)) >= 15);
}

TEST_CASE("limits are drawn only where values can be") {
  const Possible counts = read({3, 5, 2, 8}).analysis.possible;
  CHECK_FALSE(inside(-1.0, counts));
  CHECK_FALSE(inside(0.0, counts));
  CHECK(inside(4.0, counts) == 4.0);
  CHECK(inside(-1.0, read({3, -5, 2, 8}).analysis.possible) == -1.0);
}

TEST_CASE("a chart of characters fits 80 columns and needs no more than ASCII") {
  for (const int points : {1, 2, 20, 60, 156}) {
    const std::string text = draw_in_text(read(zigzag(points)), 80);
    std::size_t from = 0;
    while (from < text.size()) {
      const std::size_t to = text.find('\n', from);
      CHECK(to - from <= 80);
      from = to + 1;
    }
    CHECK(std::all_of(text.begin(), text.end(),
                      [](char letter) { return letter == '\n' || (letter >= 32 && letter < 127); }));
  }
}

TEST_CASE("a chart of characters leaves a place for each week without a row") {
  model::Series series = tests::weekly(zigzag(20));
  series.points.erase(series.points.begin() + 7, series.points.begin() + 9);
  Read short_of_two = read({});
  Settings settings = short_of_two.analysis.settings;
  short_of_two.analysis = analyse(series, settings);
  const std::string text = draw_in_text(short_of_two, 80);
  // Three columns a week: two marks, in the eighth and the ninth week.
  CHECK(text.find("missing  " + std::string(21, ' ') + "?  ?\n") != std::string::npos);
  CHECK(draw_in_text(read(zigzag(20)), 80).find("missing") == std::string::npos);
}

TEST_CASE("nothing, one figure, equal figures and only missing ones can be drawn") {
  const double missing = std::nan("");
  for (const std::vector<double>& values :
       {std::vector<double>{}, {5}, {0, 0, 0}, {missing, missing}, {-3, -3}, {1e12, 2e12}}) {
    const Read drawn = read(values);
    CHECK(draw_chart(drawn, Theme::mono).find("nan") == std::string::npos);
    CHECK_FALSE(draw_in_text(drawn, 80).empty());
  }
  CHECK(draw_overview({read({}), read(zigzag(30))}, Theme::colour).find("</svg>") != std::string::npos);
}
