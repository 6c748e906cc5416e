// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>
#include <string>
#include <vector>

#include "libthrive/findings/forms.hpp"
#include "libthrive/findings/say.hpp"
#include "libthrive/improvement/checks/check_causes.hpp"
#include "libthrive/improvement/describe/describe_causes.hpp"
#include "libthrive/improvement/draw/draw_causes.hpp"
#include "libthrive/project/found.hpp"
#include "libthrive/text/names.hpp"
#include "tools/drivers/commands.hpp"
#include "tools/drivers/opened.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

using Action = project::Correction::Action;

struct CausesOptions {
  std::string what, problem, as;
  std::string text, priority, measure, branch, cause, by, why, evidence, counted, how;
  std::vector<std::string> reasons;
  std::optional<int> votes, n;
  bool verified = false, replace = false;

  /// True when something that only `record` writes was given.
  bool has_record() const {
    return !text.empty() || !priority.empty() || !measure.empty() || !branch.empty() || !cause.empty() || !by.empty() ||
           !why.empty() || !evidence.empty() || !counted.empty() || !how.empty() || !reasons.empty() || votes || n ||
           verified || replace;
  }
};

std::optional<std::vector<improvement::ProblemShown>> wanted_problems(const CausesOptions& options,
                                                                      const project::Opened& project,
                                                                      const Known& known, text::Diagnostics& problems) {
  std::vector<improvement::ProblemShown> shown;
  const auto& causes = project.model().causes;
  for (const auto& entry : causes)
    if (options.problem.empty() || options.problem == entry.id)
      shown.push_back({project.model(), entry.id, entry.value, project.vocabulary(), known.thresholds});
  if (!options.problem.empty() && shown.empty()) {
    findings::say(problems,
                  {"no-such-problem",
                   project.place_of_key({"causes"}),
                   {{"problem", options.problem}, {"near", text::nearest_name(options.problem, causes.ids())}}});
    return std::nullopt;
  }
  return shown;
}

Exit draw(const CausesOptions& options, cli::Session& session) {
  if (options.problem.empty() || options.as.empty())
    return session.usage_error("say which problem with --problem, and how with --as");
  const auto knowledge = known(session);
  const auto project = knowledge ? session.project() : std::nullopt;
  if (!project) return Exit::trouble;
  const auto shown = wanted_problems(options, *project, *knowledge, session.problems());
  if (!shown) return Exit::trouble;
  const improvement::ProblemShown& one = shown->front();
  const bool is_there = options.as == "pareto" ? one.problem.tally.has_value()
                        : options.as == "whys" ? !one.problem.whys.empty()
                                               : !one.problem.fishbone.empty();
  if (!is_there) {
    const char* what = options.as == "pareto" ? "tally" : options.as == "whys" ? "whys" : "causes";
    findings::say(session.problems(), {"no-part-to-draw",
                                       project->place_of_key({"causes", options.problem}),
                                       {{"problem", options.problem}, {"what", what}}});
    return Exit::trouble;
  }
  cli::Result result;
  result.svg = [&] {
    return options.as == "pareto" ? improvement::draw_pareto(one)
           : options.as == "whys" ? improvement::draw_whys(one)
                                  : improvement::draw_fishbone(one);
  };
  result.text = [&] {
    return options.as == "pareto" ? improvement::pareto_as_text(one)
           : options.as == "whys" ? improvement::whys_as_text(one)
                                  : improvement::fishbone_as_text(one);
  };
  result.document = [&] {
    report::Document document;
    document.title = one.problem.problem;
    document.classification = one.project.project.classification.value_or("");
    report::Figure figure;
    figure.svg = result.svg();
    figure.text = result.text();
    figure.alternative = "What keeps it going: " + one.problem.problem;
    document.figure(std::move(figure));
    return document;
  };
  result.json = [&] { return improvement::causes_contract(*shown); };
  result.table = [&] { return improvement::causes_table(*shown); };
  session.write(result);
  return Exit::ok;
}

