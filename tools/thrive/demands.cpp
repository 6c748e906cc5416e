// SPDX-License-Identifier: MIT
#include "tools/thrive/demands.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "libthrive/assessment/entry/agreeing.hpp"
#include "libthrive/assessment/entry/imported.hpp"
#include "libthrive/findings/words.hpp"
#include "libthrive/measures/meaning.hpp"
#include "libthrive/planning/checks/checks.hpp"
#include "libthrive/priorities/checks.hpp"
#include "libthrive/project/found.hpp"
#include "libthrive/project/rules/rules.hpp"

using namespace thrive;

namespace {

void say_all(const project::Opened& project, const std::vector<findings::Finding>& found, text::Diagnostics& problems) {
  for (const findings::Finding& finding : found) project::say(project, problems, finding);
}

void ask_assessments(const project::Opened& project, text::Diagnostics& problems) {
  for (const auto& [id, assessment] : project.model().assessments) {
    say_all(project, assessment::agreed_without_reason(id, assessment), problems);
    const model::Instrument* instrument = project.instrument(assessment.instrument);
    if (instrument != nullptr && assessment::is_changed(*instrument, assessment))
      project::say(project, problems,
                   {"instrument-changed",
                    {"assessments", id, "instrument_hash"},
                    {{"case", "scoring"}, {"instrument", assessment.instrument}, {"assessment", id}}});
  }
}

void ask_project(const project::Opened& project, text::Date today, text::Diagnostics& problems) {
  ask_assessments(project, problems);
  if (project.model().priorities)
    say_all(project, priorities::check_priorities(project.model(), project::candidate_items(project), today), problems);
}

void ask_measure(const project::Opened& project, const std::string& id, const model::Series& series,
                 text::Diagnostics& problems) {
  say_all(project, measures::doubts_about(*project.model().measures.find(id), series, {"measures", id}), problems);
}

/// The data files that plans and risks are judged by.
struct KnownOfPlans {
  planning::Thresholds thresholds;
  planning::RiskMatrix matrix;
};

std::shared_ptr<const KnownOfPlans> known_of_plans(cli::Session& session) {
  const auto plan = session.data_with_places("plan.yaml");
  const auto risks = session.data_with_places("risk-matrix.yaml");
  if (!plan || !risks) return nullptr;
  auto thresholds = planning::read_thresholds(plan->tree, plan->place, session.problems());
  auto matrix = planning::read_risk_matrix(risks->tree, risks->place, session.problems());
  if (!thresholds || !matrix) return nullptr;
  return std::make_shared<const KnownOfPlans>(KnownOfPlans{*thresholds, std::move(*matrix)});
}

bool has_plans(const model::Project& project) {
  return project.plan || !project.stakeholders.empty() || !project.communications.empty() || !project.risks.empty();
}

/// What cannot be meant in plans, people and risks. What a coach would say of them is for `plan check`.
void ask_plans(const project::Opened& project, const KnownOfPlans& known, text::Date today,
               const std::optional<text::Date>& real_today, text::Diagnostics& problems) {
  const auto states =
      planning::task_states(project.model(), project.vocabulary(), today, known.thresholds.not_begun_days);
  planning::CheckInput input = {project.model(), project.vocabulary(), states, known.thresholds, known.matrix};
  input.real_today = real_today;
  planning::Findings found = planning::check_whatever_the_day(input);
  const auto is_no_error = [](const findings::Finding& finding) {
    const findings::Words* about = findings::words(finding.code);
    return about == nullptr || about->severity != text::Severity::error;
  };
  found.erase(std::remove_if(found.begin(), found.end(), is_no_error), found.end());
  say_all(project, found, problems);
}

}  // namespace

std::optional<project::Demands> demands_of_subjects(cli::Session& session) {
  const auto known = known_of_plans(session);
  if (!known) return std::nullopt;
  const std::optional<text::Date> real_today = session.has_as_of() ? std::nullopt : std::optional(session.today());
  const auto ask = [known, real_today](const project::Opened& project, text::Date today, text::Diagnostics& problems) {
    ask_project(project, today, problems);
    if (has_plans(project.model())) ask_plans(project, *known, today, real_today, problems);
  };
  return project::Demands{ask, ask_measure};
}
