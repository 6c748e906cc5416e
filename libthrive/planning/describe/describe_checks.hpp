// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::planning {

/// What plans, people and risks lack, as a page.
report::Document describe_checks(const model::Project& project, const std::vector<text::Diagnostic>& findings);
/// code, severity, section, entry, message.
report::Table table_of_findings(const std::vector<text::Diagnostic>& findings);
/// `plan check`.
text::Value checks_contract(const std::vector<text::Diagnostic>& findings);

}  // namespace thrive::planning