Exit look(const CausesOptions& options, bool is_check, cli::Session& session) {
  const auto knowledge = known(session);
  if (!knowledge) return Exit::trouble;
  const std::string name = is_check ? "drivers causes check" : "drivers causes";
  return session.answer_each(
      name, [&](const project::Opened& project, text::Diagnostics& problems) -> std::optional<cli::Answer> {
        auto shown = wanted_problems(options, project, *knowledge, problems);
        if (!shown) return std::nullopt;
        const auto opened = open(project, *knowledge, session.today(), problems);
        cli::Result result;
        if (!is_check) {
          const auto all = *shown;
          result.document = [all, opened] { return improvement::describe_causes(all); };
          result.table = [all, opened] { return improvement::causes_table(all); };
          result.json = [all, opened] { return improvement::causes_contract(all); };
          return cli::Answer{result};
        }
        auto found = improvement::check_causes(project.model(), knowledge->thresholds, session.today());
        if (!options.problem.empty())
          std::erase_if(found, [&](const findings::Finding& one) { return one.path[1] != options.problem; });
        auto judged = project::judge(project, project::in_words(project, found), {"drivers"}, session.today());
        const auto findings = judged.open;
        result.text = [=] { return findings::as_text(findings); };
        result.document = [=] {
          return improvement::describe_findings(*opened->worked, "What is not known of the causes", findings);
        };
        result.table = [=] { return improvement::findings_table(findings); };
        result.json = [=] { return improvement::findings_contract(name, findings); };
        return cli::Answer{result, findings, judged.accepted};
      });
}

/// What to write for a problem: each field that is given, a cause on a branch, a link of whys, a tally.
std::vector<project::Correction> corrections_for(const CausesOptions& options, const project::Opened& project,
                                                 cli::Session& session) {
  std::vector<project::Correction> corrections;
  const std::string path = "causes/" + options.problem;
  const model::Problem* there = project.model().causes.find(options.problem);
  const auto refuse = [&](const std::string& what) {
    findings::say(session.problems(), {"cause-recorded",
                                       project.place_of_key({"causes", options.problem}),
                                       {{"problem", options.problem}, {"what", what}}});
  };
  const auto quoted = [](const std::string& words) {
    const std::string list = typed_list({words});
    return list.substr(1, list.size() - 2);
  };
  if (there == nullptr) {
    if (options.text.empty()) session.usage_error("a new problem needs --text: what it is, in a sentence");
    corrections.push_back({Action::add, path, "{problem: " + quoted(options.text) + "}"});
  }
  const auto write = [&](const char* field, const std::string& given, const std::optional<std::string>& now) {
    if (given.empty() || now == given) return;
    if (now && !options.replace) return refuse(field);
    corrections.push_back({Action::set, path + "/" + field, given});
  };
  if (there != nullptr) write("problem", options.text, there->problem);
  write("priority", options.priority, there == nullptr ? std::nullopt : there->priority);
  write("measure", options.measure, there == nullptr ? std::nullopt : there->measure);
  if (!options.cause.empty()) {
    std::string cause = "{text: " + quoted(options.cause);
    if (options.votes) cause += fmt::format(", votes: {}", *options.votes);
    if (options.verified) cause += ", verified: true";
    if (!options.by.empty()) cause += ", by: " + quoted(options.by);
    const bool has_branch = there != nullptr && there->fishbone.contains(options.branch);
    const std::string branch = path + "/fishbone/" + options.branch;
    corrections.push_back({Action::add, branch, has_branch ? cause + "}" : "[" + cause + "}]"});
  }
  if (!options.why.empty()) {
    std::string why = "{text: " + quoted(options.why);
    if (!options.evidence.empty()) why += ", evidence: " + quoted(options.evidence);
    corrections.push_back({Action::add, path + "/whys", why + "}"});
  }
  if (!options.reasons.empty()) {
    if (there != nullptr && there->tally && !options.replace) refuse("tally");
    std::string reasons;
    int sum = 0;
    for (const std::string& given : options.reasons) {
      const std::size_t equals = given.find('=');
      if (equals == std::string::npos || equals == 0 || equals + 1 == given.size())
        session.usage_error(fmt::format("--reason '{}' is no count; write ID=N", given));
      reasons +=
          fmt::format("{}{}: {}", reasons.empty() ? "" : ", ", given.substr(0, equals), given.substr(equals + 1));
      sum += std::atoi(given.c_str() + equals + 1);
    }
    std::string tally =
        fmt::format("{{counted: {}, n: {}, reasons: {{{}}}", quoted(options.counted), options.n.value_or(sum), reasons);
    if (!options.how.empty()) tally += ", how: " + quoted(options.how);
    corrections.push_back({Action::set, path + "/tally", tally + "}"});
  }
  return corrections;
}

