// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/pathway/analysis.hpp"
#include "libthrive/pathway/closing.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::pathway {

/// The analysis as a report: the findings by theme with their evidence, then the tables behind them. `loss` is what
/// closing the services that were left out would cost; `all` are the findings of which those are shown.
report::Document describe(const model::Project& project, const Analysis& analysis,
                          const std::vector<text::Diagnostic>& findings, const std::vector<text::Diagnostic>& all,
                          const model::Vocabulary& vocabulary, const std::optional<Loss>& loss = {});

/// The tables that an analysis can be had as, for `--table` and CSV.
std::vector<std::string> analysis_tables();
/// One of them by name. Columns: see pathway-map(1).
report::Table analysis_table(const std::string& name, const Analysis& analysis,
                             const std::vector<text::Diagnostic>& findings, const model::Vocabulary& vocabulary);

/// The same for reading in a report: the ten longest waits, queues with completions, doors as a grid of starts and
/// groupings; "doors", "assessments", "waits", "queues", "sectors" or "review". Without rows where there is nothing to
/// show.
report::Table reading_table(const std::string& name, const Analysis& analysis, const model::Vocabulary& vocabulary);

/// The findings one a line, `FILE:LINE:COLUMN: warning: message [code]`, without the full stop of a sentence.
std::string finding_lines(std::vector<text::Diagnostic> findings);

}  // namespace thrive::pathway
