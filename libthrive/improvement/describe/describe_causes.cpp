// SPDX-License-Identifier: MIT
#include "libthrive/improvement/describe/describe_causes.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/improvement/draw/draw_causes.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/report/wrap.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::improvement {

namespace {

using text::Value;

void add_line(std::string& text, std::size_t indent, std::string_view words) {
  constexpr std::size_t page = 80;
  const std::vector<std::string> lines = report::wrapped(words, page - indent - 2);
  for (std::size_t at = 0; at < lines.size(); ++at)
    text += std::string(indent + (at == 0 ? 0 : 2), ' ') + lines[at] + "\n";
}

text::SmallNumbers small_of(const ProblemShown& shown) { return model::small_numbers(shown.project.project); }

std::string cause_in_words(const ProblemShown& shown, const model::Cause& cause) {
  std::string words = (cause.verified.value_or(false) ? "[v] " : "[ ] ") + cause.text;
  std::vector<std::string> about;
  if (cause.votes)
    about.push_back(report::people_number(*cause.votes, small_of(shown)) +
                    (*cause.votes == 1 && small_of(shown).under < 2 ? " vote" : " votes"));
  if (cause.by) about.push_back("seen by " + *cause.by);
  if (!about.empty()) words += " (" + text::join(about, ", ") + ")";
  return words;
}

std::string percent(const std::optional<double>& share) {
  return share ? fmt::format("{:.1f}%", *share * 100) : std::string();
}

report::Table pareto_table(const ProblemShown& shown) {
  report::Table table;
  table.columns = {{"Reason"},
                   {"Count", report::Align::right},
                   {"Share", report::Align::right},
                   {"Together", report::Align::right},
                   {"Vital few"}};
  for (const ToldReason& reason : told(pareto_of(*shown.problem.tally, shown.thresholds), small_of(shown)))
    table.rows.push_back({reason.name, reason.count_in_words(small_of(shown)), percent(reason.share),
                          percent(reason.cumulative), reason.vital ? "yes" : ""});
  return table;
}

}  // namespace

std::vector<std::pair<std::string, const std::vector<model::Cause>*>> branches_of(const ProblemShown& shown) {
  std::vector<std::pair<std::string, const std::vector<model::Cause>*>> branches;
  const auto& terms = shown.vocabulary.terms("fishbone-branches");
  for (const model::Term& term : terms)
    if (const auto* causes = shown.problem.fishbone.find(term.id); causes != nullptr && !causes->empty())
      branches.emplace_back(term.name, causes);
  for (const auto& branch : shown.problem.fishbone) {
    const auto is_known = [&](const model::Term& term) { return term.id == branch.id; };
    if (std::none_of(terms.begin(), terms.end(), is_known) && !branch.value.empty())
      branches.emplace_back(branch.id, &branch.value);
  }
  return branches;
}

std::string fishbone_as_text(const ProblemShown& shown) {
  std::string text;
  add_line(text, 0, shown.problem.problem);
  for (const auto& branch : branches_of(shown)) {
    add_line(text, 2, branch.first);
    for (const model::Cause& cause : *branch.second) add_line(text, 4, cause_in_words(shown, cause));
  }
  return text + "[v] somebody has looked and found it so; [ ] nobody has looked yet\n";
}

std::string whys_as_text(const ProblemShown& shown) {
  std::string text;
  add_line(text, 0, shown.problem.problem);
  std::size_t indent = 2;
  for (const model::Why& why : shown.problem.whys) {
    add_line(text, indent,
             "why? " + why.text + (why.evidence ? " (shown by: " + *why.evidence + ")" : " (no evidence)"));
    indent = std::min<std::size_t>(indent + 2, 30);
  }
  return text;
}

std::string pareto_as_text(const ProblemShown& shown) {
  report::Document document;
  const model::Tally& tally = *shown.problem.tally;
  const Pareto pareto = pareto_of(tally, shown.thresholds);
  document.paragraph(shown.problem.problem);
  document.table(pareto_table(shown));
  std::string about = fmt::format("Of {} counted in {}{}.", report::people_number(tally.n, small_of(shown)),
                                  tally.counted, tally.how ? ": " + *tally.how : "");
  about += fmt::format(" {} of {} make up {:g}%.", pareto.vital_count(),
                       report::count_of(pareto.reasons.size(), "reason"), shown.thresholds.limits.vital_percent);
  if (2 * pareto.vital_count() > pareto.reasons.size())
    about += " There are no vital few here: choose by harm or by ease instead.";
  document.paragraph(about);
  return report::to_text(document);
}

