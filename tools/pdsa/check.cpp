// SPDX-License-Identifier: MIT
#include "tools/pdsa/commands.hpp"

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
  command.writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .judges()
      .dated()
      .example("pdsa check", "what a coach would say, and the site's rates beside the published ones")
      .example("pdsa check -f csv -o checks.csv examples/thornmere", "the findings as a table")
      .run([](cli::Session& session) {
        const auto opened = open(session, session.project());
        if (!opened) return Exit::trouble;
        const ramps::CheckInput input = {opened->project.model(), opened->ramps, opened->charts, opened->thresholds};
        const auto findings =
            project::judge(opened->project, project::in_words(opened->project, ramps::check_ramps(input)), {"ramps"},
                           opened->today)
                .open;
        const auto rates = ramps::site_rates(input);
        cli::Result result;
        result.text = [&] { return ramps::checks_as_text(findings, rates, opened->thresholds.benchmarks.source); };
        result.document = [&] { return ramps::describe_checks(opened->reported(), findings, rates); };
        result.table = [&] { return ramps::table_of_findings(findings); };
        result.json = [&] { return ramps::checks_contract(findings, rates); };
        session.write(result);
        return session.status_of(findings);
      });
}
