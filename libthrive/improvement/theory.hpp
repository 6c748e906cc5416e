// SPDX-License-Identifier: MIT
//
// The driver diagram as a directed graph that ends at the aim, with what has become of the ideas below each driver.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "libthrive/improvement/idea_states.hpp"

namespace thrive::improvement {

/// A driver, what it leads to and what leads to it. Drivers and ideas are named by their place in Theory.
struct DriverStanding {
  std::string id;
  const model::Driver* driver = nullptr;
  int level = 0;                         // steps of the shortest way to the aim: 1 is primary
  std::vector<std::size_t> below{};      // the drivers that drive it, in the order of the file
  std::vector<std::size_t> ideas{};      // the ideas on it
  std::vector<std::size_t> all_ideas{};  // those on it and on every driver below, each once, in the order of the file
  std::vector<std::string> measures{};   // those on it, else those below it, each once
  std::size_t tested = 0;                // of all ideas, those under test or decided
  bool is_tested = false;                // a cycle that tests one of them has been decided
};

/// Everything in the order of the file.
struct Theory {
  std::vector<DriverStanding> drivers;
  std::vector<IdeaStanding> ideas;

  /// The primary drivers.
  std::vector<std::size_t> primary() const;
  /// Nothing when there is no such driver.
  const DriverStanding* driver(std::string_view id) const;
  const IdeaStanding* idea(std::string_view id) const;
  /// The drivers an idea works on and all that these drive, each once.
  std::vector<std::size_t> above(const IdeaStanding& idea) const;

  std::vector<std::vector<std::size_t>> parents{};  // of each driver, the drivers that it drives
};

Theory theory_of(const model::Project& project, text::Date today);

}  // namespace thrive::improvement
