// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "libthrive/improvement/idea_states.hpp"
#include "libthrive/text/names.hpp"
#include "tools/drivers/commands.hpp"
#include "tools/drivers/opened.hpp"

using namespace thrive;

namespace {

using Action = project::Correction::Action;

struct LinkOptions {
  std::string idea, task;
  std::vector<std::string> ramps, drives;
};

bool has(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// A ramp that names one idea alone gets a list of both.
void add_to_ramp(const std::string& id, const std::string& idea, const project::Opened& project,
                 std::vector<project::Correction>& corrections) {
  const model::Ramp* ramp = project.model().ramps.find(id);
  if (ramp == nullptr) {  // the correction below says that there is none
    corrections.push_back({Action::add, "ramps/" + id + "/ideas", typed_list({idea})});
    return;
  }
  if (ramp->idea == idea || has(ramp->ideas, idea)) return;
  std::vector<std::string> ideas = ramp->ideas;
  if (ramp->idea && !has(ideas, *ramp->idea)) ideas.insert(ideas.begin(), *ramp->idea);
  ideas.push_back(idea);
  if (ramp->idea) corrections.push_back({Action::set, "ramps/" + id + "/idea", ""});
  corrections.push_back({Action::set, "ramps/" + id + "/ideas", typed_list(ideas)});
}

}  // namespace

void declare_link(cli::Command& command) {
  const auto options = std::make_shared<LinkOptions>();
  command.option("--idea", "ID", options->idea, "the change idea")
      .option("--ramp", "ID", options->ramps, "a ramp that tests it; may be repeated")
      .option("--task", "ID", options->task, "the task that carries it out without a test")
      .option("--drives", "ID", options->drives, "a driver that it works on; may be repeated")
      .records()
      .example("drivers link --idea c5 --ramp r3 -n examples/thornmere", "a ramp tests an idea")
      .example("drivers link --idea c5 --drives d2b -n examples/thornmere", "an idea works on one more driver")
      .run([options](cli::Session& session) {
        if (options->idea.empty()) return session.usage_error("say which idea with --idea");
        if (options->ramps.empty() && options->task.empty() && options->drives.empty())
          return session.usage_error("say what to link it to: --ramp, --task or --drives");
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              const model::Idea* idea = project.model().ideas.find(options->idea);
              if (idea == nullptr) {
                findings::say(session.problems(),
                              {"no-such-idea",
                               project.place_of_key({"ideas"}),
                               {{"idea", options->idea},
                                {"near", text::nearest_name(options->idea, project.model().ideas.ids())}}});
                return false;
              }
              if (!options->task.empty() && idea->task && *idea->task != options->task) {
                findings::say(session.problems(), {"idea-has-task",
                                                   project.place({"ideas", options->idea, "task"}),
                                                   {{"idea", options->idea}, {"task", *idea->task}}});
                return false;
              }
              std::vector<project::Correction> corrections;
              for (const std::string& ramp : options->ramps) add_to_ramp(ramp, options->idea, project, corrections);
              for (const std::string& driver : options->drives)
                if (!has(idea->drives, driver))
                  corrections.push_back({Action::add, "ideas/" + options->idea + "/drives", typed_list({driver})});
              if (!options->task.empty() && idea->task != options->task)
                corrections.push_back({Action::set, "ideas/" + options->idea + "/task", options->task});
              return make_corrections(session, project, std::move(corrections), changes);
            },
            "linked idea " + options->idea);
      });
}
