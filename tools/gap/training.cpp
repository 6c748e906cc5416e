// SPDX-License-Identifier: MIT
#include "tools/gap/commands.hpp"

#include "libthrive/gaps/describe/describe.hpp"
#include "libthrive/gaps/training.hpp"
#include "tools/gap/chosen.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_training(cli::Command& command) {
  command.writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .example("gap training", "who needs which module of the Academy")
      .example("gap training -f csv -o training.csv", "the same for a training plan")
      .run([](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto modules = gaps::training_needs(project->model(), project->vocabulary());
        const gaps::Reported reported = {project->model(), project->vocabulary(), instrument_behind(*project)};
        cli::Result result;
        result.document = [&] { return gaps::describe_training(reported, modules); };
        result.table = [&] { return gaps::table_of_training(reported, modules); };
        result.json = [&] { return gaps::training_contract(modules); };
        session.write(result);
        return Exit::ok;
      });
}
