// SPDX-License-Identifier: MIT
//
// Maps to test with, and the way a checker would make a project of a reference graph.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/model/project.hpp"

namespace thrive::tests {

/// A reference graph of tests/cases/pathway/graphs: networkx 2.8.8 values.
nlohmann::json reference_graph(const std::string& number);
/// Its nodes as services, its edges as flows of the pathway `current`. `single_start`: only the node named `start`.
model::Project project_of(const nlohmann::json& graph, bool single_start = false);

/// Thornmere's map and the answers to it, tests/cases/pathway/thornmere.json.
nlohmann::json thornmere();
model::Project thornmere_project(const nlohmann::json& thornmere);

/// A project of services with one letter each and flows written "ab": from a to b. Starts and ends are letters too.
model::Project letters(const std::vector<std::string>& flows, const std::string& services, const std::string& starts,
                       const std::string& ends);

/// A flow of the pathway `current`, counted from 0, to change.
model::Flow& flow(model::Project& project, std::size_t number);

}  // namespace thrive::tests
