// SPDX-License-Identifier: MIT
#include "tools/gap/commands.hpp"

#include <algorithm>
#include <vector>

#include "libthrive/gaps/checks.hpp"
#include "libthrive/gaps/describe/describe.hpp"
#include "tools/gap/chosen.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_check(cli::Command& command) {
  command.writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .example("gap check", "what the sheets lack")
      .example("gap check -f csv -o gaps.csv", "the same as a table")
      .run([](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto findings = gaps::check_sheets(project->model());
        const gaps::Reported reported = {project->model(), project->vocabulary(), instrument_behind(*project)};
        cli::Result result;
        result.text = [&] {
          std::vector<text::Place> places;
          for (const gaps::Finding& finding : findings) places.push_back(project->place(finding.path));
          return gaps::checks_as_text(findings, places);
        };
        result.document = [&] { return gaps::describe_checks(reported, findings); };
        result.table = [&] { return gaps::table_of_findings(findings); };
        result.json = [&] { return gaps::checks_contract(findings); };
        session.write(result);
        const auto counts = [](const gaps::Finding& finding) { return finding.severity != text::Severity::note; };
        return std::any_of(findings.begin(), findings.end(), counts) ? Exit::findings : Exit::ok;
      });
}
