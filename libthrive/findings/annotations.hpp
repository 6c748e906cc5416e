// SPDX-License-Identifier: MIT
//
// Findings as the pages of two forges show them beside the changed lines.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "libthrive/findings/checkout.hpp"
#include "libthrive/findings/forms.hpp"

namespace thrive::findings {

/// Gives each finding a sign of its own that stays when lines above it are added: from its code, its file, where in the
/// project it is, or what it says; findings that are alike in all of that are counted.
class Signs {
 public:
  explicit Signs(const Checkout& checkout) : checkout_(checkout) {}
  std::string of(const text::Diagnostic& finding, const std::string& project);

 private:
  const Checkout& checkout_;
  std::map<std::string, int> seen_;
};

/// The file to show a finding in: its own, or the one that the project begins with.
std::string file_of(const text::Diagnostic& finding, const std::string& project);

/// A workflow command of GitHub Actions for each finding: `::error file=...,line=...,col=...,title=...::message`.
std::string as_github(const std::vector<Checked>& projects, const Checkout& checkout);

/// The code quality report of GitLab: a list of issues, each with a fingerprint of its own.
std::string as_gitlab(const std::vector<Checked>& projects, const Checkout& checkout);

}  // namespace thrive::findings
