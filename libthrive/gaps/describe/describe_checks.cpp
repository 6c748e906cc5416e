// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "libthrive/gaps/describe/describe.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::gaps {

report::Document describe_checks(const Reported& reported, const std::vector<text::Diagnostic>& findings) {
  report::Document document;
  document.title = "What the gap sheets lack";
  document.subtitle = reported.project.project.locality.value_or(reported.project.project.name);
  document.classification = reported.project.project.classification.value_or("");
  std::vector<std::string> lines;
  for (const text::Diagnostic& finding : findings)
    lines.push_back(fmt::format("{}: {} [{}]", text::name(finding.severity), finding.message, finding.code));
  if (lines.empty()) {
    document.paragraph("Nothing.");
  } else {
    document.items(lines);
  }
  return document;
}

report::Table table_of_findings(const std::vector<text::Diagnostic>& findings) {
  report::Table table;
  table.columns = {{"code"}, {"severity"}, {"priority"}, {"message"}};
  for (const text::Diagnostic& finding : findings)
    table.rows.push_back({finding.code, std::string(text::name(finding.severity)),
                          finding.path.front() == "gaps" ? finding.path[1] : "", finding.message});
  return table;
}

namespace {

/// `12 people`, `More than 12 people`.
std::string people_in_words(const text::PeopleTotal& total, const text::SmallNumbers& small) {
  std::string words = report::people_total(total, small);
  if (words.front() >= 'a' && words.front() <= 'z') words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words + (words == "1" ? " person" : " people");
}

}  // namespace

report::Document describe_training(const Reported& reported, const std::vector<ModuleNeeds>& modules) {
  report::Document document;
  document.title = "Training that the gap sheets ask for";
  document.subtitle = reported.project.project.locality.value_or(reported.project.project.name);
  document.classification = reported.project.project.classification.value_or("");
  if (modules.empty()) document.paragraph("No sheet names any training.");
  for (const ModuleNeeds& module : modules) {
    document.heading(1, module.name);
    text::PeopleTotal recorded = module.people;
    recorded.missing = 0;
    std::string people = recorded.recorded > 0
                             ? people_in_words(recorded, model::small_numbers(reported.project.project))
                             : "How many people is not recorded";
    if (recorded.recorded > 0 && module.people.missing > 0)
      people += fmt::format(", and {} how many",
                            report::count_of(module.people.missing, "need that does not say", "needs that do not say"));
    document.paragraph(people + ".");
    std::vector<std::string> lines;
    for (const Need& need : module.needs) {
      std::string line = need.need->text + " (" + need.priority;
      if (need.need->who) line += ", " + *need.need->who;
      if (!need.module.empty() && !need.module_was_named) line += ", matched by its words";
      lines.push_back(line + ")");
    }
    document.items(lines);
  }
  return document;
}

report::Table table_of_training(const Reported& reported, const std::vector<ModuleNeeds>& modules) {
  const text::SmallNumbers small = model::small_numbers(reported.project.project);
  report::Table table;
  table.columns = {{"module"}, {"priority"}, {"text"}, {"who"}, {"people"}, {"module_named"}};
  for (const ModuleNeeds& module : modules)
    for (const Need& need : module.needs)
      table.rows.push_back({module.module, need.priority, need.need->text, need.need->who.value_or(""),
                            need.need->people ? report::people_number(*need.need->people, small) : "",
                            need.module_was_named ? "true" : "false"});
  return table;
}

}  // namespace thrive::gaps
