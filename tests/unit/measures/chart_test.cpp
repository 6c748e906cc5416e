// SPDX-License-Identifier: MIT
//
// A kind of chart is one row: what speaks of charts elsewhere agrees with it.
#include "libthrive/measures/chart.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "libthrive/measures/false_alarms.hpp"
#include "libthrive/model/words.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "tests/unit/measures/cases.hpp"

using namespace thrive;
using namespace thrive::measures;

TEST_CASE("charts: the vocabulary explains each, in the order of the rows") {
  CHECK(project::built_in_vocabulary().ids("charts") == model::words<Chart>());
  for (const ChartKind& kind : chart_kinds) {
    CHECK(project::built_in_vocabulary().name("charts", kind.word) == kind.in_words);
    CHECK(chart_named(kind.word) == kind.chart);
  }
}

TEST_CASE("charts: one that is advised allows for the spread, and needs no other") {
  for (const ChartKind& kind : chart_kinds) {
    if (!kind.advised) continue;
    CHECK((kind.points == Points::counted || kind.points == Points::counts));
    CHECK_FALSE(kind.allows_for_spread);
    CHECK_FALSE(kind_of(*kind.advised).advised.has_value());
  }
}

TEST_CASE("charts: how often one cries wolf is known just where its row says so") {
  const FalseAlarmTable table = FalseAlarmTable::read(tests::data_tree("false-alarms.yaml"));
  const RuleSet rules = tests::rule_set("nhs");
  for (const ChartKind& kind : chart_kinds)
    CHECK(table.share(rules, kind.chart, 24, {}).has_value() == !kind.false_alarms.empty());
}
