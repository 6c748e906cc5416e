// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>

#include "libthrive/cli/format.hpp"
#include "libthrive/findings/forms.hpp"
#include "libthrive/planning/checks/checks.hpp"
#include "libthrive/planning/describe/describe_checks.hpp"
#include "libthrive/project/acceptance.hpp"
#include "libthrive/project/figures.hpp"
#include "libthrive/project/found.hpp"
#include "tools/plan/commands.hpp"
#include "tools/plan/opened.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

/// Everything that is found in one project.
std::vector<text::Diagnostic> found_in(const project::Opened& project, const KnownOfPlans& known,
                                       const cli::Session& session, text::Diagnostics& problems) {
  const auto opened = open_plan(project, known.thresholds, session.today());
  auto series = project::figures_of(project, project.model().measures.ids(), problems);
  planning::CheckInput input = {project.model(),  project.vocabulary(), opened->states,
                                known.thresholds, known.matrix,         std::move(series)};
  input.coverage = coverage_of(*opened, known, input.series);
  if (!session.has_as_of()) input.real_today = session.today();
  return project::in_words(project, planning::check_plan(input));
}

}  // namespace

void declare_check(cli::Command& command) {
  const auto only = std::make_shared<std::vector<std::string>>();
  command.takes_projects()
      .option("--only", "CODE", *only, "only findings with this code; may be repeated")
      .writes(cli::formats_of_findings)
      .judges()
      .dated()
      .example("plan check", "what is late or missing: tasks, meetings, lines, people, messages, risks")
      .example("plan check --only task-late --only meeting-next-missing", "for the Monday meeting")
      .example("plan check -f sarif -o plan.sarif north south", "of several projects, for a code-review page")
      .run([only](cli::Session& session) {
        const auto known = known_of_plans(session);
        if (!known) return Exit::trouble;
        return session.answer_each("plan check", [&](const project::Opened& project, text::Diagnostics& problems) {
          auto judged =
              project::judge(project, found_in(project, *known, session, problems), {"planning"}, session.today());
          auto findings = std::move(judged.open);
          const auto is_unwanted = [&](const text::Diagnostic& finding) {
            return !only->empty() && std::find(only->begin(), only->end(), finding.code) == only->end();
          };
          findings.erase(std::remove_if(findings.begin(), findings.end(), is_unwanted), findings.end());
          cli::Result result;
          result.text = [findings] { return findings::as_text(findings); };
          result.document = [project, findings] { return planning::describe_checks(project.model(), findings); };
          result.table = [findings] { return planning::table_of_findings(findings); };
          result.json = [findings] { return planning::checks_contract(findings); };
          return std::optional(cli::Answer{result, findings, judged.accepted});
        });
      });
}
