// SPDX-License-Identifier: MIT
#include "tools/gap/commands.hpp"

#include "libthrive/findings/forms.hpp"
#include "libthrive/gaps/checks.hpp"
#include "libthrive/gaps/describe/describe.hpp"
#include "libthrive/project/acceptance.hpp"
#include "libthrive/project/found.hpp"
#include "tools/gap/chosen.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_check(cli::Command& command) {
  command.writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .judges()
      .dated()
      .example("gap check", "what the sheets lack")
      .example("gap check -f csv -o gaps.csv", "the same as a table")
      .run([](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto findings =
            project::judge(*project, project::in_words(*project, gaps::check_sheets(project->model())), {"gaps"},
                           session.today())
                .open;
        const gaps::Reported reported = {project->model(), project->vocabulary(), instrument_behind(*project)};
        cli::Result result;
        result.text = [&] { return findings::as_text(findings); };
        result.document = [&] { return gaps::describe_checks(reported, findings); };
        result.table = [&] { return gaps::table_of_findings(findings); };
        result.json = [&] { return gaps::checks_contract(findings); };
        session.write(result);
        return session.status_of(findings);
      });
}
