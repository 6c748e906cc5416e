// SPDX-License-Identifier: MIT
#include "libthrive/standing/dates_of_tests.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/measures/checks.hpp"
#include "libthrive/measures/frequencies.hpp"
#include "libthrive/measures/statistics.hpp"
#include "libthrive/measures/targets.hpp"
#include "libthrive/standing/chain.hpp"
#include "libthrive/standing/serving.hpp"

namespace thrive::standing {

using Dates = std::vector<DateAhead>;

namespace {

/// The median of the latest twelve figures up to the day; nothing without any.
std::optional<double> latest_median(const Facts& facts, const std::string& measure) {
  constexpr std::size_t most = 12;
  const auto chart = facts.charts.find(measure);
  if (chart == facts.charts.end()) return std::nullopt;
  std::vector<double> figures;
  const auto& data = chart->second.analysis.data;
  for (std::size_t row = data.size(); row-- > 0 && figures.size() < most;)
    if (data[row].measured && !data[row].is_left_out() && data[row].date <= facts.today)
      figures.push_back(*data[row].measured);
  if (figures.empty()) return std::nullopt;
  return measures::median(std::move(figures));
}

/// True when the figures have reached a target; nothing when there are none, or no way is better.
std::optional<bool> is_reached(const Facts& facts, const std::string& id, const model::Measure& measure,
                               double target) {
  const auto median = latest_median(facts, id);
  if (!median || measure.better == model::Better::neither) return std::nullopt;
  return measures::meets(*median, target, measure.better);
}

std::string target_in_words(const Facts& facts, const std::string& id, const model::Measure& measure, double target) {
  std::string words = fmt::format("{}: target {}", measure.name, target);
  if (measure.unit) words += model::is_percent(measure.unit) ? "%" : " " + *measure.unit;
  const auto reached = is_reached(facts, id, measure, target);
  if (!reached) return words;
  const double median = *latest_median(facts, id);
  return words +
         fmt::format("; {} (median of the latest figures: {:.4g})", *reached ? "reached" : "not reached", median);
}

std::string what_is_next(const ramps::CycleState& cycle) {
  switch (cycle.stage) {
    case ramps::Stage::planning:
      return "the test is planned";
    case ramps::Stage::doing:
      return "write down what happened";
    case ramps::Stage::studying:
      return "compare what happened with what was predicted";
    case ramps::Stage::deciding:
      return "decide: adopt, adapt, expand or abandon";
    case ramps::Stage::closed:
      break;
  }
  return {};
}

}  // namespace

void add_recommendations(const Facts& facts, Dates& dates) {
  for (const auto& [item, sheet] : facts.project.gaps)
    for (const auto& [id, recommendation] : sheet.recommendations) {
      if (is_settled(facts, item, id, recommendation)) continue;
      std::string what = recommendation.text;
      if (!recommendation.by)
        what +=
            recommendation.owner ? "; a recommendation without a date" : "; a recommendation without owner and date";
      else if (!recommendation.owner)
        what += "; nobody owns it";
      dates.push_back({recommendation.by,
                       "recommendation",
                       item + "." + id,
                       what,
                       recommendation.owner.value_or(""),
                       {"gaps", item, "recommendations", id}});
    }
}

void add_aim(const Facts& facts, Dates& dates) {
  if (!facts.project.drivers || !facts.project.drivers->aim) return;
  const model::Aim& aim = *facts.project.drivers->aim;
  if (aim.closed && aim.closed->date <= facts.today) return;
  std::optional<text::Date> by;
  for (const auto& measure : aim.measures)
    if (const model::Measure* known = facts.project.measures.find(measure.id);
        known && known->target && known->target->by)
      by = by ? std::max(*by, *known->target->by) : *known->target->by;
  if (by && *by < facts.today)
    dates.push_back({by, "aim", "aim", "close the aim: was it reached? " + aim.text, "", {"drivers", "aim"}});
  if (by && *by >= facts.today) dates.push_back({by, "aim", "aim", aim.text, "", {"drivers", "aim"}});
  if (!by)
    dates.push_back(
        {by, "aim", "aim", aim.text + "; no measure of it has a target with a date", "", {"drivers", "aim"}});
}

void add_targets(const Facts& facts, Dates& dates) {
  for (const auto& [id, measure] : facts.project.measures) {
    const std::string owner = measure.extracted_by.value_or("");
    if (measure.target && measure.target->by) {
      const bool is_past = *measure.target->by < facts.today;
      if (!is_past || is_reached(facts, id, measure, measure.target->value) == false)
        dates.push_back({measure.target->by,
                         "target",
                         id,
                         target_in_words(facts, id, measure, measure.target->value),
                         owner,
                         {"measures", id, "target"}});
    }
    for (std::size_t at = 0; at < measure.targets.size(); ++at) {
      const model::DatedTarget& step = measure.targets[at];
      if (!step.from || *step.from < facts.today) continue;
      dates.push_back({step.from,
                       "target",
                       id,
                       target_in_words(facts, id, measure, step.value) + (step.name ? "; " + *step.name : "") +
                           "; in force from then on",
                       owner,
                       {"measures", id, "targets", std::to_string(at)}});
    }
  }
}

void add_late_figures(const Facts& facts, Dates& dates) {
  for (const auto& [id, measure] : facts.project.measures) {
    const auto chart = facts.charts.find(id);
    if (chart == facts.charts.end() || !chart->second.analysis.late) continue;
    const auto latest = measures::latest_date(chart->second.analysis);
    const measures::Late& late = *chart->second.analysis.late;
    dates.push_back(
        {*latest + std::chrono::days{3 * measures::days_in(late.frequency)},
         "data",
         id,
         fmt::format("{}: figures are late; the latest is of {}", measure.name, text::format_date_in_words(*latest)),
         measure.extracted_by.value_or(""),
         {"measures", id, "data"}});
  }
}

void add_cycles(const Facts& facts, Dates& dates) {
  for (const ramps::RampState& ramp : facts.ramps)
    for (const ramps::CycleState& cycle : ramp.cycles) {
      if (!cycle.is_open) continue;
      std::string what = ramp.ramp->name + ": " + what_is_next(cycle);
      if (!cycle.cycle->end) what += "; an open cycle without an end";
      dates.push_back({cycle.cycle->end,
                       "cycle",
                       cycle.id,
                       what,
                       ramp.ramp->owner.value_or(""),
                       {"ramps", ramp.id, "cycles", cycle.id}});
    }
}

void add_looks(const Facts& facts, Dates& dates) {
  for (const ramps::RampState& ramp : facts.ramps)
    for (const ramps::CycleState& cycle : ramp.cycles) {
      if (!cycle.cycle->act || cycle.cycle->act->decision != model::Decision::adopt) continue;
      const auto& sustain = cycle.cycle->act->sustain;
      const std::string owner = sustain && sustain->owner ? *sustain->owner : ramp.ramp->owner.value_or("");
      const std::string what =
          cycle.next_look ? "look at the figures" : "adopted, and nobody has said when to look at the figures";
      dates.push_back({cycle.next_look,
                       "look",
                       cycle.id,
                       ramp.ramp->name + ": " + what,
                       owner,
                       {"ramps", ramp.id, "cycles", cycle.id, "act"}});
    }
}

void add_spread(const Facts& facts, Dates& dates) {
  for (const auto& [ramp, sustaining] : facts.project.sustaining)
    for (const auto& [id, spread] : sustaining.spread)
      if (!spread.done || *spread.done > facts.today)
        dates.push_back({spread.by,
                         "spread",
                         id,
                         "spread to " + spread.to,
                         spread.owner.value_or(""),
                         {"sustaining", ramp, "spread", id}});
}

}  // namespace thrive::standing
