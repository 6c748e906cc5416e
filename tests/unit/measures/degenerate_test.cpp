// SPDX-License-Identifier: MIT
//
// Degenerate series: one value for ever, one point, nothing at all, nought or all of everybody, below zero, tiny and
// huge, on every chart under every rule set in every direction. None has a signal, and text, JSON, words for those who
// cannot see and picture never say two things at once.
#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "libthrive/measures/describe/contract.hpp"
#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/measures/describe/sentences.hpp"
#include "libthrive/measures/draw/draw.hpp"
#include "libthrive/measures/signal_list.hpp"
#include "libthrive/report/render.hpp"
#include "tests/unit/measures/cases.hpp"

using namespace thrive;
using namespace thrive::measures;

namespace {

const double nothing = std::nan("");

struct Named {
  std::string name;
  model::Series series;
  double scale = 1;
};

Named plain(const std::string& name, const std::vector<double>& values) { return {name, tests::weekly(values)}; }

/// Of so many people each week the same part, as a percentage.
Named shares(const std::string& name, double part, double scale = 100) {
  Named made{name, tests::weekly(std::vector<double>(20, 0)), scale};
  made.series.has_denominator = true;
  for (std::size_t i = 0; i < made.series.points.size(); ++i) {
    model::SeriesPoint& point = made.series.points[i];
    point.denominator = 9 + 3 * static_cast<double>(i % 4);
    point.numerator = part * *point.denominator;
    point.value = *point.numerator / *point.denominator * scale;
  }
  return made;
}

std::vector<Named> degenerate_series() {
  std::vector<Named> all = {plain("nothing", {}),
                            plain("all missing", std::vector<double>(20, nothing)),
                            shares("0 %", 0),
                            shares("100 %", 1),
                            shares("one in three", 1.0 / 3),
                            shares("0 per 1,000", 0, 1000)};
  for (const double value : {0.0, 1.0, 5.0, 14.0, 0.1, 1.0 / 3, 100.0, -3.0, 1e-9, 1e-300, 1e12, 1e200}) {
    all.push_back(plain("always " + std::to_string(value), std::vector<double>(20, value)));
    if (value != 0 && value != 14 && value != -3) continue;
    all.push_back(plain("once " + std::to_string(value), {value}));
    all.push_back(plain("twelve times " + std::to_string(value), std::vector<double>(12, value)));
    std::vector<double> gaps(24, value);
    gaps[3] = gaps[4] = gaps[23] = nothing;
    all.push_back(plain("with gaps " + std::to_string(value), gaps));
  }
  return all;
}

Read read_degenerate(const Named& about, Chart chart, const std::string& rules, model::Better better,
                     std::optional<double> target) {
  Settings settings;
  settings.rules = tests::rule_set(rules);
  settings.chart = chart;
  settings.better = better;
  settings.target = target;
  settings.scale = about.scale;
  if (about.scale == 100) settings.unit = "percent", settings.most = 100;
  Read read;
  read.subject.id = "m";
  read.subject.measure.name = "A measure";
  read.analysis = analyse(about.series, settings);
  return read;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Words that claim a change, or that there is none, or that something is sure: none of them where nothing is judged.
bool claims(const std::string& words) {
  for (const char* claim : {"No significant change", "Improvement", "Concern", "Getting", "expected between",
                            "expected at", "in 100 points", "keep meeting", "keep missing", "May meet"})
    if (has(words, claim)) return true;
  return false;
}

/// The text of a picture, its description left out.
std::string drawn_words(const std::string& svg) { return svg.substr(svg.find("</desc>")); }

void check_agreement(const Read& read) {
  const Analysis& analysis = read.analysis;
  const std::string json = analyses_json({read}, true);
  const std::string text = report::to_text(describe_analyses({read}));
  const std::string svg = draw_chart(read, Theme::colour);
  const std::string words = verdict(analysis, read.subject);
  for (const std::string* output : {&json, &text, &svg, &words})
    for (const char* wrong : {"nan", " inf", "-0.0 "}) CHECK_FALSE(has(*output, wrong));
  CHECK(has(json, "\"verdict\": \"" + words));
  CHECK(has(svg, report::escape_html(words.substr(0, 40))));
  const bool is_judged = analysis.variation.has_value();
  CHECK(has(json, "\"variation\": null") == !is_judged);
  CHECK(has(json, "\"assurance\": null") == !analysis.assurance);
  if (is_judged) {
    CHECK(has(json, "\"variation\": \"" + std::string(model::word(*analysis.variation))));
    return;
  }
  CHECK_FALSE(analysis.assurance);
  CHECK_FALSE(analysis.chance_to_meet_target);
  CHECK(signal_events(analysis, read.subject).empty());
  CHECK_FALSE(claims(words));
  CHECK_FALSE(claims(drawn_words(svg)));
  CHECK_FALSE(has(svg, " limit "));
  CHECK_FALSE(has(draw_in_text(read, 80), ". limits"));
}

void check_points(const Analysis& analysis) {
  for (const AnalysedPoint& point : analysis.data) {
    if (point.lower && point.centre) CHECK(*point.lower <= *point.centre);
    if (point.upper && point.centre) CHECK(*point.upper >= *point.centre);
    if (!point.value) continue;
    if (point.side && *point.side == 0) CHECK(*point.value == doctest::Approx(*point.centre).epsilon(1e-12));
    if (point.outside) CHECK_FALSE(*point.outside);
  }
}

}  // namespace

TEST_CASE("degenerate series: no false signal, and no two things at once, on all charts, rule sets and directions") {
  const auto all = degenerate_series();
  for (const Named& about : all)
    for (const ChartKind& kind : chart_kinds)
      for (const char* rules : {"nhs", "plotthedots", "anhoej", "ihi"})
        for (const model::Better better : {model::Better::higher, model::Better::lower, model::Better::neither}) {
          CAPTURE(about.name);
          CAPTURE(kind.word);
          CAPTURE(rules);
          const Read read = read_degenerate(about, kind.chart, rules, better, 5);
          CHECK(signal_events(read.analysis, read.subject).empty());
          if (read.analysis.variation) CHECK(read.analysis.variation == Variation::common_cause);
          check_points(read.analysis);
          check_agreement(read);
        }
}

TEST_CASE("degenerate series: one value for ever meets its target or misses it, by the value alone") {
  const Named always = plain("always", std::vector<double>(20, 14));
  for (const Chart chart : {Chart::xmr, Chart::i, Chart::t}) {
    const auto assurance = [&](double target, model::Better better) {
      return read_degenerate(always, chart, "nhs", better, target).analysis.assurance;
    };
    CHECK(assurance(14, model::Better::lower) == Assurance::pass);
    CHECK(assurance(14, model::Better::higher) == Assurance::pass);
    CHECK(assurance(13, model::Better::lower) == Assurance::fail);
    CHECK(assurance(13, model::Better::higher) == Assurance::pass);
    CHECK(assurance(15, model::Better::higher) == Assurance::fail);
  }
  for (const Chart chart : {Chart::p, Chart::p_prime, Chart::u, Chart::u_prime, Chart::xmr}) {
    const Analysis all = read_degenerate(shares("100 %", 1), chart, "nhs", model::Better::higher, 95).analysis;
    CHECK(all.assurance == (chart == Chart::u ? Assurance::hit_or_miss : Assurance::pass));
    CHECK(all.segments.front().limits);
  }
}

TEST_CASE("degenerate series: nothing about a reading depends on the size of the unit") {
  std::vector<double> values;
  for (int i = 0; i < 30; ++i) values.push_back(10 + (i * 7 % 5) - (i > 20 ? 4 : 0));
  for (const Chart chart : {Chart::xmr, Chart::i, Chart::run, Chart::mr})
    for (const char* rules : {"nhs", "plotthedots", "anhoej", "ihi"}) {
      const auto reading = [&](double unit) {
        std::vector<double> scaled = values;
        for (double& value : scaled) value *= unit;
        Named about = plain("scaled", scaled);
        std::string words;
        const Analysis analysis = read_degenerate(about, chart, rules, model::Better::lower, 9 * unit).analysis;
        for (const AnalysedPoint& point : analysis.data)
          for (const FiredRule& fired : point.rules) words += model::word(fired.rule).substr(0, 2);
        return words + std::string(analysis.assurance ? model::word(*analysis.assurance) : "none");
      };
      // Powers of two leave every bit of the figures as it is.
      for (const double unit : {std::ldexp(1, -900), std::ldexp(1, -30), std::ldexp(1, 30), std::ldexp(1, 400)})
        CHECK(reading(unit) == reading(1));
    }
}

TEST_CASE("degenerate series: a fall of figures below zero is the rise of their mirror image") {
  std::vector<double> values, mirrored;
  for (int i = 0; i < 30; ++i) {
    values.push_back(3 + (i * 7 % 5) + (i > 20 ? 5 : 0));
    mirrored.push_back(-values.back());
  }
  for (const Chart chart : {Chart::xmr, Chart::i, Chart::run}) {
    const Analysis up = read_degenerate(plain("up", values), chart, "nhs", model::Better::higher, {}).analysis;
    const Analysis down = read_degenerate(plain("down", mirrored), chart, "nhs", model::Better::lower, {}).analysis;
    CHECK(up.variation == Variation::improvement_high);
    CHECK(down.variation == Variation::improvement_low);
    CHECK(up.segments[0].centre == -*down.segments[0].centre);
  }
}
