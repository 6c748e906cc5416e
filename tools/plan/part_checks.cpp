// SPDX-License-Identifier: MIT
#include "tools/plan/part_checks.hpp"

#include "libthrive/findings/forms.hpp"
#include "libthrive/planning/checks/check_people.hpp"
#include "libthrive/planning/checks/check_risks.hpp"
#include "libthrive/planning/describe/describe_checks.hpp"
#include "libthrive/project/acceptance.hpp"
#include "libthrive/project/figures.hpp"
#include "libthrive/project/found.hpp"

using namespace thrive;
using cli::Exit;

namespace {

planning::Findings found_in_part(const planning::CheckInput& input, Part part) {
  planning::Findings found;
  if (part == Part::people) {
    planning::check_people(input, found);
    planning::check_people_on_day(input, found);
  } else if (part == Part::messages) {
    planning::check_messages(input, found);
    planning::check_messages_on_day(input, found);
  } else {
    planning::check_risks(input, found);
    planning::check_risks_on_day(input, found);
  }
  return found;
}

cli::Answer checked(const std::shared_ptr<const OpenedPlan>& opened, const planning::RiskMatrix& matrix, Part part,
                    text::Diagnostics& problems) {
  const project::Opened& project = opened->project;
  planning::CheckInput input = {project.model(), project.vocabulary(), opened->states, opened->thresholds, matrix};
  input.series = project::figures_of(project, planning::measures_watched(project.model()), problems);
  auto judged =
      project::judge(project, project::in_words(project, found_in_part(input, part)), {}, opened->states.today);
  const auto findings = std::move(judged.open);
  cli::Result result;
  result.text = [findings] { return findings::as_text(findings); };
  result.document = [project, findings] { return planning::describe_checks(project.model(), findings); };
  result.table = [findings] { return planning::table_of_findings(findings); };
  result.json = [findings] { return planning::checks_contract(findings); };
  return {result, findings, judged.accepted};
}

}  // namespace

cli::Exit answer_part(cli::Session& session, const std::string& what, const std::string& name, Part part,
                      const std::function<cli::Result(const std::shared_ptr<const OpenedPlan>& opened)>& make) {
  const auto thresholds = known_thresholds(session);
  const auto matrix = known_matrix(session);
  if (!thresholds || !matrix) return Exit::trouble;
  const auto project = session.project();
  if (!project) return Exit::trouble;
  if (session.format() == cli::Format::svg && what != "draw")
    return session.usage_error("a picture is what 'plan " + name + " draw' makes");
  if (what == "draw" && (session.format() == cli::Format::csv || session.format() == cli::Format::json))
    return session.usage_error("'plan " + name + " list' writes tables and JSON");
  const auto opened = open_plan(*project, *thresholds, session.today());
  if (what != "check") {
    session.write(make(opened));
    return session.problems().has_errors() ? Exit::trouble : Exit::ok;
  }
  const cli::Answer answer = checked(opened, *matrix, part, session.problems());
  session.write(answer.result);
  return session.status_of(answer.findings);
}
