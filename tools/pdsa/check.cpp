// SPDX-License-Identifier: MIT
#include "tools/pdsa/commands.hpp"

#include <optional>

#include "libthrive/cli/format.hpp"
#include "libthrive/project/acceptance.hpp"
#include "libthrive/project/found.hpp"
#include "libthrive/ramps/checks/checks.hpp"
#include "libthrive/ramps/describe/contract.hpp"
#include "libthrive/ramps/describe/describe.hpp"
#include "tools/pdsa/opened.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_check(cli::Command& command) {
  command.takes_projects()
      .writes(cli::formats_of_findings)
      .judges()
      .dated()
      .example("pdsa check", "what a coach would say, and the site's rates beside the published ones")
      .example("pdsa check -f csv -o checks.csv examples/thornmere", "the findings as a table")
      .example("pdsa check -f junit -o checks.xml north south", "of several projects, for a build server")
      .run([](cli::Session& session) {
        const auto knowledge = known(session);
        if (!knowledge) return Exit::trouble;
        return session.answer_each("pdsa check", [&](const project::Opened& project, text::Diagnostics& problems) {
          const auto opened = open(project, *knowledge, session.today(), problems);
          const ramps::CheckInput input = {project.model(), opened->ramps, opened->charts, opened->thresholds};
          auto judged =
              project::judge(project, project::in_words(project, ramps::check_ramps(input)), {"ramps"}, opened->today);
          const auto findings = judged.open;
          const auto rates = ramps::site_rates(input);
          cli::Result result;
          result.text = [=] { return ramps::checks_as_text(findings, rates, opened->thresholds.benchmarks.source); };
          result.document = [=] { return ramps::describe_checks(opened->reported(), findings, rates); };
          result.table = [=] { return ramps::table_of_findings(findings); };
          result.json = [=] { return ramps::checks_contract(findings, rates); };
          return std::optional(cli::Answer{result, findings, judged.accepted});
        });
      });
}
