// SPDX-License-Identifier: MIT
#include <memory>
#include <string>

#include "libthrive/findings/say.hpp"
#include "libthrive/text/names.hpp"
#include "tools/drivers/commands.hpp"
#include "tools/drivers/opened.hpp"

using namespace thrive;

void declare_park(cli::Command& command) {
  struct ParkOptions {
    std::string idea, reason;
    std::optional<text::Date> date;
    bool replace = false;
  };
  const auto options = std::make_shared<ParkOptions>();
  command.option("--idea", "ID", options->idea, "the change idea")
      .option("--reason", "TEXT", options->reason, "why it waits")
      .option("--date", "DATE", options->date, "since when (default: today)")
      .flag("--replace", options->replace, "another reason or date for an idea that is parked already")
      .records()
      .dated()
      .example("drivers park --idea c2 --reason 'after the summer' -n examples/thornmere", "an idea waits from today")
      .example("drivers park --idea c12 --reason 'waits for the panel' --date 2024-09-02 -n examples/thornmere",
               "an idea that waits")
      .run([options](cli::Session& session) {
        if (options->idea.empty() || options->reason.empty())
          return session.usage_error("say which idea with --idea, and why it waits with --reason");
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
              if (idea->parked && !options->replace) {
                findings::say(
                    session.problems(),
                    {"idea-parked", project.place({"ideas", options->idea, "parked"}), {{"idea", options->idea}}});
                return false;
              }
              const std::string date = text::format_date(options->date.value_or(session.today()));
              text::Value parked = text::Value::map();
              parked.set("date", text::Value::day(date)).set("reason", options->reason);
              changes.set({"ideas", options->idea, "parked"}, std::move(parked), yaml::Layout::one_line);
              return true;
            },
            "parked idea " + options->idea);
      });
}