Exit record(const CausesOptions& options, cli::Session& session) {
  if (options.problem.empty()) return session.usage_error("say which problem with --problem");
  if (options.cause.empty() != options.branch.empty())
    return session.usage_error("a cause needs its branch: --branch and --cause go together");
  if (options.cause.empty() && (options.votes || options.verified || !options.by.empty()))
    return session.usage_error("--votes, --verified and --by are for a cause: --branch, --cause");
  if (options.why.empty() && !options.evidence.empty()) return session.usage_error("--evidence is for a why: --why");
  if (options.reasons.empty() != options.counted.empty())
    return session.usage_error("a tally needs --counted, when, and --reason ID=N, how many");
  if (options.reasons.empty() && (options.n || !options.how.empty()))
    return session.usage_error("--n and --how are for a tally: --counted, --reason");
  return session.record(
      [&](const project::Opened& project, project::Changes& changes) {
        auto corrections = corrections_for(options, project, session);
        if (session.problems().has_errors()) return false;
        return make_corrections(session, project, std::move(corrections), changes);
      },
      "recorded causes of " + options.problem);
}

}  // namespace

void declare_causes(cli::Command& command) {
  const auto options = std::make_shared<CausesOptions>();
  command.word("WHAT", {"list", "draw", "check", "record"}, options->what, "what to do: list, draw, check or record")
      .option("--problem", "ID", options->problem, "the problem; all of them for list and check when left out")
      .choice("--as", {"fishbone", "whys", "pareto"}, options->as, "draw: how")
      .option("--text", "TEXT", options->text, "record: the problem, in a sentence")
      .option("--priority", "ITEM", options->priority, "record: the priority it belongs to")
      .option("--measure", "ID", options->measure, "record: the measure that shows it")
      .option("--branch", "ID", options->branch, "record: the branch of a cause, such as people or process")
      .option("--cause", "TEXT", options->cause, "record: a cause on that branch")
      .option("--votes", "N", options->votes, "record: how many voted for the cause")
      .flag("--verified", options->verified, "record: somebody has looked and found it so")
      .option("--by", "REF", options->by, "record: what verified the cause: a note, a cycle, or words")
      .option("--why", "TEXT", options->why, "record: the next answer in the chain of whys")
      .option("--evidence", "TEXT", options->evidence, "record: what shows that answer")
      .option("--counted", "MONTH", options->counted, "record: the month or day of a tally, 2024-02")
      .option("--reason", "ID=N", options->reasons, "record: how many had a reason; may be repeated")
      .option("--n", "N", options->n, "record: how many were counted; the sum when left out")
      .option("--how", "TEXT", options->how, "record: how they were counted")
      .flag("--replace", options->replace, "record: write over a field or a tally that is there")
      .takes_projects()
      .writes({Format::text, Format::svg, Format::markdown, Format::html, Format::csv, Format::json})
      .records()
      .judges()
      .dated()
      .example("drivers causes draw --problem returned --as pareto -o pareto.svg examples/thornmere",
               "reasons in order")
      .example("drivers causes check examples/thornmere", "what nobody has looked at")
      .example(
          "drivers causes record --problem returned --branch process --cause 'No call before return' --votes 6 -n "
          "examples/thornmere",
          "a cause on a branch")
      .run([options](cli::Session& session) {
        if (options->what != "record" && options->has_record())
          return session.usage_error("only 'drivers causes record' writes: --text, --cause and the like are for it");
        if (options->what != "draw" && !options->as.empty())
          return session.usage_error("--as is for 'drivers causes draw'");
        if (options->what == "record") return record(*options, session);
        if (options->what == "draw") return draw(*options, session);
        return look(*options, options->what == "check", session);
      });
}
