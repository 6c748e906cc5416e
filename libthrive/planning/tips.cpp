// SPDX-License-Identifier: MIT
#include "libthrive/planning/tips.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include "libthrive/planning/people.hpp"

namespace thrive::planning {

namespace {

text::Date weeks_ago(const EvidenceInput& input, int weeks) { return input.today() - std::chrono::days(7 * weeks); }

/// True for a day that has come and is no older than so many weeks.
bool is_recent(const EvidenceInput& input, const std::optional<text::Date>& day, int weeks) {
  return day && *day <= input.today() && *day >= weeks_ago(input, weeks);
}

bool is_ahead(const EvidenceInput& input, const std::optional<text::Date>& day) { return day && *day >= input.today(); }

bool informatics_known(const EvidenceInput& input) {
  if (input.project.plan && input.project.plan->team.contains("informatics")) return true;
  return std::any_of(input.project.meetings.begin(), input.project.meetings.end(),
                     [](const auto& entry) { return entry.value.kind == "informatics"; });
}

/// A measure whose figures came in every week of the last quarter, one at most missing.
bool is_on_time(const EvidenceInput& input, const std::string& measure) {
  const auto series = input.series.find(measure);
  if (series == input.series.end()) return false;
  std::set<text::Date> weeks;
  for (const model::SeriesPoint& point : series->second.points)
    if (point.value && is_recent(input, point.date, input.thresholds.reports_weeks))
      weeks.insert(text::monday_of(point.date));
  return weeks.size() >= static_cast<std::size_t>(input.thresholds.reports_weeks);
}

bool reports_built(const EvidenceInput& input) {
  for (const TaskState& state : input.states.tasks)
    if (state.task->step == "measurement" && state.status == Status::done) return true;
  const std::vector<std::string> ids = input.project.measures.ids();
  const auto on_time = std::count_if(ids.begin(), ids.end(), [&](const auto& id) { return is_on_time(input, id); });
  return on_time >= std::max(1, input.thresholds.review_measures);
}

bool has_every_kind(const model::Project& project) {
  std::set<std::string> kinds;
  for (const auto& [id, stakeholder] : project.stakeholders) kinds.insert(stakeholder.kind);
  for (const char* kind : {"young-people", "families", "education", "commissioner"})
    if (!kinds.contains(kind)) return false;
  return kinds.contains("referrer") || kinds.contains("primary-care");
}

bool stakeholders_from_the_start(const EvidenceInput& input) {
  if (!has_every_kind(input.project)) return false;
  std::optional<text::Date> meeting, workshop;
  const auto take_first = [&](std::optional<text::Date>& first, const std::optional<text::Date>& day) {
    if (day && *day <= input.today() && (!first || *day < *first)) first = day;
  };
  for (const auto& [id, held] : input.project.meetings) {
    take_first(meeting, held.last);
    for (const text::Date day : held.held) take_first(meeting, day);
  }
  for (const auto& [id, shop] : input.project.workshops) take_first(workshop, shop.date);
  return meeting && (!workshop || *meeting < *workshop);
}

/// True when a message that was told names one of these.
template <class IsOne>
bool is_told(const EvidenceInput& input, IsOne is_one) {
  for (const auto& [id, message] : input.project.communications) {
    if (!message.last || *message.last > input.today()) continue;
    if (std::any_of(message.about.begin(), message.about.end(), is_one)) return true;
  }
  return false;
}

bool good_practice_told(const EvidenceInput& input) {
  return is_told(input, [&](const std::string& about) {
    const model::Observation* note = input.project.observations.find(about);
    return note != nullptr && note->kind == "good-practice";
  });
}

bool sponsor_acts(const EvidenceInput& input) {
  const std::string* sponsor = input.project.plan ? input.project.plan->team.find("sponsor") : nullptr;
  if (sponsor == nullptr) return false;
  for (const auto& [id, stakeholder] : input.project.stakeholders) {
    if (id != *sponsor && !is_same_role(input.project, stakeholder.name, *sponsor)) continue;
    for (const model::Meeting* meeting : meetings_of(input.project, id))
      if (is_recent(input, meeting->last, input.thresholds.sponsor_weeks)) return true;
  }
  return false;
}

bool feedback_by_level(const EvidenceInput& input) {
  std::set<std::string> reached;
  for (const auto& [id, message] : input.project.communications) {
    if (message.measures.empty()) continue;
    for (const std::string& to : message.to)
      if (const model::Stakeholder* known = input.project.stakeholders.find(to); known != nullptr && known->level)
        reached.insert(*known->level);
  }
  return reached.contains("macro") && reached.contains("meso") && reached.contains("micro");
}

bool next_meetings_booked(const EvidenceInput& input) {
  bool uses_another = false;
  for (const auto& [id, meeting] : input.project.meetings) {
    const bool is_booked = meeting.next ? *meeting.next >= input.today() : meeting.no_next.has_value();
    if (!is_booked) return false;
    uses_another = uses_another || meeting.uses.has_value();
  }
  return uses_another;
}

bool learning_ahead(const EvidenceInput& input) {
  for (const auto& [id, meeting] : input.project.meetings)
    if (meeting.kind == "learning" && is_ahead(input, meeting.next)) return true;
  for (const auto& [id, workshop] : input.project.workshops)
    if (workshop.kind == "learning" && is_ahead(input, workshop.date)) return true;
  return false;
}

bool story_told(const EvidenceInput& input) {
  for (const auto& [id, message] : input.project.communications) {
    if (!is_recent(input, message.last, input.thresholds.story_weeks)) continue;
    for (const std::string& about : message.about)
      if (input.project.ramps.contains(about)) return true;
  }
  return false;
}

/// Two people in one part, or somebody who stays when another leaves: two parts of the team, sponsor and lead, neither
/// of whose roles ends.
bool leaders_covered(const EvidenceInput& input) {
  if (!input.project.plan) return false;
  const auto& team = input.project.plan->team;
  const std::string* lead = team.find("lead");
  const std::string* sponsor = team.find("sponsor");
  return lead != nullptr && sponsor != nullptr && !is_same_role(input.project, *lead, *sponsor);
}

bool sectors_review(const EvidenceInput& input) {
  const auto are_agreed = [&](const auto& entry) {
    return entry.value.per_sector_agreed && entry.value.per_sector_agreed->date <= input.today();
  };
  const auto& measures = input.project.measures;
  if (std::none_of(measures.begin(), measures.end(), are_agreed)) return false;
  for (const auto& [id, meeting] : input.project.meetings) {
    std::set<std::string> kinds;
    for (const std::string& who : meeting.who)
      if (const model::Stakeholder* known = input.project.stakeholders.find(who)) kinds.insert(known->kind);
    const auto is_measure = [&](const std::string& item) { return measures.contains(item); };
    if (kinds.size() >= static_cast<std::size_t>(input.thresholds.review_kinds) &&
        std::any_of(meeting.agenda.begin(), meeting.agenda.end(), is_measure))
      return true;
  }
  return false;
}

bool keeping_planned_early(const EvidenceInput& input) {
  const std::vector<int> phases = phases_of(input.vocabulary);
  const auto implemented = first_put_in_place(input);
  for (const TaskState& state : input.states.tasks)
    if (!phases.empty() && state.phase == phases.back() && (!implemented || state.task->start < *implemented))
      return true;
  return false;
}

bool progress_assessed(const EvidenceInput& input) {
  const auto months = std::chrono::months(input.thresholds.assessment_months);
  const std::chrono::year_month_day today(input.today());
  std::chrono::year_month_day earliest = today - months;
  if (!earliest.ok()) earliest = earliest.year() / earliest.month() / std::chrono::last;
  const auto is_fresh = [&](const std::optional<text::Date>& day) {
    return day && *day <= input.today() && *day >= text::Date(earliest);
  };
  if (!input.project.drivers || !is_fresh(input.project.drivers->reviewed)) return false;
  const auto& assessments = input.project.assessments;
  return std::any_of(assessments.begin(), assessments.end(),
                     [&](const auto& entry) { return is_fresh(entry.value.date); });
}

bool learning_told(const EvidenceInput& input) {
  std::set<std::string> learnt;
  for (const auto& [ramp_id, ramp] : input.project.ramps)
    for (const auto& [id, cycle] : ramp.cycles)
      if (cycle.study && cycle.study->learning) learnt.insert(id);
  if (is_told(input, [&](const std::string& about) { return learnt.contains(about); })) return true;
  for (const auto& [id, meeting] : input.project.meetings)
    if (meeting.last && *meeting.last <= input.today() &&
        std::any_of(meeting.agenda.begin(), meeting.agenda.end(),
                    [&](const std::string& item) { return learnt.contains(item); }))
      return true;
  return false;
}

bool started_small(const EvidenceInput& input) {
  return input.tests_stay_small && !evidence_of(input, "tests-begun").empty();
}

using Test = bool (*)(const EvidenceInput& input);
constexpr std::pair<std::string_view, Test> tests[] = {{"informatics-known", informatics_known},
                                                       {"reports-built", reports_built},
                                                       {"stakeholders-from-the-start", stakeholders_from_the_start},
                                                       {"good-practice-told", good_practice_told},
                                                       {"sponsor-acts", sponsor_acts},
                                                       {"feedback-by-level", feedback_by_level},
                                                       {"next-meetings-booked", next_meetings_booked},
                                                       {"learning-ahead", learning_ahead},
                                                       {"story-told", story_told},
                                                       {"leaders-covered", leaders_covered},
                                                       {"sectors-review", sectors_review},
                                                       {"started-small", started_small},
                                                       {"keeping-planned-early", keeping_planned_early},
                                                       {"progress-assessed", progress_assessed},
                                                       {"learning-told", learning_told}};

}  // namespace

std::vector<std::string> tip_tests() {
  std::vector<std::string> names;
  for (const auto& [name, test] : tests) names.emplace_back(name);
  return names;
}

bool is_taken(const EvidenceInput& input, std::string_view test) {
  for (const auto& [name, passes] : tests)
    if (name == test) return passes(input);
  return false;
}

}  // namespace thrive::planning
