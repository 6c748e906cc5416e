// SPDX-License-Identifier: MIT
//
// Signals as events, what an earlier run knew, and suggested rebases with their guards.
#include <doctest/doctest.h>

#include "libthrive/measures/describe/describe_words.hpp"
#include "libthrive/measures/rebase_suggestion.hpp"
#include "libthrive/measures/signal_list.hpp"
#include "tests/unit/measures/cases.hpp"

using namespace thrive;
using namespace thrive::measures;

namespace {

std::vector<double> steps(int before, int after, double low = 9) {
  std::vector<double> values;
  for (int i = 0; i < before; ++i) values.push_back(19 + 2 * (i % 2) + 0.1 * (i % 3));
  for (int i = 0; i < after; ++i) values.push_back(low + 2 * (i % 2) + 0.1 * (i % 3));
  return values;
}

Analysis read(const std::vector<double>& values, model::Better better = model::Better::lower, int provisional = 0) {
  Settings settings;
  settings.rules = tests::rule_set("nhs");
  settings.better = better;
  settings.provisional = provisional;
  return analyse(tests::weekly(values), settings);
}

Subject subject() {
  Subject subject;
  subject.id = "wait";
  subject.measure.name = "Wait";
  return subject;
}

std::vector<SignalNews> news(const Analysis& analysis) {
  std::vector<SignalNews> all;
  for (const SignalEvent& event : signal_events(analysis, subject())) all.push_back({"north", event});
  return all;
}

}  // namespace

TEST_CASE("a shift is one event that began to be one at its seventh point") {
  Settings settings;
  settings.rules = tests::rule_set("nhs");
  settings.baseline = model::Baseline{20, {}, {}};
  const Analysis analysis = analyse(tests::weekly(steps(20, 9)), settings);
  int shifts = 0;
  for (const SignalEvent& event : signal_events(analysis, subject())) {
    if (event.rule != "shift") continue;
    ++shifts;
    CHECK(text::format_date(event.from) == "2024-05-20");
    CHECK(text::format_date(event.since) == "2024-07-01");
    CHECK(signal_in_words(event, analysis, {}) ==
          "9 points in a row below the mean, 20 May to 15 July 2024 (7 are enough)");
  }
  CHECK(shifts == 1);
}

TEST_CASE("neighbouring points outside the limits are one event") {
  Settings settings;
  settings.rules = tests::rule_set("nhs");
  settings.baseline = model::Baseline{20, {}, {}};
  std::vector<double> values = steps(20, 3);
  values.push_back(20);
  values.push_back(9);
  int outside = 0;
  for (const SignalEvent& event : signal_events(analyse(tests::weekly(values), settings), subject()))
    outside += event.rule == "outside" ? 1 : 0;
  CHECK(outside == 2);
}

TEST_CASE("a signal is told once, also when it has grown since") {
  Settings settings;
  settings.rules = tests::rule_set("nhs");
  settings.baseline = model::Baseline{20, {}, {}};
  const auto earlier = news(analyse(tests::weekly(steps(20, 10)), settings));
  const auto later = news(analyse(tests::weekly(steps(20, 12)), settings));
  REQUIRE_FALSE(earlier.empty());
  const KnownSignals known = KnownSignals::read(KnownSignals::write(earlier, {}, {}));
  CHECK(fresh_signals(later, std::nullopt, known, true).empty());
  CHECK(fresh_signals(later, std::nullopt, KnownSignals::read("garbage\n\t\n"), true).size() == later.size());
  CHECK(fresh_signals(later, text::parse_date("2030-01-01"), KnownSignals(), false).empty());
}

TEST_CASE("a run forgets nothing that it did not look at") {
  SignalEvent event;
  event.measure = "wait";
  event.rule = "shift";
  event.direction = "low";
  const std::vector<SignalNews> north = {{"north", event, "", {}, "/srv/north"}};
  const std::vector<SignalNews> south = {{"south", event, "", {}, "/srv/south"}};
  const auto told = [](const std::string& text, const std::vector<SignalNews>& news) {
    return fresh_signals(news, std::nullopt, KnownSignals::read(text), true).empty();
  };
  const std::string first = KnownSignals::write(north, {{"/srv/north", "north", "wait"}}, {});
  const std::string second = KnownSignals::write(south, {{"/srv/south", "south", "wait"}}, first);
  CHECK(told(second, north));
  CHECK(told(second, south));
  // A measure that was read and has no signal any more is news when it has one again.
  CHECK_FALSE(told(KnownSignals::write({}, {{"/srv/north", "north", "wait"}}, second), north));
  CHECK(told(KnownSignals::write({}, {{"/srv/north", "north", "other"}}, second), north));
}

TEST_CASE("a lasting change is suggested at its first point, with the evidence") {
  NoSuggestion why_not;
  const auto suggestion = suggest_rebase(read(steps(20, 14)), subject(), why_not);
  REQUIRE(suggestion);
  CHECK(text::format_date(suggestion->at) == "2024-05-20");
  CHECK(suggestion->reading == Reading::improvement);
  CHECK(suggestion->points_before == 20);
  CHECK(suggestion->points_after == 14);
  CHECK(suggestion->on_one_side == 1);
  CHECK(suggestion->line == "rebase: [{at: 2024-05-20, reason: \"what changed, and how you know\"}]");
}

TEST_CASE("a cycle that began shortly before is named as the reason to consider") {
  Subject with_cycle = subject();
  with_cycle.cycles.push_back({"r1c1", "Huddle", *text::parse_date("2024-05-13"), {}, "r1"});
  NoSuggestion why_not;
  CHECK(suggest_rebase(read(steps(20, 14)), with_cycle, why_not)->cycle == "r1c1");
}

TEST_CASE("a worsening is to be investigated: no line") {
  NoSuggestion why_not;
  const auto suggestion = suggest_rebase(read(steps(20, 14), model::Better::higher), subject(), why_not);
  REQUIRE(suggestion);
  CHECK(suggestion->reading == Reading::concern);
  CHECK(suggestion->line.empty());
}

TEST_CASE("the guards: too few points before or after, provisional ones, a stable series, a growing list") {
  NoSuggestion why_not;
  CHECK_FALSE(suggest_rebase(read(steps(11, 8)), subject(), why_not));
  CHECK_FALSE(suggest_rebase(read(steps(20, 7)), subject(), why_not));
  CHECK(suggest_rebase(read(steps(20, 10)), subject(), why_not));
  CHECK_FALSE(suggest_rebase(read(steps(20, 10), model::Better::lower, 3), subject(), why_not));
  CHECK_FALSE(suggest_rebase(read(steps(40, 0)), subject(), why_not));
  CHECK(why_not.reason.find("stable") != std::string::npos);
  std::vector<double> list;
  for (int i = 0; i < 40; ++i) list.push_back(100 + 3 * i);
  CHECK_FALSE(suggest_rebase(read(list), subject(), why_not));
  CHECK_FALSE(suggest_rebase(analyse(model::Series{}, Settings{}), subject(), why_not));
}

TEST_CASE("a change that went back is not suggested") {
  std::vector<double> values = steps(20, 12);
  for (int i = 0; i < 4; ++i) values.push_back(20 + i % 2);
  NoSuggestion why_not;
  CHECK_FALSE(suggest_rebase(read(values), subject(), why_not));
}
