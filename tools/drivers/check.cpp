// SPDX-License-Identifier: MIT
#include "libthrive/cli/format.hpp"
#include "libthrive/findings/forms.hpp"
#include "tools/drivers/commands.hpp"
#include "tools/drivers/opened.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_check(cli::Command& command) {
  command.takes_projects()
      .writes(cli::formats_of_findings)
      .judges()
      .dated()
      .example("drivers check examples/thornmere", "what a coach would say of the theory")
      .example("drivers check -f csv -o theory-checks.csv examples/thornmere", "the findings as a table")
      .run([](cli::Session& session) {
        const auto knowledge = known(session);
        if (!knowledge) return Exit::trouble;
        return session.answer_each("drivers check", [&](const project::Opened& project, text::Diagnostics& problems) {
          const auto opened = open(project, *knowledge, session.today(), problems);
          auto judged = opened->judged();
          const auto findings = judged.open;
          cli::Result result;
          result.text = [=] { return findings::as_text(findings); };
          result.document = [=] {
            return improvement::describe_findings(*opened->worked, "What the theory lacks", findings);
          };
          result.table = [=] { return improvement::findings_table(findings); };
          result.json = [=] { return improvement::findings_contract("drivers check", findings); };
          return std::optional(cli::Answer{result, findings, judged.accepted});
        });
      });
}
