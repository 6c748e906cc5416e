// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/findings/forms.hpp"
#include "libthrive/improvement/describe/describe.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::improvement {

namespace {

using text::Value;

std::string on_drivers(const IdeaStanding& idea) { return text::join(idea.idea->drives, ", "); }

report::Table progress_table(const Worked& worked) {
  report::Table table;
  table.columns = {{"Ramp"}, {"Team's score"}, {"Evidence for"}, {"Missing for more"}};
  for (const Ceiling& ceiling : worked.ceilings)
    table.rows.push_back({ceiling.ramp + " " + worked.project.ramps.find(ceiling.ramp)->name,
                          ceiling.team_score ? report::number(*ceiling.team_score, 1) : "none",
                          report::number(ceiling.score, 1),
                          ceiling.missing().empty() ? "people decide" : text::join(ceiling.missing(), "; ")});
  return table;
}

report::Table ideas_table(const Worked& worked) {
  report::Table table;
  table.columns = {{"Idea"}, {"Works on"}, {"Answers"}, {"State"}, {"Tested by"}};
  for (const IdeaStanding& idea : worked.theory.ideas) {
    std::string state(in_words(idea.state));
    if (idea.state == IdeaState::parked) state += ": " + idea.idea->parked->reason;
    std::vector<std::string> by = idea.ramps;
    if (idea.idea->task) by.push_back("task " + *idea.idea->task);
    table.rows.push_back({idea.id + ": " + idea.idea->text, on_drivers(idea), text::join(idea.idea->answers, ", "),
                          state, text::join(by, ", ")});
  }
  return table;
}

/// The reasons behind ideas, and who looked at them.
std::vector<std::string> behind_ideas(const Worked& worked) {
  std::vector<std::string> lines;
  for (const IdeaStanding& idea : worked.theory.ideas) {
    const model::Idea& one = *idea.idea;
    std::vector<std::string> parts;
    if (one.why) parts.push_back(*one.why);
    if (!one.because.empty()) parts.push_back("because of " + text::join(one.because, ", "));
    if (one.priority) parts.push_back("for " + *one.priority);
    if (one.work_package) parts.push_back("work package: " + *one.work_package);
    if (one.added) parts.push_back("written down on " + text::format_date_in_words(*one.added));
    if (one.reviewed_with) parts.push_back("looked at by " + *one.reviewed_with);
    if (one.parked) parts.push_back("parked on " + text::format_date_in_words(one.parked->date));
    if (!parts.empty()) lines.push_back(idea.id + ": " + text::join(parts, "; "));
  }
  return lines;
}

}  // namespace

report::Document describe_theory(const Worked& worked) {
  report::Document document;
  document.title = "Aim, drivers and change ideas";
  document.subtitle =
      fmt::format("{}. As of {}.", worked.project.project.locality.value_or(worked.project.project.name),
                  text::format_date_in_words(worked.today));
  document.classification = worked.project.project.classification.value_or("");
  document.pages = report::Pages::wide;
  document.verbatim(outline(worked));
  document.paragraph(last_sentence(worked));
  if (worked.project.drivers && worked.project.drivers->reviewed)
    document.paragraph(text::format_date_in_words(*worked.project.drivers->reviewed) + ".", "Last looked at:");
  if (!worked.theory.ideas.empty()) document.heading(1, "Ideas").table(ideas_table(worked));
  if (const auto lines = behind_ideas(worked); !lines.empty()) document.heading(2, "What is behind them").items(lines);
  if (!worked.ceilings.empty())
    document.heading(1, "How far tests have come")
        .paragraph(
            "A score of 0.5 to 5 says how far a ramp has come. The file has evidence for at most the second figure.")
        .table(progress_table(worked));
  return document;
}

report::Table theory_table(const Worked& worked) {
  report::Table table;
  table.columns = {{"level"}, {"parent"},       {"text"},  {"id"},      {"priorities"}, {"measures"},
                   {"ideas"}, {"ideas_tested"}, {"state"}, {"answers"}, {"ramps"},      {"task"}};
  const auto row = [&](std::string level, std::string parent, std::string words, std::string id) -> auto& {
    table.rows.push_back({std::move(level), std::move(parent), std::move(words), std::move(id)});
    table.rows.back().resize(table.columns.size());
    return table.rows.back();
  };
  if (worked.project.drivers && worked.project.drivers->aim)
    row("aim", "", worked.project.drivers->aim->text, "aim")[5] =
        text::join(worked.project.drivers->aim->measures.ids(), "; ");
  for (const DriverStanding& driver : worked.theory.drivers) {
    auto& cells = row(driver.level == 1 ? "primary" : "secondary", text::join(driver.driver->drives, "; "),
                      driver.driver->name, driver.id);
    cells[4] = text::join(driver.driver->priorities, "; ");
    cells[5] = text::join(driver.driver->measures, "; ");
    cells[6] = std::to_string(driver.all_ideas.size());
    cells[7] = std::to_string(driver.tested);
  }
  for (const IdeaStanding& idea : worked.theory.ideas) {
    auto& cells = row("idea", text::join(idea.idea->drives, "; "), idea.idea->text, idea.id);
    cells[8] = std::string(model::word(idea.state));
    cells[9] = text::join(idea.idea->answers, "; ");
    cells[10] = text::join(idea.ramps, "; ");
    cells[11] = idea.idea->task.value_or("");
  }
  return table;
}

report::Document describe_findings(const Worked& worked, std::string_view title, const Findings& findings) {
  report::Document document;
  document.title = std::string(title);
  document.subtitle =
      fmt::format("{}, {}, {}. As of {}.", report::count_of(findings::count(findings, text::Severity::error), "error"),
                  report::count_of(findings::count(findings, text::Severity::warning), "warning"),
                  report::count_of(findings::count(findings, text::Severity::note), "note"),
                  text::format_date_in_words(worked.today));
  document.classification = worked.project.project.classification.value_or("");
  std::vector<std::string> lines;
  for (const text::Diagnostic& finding : findings)
    lines.push_back(fmt::format("{}: {} [{}]", text::name(finding.severity), finding.message, finding.code));
  if (lines.empty()) return document.paragraph("Nothing to say.");
  return document.items(lines);
}

report::Table findings_table(const Findings& findings) {
  report::Table table;
  table.columns = {{"code"}, {"severity"}, {"at"}, {"message"}};
  for (const text::Diagnostic& finding : findings)
    table.rows.push_back(
        {finding.code, std::string(text::name(finding.severity)), text::join(finding.path, "/"), finding.message});
  return table;
}

text::Value findings_contract(std::string_view command, const Findings& findings) {
  Value list = Value::list();
  for (const text::Diagnostic& finding : findings) list.push(findings::as_json(finding));
  return Value().set("format", 1).set("command", command).set("findings", std::move(list));
}

}  // namespace thrive::improvement