report::Document describe_causes(const std::vector<ProblemShown>& problems) {
  report::Document document;
  document.title = "What keeps problems going";
  if (!problems.empty()) {
    const model::About& about = problems.front().project.project;
    document.subtitle = about.locality.value_or(about.name);
    document.classification = about.classification.value_or("");
  }
  if (problems.empty()) document.paragraph("No problem is recorded under causes.");
  const auto add = [&](const char* caption, std::string svg, std::string text, const std::string& alternative) {
    report::Figure figure;
    figure.svg = std::move(svg);
    figure.text = std::move(text);
    figure.caption = caption;
    figure.alternative = alternative;
    document.figure(std::move(figure));
  };
  for (const ProblemShown& shown : problems) {
    document.heading(1, shown.id + ": " + shown.problem.problem);
    if (shown.problem.priority) document.paragraph(*shown.problem.priority + ".", "Priority:");
    if (shown.problem.measure) document.paragraph(*shown.problem.measure + ".", "Measure:");
    if (!shown.problem.fishbone.empty())
      add("Causes by branch", draw_fishbone(shown), fishbone_as_text(shown),
          "Causes by branch of " + shown.problem.problem);
    if (!shown.problem.whys.empty()) add("Whys", draw_whys(shown), whys_as_text(shown), "A chain of whys");
    if (shown.problem.tally) add("Reasons", draw_pareto(shown), pareto_as_text(shown), "Reasons in order of how often");
  }
  return document;
}

report::Table causes_table(const std::vector<ProblemShown>& problems) {
  report::Table table;
  table.columns = {{"problem"}, {"kind"},  {"branch"}, {"text"},       {"votes"}, {"verified"},
                   {"by"},      {"count"}, {"share"},  {"cumulative"}, {"vital"}};
  for (const ProblemShown& shown : problems) {
    const text::SmallNumbers small = small_of(shown);
    for (const auto& branch : shown.problem.fishbone)
      for (const model::Cause& cause : branch.value)
        table.rows.push_back(
            {shown.id, "cause", branch.id, cause.text, cause.votes ? report::people_number(*cause.votes, small) : "",
             cause.verified ? (*cause.verified ? "true" : "false") : "", cause.by.value_or(""), "", "", "", ""});
    for (const model::Why& why : shown.problem.whys)
      table.rows.push_back({shown.id, "why", "", why.text, "", "", why.evidence.value_or(""), "", "", "", ""});
    if (!shown.problem.tally) continue;
    for (const ToldReason& reason : told(pareto_of(*shown.problem.tally, shown.thresholds), small))
      table.rows.push_back({shown.id, "reason", "", reason.name, "", "", "", reason.count_in_words(small),
                            percent(reason.share), percent(reason.cumulative), reason.vital ? "true" : "false"});
  }
  return table;
}

text::Value causes_contract(const std::vector<ProblemShown>& problems) {
  Value list = Value::list();
  for (const ProblemShown& shown : problems) {
    Value reasons = Value::list(), causes = Value::list(), whys = Value::list();
    Value n, counted;
    if (shown.problem.tally) {
      const Pareto pareto = pareto_of(*shown.problem.tally, shown.thresholds);
      n = pareto.n;
      counted = shown.problem.tally->counted;
      for (const Reason& reason : pareto.reasons)
        reasons.push(Value()
                         .set("id", reason.id)
                         .set("count", reason.count)
                         .set("share", reason.share)
                         .set("cumulative", reason.cumulative)
                         .set("vital", reason.vital));
    }
    for (const auto& branch : shown.problem.fishbone)
      for (const model::Cause& cause : branch.value)
        causes.push(Value()
                        .set("branch", branch.id)
                        .set("text", cause.text)
                        .set("votes", cause.votes)
                        .set("verified", cause.verified.value_or(false))
                        .set("by", cause.by));
    for (const model::Why& why : shown.problem.whys)
      whys.push(Value().set("text", why.text).set("evidence", why.evidence));
    list.push(Value()
                  .set("id", shown.id)
                  .set("problem", shown.problem.problem)
                  .set("priority", shown.problem.priority)
                  .set("measure", shown.problem.measure)
                  .set("n", n)
                  .set("counted", counted)
                  .set("reasons", std::move(reasons))
                  .set("causes", std::move(causes))
                  .set("whys", std::move(whys)));
  }
  return Value().set("format", 1).set("command", "drivers causes").set("problems", std::move(list));
}

}  // namespace thrive::improvement
