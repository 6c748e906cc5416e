// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>
#include <string>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "tools/drivers/commands.hpp"
#include "tools/drivers/opened.hpp"

using namespace thrive;

namespace {

struct AimOptions {
  std::string text, for_whom, where;
  std::vector<std::string> measures;
  std::optional<text::Date> agreed;
  bool replace = false;
};

/// What is to be written, field by field. A field that says something already is refused unless it may be replaced.
std::vector<project::Correction> corrections_of(const AimOptions& options, const project::Opened& project,
                                                cli::Session& session) {
  using Action = project::Correction::Action;
  const auto& drivers = project.model().drivers;
  const model::Aim aim = drivers && drivers->aim ? *drivers->aim : model::Aim{};
  std::vector<project::Correction> corrections;
  const auto write = [&](const std::string& field, const std::string& given, bool is_there, bool is_same) {
    if (given.empty() || is_same) return;
    const std::string path = "drivers/aim/" + field;
    if (is_there && !options.replace) {
      findings::say(session.problems(), {"aim-recorded", project.place({"drivers", "aim", field}), {{"field", field}}});
      return;
    }
    corrections.push_back({Action::set, path, given});
  };
  write("text", options.text, !aim.text.empty(), aim.text == options.text);
  write("for_whom", options.for_whom, aim.for_whom.has_value(), aim.for_whom == options.for_whom);
  write("where", options.where, aim.where.has_value(), aim.where == options.where);
  if (options.agreed)
    write("agreed", text::format_date(*options.agreed), aim.agreed.has_value(), aim.agreed == options.agreed);
  for (const std::string& given : options.measures) {
    const std::size_t equals = given.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == given.size())
      session.usage_error(fmt::format("--measure '{}' is no beginning; write ID=FROM", given));
    const std::string id = given.substr(0, equals), from = given.substr(equals + 1);
    const model::AimMeasure* there = aim.measures.find(id);
    if (there == nullptr)
      corrections.push_back({Action::add, "drivers/aim/measures/" + id, fmt::format("{{from: {}}}", from)});
    else
      write("measures/" + id + "/from", from, true, fmt::format("{}", there->from) == from);
  }
  return corrections;
}

}  // namespace

void declare_aim(cli::Command& command) {
  const auto options = std::make_shared<AimOptions>();
  command.option("--text", "TEXT", options->text, "the aim, in a sentence: how much, by when")
      .option("--for-whom", "TEXT", options->for_whom, "for whom it should be different")
      .option("--where", "TEXT", options->where, "where it should be different")
      .option("--measure", "ID=FROM", options->measures,
              "a measure that shows it, and where it began; may be repeated. Its target says where it should go")
      .option("--agreed", "DATE", options->agreed, "when it was agreed")
      .flag("--replace", options->replace, "write over what is there; what is not given stays")
      .records()
      .example(
          "drivers aim --text 'By March half of all referrals are decided within 3 days' "
          "--for-whom 'young people who are referred' --measure triage-wait=9 --replace",
          "the aim")
      .example("drivers aim --measure goals=36 --replace -n examples/thornmere", "another beginning of a measure")
      .run([options](cli::Session& session) {
        if (options->text.empty() && options->for_whom.empty() && options->where.empty() && options->measures.empty() &&
            !options->agreed)
          return session.usage_error("say what the aim is with --text, or one of the other options");
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              auto corrections = corrections_of(*options, project, session);
              if (session.problems().has_errors()) return false;
              return make_corrections(session, project, std::move(corrections), changes);
            },
            "recorded the aim");
      });
}
