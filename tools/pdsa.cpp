// SPDX-License-Identifier: MIT
//
// pdsa(1): Plan-Do-Study-Act ramps and cycles.

#include <memory>
#include <string>
#include <vector>

#include "libthrive/cli/tool.hpp"
#include "libthrive/ramps/checks/checks.hpp"
#include "libthrive/ramps/describe/contract.hpp"
#include "libthrive/ramps/describe/describe.hpp"
#include "libthrive/ramps/describe/draw_ramp.hpp"
#include "tools/pdsa/opened.hpp"
#include "tools/pdsa/recording.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

const ramps::RampState* wanted_ramp(cli::Session& session, const Opened& opened, const std::string& id) {
  for (const ramps::RampState& ramp : opened.ramps)
    if (ramp.id == id || (id.empty() && opened.ramps.size() == 1)) return &ramp;
  refuse(session, opened.project.place_of_key({"ramps"}), ramps::no_such_ramp(opened.project.model(), id));
  return nullptr;
}

void declare_list(cli::Command& command) {
  command.writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .dated()
      .example("pdsa list", "ramps as a timeline, and what comes next")
      .example("pdsa list --as-of 2025-02-20 -f json examples/thornmere", "the same for a program")
      .run([](cli::Session& session) {
        const auto opened = open(session, session.project());
        if (!opened) return Exit::trouble;
        cli::Result result;
        result.document = [&] { return ramps::describe_list(opened->reported()); };
        result.table = [&] { return ramps::table_of_cycles(opened->reported()); };
        result.json = [&] { return ramps::list_contract(opened->reported()); };
        session.write(result);
        return Exit::ok;
      });
}

void declare_show(cli::Command& command) {
  const auto wanted = std::make_shared<std::string>();
  command.option("--ramp", "ID", *wanted, "the ramp; may be left out when there is one")
      .writes({Format::text, Format::markdown, Format::html, Format::json, Format::svg})
      .dated()
      .example("pdsa show --ramp r1", "one ramp as a story")
      .example("pdsa show --ramp r1 -o ramp.svg", "its picture")
      .run([wanted](cli::Session& session) {
        const auto opened = open(session, session.project());
        if (!opened) return Exit::trouble;
        const ramps::RampState* ramp = wanted_ramp(session, *opened, *wanted);
        if (ramp == nullptr) return Exit::trouble;
        cli::Result result;
        result.document = [&] { return ramps::describe_ramp(opened->reported(), *ramp); };
        result.json = [&] { return ramps::ramp_contract(opened->reported(), *ramp); };
        result.svg = [&] { return ramps::ramp_svg(*ramp, opened->today); };
        session.write(result);
        return Exit::ok;
      });
}

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

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool{"pdsa", "Plan-Do-Study-Act ramps and cycles"};
  tool.command("list", "ramps as a timeline: open, overdue, next", declare_list);
  tool.command("show", "one ramp as a story", declare_show);
  tool.command("check", "what a coach would say about the cycles", declare_check);
  tool.command("new", "plan the next cycle", declare_new);
  tool.command("do", "write down what happened", declare_do);
  tool.command("study", "write down what it showed", declare_study);
  tool.command("act", "write down what comes of it", declare_act);
  return tool.run(argc, argv);
}
