// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>

#include "libthrive/project/editing/correct.hpp"
#include "libthrive/project/editing/new_entry.hpp"
#include "libthrive/text/names.hpp"
#include "tools/prioritise/commands.hpp"

using namespace thrive;

namespace {

struct Options {
  std::string id;
  std::string text;
  std::string priority;
  std::vector<cli::Given> ratings;
};

/// A rating in its two parts; a mistake on the command line when it has not two.
std::pair<std::string, std::string> parts_of(const cli::Given& rating, cli::Session& session) {
  const std::size_t equals = rating.value.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == rating.value.size())
    session.usage_error(fmt::format("--{} '{}' is no rating; write TABLE=N", rating.option, rating.value));
  return {rating.value.substr(0, equals), rating.value.substr(equals + 1)};
}

/// All ratings of one kind as a file has them: `{A: 4, B: 5}`; empty when there are none.
std::string group_of(const std::vector<cli::Given>& ratings, std::string_view kind, cli::Session& session) {
  std::string group;
  for (const cli::Given& rating : ratings) {
    if (rating.option != kind) continue;
    const auto [table, number] = parts_of(rating, session);
    group += fmt::format("{}{}: {}", group.empty() ? "" : ", ", table, number);
  }
  return group.empty() ? group : "{" + group + "}";
}

bool add_idea(const Options& options, const project::Opened& project, project::Changes& changes, const std::string& id,
              cli::Session& session) {
  project::NewEntry entry{"ideas", id, {{"text", options.text}}};
  if (!options.priority.empty()) entry.fields.emplace_back("priority", options.priority);
  for (const char* kind : {"benefit", "ease"})
    if (std::string group = group_of(options.ratings, kind, session); !group.empty())
      entry.fields.emplace_back(kind, std::move(group));
  return project::add_new_entry(project, entry, changes, session.problems());
}

/// Further ratings of an idea that is recorded.
bool rate_idea(const Options& options, const project::Opened& project, project::Changes& changes,
               cli::Session& session) {
  project::CorrectionRequest request;
  for (const cli::Given& rating : options.ratings) {
    const auto [table, number] = parts_of(rating, session);
    request.corrections.push_back(
        {project::Correction::Action::add, fmt::format("ideas/{}/{}/{}", options.id, rating.option, table), number});
  }
  std::vector<std::string> said;
  return project::correct(project, request, changes, said, session.problems());
}

}  // namespace

void declare_idea(cli::Command& command) {
  const auto options = std::make_shared<Options>();
  command.option("--id", "ID", options->id, "the idea; the next free one, such as i02, for a new idea when left out")
      .option("--text", "TEXT", options->text, "the change, in a sentence: makes a new idea")
      .option("--priority", "ITEM", options->priority, "the priority it serves")
      .option("--benefit", "TABLE=N", options->ratings, "benefit for young people, 1 to 5, by a table; may be repeated")
      .option("--ease", "TABLE=N", options->ratings, "how easy it is, 1 to 5, by a table; may be repeated")
      .records()
      .example("prioritise idea --text 'A huddle every morning' --priority S3 --benefit A=4 --ease A=2",
               "an idea, as one table rates it")
      .example("prioritise idea --id i01 --benefit C=5 --ease C=3 -n",
               "another table's rating of an idea that is there")
      .run([options](cli::Session& session) {
        const bool is_new = !options->text.empty();
        if (!is_new && options->id.empty())
          return session.usage_error("--text makes a new idea, --id names one that is there");
        if (!is_new && !options->priority.empty())
          return session.usage_error("--priority goes with a new idea; 'prioritise edit' changes one that is there");
        if (!is_new && options->ratings.empty()) return session.usage_error("say how it is rated: --benefit, --ease");
        std::string id = options->id;
        return session.record([&](const project::Opened& project, project::Changes& changes) {
          if (!is_new) return rate_idea(*options, project, changes, session);
          if (id.empty()) id = project::next_id(project.model().ideas.ids(), "i");
          return add_idea(*options, project, changes, id, session);
        });
      });
}
