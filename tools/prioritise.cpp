// SPDX-License-Identifier: MIT
//
// prioritise(1): from the tables' top fives to an agreed five.
#include <fmt/core.h>

#include <memory>

#include "libthrive/cli/tool.hpp"
#include "libthrive/priorities/contract.hpp"
#include "libthrive/priorities/describe.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

/// What is to be chosen from, and by which rules.
struct Room {
  model::Priorities priorities;
  std::vector<std::string> candidates;
  priorities::ItemNames names;
  priorities::Heading heading;
};

/// The instrument of the latest assessment, or the built-in one; null pointer when there is none of that name.
const model::Instrument* instrument_of(const project::Project& project) {
  const std::string latest = project.latest_assessment();
  return project.instrument(latest.empty() ? std::string("thrive-principles")
                                           : project.model().assessments.find(latest)->instrument);
}

Room room_of(const project::Project& project) {
  Room room;
  room.priorities = project.model().priorities.value_or(model::Priorities{});
  const model::Instrument* instrument = instrument_of(project);
  room.candidates = room.priorities.rules.candidates;
  if (room.candidates.empty() && instrument != nullptr) room.candidates = instrument->items.ids();
  room.names = priorities::item_names(room.candidates, instrument);
  room.heading = priorities::heading_of(project.model());
  return room;
}

/// False, with a problem, when there is nothing to count or a weight cannot be counted exactly.
bool can_count(const project::Project& project, const Room& room, text::Diagnostics& problems) {
  if (room.priorities.tables.empty())
    problems.error("no-lists", project.place({"priorities"}), "no table has a list, and none is awaited",
                   "record one with 'prioritise record', or read them with 'prioritise import'");
  if (room.candidates.empty())
    problems.error("no-candidates", project.place({"priorities", "rules"}), "there are no items to choose from",
                   "list them under priorities: rules: candidates, or add an assessment");
  for (const std::string& table : priorities::tables_with_too_fine_weights(room.priorities))
    problems.error("weight-too-fine", project.place({"priorities", "tables", table, "weight"}),
                   fmt::format("the weight of table '{}' has more than six decimals", table),
                   "weights are counted exactly: use a multiple, such as 1 and 3 for a third");
  return !problems.has_errors();
}

void declare_consensus(cli::Command& command) {
  struct Options {
    std::string methods = "usual";
    int expect = 0;
    int seed = 1;
    int resamples = 2000;
    int budget = 1'000'000;
  };
  const auto options = std::make_shared<Options>();
  command
      .choice("--methods", {"usual", "all"}, options->methods,
              "usual: other methods as agree or disagree; all: their places and details too")
      .option("--expect", "N", options->expect, "how many tables there are, when some are not yet in the project")
      .option("--seed", "N", options->seed, "what the resamples are drawn with")
      .option("--resamples", "N", options->resamples, "how often tables are drawn again")
      .option("--budget", "N", options->budget, "how many states the exact Kemeny search may look at before it says so")
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json, Format::svg})
      .example("prioritise consensus", "the result in words, with how sure it is")
      .example("prioritise consensus --methods all -f json", "every figure, for other programs")
      .example("prioritise consensus -o lists.svg", "who listed what, as a picture")
      .run([options](cli::Session& session) {
        if (options->seed < 0 || options->resamples < 0 || options->budget < 1 || options->expect < 0)
          return session.usage_error("--expect, --seed and --resamples cannot be negative, --budget is at least 1");
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const Room room = room_of(*project);
        if (!can_count(*project, room, session.problems())) return Exit::trouble;
        priorities::ConsensusOptions wanted;
        wanted.seed = static_cast<std::uint64_t>(options->seed);
        wanted.resamples = static_cast<std::size_t>(options->resamples);
        wanted.kemeny.states = static_cast<std::size_t>(options->budget);
        auto profile = priorities::make_profile(room.priorities, room.candidates);
        priorities::expect_tables(profile, static_cast<std::size_t>(options->expect));
        const auto consensus = priorities::reach_consensus(std::move(profile), room.priorities.rules.method, wanted);
        const auto& agreed = room.priorities.agreed;
        cli::Result result;
        result.document = [&] {
          return priorities::describe_consensus(consensus, room.names, room.heading, agreed,
                                                {options->methods == "all"});
        };
        result.table = [&] { return priorities::contract_table(consensus, agreed); };
        result.json = [&] { return priorities::contract(consensus, agreed); };
        result.svg = [&] { return priorities::draw_consensus(consensus, room.names, room.heading); };
        session.write(result);
        return Exit::ok;
      });
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool("prioritise", "from the tables' top fives to an agreed five");
  tool.command("consensus", "what the tables' lists come to, and how sure that is", declare_consensus);
  return tool.run(argc, argv);
}
