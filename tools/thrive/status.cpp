// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/findings/forms.hpp"
#include "libthrive/measures/rule_book.hpp"
#include "libthrive/project/acceptance.hpp"
#include "libthrive/project/figures.hpp"
#include "libthrive/project/found.hpp"
#include "libthrive/ramps/charts.hpp"
#include "libthrive/ramps/checks/thresholds.hpp"
#include "libthrive/standing/checks.hpp"
#include "libthrive/standing/describe/contract.hpp"
#include "libthrive/standing/describe/describe_status.hpp"
#include "tools/thrive/commands.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

struct Options {
  bool chain = false;
  bool next = false;
  bool brief = false;
  int within = 42;
  std::string owner;
  std::vector<std::string> only;
};

/// The numbers of status.yaml, and the one that `pdsa check` goes by too.
std::optional<standing::Thresholds> known_thresholds(cli::Session& session) {
  const auto own = session.data_with_places("status.yaml");
  const auto of_ramps = session.data_with_places("pdsa.yaml");
  if (!own || !of_ramps) return std::nullopt;
  auto thresholds = standing::read_thresholds(own->tree, own->place, session.problems());
  const auto shared = ramps::read_thresholds(of_ramps->tree, of_ramps->place, session.problems());
  if (!thresholds || !shared) return std::nullopt;
  thresholds->look_grace_days = shared->look_grace_days;
  return thresholds;
}

/// What a project's standing is told from, kept as long as the telling takes.
struct Opened {
  project::Opened project;
  std::vector<ramps::RampState> ramps;
  ramps::Charts charts;
  std::vector<text::Diagnostic> accepted{};
};

std::shared_ptr<Opened> open(const project::Opened& project, const ramps::Rules& rules, text::Date today,
                             text::Diagnostics& problems) {
  const auto series = project::figures_of(project, project.model().measures.ids(), problems);
  return std::make_shared<Opened>(Opened{project, ramps::ramp_states(project.model(), today),
                                         ramps::make_charts(project.model(), series, rules, today)});
}

/// The title of an item in the instrument of the latest assessment.
std::string title_of(const project::Opened& project, const std::string& item) {
  const model::Assessment* latest = project.model().assessments.find(project.latest_assessment());
  const model::Instrument* instrument =
      latest == nullptr ? project.instrument("thrive-principles") : project.instrument(latest->instrument);
  const model::Item* known = instrument == nullptr ? nullptr : instrument->items.find(item);
  return known == nullptr ? std::string() : known->title;
}

standing::Reported reported_of(const std::shared_ptr<Opened>& opened, const standing::Thresholds& thresholds,
                               const Options& options, text::Date today) {
  const project::Opened& project = opened->project;
  const standing::Facts facts = {project.model(), opened->ramps, opened->charts, thresholds, today};
  standing::Reported reported{project.model(), today, options.within, options.owner};
  reported.chain = standing::chain_of(facts);
  reported.ahead = standing::dates_ahead(facts, options.within, options.owner);
  auto judged = project::judge(project, project::in_words(project, standing::check_standing(facts, reported.chain)),
                               {"status"}, today);
  reported.findings = std::move(judged.open);
  opened->accepted = std::move(judged.accepted);
  if (!options.only.empty())
    std::erase_if(reported.findings, [&](const text::Diagnostic& each) {
      return std::find(options.only.begin(), options.only.end(), each.code) == options.only.end();
    });
  reported.place = [opened](const std::vector<std::string>& path) { return opened->project.place(path); };
  reported.title = [opened](const std::string& item) { return title_of(opened->project, item); };
  const bool findings_only = options.brief || !options.only.empty();
  const bool part_only = options.chain || options.next;
  reported.shows_chain = options.chain || (!part_only && !findings_only && options.owner.empty());
  reported.shows_next = options.next || (!part_only && !findings_only) || (!options.owner.empty());
  reported.shows_findings = findings_only || (!part_only && options.owner.empty());
  return reported;
}

/// A usage mistake where two options ask for different parts.
const char* contradiction_in(const Options& options) {
  const bool findings_only = options.brief || !options.only.empty();
  if (findings_only && (options.chain || options.next))
    return "--brief and --only show findings, --chain and --next something else; choose one of them";
  if (!options.owner.empty() && (options.chain || findings_only))
    return "--owner chooses dates; it does not go with --chain, --brief or --only";
  if (options.within < 0) return "--within takes a number of days, 0 or more";
  return nullptr;
}

}  // namespace

void declare_status(cli::Command& command) {
  const auto options = std::make_shared<Options>();
  command.takes_projects()
      .flag("--chain", options->chain, "only the chain of each agreed priority")
      .flag("--next", options->next, "only the dates")
      .option("--within", "DAYS", options->within, "dates up to so many days ahead (default: 42)")
      .option("--owner", "ROLE", options->owner, "only what this role has to do; a part of its name will do")
      .option("--only", "CODE", options->only, "only findings of this code; may be repeated")
      .flag("--brief", options->brief, "only findings, one a line, as thrive check prints them")
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .judges()
      .dated()
      .example("thrive status --as-of 2025-03-19", "where the chain breaks, what is late and what is next")
      .example("thrive status --next --within 14 --owner commissioner", "what one role has to do in a fortnight")
      .run([options](cli::Session& session) {
        if (const char* mistake = contradiction_in(*options)) return session.usage_error(mistake);
        const auto thresholds = known_thresholds(session);
        if (!thresholds) return Exit::trouble;
        const ramps::Rules rules = measures::rules_by_name(
            [&session](const std::string& file) { return session.data(file); }, session.problems());
        return session.answer_each("thrive status", [&](const project::Opened& project, text::Diagnostics& problems) {
          const auto opened = open(project, rules, session.today(), problems);
          const auto reported =
              std::make_shared<const standing::Reported>(reported_of(opened, *thresholds, *options, session.today()));
          cli::Answer answer;
          answer.result.document = [reported] { return standing::describe_status(*reported); };
          answer.result.table = [reported] { return standing::table_of_status(*reported); };
          answer.result.json = [reported] { return standing::status_contract(*reported); };
          if (options->brief) answer.result.text = [reported] { return findings::as_text(reported->findings); };
          if (reported->shows_findings) answer.findings = reported->findings;
          answer.accepted = opened->accepted;
          answer.ends_in_findings = (reported->shows_chain && reported->chain.is_broken()) ||
                                    (reported->shows_next && standing::count_overdue(reported->ahead) > 0);
          return std::optional(std::move(answer));
        });
      });
}
