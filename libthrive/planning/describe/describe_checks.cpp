// SPDX-License-Identifier: MIT
#include "libthrive/planning/describe/describe_checks.hpp"

#include <fmt/core.h>

#include "libthrive/findings/forms.hpp"

namespace thrive::planning {

namespace {

/// The entry that a finding is about: the task behind `plan/tasks`, the meeting, the risk.
std::string entry_of(const text::Diagnostic& finding) {
  const auto& path = finding.path;
  if (path.size() > 2 && path.front() == "plan") return path[2];
  return path.size() > 1 && path.front() != "plan" ? path[1] : std::string();
}

}  // namespace

report::Document describe_checks(const model::Project& project, const std::vector<text::Diagnostic>& findings) {
  report::Document document;
  document.title = "What the plan lacks";
  document.subtitle = project.project.locality.value_or(project.project.name);
  document.classification = project.project.classification.value_or("");
  std::vector<std::string> lines;
  for (const text::Diagnostic& finding : findings)
    lines.push_back(fmt::format("{}: {} [{}]", text::name(finding.severity), finding.message, finding.code));
  if (lines.empty()) document.paragraph("Nothing that was looked for.");
  document.items(lines);
  return document;
}

report::Table table_of_findings(const std::vector<text::Diagnostic>& findings) {
  report::Table table;
  table.columns = {{"code"}, {"severity"}, {"section"}, {"entry"}, {"message"}};
  for (const text::Diagnostic& finding : findings)
    table.rows.push_back({finding.code, std::string(text::name(finding.severity)),
                          finding.path.empty() ? std::string() : finding.path.front(), entry_of(finding),
                          finding.message});
  return table;
}

text::Value checks_contract(const std::vector<text::Diagnostic>& findings) {
  text::Value list = text::Value::list();
  for (const text::Diagnostic& finding : findings) list.push(findings::as_json(finding));
  text::Value contract;
  contract.set("format", 1).set("command", "plan check").set("findings", std::move(list));
  return contract;
}

}  // namespace thrive::planning
