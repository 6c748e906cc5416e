// SPDX-License-Identifier: MIT
#include "tools/pdsa/commands.hpp"

#include <memory>
#include <string>

#include "libthrive/ramps/describe/contract.hpp"
#include "libthrive/ramps/describe/describe.hpp"
#include "libthrive/ramps/describe/draw_ramp.hpp"
#include "tools/pdsa/opened.hpp"

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

}  // namespace

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
        result.svg = [&] {
          return ramps::ramp_svg(*ramp, opened->today, model::small_numbers(opened->project.model().project));
        };
        session.write(result);
        return Exit::ok;
      });
}
