// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace thrive::journeys {

/// An edge that carries a whole number between two bounds, both included.
struct BoundedEdge {
  std::size_t from = 0;
  std::size_t to = 0;
  std::int64_t least = 0;
  std::int64_t most = 0;
};

/// True when whole numbers within the bounds can be found such that at every node as much comes in as goes out. Lower
/// bounds become demands between a source and a sink, which a maximum flow (push and relabel) must meet.
bool has_circulation(std::size_t nodes, const std::vector<BoundedEdge>& edges);

}  // namespace thrive::journeys
