// SPDX-License-Identifier: MIT
#include "tools/thrive/commands.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "libthrive/cli/checker_forms.hpp"
#include "libthrive/findings/forms.hpp"
#include "libthrive/findings/words.hpp"
#include "libthrive/project/check.hpp"
#include "tools/thrive/demands.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_check(cli::Command& command) {
  const auto shows_accepted = std::make_shared<bool>(false);
  command.takes_projects()
      .flag("--accepted", *shows_accepted, "show the findings that the project accepts instead, with the reasons")
      .writes({Format::text, Format::csv, Format::json, Format::sarif, Format::junit, Format::github, Format::gitlab})
      .judges(text::Severity::note)
      .dated()
      .example("thrive check", "say what is wrong with the project around you")
      .example("thrive check -f sarif -o findings.sarif */thrive.yaml", "check many projects for a code-review page")
      .run([shows_accepted](cli::Session& session) {
        findings::read_replaced_words();
        const auto demands = demands_of_subjects(session);
        if (!demands) return Exit::trouble;
        auto checked = project::check_all(session.paths(), session.today(), *demands);
        if (*shows_accepted)
          for (findings::Checked& one : checked) one.findings = std::exchange(one.accepted, {});
        cli::Result result;
        result.text = [&] { return findings::as_text(checked); };
        result.table = [&] { return findings::as_table(checked); };
        result.json = [&] { return findings::as_json(checked, "thrive check"); };
        result.for_checkers = [&](Format format) { return cli::for_checkers(format, checked, "thrive check"); };
        session.write(result);
        if (findings::has_unreadable(checked)) return Exit::trouble;
        if (*shows_accepted) return Exit::ok;
        const auto is_fine = [&](const findings::Checked& one) { return session.status_of(one.findings) == Exit::ok; };
        return std::all_of(checked.begin(), checked.end(), is_fine) ? Exit::ok : Exit::findings;
      });
}
