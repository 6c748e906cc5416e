// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/improvement/describe/describe.hpp"

namespace thrive::improvement {

/// One box of the diagram.
struct DiagramBox {
  enum class Kind { aim, driver, idea, ramp };
  Kind kind = Kind::aim;
  std::size_t place = 0;  // of the driver, idea or ramp in the theory or the project
  std::string id;
  std::string title;                 // in strong type
  std::vector<std::string> lines{};  // below it
  std::size_t column = 0;
  std::vector<std::size_t> parents{};  // boxes further left
  double x = 0, y = 0, width = 0, height = 0;
  std::vector<std::string> wrapped_title{}, wrapped_lines{};

  double middle() const { return y + height / 2; }
};

/// The boxes of the columns that are shown, placed: in each column by the mean place of what they drive, equals by the
/// order of the file.
struct Diagram {
  std::vector<std::string> columns;  // their headings
  std::vector<DiagramBox> boxes;
  double width = 0;
  double height = 0;
};
Diagram place_diagram(const Worked& worked, const Shown& shown);

}  // namespace thrive::improvement
