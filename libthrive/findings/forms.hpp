// SPDX-License-Identifier: MIT
//
// What findings look like, for people and for programs. Every command that judges uses these.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/findings/checkout.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::findings {

/// What was found in one PROJECT.
struct Checked {
  std::string path;
  std::string name{};                        // what the project calls itself; empty when it does not open
  bool is_readable = true;                   // false when a file is missing or cannot be read
  std::vector<text::Diagnostic> findings{};  // in the order to show them
  std::vector<text::Diagnostic> accepted{};  // those that the project lets stand for a while
};

bool has_unreadable(const std::vector<Checked>& projects);
std::size_t count(const std::vector<text::Diagnostic>& findings, text::Severity severity);

/// `FILE:LINE:COLUMN: severity: message; hint [code]`, a line a finding, in the order of the files; empty when there is
/// none.
std::string as_text(const std::vector<text::Diagnostic>& findings);
std::string as_text(const std::vector<Checked>& projects);

/// `{"code", "severity", "file", "line", "column", "message", "hint", "facts": {name: value}, "path": [step]}`; null
/// for what it has not.
text::Value as_json(const text::Diagnostic& finding);
/// `{"format", "command", "projects": [{"path", "project": {"path", "name"}, "findings": [...], "accepted": [...]}],
/// "errors", "warnings", "notes"}`; the name of a project that does not open is null.
text::Value as_json(const std::vector<Checked>& projects, std::string_view command);

/// code, severity, file, line, column, message, hint.
report::Table as_table(const std::vector<Checked>& projects);

/// SARIF 2.1.0, as code-review pages read it: files by their way from the top of the working tree, and a fingerprint
/// for each finding that stays when lines above it are added.
std::string as_sarif(const std::vector<Checked>& projects, std::string_view command, const Checkout& checkout);

/// JUnit XML: a suite a project, a failed case a finding, one passed case when there is none.
std::string as_junit(const std::vector<Checked>& projects, std::string_view command);

}  // namespace thrive::findings
