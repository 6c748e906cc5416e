// SPDX-License-Identifier: MIT
#include "tools/pdsa/form.hpp"

#include <optional>
#include <string>

#include "libthrive/ramps/describe/describe.hpp"
#include "tools/pdsa/opened.hpp"

using namespace thrive;
using cli::Exit;

Exit print_stage(cli::Session& session, const std::string& cycle, ramps::Stage stage) {
  if (cycle.empty()) return session.usage_error("say which cycle with --cycle");
  const auto opened = open(session, session.project());
  const auto place = opened ? wanted_cycle(session, opened->project, cycle) : std::nullopt;
  if (!place) return Exit::trouble;
  if (const auto refusal = ramps::refuse_blank(*place, stage))
    return refuse(session, opened->project.place({"ramps", place->ramp, "cycles", place->id}), *refusal), Exit::trouble;
  cli::Result result;
  result.text = [&] { return ramps::blank_stage(opened->reported(), *place, stage); };
  session.write(result);
  return Exit::ok;
}
