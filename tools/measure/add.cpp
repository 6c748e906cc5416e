// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>

#include "libthrive/cli/field_options.hpp"
#include "libthrive/project/editing/new_entry.hpp"
#include "libthrive/text/names.hpp"
#include "tools/measure/commands.hpp"

using namespace thrive;

namespace {

const std::string* given_value(const std::vector<cli::Given>& given, std::string_view option) {
  const std::string* value = nullptr;
  for (const cli::Given& one : given)
    if (one.option == option) value = &one.value;
  return value;
}

}  // namespace

void declare_add(cli::Command& command) {
  struct Options {
    std::string id;
    std::vector<cli::Given> given;
  };
  const auto options = std::make_shared<Options>();
  const records::RecordShape& measure = records::shape_of<model::Measure>();
  command.option("--id", "ID", options->id, "what other parts of the project call it; made of the name when left out");
  cli::declare_field_options(command, measure, options->given);
  command.records()
      .example("measure add --name 'Children seen within 28 days' --type process --unit percent --better higher -n",
               "a measure whose figures will be kept in data/children-seen-within-28-days.csv")
      .example("measure add --id lost-calls --name 'Calls nobody answered' --target '{value: 5, by: 2025-03-31}'",
               "with an id of your own, and a target")
      .run([options, &measure](cli::Session& session) {
        const std::string* name = given_value(options->given, "name");
        if (name == nullptr) return session.usage_error("--name says what is measured");
        const std::string id = options->id.empty() ? text::as_id(text::lower_case(*name)) : options->id;
        if (given_value(options->given, "data") == nullptr)
          options->given.push_back({"data", fmt::format("data/{}.csv", id)});
        const project::NewEntry entry{"measures", id, cli::given_fields(measure, options->given)};
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              return project::add_new_entry(project, entry, changes, session.problems());
            },
            fmt::format("added measure '{}'; 'measure import --measure {}' makes {} with its figures", id, id,
                        *given_value(options->given, "data")));
      });
}
