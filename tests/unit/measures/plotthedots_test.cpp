// SPDX-License-Identifier: MIT
//
// Every point, label and icon of the cases against NHSRplotthedots 0.2.2, with its own screening and without.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/unit/measures/cases.hpp"

using namespace thrive;
using nlohmann::json;

namespace {

bool same(const std::optional<double>& ours, const json& theirs) {
  if (theirs.is_null() || !ours) return theirs.is_null() && !ours;
  return std::fabs(*ours - theirs.get<double>()) <= 1e-9 * std::max(1.0, std::fabs(theirs.get<double>()));
}

measures::Settings settings_of(const tests::SpcCase& test, bool screening) {
  measures::Settings settings;
  settings.rules = tests::rule_set("plotthedots");
  settings.screening = screening;
  const json& asked = test.input["ptd"];
  const std::string way = asked.value("improvement_direction", "increase");
  settings.better = way == "increase"   ? model::Better::higher
                    : way == "decrease" ? model::Better::lower
                                        : model::Better::neither;
  if (asked.contains("target")) settings.target = asked["target"].get<double>();
  if (asked.contains("fix_after_n_points"))
    settings.baseline = model::Baseline{asked["fix_after_n_points"].get<int>(), {}, {}};
  if (asked.contains("rebase"))
    for (const json& date : asked["rebase"]) settings.rebase.push_back(*text::parse_date(date.get<std::string>()));
  return settings;
}

std::string label_of(const measures::AnalysedPoint& point) {
  if (!point.label) return "Common Cause";
  using measures::Direction;
  const Direction way = point.rules.front().direction;
  switch (*point.label) {
    case measures::Rule::outside:
      return way == Direction::high ? "Above UCL" : "Below LCL";
    case measures::Rule::trend:
      return way == Direction::up ? "7 Point Trend (Increasing)" : "7 Point Trend (Decreasing)";
    case measures::Rule::two_in_three:
      return way == Direction::high ? "2 in 3 Above CL" : "2 in 3 Below CL";
    case measures::Rule::shift:
      return way == Direction::high ? "7 Points Above CL" : "7 Points Below CL";
    default:
      return "?";
  }
}

std::string reading_of(const measures::AnalysedPoint& point) {
  switch (point.reading) {
    case measures::Reading::improvement:
      return "special_cause_improvement";
    case measures::Reading::concern:
      return "special_cause_concern";
    case measures::Reading::high:
      return "special_cause_neutral_high";
    case measures::Reading::low:
      return "special_cause_neutral_low";
    default:
      return "common_cause";
  }
}

std::string variation_of(measures::Variation variation) {
  std::string word(model::word(variation));
  for (char& letter : word)
    if (letter == '-') letter = '_';
  return word;
}

void compare(const tests::SpcCase& test, const json& theirs) {
  const measures::Analysis ours = measures::analyse(test.series, settings_of(test, theirs["screen_outliers"]));
  REQUIRE(theirs["error"].is_null());
  REQUIRE(ours.data.size() == theirs["points"].size());
  for (std::size_t i = 0; i < ours.data.size(); ++i) {
    CAPTURE(i);
    const measures::AnalysedPoint& point = ours.data[i];
    const json& their = theirs["points"][i];
    CHECK(text::format_date(point.date) == their["date"].get<std::string>());
    CHECK(same(point.centre, their["mean"]));
    CHECK(same(point.lower, their["lpl"]));
    CHECK(same(point.upper, their["upl"]));
    if (!their["outside_limits"].is_null()) CHECK(point.outside == their["outside_limits"].get<bool>());
    if (!their["relative_to_mean"].is_null()) CHECK(point.side == their["relative_to_mean"].get<int>());
    if (!their["close_to_limits"].is_null()) CHECK(point.near_limit == their["close_to_limits"].get<bool>());
    CHECK(label_of(point) == their["special_cause_type"].get<std::string>());
    CHECK(reading_of(point) == their["point_type"].get<std::string>());
    CHECK(ours.segments[point.segment].is_short == their["short_group_warning"].get<bool>());
  }
  CHECK(variation_of(*ours.variation) == theirs["icons"]["variation"].get<std::string>());
  const json& assurance = theirs["icons"]["assurance"];
  const std::string mine = ours.assurance ? std::string(model::word(*ours.assurance)) : "none";
  if (assurance.is_null())
    CHECK(mine == "none");
  else
    CHECK(mine == (assurance == "inconsistent" ? "hit-or-miss" : assurance.get<std::string>().substr(0, 4)));
}

}  // namespace

TEST_CASE("every case is read as NHSRplotthedots reads it") {
  for (const std::string& id : tests::spc_case_ids()) {
    CAPTURE(id);
    const bool ratio = tests::spc_case(id, false).input["ptd"].value("value", "") == "ratio";
    const tests::SpcCase test = tests::spc_case(id, ratio);
    compare(test, test.ptd["result"]);
    compare(test, test.ptd["result_other_screening"]);
  }
}
