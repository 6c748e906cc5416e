// SPDX-License-Identifier: MIT
#include "tools/thrive/commands.hpp"

#include "libthrive/project/check.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_check(cli::Command& command) {
  command.takes_projects()
      .writes({Format::text, Format::json, Format::sarif, Format::junit})
      .dated()
      .example("thrive check", "say what is wrong with the project around you")
      .example("thrive check -f sarif -o findings.sarif */thrive.yaml", "check many projects for a code-review page")
      .run([](cli::Session& session) {
        const auto checked = project::check_all(session.paths(), session.today());
        cli::Result result;
        result.text = [&] { return project::findings_as_text(checked); };
        result.json = [&] { return project::findings_as_json(checked); };
        result.sarif = [&] { return project::findings_as_sarif(checked); };
        result.junit = [&] { return project::findings_as_junit(checked); };
        session.write(result);
        return project::has_unreadable(checked) ? Exit::trouble
               : project::has_findings(checked) ? Exit::findings
                                                : Exit::ok;
      });
}
