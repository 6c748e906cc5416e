// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "libthrive/journeys/gate.hpp"
#include "libthrive/tables/row.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::journeys {

/// The faults of an extract, to be said when it has been read: the first few of a kind by their places, the others as a
/// number.
class Faults {
 public:
  /// A fault in a cell; `column` is its title.
  void add(const char* code, const tables::Row& row, std::size_t cell, const std::string& column);
  void say(const std::string& file, text::Diagnostics& problems) const;

 private:
  struct Kind {
    const char* code;
    std::string column;
    std::vector<text::Place> places;
    std::size_t count = 0;
  };
  std::vector<Kind> kinds_;
};

/// Says what the gate has found.
void say_faults(const std::string& file, const std::vector<Fault>& faults, text::Diagnostics& problems);

}  // namespace thrive::journeys
