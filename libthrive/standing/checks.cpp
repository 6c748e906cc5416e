// SPDX-License-Identifier: MIT
#include "libthrive/standing/checks.hpp"

#include <algorithm>
#include <set>

#include "libthrive/standing/latest_day.hpp"
#include "libthrive/standing/serving.hpp"

namespace thrive::standing {

namespace {

using Findings = std::vector<findings::Finding>;

void check_priorities(const Facts& facts, const Chain& chain, Findings& found) {
  for (std::size_t at = 0; at < chain.rows.size(); ++at) {
    const ChainRow& row = chain.rows[at];
    const std::vector<std::string> path = {"priorities", "agreed", "order", std::to_string(at)};
    if (!row.is_tested && chain.weeks_since_agreed && *chain.weeks_since_agreed >= facts.thresholds.weeks_without_test)
      found.push_back({"priority-without-test", path, {{"priority", row.item}, {"weeks", *chain.weeks_since_agreed}}});
    if (row.notes + row.good_practice == 0 && row.heard.value_or(0) == 0)
      found.push_back({"priority-without-evidence", path, {{"priority", row.item}}});
    if (!row.ramps.empty() && row.measures.empty())
      found.push_back(
          {"priority-without-measure", path, {{"priority", row.item}, {"ramps", text::Value::list_of(row.ramps)}}});
  }
}

void check_recommendations(const Facts& facts, Findings& found) {
  for (const auto& [item, sheet] : facts.project.gaps)
    for (const auto& [id, recommendation] : sheet.recommendations)
      if (recommendation.by && *recommendation.by < facts.today && !is_settled(facts, item, id, recommendation))
        found.push_back({"recommendation-overdue",
                         {"gaps", item, "recommendations", id},
                         {{"recommendation", item + "." + id},
                          {"date", text::format_date(*recommendation.by)},
                          {"days", text::days_between(*recommendation.by, facts.today)}}});
}

void check_looks(const Facts& facts, Findings& found) {
  for (const ramps::RampState& ramp : facts.ramps)
    for (const ramps::CycleState& cycle : ramp.cycles)
      if (cycle.look_days_over > facts.thresholds.look_grace_days)
        found.push_back(
            {"pdsa-look-overdue",
             {"ramps", ramp.id, "cycles", cycle.id, "act"},
             {{"cycle", cycle.id}, {"date", text::format_date(*cycle.next_look)}, {"days", cycle.look_days_over}}});
}

void check_observations(const Facts& facts, Findings& found) {
  for (const auto& [id, observation] : facts.project.observations)
    if (observation.principles.empty())
      found.push_back({"observation-without-item", {"observations", id}, {{"observation", id}}});
}

/// Every measure that something looks at: ramps and their stop rules, the aim, drivers, risks that are watched, what is
/// told to people.
std::set<std::string> measures_in_use(const model::Project& project) {
  std::set<std::string> used;
  for (const auto& ramp : project.ramps) {
    if (ramp.value.measure) used.insert(*ramp.value.measure);
    used.insert(ramp.value.balancing.begin(), ramp.value.balancing.end());
    if (ramp.value.stop_rule && ramp.value.stop_rule->measure) used.insert(*ramp.value.stop_rule->measure);
  }
  if (project.drivers) {
    if (project.drivers->aim)
      for (const auto& measure : project.drivers->aim->measures) used.insert(measure.id);
    for (const auto& node : project.drivers->nodes) used.insert(node.value.measures.begin(), node.value.measures.end());
  }
  for (const auto& risk : project.risks)
    if (risk.value.watch) used.insert(risk.value.watch->measure);
  for (const auto& each : project.communications) used.insert(each.value.measures.begin(), each.value.measures.end());
  return used;
}

void check_measures(const Facts& facts, Findings& found) {
  const std::set<std::string> used = measures_in_use(facts.project);
  for (const auto& [id, measure] : facts.project.measures)
    if (measure.type != model::MeasureType::context && measure.expects.items.empty() && used.count(id) == 0)
      found.push_back({"measure-nobody-uses", {"measures", id}, {{"measure", id}}});
}

/// True when the latest figures up to the day, as many as the rule asks for, are all on the wrong side.
bool is_met(const model::StopRule& rule, const ramps::Chart& chart, text::Date today) {
  if (!rule.above && !rule.below) return false;
  int left = rule.points;
  const auto& data = chart.analysis.data;
  for (std::size_t row = data.size(); row-- > 0 && left > 0;) {
    if (!data[row].measured || data[row].date > today || data[row].unfinished) continue;
    const double value = *data[row].measured;
    if (!(rule.above && value > *rule.above) && !(rule.below && value < *rule.below)) return false;
    --left;
  }
  return left == 0;
}

/// True when the team has stopped already: nothing is open, and what was decided last was to abandon it.
bool has_stopped(const ramps::RampState& ramp) {
  const auto is_open = [](const ramps::CycleState& cycle) { return cycle.is_open; };
  if (ramp.cycles.empty() || std::any_of(ramp.cycles.begin(), ramp.cycles.end(), is_open)) return false;
  return ramp.cycles.back().cycle->act->decision == model::Decision::abandon;
}

void check_stop_rules(const Facts& facts, Findings& found) {
  for (const ramps::RampState& ramp : facts.ramps) {
    const auto& rule = ramp.ramp->stop_rule;
    if (!rule || !rule->measure || has_stopped(ramp)) continue;
    const auto chart = facts.charts.find(*rule->measure);
    if (chart == facts.charts.end() || !is_met(*rule, chart->second, facts.today)) continue;
    found.push_back({"stop-rule-met",
                     {"ramps", ramp.id, "stop_rule"},
                     {{"ramp", ramp.id}, {"rule", rule->text}, {"measure", *rule->measure}, {"count", rule->points}}});
  }
}

void check_life(const Facts& facts, Findings& found) {
  const auto latest = latest_day(facts.project, facts.today);
  if (latest && text::days_between(*latest, facts.today) <= 7 * facts.thresholds.quiet_weeks) return;
  found.push_back({"nothing-moved",
                   {"project"},
                   {{"case", latest ? "since" : "never"},
                    {"weeks", facts.thresholds.quiet_weeks},
                    {"date", latest ? text::format_date(*latest) : std::string()}}});
}

}  // namespace

std::vector<findings::Finding> check_standing(const Facts& facts, const Chain& chain) {
  Findings found;
  check_priorities(facts, chain, found);
  check_recommendations(facts, found);
  check_looks(facts, found);
  check_observations(facts, found);
  check_measures(facts, found);
  check_stop_rules(facts, found);
  check_life(facts, found);
  return found;
}

}  // namespace thrive::standing
