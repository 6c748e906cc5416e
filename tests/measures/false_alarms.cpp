// SPDX-License-Identifier: MIT
//
// Makes libthrive/data/false-alarms.yaml: how often a stable process shows a signal, by rule set, chart, baseline
// and number of points. Run it after a change to a rule set:
//   cmake --build build --target false-alarms && build/false-alarms > libthrive/data/false-alarms.yaml
#include <fmt/core.h>

#include <cstdlib>
#include <string>

#include "libthrive/measures/false_alarms.hpp"
#include "tests/unit/measures/cases.hpp"

using namespace thrive;

int main(int argc, char** argv) {
  const std::size_t series = argc > 1 ? static_cast<std::size_t>(std::atol(argv[1])) : 20000;
  const int lengths[] = {6,  8,  10, 12, 14, 16, 18,  20,  24,  28,  32,  36,  40,
                         44, 48, 52, 60, 72, 84, 104, 130, 156, 208, 260, 364, 520};
  fmt::print("# How often a stable process shows a signal: percent of {} simulated series of independent, normally\n",
             series);
  fmt::print(
      "# distributed figures. Made by tests/measures/false_alarms.cpp. A line is called RULE-SET KIND BASELINE: "
      "limits\n");
  fmt::print(
      "# from moving ranges (xmr, i), from the numbers counted (counted: p, u, c) or none (run); baseline 0 is all\n");
  fmt::print("# points. The numbers stand in the order of `points`.\npoints:");
  for (const int length : lengths) fmt::print(" {}", length);
  fmt::print("\npercent:\n");
  for (const char* name : {"nhs", "plotthedots", "anhoej", "ihi"}) {
    const measures::RuleSet rules = tests::rule_set(name);
    for (const measures::Chart chart :
         {measures::Chart::xmr, measures::Chart::i, measures::Chart::p, measures::Chart::run}) {
      for (const int baseline : {0, 12, 20, 30, 50}) {
        fmt::print("  {} {} {}:", name, *measures::false_alarm_kind(chart), baseline);
        for (const int length : lengths) {
          measures::Simulation simulation;
          simulation.points = static_cast<std::size_t>(length);
          if (baseline != 0) simulation.baseline_points = baseline;
          simulation.series = series;
          fmt::print(" {:.1f}", 100 * measures::simulate_false_alarms(rules, chart, simulation));
        }
        fmt::print("\n");
        std::fflush(stdout);
      }
    }
  }
}
