// SPDX-License-Identifier: MIT
#include "tools/pdsa/commands.hpp"

#include "libthrive/ramps/describe/contract.hpp"
#include "libthrive/ramps/describe/describe.hpp"
#include "tools/pdsa/opened.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

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
