// SPDX-License-Identifier: MIT
#include "tools/plan/opened.hpp"

using namespace thrive;

std::optional<planning::Thresholds> known_thresholds(cli::Session& session) {
  const std::optional<cli::DataFile> file = session.data_with_places("plan.yaml");
  return file ? planning::read_thresholds(file->tree, file->place, session.problems()) : std::nullopt;
}

std::shared_ptr<const OpenedPlan> open_plan(const project::Opened& project, const planning::Thresholds& thresholds,
                                            text::Date today) {
  return std::make_shared<const OpenedPlan>(OpenedPlan{
      project, planning::task_states(project.model(), project.vocabulary(), today, thresholds.not_begun_days),
      thresholds});
}
