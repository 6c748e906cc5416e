// SPDX-License-Identifier: MIT
#include "tools/pdsa/commands.hpp"

#include <vector>

#include "libthrive/ramps/checks/checks.hpp"
#include "libthrive/ramps/describe/contract.hpp"
#include "libthrive/ramps/describe/describe.hpp"
#include "tools/pdsa/opened.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_check(cli::Command& command) {
  command.writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .dated()
      .example("pdsa check", "what a coach would say, and the site's rates beside the published ones")
      .example("pdsa check -f csv -o checks.csv examples/thornmere", "the findings as a table")
      .run([](cli::Session& session) {
        const auto opened = open(session, session.project());
        if (!opened) return Exit::trouble;
        const ramps::CheckInput input = {opened->project.model(), opened->ramps, opened->charts, opened->thresholds,
                                         session.severities()};
        const auto findings = ramps::check_ramps(input);
        const auto rates = ramps::site_rates(input);
        cli::Result result;
        result.text = [&] {
          std::vector<text::Place> places;
          for (const ramps::Finding& finding : findings) places.push_back(opened->project.place(finding.path));
          return ramps::checks_as_text(findings, places, rates, opened->thresholds.benchmarks.source);
        };
        result.document = [&] { return ramps::describe_checks(opened->reported(), findings, rates); };
        result.table = [&] { return ramps::table_of_findings(findings); };
        result.json = [&] { return ramps::checks_contract(findings, rates); };
        session.write(result);
        return ramps::calls_for_action(findings) ? Exit::findings : Exit::ok;
      });
}
