// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>

#include "libthrive/findings/say.hpp"
#include "libthrive/planning/describe/describe_risks.hpp"
#include "libthrive/planning/draw/draw_risks.hpp"
#include "libthrive/project/figures.hpp"
#include "tools/plan/commands.hpp"
#include "tools/plan/part_checks.hpp"
#include "tools/plan/recorded.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

struct RisksOptions {
  std::string what, id, text, owner, response, watch, closed;
  std::vector<std::string> serves;
  std::optional<int> likelihood, impact, points;
  std::optional<double> above, below;
  std::optional<text::Date> review;
  bool replaces = false;
};

/// `{measure: help-wait, above: 15.5, points: 2}`
std::string trigger_of(const RisksOptions& options) {
  if (options.watch.empty()) return {};
  std::string trigger = "{measure: " + options.watch;
  if (options.above) trigger += fmt::format(", above: {}", *options.above);
  if (options.below) trigger += fmt::format(", below: {}", *options.below);
  if (options.points) trigger += fmt::format(", points: {}", *options.points);
  return trigger + "}";
}

TypedEntry typed(const RisksOptions& options) {
  TypedEntry entry("risks", options.id);
  entry.say("text", options.text);
  entry.say("likelihood", options.likelihood);
  entry.say("impact", options.impact);
  entry.say("owner", options.owner);
  entry.say("response", options.response);
  entry.say("review", options.review);
  entry.say("watch", trigger_of(options));
  entry.say("serves", options.serves);
  return entry;
}

/// Likelihood and impact that change go into the history, and a risk that is closed says when and why.
void keep_what_was(const RisksOptions& options, const model::Risk& risk, text::Date today, project::Changes& changes) {
  const int likelihood = options.likelihood.value_or(risk.likelihood), impact = options.impact.value_or(risk.impact);
  const std::string day = text::format_date(today);
  if ((likelihood != risk.likelihood || impact != risk.impact) && !risk.history.contains(day))
    changes.set({"risks", options.id, "history", day}, text::Value::list().push(risk.likelihood).push(risk.impact),
                yaml::Layout::one_line);
}

Exit record_risk(cli::Session& session, const RisksOptions& options) {
  if (options.id.empty()) return session.usage_error("say which risk with --id");
  if (options.watch.empty() && (options.above || options.below || options.points))
    return session.usage_error("--above, --below and --points go with --watch");
  if (!options.watch.empty() && !options.above && !options.below)
    return session.usage_error("--watch needs --above or --below");
  const TypedEntry entry = typed(options);
  if (!entry.says_something() && options.closed.empty()) return session.usage_error("say something of it");
  return session.record(
      [&](const project::Opened& project, project::Changes& changes) {
        const model::Risk* there = project.model().risks.find(options.id);
        const bool is_closing_only = !entry.says_something() && there != nullptr;
        if (!is_closing_only && !entry.record(project, options.replaces, changes, session.problems())) return false;
        if (there != nullptr) keep_what_was(options, *there, session.today(), changes);
        if (!options.closed.empty())
          changes.set({"risks", options.id, "closed"},
                      text::Value()
                          .set("date", text::Value::day(text::format_date(session.today())))
                          .set("reason", options.closed),
                      yaml::Layout::one_line);
        return true;
      },
      "recorded risk " + options.id);
}

}  // namespace

void declare_risks(cli::Command& command) {
  const auto options = std::make_shared<RisksOptions>();
  command.word("WHAT", {"list", "draw", "check", "record"}, options->what, "what to do")
      .option("--id", "ID", options->id, "record: the id")
      .option("--text", "TEXT", options->text, "record: cause, event and effect")
      .option("--likelihood", "N", options->likelihood, "record: how likely, 1 to 5")
      .option("--impact", "N", options->impact, "record: how bad, 1 to 5")
      .option("--owner", "ROLE", options->owner, "record: who watches it; a role, never a name")
      .option("--response", "TEXT", options->response, "record: what is done about it")
      .option("--review", "DATE", options->review, "record: when it is looked at next")
      .option("--watch", "MEASURE", options->watch, "record: the measure whose figures say that it is happening")
      .option("--above", "X", options->above, "record: figures above this")
      .option("--below", "X", options->below, "record: figures below this")
      .option("--points", "N", options->points, "record: how many of the latest figures, all of them")
      .option("--serves", "REF", options->serves, "record: what it is about; may be repeated")
      .option("--close", "REASON", options->closed, "record: it is over, and why")
      .flag("--replace", options->replaces, "record: change what differs of one that is there")
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json, Format::svg})
      .records()
      .judges()
      .dated()
      .example("plan risks list --as-of 2025-02-17", "by score, highest first")
      .example("plan risks draw -o risks.svg", "the grid of likelihood and impact")
      .example("plan risks record --id k2 --likelihood 4 --review 2025-04-23 --replace -n",
               "likelier than before, which its history keeps; what would change")
      .run([options](cli::Session& session) {
        if (options->what == "record") {
          session.only_with("risks record", {"id", "text", "likelihood", "impact", "owner", "response", "review",
                                             "watch", "above", "below", "points", "serves", "close", "replace",
                                             "dry-run", "lock-wait", "break-lock", "as-of"});
          return record_risk(session, *options);
        }
        session.only_with("risks " + options->what,
                          options->what == "check"
                              ? std::vector<std::string_view>{"format", "output", "part", "as-of", "fail-on"}
                              : std::vector<std::string_view>{"format", "output", "part", "as-of"});
        const auto matrix = known_matrix(session);
        if (!matrix) return Exit::trouble;
        return answer_part(session, options->what, "risks", Part::risks, [&](const auto& opened) {
          cli::Result result;
          if (options->what == "draw") {
            result.svg = [&, opened] { return planning::draw_risks(opened->reported(), *matrix); };
            result.document = [&, opened] { return planning::risk_picture(opened->reported(), *matrix); };
          } else {
            result.document = [&, opened] { return planning::describe_risks(opened->reported(), *matrix); };
          }
          result.table = [&, opened] { return planning::table_of_risks(opened->reported(), *matrix); };
          result.json = [&, opened] {
            const auto watched = planning::measures_watched(opened->project.model());
            return planning::risks_contract(opened->reported(), *matrix,
                                            project::figures_of(opened->project, watched, session.problems()));
          };
          return result;
        });
      });
}
