// SPDX-License-Identifier: MIT
#include "tools/prioritise/commands.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "libthrive/priorities/describe/contract.hpp"
#include "libthrive/priorities/describe/describe.hpp"
#include "libthrive/priorities/slow_methods.hpp"
#include "tools/prioritise/room.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_consensus(cli::Command& command) {
  struct Options {
    std::string methods = "usual";
    std::optional<int> expect;
    int seed = 1;
    int resamples = 2000;
    int budget = 1'000'000;
  };
  const auto options = std::make_shared<Options>();
  command.takes_projects()
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
        if (options->seed < 0 || options->resamples < 0 || options->budget < 1 || options->expect.value_or(0) < 0)
          return session.usage_error("--expect, --seed and --resamples cannot be negative, --budget is at least 1");
        if (options->resamples > 1000000) return session.usage_error("--resamples is at most 1000000");
        priorities::ConsensusOptions wanted;
        wanted.seed = static_cast<std::uint64_t>(options->seed);
        wanted.resamples = static_cast<std::size_t>(options->resamples);
        wanted.kemeny.states = static_cast<std::size_t>(options->budget);
        return session.answer_each(
            "prioritise consensus",
            [&](const project::Opened& project, text::Diagnostics& problems) -> std::optional<cli::Answer> {
              const auto room = std::make_shared<const Room>(room_of(project));
              if (!can_count(project, *room, problems)) return std::nullopt;
              auto profile = priorities::make_profile(room->priorities, room->candidates);
              priorities::expect_tables(profile, static_cast<std::size_t>(options->expect.value_or(0)));
              priorities::say_if_slow(profile, room->priorities.rules.method, wanted.resamples, problems);
              const auto consensus = std::make_shared<const priorities::Consensus>(
                  priorities::reach_consensus(std::move(profile), room->priorities.rules.method, wanted));
              cli::Result result;
              result.document = [=] {
                return priorities::describe_consensus(*consensus, room->names, room->heading, room->priorities.agreed,
                                                      {options->methods == "all"});
              };
              result.table = [=] { return priorities::contract_table(*consensus, room->priorities.agreed); };
              result.json = [=] { return priorities::contract(*consensus, room->priorities.agreed); };
              result.svg = [=] {
                return priorities::draw_consensus(*consensus, room->names, room->heading, room->priorities.agreed);
              };
              return cli::Answer{result, {}, {}};
            });
      });
}
