// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "libthrive/gaps/checks.hpp"
#include "libthrive/gaps/training.hpp"
#include "libthrive/model/vocabulary.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::gaps {

/// What a report of gap sheets is about.
struct Reported {
  const model::Project& project;
  const model::Vocabulary& vocabulary;
  const model::Instrument* instrument = nullptr;  // null pointer: titles are not known
  /// The ideas that answer a recommendation and what has become of each, by its name, `S3.r1`.
  std::map<std::string, std::vector<std::string>> answers{};
};

/// Sheets with the priority and its six columns, the workshop's prompts beside them; a priority without a sheet gives a
/// blank one to write on.
/// On paper, as in the workshop, the priority stands on the left of six columns, a page each; a terminal has no room
/// for them beside each other and shows them as rows.
enum class SheetShape { rows, six_columns };
report::Document describe_sheets(const Reported& reported, const std::vector<std::string>& priorities,
                                 SheetShape shape = SheetShape::rows);
/// One row a line: priority, column, text, from, voice, owner, by.
report::Table table_of_sheets(const Reported& reported, const std::vector<std::string>& priorities);
/// What `gap sheet -f json` prints.
text::Value sheets_contract(const Reported& reported, const std::vector<std::string>& priorities);

report::Document describe_checks(const Reported& reported, const std::vector<text::Diagnostic>& findings);
report::Table table_of_findings(const std::vector<text::Diagnostic>& findings);
text::Value checks_contract(const std::vector<text::Diagnostic>& findings);

report::Document describe_training(const Reported& reported, const std::vector<ModuleNeeds>& modules);
report::Table table_of_training(const Reported& reported, const std::vector<ModuleNeeds>& modules);
text::Value training_contract(const std::vector<ModuleNeeds>& modules);

}  // namespace thrive::gaps
