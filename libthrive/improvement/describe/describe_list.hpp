// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/improvement/describe/shown.hpp"

namespace thrive::improvement {

/// What `drivers list` shows to readers.
report::Document describe_theory(const Worked& worked);
/// A row a thing: the columns level, parent and text are those that `drivers import` takes.
report::Table theory_table(const Worked& worked);
/// What `drivers check` shows.
report::Document describe_findings(const Worked& worked, std::string_view title, const Findings& findings);
report::Table findings_table(const Findings& findings);
text::Value findings_contract(std::string_view command, const Findings& findings);

}  // namespace thrive::improvement
