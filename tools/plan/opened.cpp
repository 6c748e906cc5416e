// SPDX-License-Identifier: MIT
#include "tools/plan/opened.hpp"

#include <algorithm>

#include "libthrive/ramps/charts.hpp"
#include "libthrive/ramps/checks/checks.hpp"

using namespace thrive;

std::optional<planning::Thresholds> known_thresholds(cli::Session& session) {
  const std::optional<cli::DataFile> file = session.data_with_places("plan.yaml");
  return file ? planning::read_thresholds(file->tree, file->place, session.problems()) : std::nullopt;
}

std::optional<planning::RiskMatrix> known_matrix(cli::Session& session) {
  const std::optional<cli::DataFile> file = session.data_with_places("risk-matrix.yaml");
  return file ? planning::read_risk_matrix(file->tree, file->place, session.problems()) : std::nullopt;
}

std::shared_ptr<const KnownOfPlans> known_of_plans(cli::Session& session) {
  auto thresholds = known_thresholds(session);
  auto matrix = known_matrix(session);
  const auto steps = session.data_with_places("qif.yaml");
  auto framework = steps ? planning::read_framework(steps->tree, steps->place, session.problems()) : std::nullopt;
  const auto tips_file = session.data_with_places("tips.yaml");
  auto tips = tips_file ? planning::read_tips(tips_file->tree, tips_file->place, session.problems()) : std::nullopt;
  const auto tests_file = session.data_with_places("pdsa.yaml");
  auto tests =
      tests_file ? ramps::read_thresholds(tests_file->tree, tests_file->place, session.problems()) : std::nullopt;
  if (!thresholds || !matrix || !framework || !tips || !tests) return nullptr;
  return std::make_shared<const KnownOfPlans>(
      KnownOfPlans{*thresholds, std::move(*matrix), std::move(*framework), std::move(*tips), std::move(*tests)});
}

std::shared_ptr<const OpenedPlan> open_plan(const project::Opened& project, const planning::Thresholds& thresholds,
                                            text::Date today) {
  return std::make_shared<const OpenedPlan>(OpenedPlan{
      project, planning::task_states(project.model(), project.vocabulary(), today, thresholds.not_begun_days),
      thresholds});
}

namespace {

/// What `pdsa check` says of the size of tests: nothing of a first one that is large, or of one that grows too fast.
bool tests_stay_small(const OpenedPlan& opened, const KnownOfPlans& known) {
  const ramps::Charts none;
  const ramps::CheckInput input = {opened.project.model(),
                                   ramps::ramp_states(opened.project.model(), opened.states.today), none, known.tests};
  const auto found = ramps::check_ramps(input);
  return std::none_of(found.begin(), found.end(), [](const findings::Finding& finding) {
    return finding.code == "pdsa-first-cycle-large" || finding.code == "pdsa-scale-jump";
  });
}

}  // namespace

planning::Coverage coverage_of(const OpenedPlan& opened, const KnownOfPlans& known,
                               const std::map<std::string, model::Series>& series) {
  const planning::EvidenceInput input = {
      opened.project.model(),         opened.project.vocabulary(), opened.states, opened.thresholds, series,
      tests_stay_small(opened, known)};
  return planning::coverage_of(input, known.framework, known.tips);
}
