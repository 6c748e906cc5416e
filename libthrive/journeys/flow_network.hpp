// SPDX-License-Identifier: MIT
//
// What can be worked out about a number that is not told: flows between activities, with where journeys start and end,
// are one network in which everything that comes in goes out again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace thrive::journeys {

/// One number of a table of flows, as an arc. What is known of it are its bounds, and that the network balances.
struct NetworkArc {
  std::size_t from = 0;
  std::size_t to = 0;
  std::int64_t value = 0;  // what it really is
  std::int64_t least = 0;  // while it is told
  std::int64_t most = 0;
  bool told = true;
};

/// Which values a number can have for somebody who knows all that is told. The real values balance, so they are where
/// every search starts: a number can be so much larger, or smaller, as can be sent round the network within what is
/// known of the others (augmenting paths, Ford and Fulkerson 1956).
class FlowNetwork {
 public:
  FlowNetwork(std::size_t nodes, std::vector<NetworkArc> arcs);

  const std::vector<NetworkArc>& arcs() const { return arcs_; }
  void tell(std::size_t arc, bool told) { arcs_[arc].told = told; }

  /// By how much a number that is not told could be larger, and smaller, up to `enough`.
  std::int64_t could_be_larger_by(std::size_t arc, std::int64_t enough) const;
  std::int64_t could_be_smaller_by(std::size_t arc, std::int64_t enough) const;
  /// The numbers that are told and stand in the way of that, those that cost least to hide; empty when none do.
  std::vector<std::size_t> in_the_way(std::size_t arc, bool of_larger) const;

 private:
  struct Step {
    std::size_t arc = 0;
    bool forward = true;
  };

  std::int64_t least(const NetworkArc& arc) const { return arc.told ? arc.least : 0; }
  std::int64_t room(const NetworkArc& arc, std::int64_t value, bool forward) const;
  std::int64_t send(std::size_t from, std::size_t to, std::size_t without, std::int64_t enough) const;
  std::vector<Step> path(std::size_t from, std::size_t to, std::size_t without,
                         const std::vector<std::int64_t>& values) const;

  std::size_t nodes_;
  std::vector<NetworkArc> arcs_;
  std::vector<std::vector<std::size_t>> arcs_at_;  // by node, in both directions
};

}  // namespace thrive::journeys
