// SPDX-License-Identifier: MIT
//
// The services and flows that prove a finding, as its facts `services` and `flows`.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "libthrive/pathway/graph.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::pathway {

/// Ids of services.
text::Value evidence(const Graph& graph, const std::vector<Node>& services);
/// Ids of one service and then of others.
text::Value evidence(const Graph& graph, Node first, const std::vector<Node>& services);
/// Pairs of ids.
text::Value evidence(const std::vector<std::pair<std::string, std::string>>& flows);
/// Texts that a sentence lists.
text::Value list(const std::vector<std::string>& items);

}  // namespace thrive::pathway
