// SPDX-License-Identifier: MIT
#include "libthrive/planning/evidence.hpp"

#include <algorithm>
#include <utility>

#include "libthrive/planning/people.hpp"

namespace thrive::planning {

namespace {

using Ids = std::vector<std::string>;

bool is_past(const std::optional<text::Date>& day, text::Date today) { return day && *day <= today; }

Ids agreed_pathways(const EvidenceInput& input) {
  Ids ids;
  for (const auto& [id, pathway] : input.project.pathways)
    if (is_past(pathway.agreed, input.today())) ids.push_back(id);
  return ids;
}

Ids observations(const EvidenceInput& input) { return input.project.observations.ids(); }

Ids themes(const EvidenceInput& input) { return input.project.themes ? input.project.themes->heard.ids() : Ids(); }

bool has_workforce(const EvidenceInput& input) {
  return input.project.workforce && input.project.workforce->as_of <= input.today();
}

Ids skills(const EvidenceInput& input) { return has_workforce(input) ? input.project.workforce->skills.ids() : Ids(); }

Ids vacancies(const EvidenceInput& input) {
  Ids ids;
  if (!has_workforce(input)) return ids;
  for (const auto& [service, posts] : input.project.workforce->posts)
    if (posts.vacant) ids.push_back(service);
  return ids;
}

Ids agreed_scores(const EvidenceInput& input) {
  Ids ids;
  for (const auto& [id, assessment] : input.project.assessments)
    if (!assessment.agreed.empty() && assessment.date <= input.today()) ids.push_back(id);
  return ids;
}

/// When a cycle was decided: when that was written down, else its last day, else its first.
text::Date decided_on(const model::Cycle& cycle) {
  return cycle.act && cycle.act->recorded ? *cycle.act->recorded : cycle.end.value_or(cycle.start);
}

/// Decided cycles with a decision, by the day.
Ids cycles_decided(const EvidenceInput& input, model::Decision decision) {
  Ids ids;
  for (const auto& [ramp_id, ramp] : input.project.ramps)
    for (const auto& [id, cycle] : ramp.cycles)
      if (cycle.act && cycle.act->decision == decision && decided_on(cycle) <= input.today()) ids.push_back(id);
  return ids;
}

Ids adapted_cycles(const EvidenceInput& input) { return cycles_decided(input, model::Decision::adapt); }

Ids nobody_powerful_short(const EvidenceInput& input) {
  Ids ids;
  for (const auto& [id, stakeholder] : input.project.stakeholders) {
    if (!stakeholder.stance || !stakeholder.needed) continue;
    const bool counts = stakeholder.power && *stakeholder.power >= input.thresholds.power_that_counts;
    if (counts && falls_short(stakeholder)) return {};
    ids.push_back(id);
  }
  return ids;
}

Ids lines_and_informatics(const EvidenceInput& input) {
  if (!input.project.plan || !input.project.plan->team.contains("informatics")) return {};
  const auto& lines = input.project.plan->lines;
  return lines.size() >= static_cast<std::size_t>(input.thresholds.fewest_lines) ? lines.ids() : Ids();
}

Ids courses_before_putting_in_place(const EvidenceInput& input) {
  const auto first = first_put_in_place(input);
  const auto is_before = [&](text::Date held) { return held <= input.today() && (!first || held < *first); };
  Ids ids;
  for (const auto& [id, course] : input.project.courses)
    if (std::any_of(course.held.begin(), course.held.end(), is_before)) ids.push_back(id);
  return ids;
}

Ids team(const EvidenceInput& input) { return input.project.plan ? input.project.plan->team.ids() : Ids(); }

Ids owned_ramps(const EvidenceInput& input) {
  Ids ids;
  for (const auto& [id, ramp] : input.project.ramps)
    if (ramp.owner) ids.push_back(id);
  return ids;
}

Ids owned_tasks(const EvidenceInput& input) {
  Ids ids;
  for (const TaskState& state : input.states.tasks)
    if (state.task->owner) ids.push_back(state.id);
  return ids;
}

Ids help_ahead(const EvidenceInput& input) {
  Ids ids;
  if (!input.project.plan) return ids;
  for (const auto& [id, help] : input.project.plan->help)
    if (help.until && *help.until > input.today()) ids.push_back(id);
  return ids;
}

Ids process_measures(const EvidenceInput& input) {
  Ids ids;
  for (const auto& [id, measure] : input.project.measures) {
    const auto series = input.series.find(id);
    if (measure.type != model::MeasureType::process || series == input.series.end()) continue;
    const auto counts = [&](const model::SeriesPoint& point) { return point.value && point.date <= input.today(); };
    const auto points = std::count_if(series->second.points.begin(), series->second.points.end(), counts);
    if (points >= input.thresholds.process_points) ids.push_back(id);
  }
  return ids;
}

Ids figures_to_teams(const EvidenceInput& input) {
  Ids ids;
  for (const auto& [id, message] : input.project.communications) {
    if (message.measures.empty() || !message.every_weeks || *message.every_weeks > input.thresholds.feedback_weeks)
      continue;
    const auto is_team = [&](const std::string& to) {
      const model::Stakeholder* known = input.project.stakeholders.find(to);
      return known != nullptr && (known->kind == "staff" || known->kind == "provider");
    };
    if (std::any_of(message.to.begin(), message.to.end(), is_team)) ids.push_back(id);
  }
  return ids;
}

/// True when somebody looked at a kept change by the day.
bool was_looked_at(const model::Cycle& cycle, text::Date today) {
  if (!cycle.act || !cycle.act->sustain) return false;
  const auto& looks = cycle.act->sustain->looks;
  return std::any_of(looks.begin(), looks.end(), [&](const model::Look& look) { return look.date <= today; });
}

Ids reflections(const EvidenceInput& input) {
  Ids ids;
  for (const auto& [ramp_id, ramp] : input.project.ramps)
    for (const auto& [id, cycle] : ramp.cycles)
      if (was_looked_at(cycle, input.today())) ids.push_back(id);
  for (const auto& [id, kept] : input.project.sustaining)
    if (!kept.helped.empty() || !kept.hindered.empty()) ids.push_back(id);
  return ids;
}

Ids kept_changes(const EvidenceInput& input) {
  Ids ids;
  for (const auto& [ramp_id, ramp] : input.project.ramps)
    for (const auto& [id, cycle] : ramp.cycles)
      if (cycle.act && cycle.act->decision == model::Decision::adopt && cycle.act->sustain &&
          decided_on(cycle) <= input.today())
        ids.push_back(id);
  for (const auto& [id, kept] : input.project.sustaining)
    if (!kept.kept_by.empty() || !kept.scores.empty()) ids.push_back(id);
  return ids;
}

Ids tests_begun(const EvidenceInput& input) {
  Ids ids;
  for (const auto& [id, ramp] : input.project.ramps) {
    const auto has_begun = [&](const auto& entry) { return entry.value.start <= input.today(); };
    if (std::any_of(ramp.cycles.begin(), ramp.cycles.end(), has_begun)) ids.push_back(id);
  }
  return ids;
}

using Test = Ids (*)(const EvidenceInput& input);
constexpr std::pair<std::string_view, Test> tests[] = {
    {"agreed-pathways", agreed_pathways},
    {"observations", observations},
    {"themes", themes},
    {"skills", skills},
    {"vacancies", vacancies},
    {"agreed-scores", agreed_scores},
    {"adapted-cycles", adapted_cycles},
    {"nobody-powerful-short", nobody_powerful_short},
    {"lines-and-informatics", lines_and_informatics},
    {"courses-before-putting-in-place", courses_before_putting_in_place},
    {"team", team},
    {"owned-ramps", owned_ramps},
    {"owned-tasks", owned_tasks},
    {"help-ahead", help_ahead},
    {"process-measures", process_measures},
    {"figures-to-teams", figures_to_teams},
    {"reflections", reflections},
    {"kept-changes", kept_changes},
    {"tests-begun", tests_begun},
};

}  // namespace

std::optional<text::Date> first_put_in_place(const EvidenceInput& input) {
  std::optional<text::Date> first;
  for (const auto& [ramp_id, ramp] : input.project.ramps)
    for (const auto& [id, cycle] : ramp.cycles)
      if (cycle.kind == model::CycleKind::implement && cycle.start <= input.today() && (!first || cycle.start < *first))
        first = cycle.start;
  return first;
}

std::vector<std::string> evidence_tests() {
  std::vector<std::string> names;
  for (const auto& [name, test] : tests) names.emplace_back(name);
  return names;
}

std::vector<std::string> evidence_of(const EvidenceInput& input, std::string_view test) {
  for (const auto& [name, find] : tests)
    if (name == test) return find(input);
  return {};
}

}  // namespace thrive::planning
