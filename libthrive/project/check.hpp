// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/text/date.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::project {

/// What `thrive check` found in one PROJECT.
struct CheckedProject {
  std::string path;
  bool is_readable = true;                 // false when a file is missing or cannot be read
  std::vector<text::Diagnostic> findings;  // in file order
};

/// Everything that is wrong with one project: YAML, fields, references, dates after `today`, data files, personal data.
CheckedProject check(const std::string& path, text::Date today);

/// Checks many projects, on all processors, in the order given. Memory holds the findings, and one project a processor.
std::vector<CheckedProject> check_all(const std::vector<std::string>& paths, text::Date today);

bool has_unreadable(const std::vector<CheckedProject>& projects);
bool has_findings(const std::vector<CheckedProject>& projects);

// What the findings look like, for people and for programs.

/// A line a finding; empty when there is none.
std::string findings_as_text(const std::vector<CheckedProject>& projects);
/// `{"format", "command", "projects": [{"path", "findings": [...]}], "errors", "warnings", "notes"}`.
text::Value findings_as_json(const std::vector<CheckedProject>& projects);
/// SARIF 2.1.0, as code-review pages read it.
std::string findings_as_sarif(const std::vector<CheckedProject>& projects);
/// JUnit XML: a suite a project, a failed case a finding, one passed case when there is none.
std::string findings_as_junit(const std::vector<CheckedProject>& projects);

}  // namespace thrive::project
