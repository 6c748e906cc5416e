// SPDX-License-Identifier: MIT
#include "libthrive/cli/edit_command.hpp"

#include <fmt/core.h>

#include <memory>
#include <utility>

#include "libthrive/project/editing/correct.hpp"
#include "libthrive/project/editing/sections.hpp"

namespace thrive::cli {

namespace {

using project::Correction;

Correction::Action action_of(const std::string& option) {
  return option == "set"      ? Correction::Action::set
         : option == "add"    ? Correction::Action::add
         : option == "remove" ? Correction::Action::remove
                              : Correction::Action::rename;
}

/// What was given, in its order; what is no correction is a mistake on the command line.
project::CorrectionRequest request_of(const std::vector<Given>& given, const std::vector<std::string>& sections,
                                      Session& session) {
  project::CorrectionRequest request{{}, sections};
  for (const Given& one : given) {
    std::string complaint;
    auto correction = project::parse_correction(action_of(one.option), one.value, complaint);
    if (!correction) session.usage_error(fmt::format("value '{}' of '--{}' {}", one.value, one.option, complaint));
    request.corrections.push_back(std::move(*correction));
  }
  return request;
}

}  // namespace

void declare_edit(Command& command, std::string_view tool) {
  const auto given = std::make_shared<std::vector<Given>>();
  command.option("--set", "PATH=VALUE", *given, "give a field this value; nothing behind = takes it away")
      .option("--add", "PATH=VALUE", *given, "add to a list, or an entry with a new id")
      .option("--remove", "PATH", *given, "take away a field, an entry or an item, unless something names it")
      .option("--rename", "PATH=ID", *given, "give an entry another id, and everything that names it")
      .records()
      .run([given, sections = project::sections_of_tool(tool)](Session& session) {
        if (given->empty()) return session.usage_error("say what to correct with --set, --add, --remove or --rename");
        const project::CorrectionRequest request = request_of(*given, sections, session);
        std::vector<std::string> said;
        const Exit exit = session.record([&](const project::Opened& project, project::Changes& changes) {
          return project::correct(project, request, changes, said, session.problems());
        });
        if (exit == Exit::ok)
          for (const std::string& words : said) session.say(words);
        return exit;
      });
}

}  // namespace thrive::cli
