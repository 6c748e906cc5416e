// SPDX-License-Identifier: MIT
#include "tools/gap/commands.hpp"

#include <optional>

#include "libthrive/cli/format.hpp"
#include "libthrive/findings/forms.hpp"
#include "libthrive/gaps/checks.hpp"
#include "libthrive/gaps/describe/describe.hpp"
#include "libthrive/project/acceptance.hpp"
#include "libthrive/project/found.hpp"
#include "tools/gap/chosen.hpp"

using namespace thrive;
using cli::Format;

void declare_check(cli::Command& command) {
  command.takes_projects()
      .writes(cli::formats_of_findings)
      .judges()
      .dated()
      .example("gap check", "what the sheets lack")
      .example("gap check -f csv -o gaps.csv", "the same as a table")
      .example("gap check -f sarif -o gaps.sarif north south", "of several projects, for a code-review page")
      .run([](cli::Session& session) {
        return session.answer_each("gap check", [&](const project::Opened& project, text::Diagnostics&) {
          auto judged = project::judge(project, project::in_words(project, gaps::check_sheets(project.model())),
                                       {"gaps"}, session.today());
          const auto& findings = judged.open;
          const gaps::Reported reported = {project.model(), project.vocabulary(), instrument_behind(project)};
          cli::Result result;
          result.text = [findings] { return findings::as_text(findings); };
          result.document = [reported, findings] { return gaps::describe_checks(reported, findings); };
          result.table = [findings] { return gaps::table_of_findings(findings); };
          result.json = [findings] { return gaps::checks_contract(findings); };
          return std::optional(cli::Answer{result, findings, judged.accepted});
        });
      });
}
