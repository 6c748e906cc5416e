// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::pathway {

/// What can be listed: services, flows, observations, pathways.
std::vector<std::string> list_kinds();

/// A list as a table whose columns are those that `pathway-map import` reads, so that what is listed as CSV can be
/// edited in a spreadsheet and read again. Flows are those of one pathway.
report::Table list_table(const model::Project& project, const std::string& kind, const std::string& pathway);
report::Document list_document(const model::Project& project, const std::string& kind, const std::string& pathway);
/// The same as JSON: `{"format": 1, "command": "list", KIND: [...]}`, one object a row; what is not recorded is null.
text::Value list_contract(const model::Project& project, const std::string& kind, const std::string& pathway);

}  // namespace thrive::pathway
