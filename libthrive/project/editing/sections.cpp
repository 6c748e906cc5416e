// SPDX-License-Identifier: MIT
#include "libthrive/project/editing/sections.hpp"

#include <utility>

namespace thrive::project {

namespace {

using Row = std::pair<std::string_view, std::vector<std::string>>;

const std::vector<Row>& rows() {
  static const std::vector<Row> all = {{"pathway-map", {"services", "pathways", "observations", "event_logs"}},
                                       {"assess", {"assessments", "instruments"}},
                                       {"prioritise", {"priorities", "ideas"}},
                                       {"gap", {"gaps"}},
                                       {"measure", {"measures", "extracts"}},
                                       {"pdsa", {"ramps"}},
                                       {"drivers", {"drivers", "ideas", "causes"}},
                                       {"plan",
                                        {"plan", "meetings", "stakeholders", "communications", "risks", "workforce",
                                         "courses", "themes", "voices", "workshops"}}};
  return all;
}

}  // namespace

std::vector<std::string> sections_of_tool(std::string_view tool) {
  for (const auto& [name, sections] : rows())
    if (name == tool) return sections;
  return {};
}

std::vector<std::string> tools_with_sections() {
  std::vector<std::string> names;
  for (const auto& [name, sections] : rows()) names.emplace_back(name);
  return names;
}

}  // namespace thrive::project
