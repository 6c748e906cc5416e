// SPDX-License-Identifier: MIT
//
// The driver diagram as a picture: the aim stands left, what drives it to its right, then ideas and the ramps that test
// them.
#pragma once

#include <optional>
#include <string>
#include <vector>

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

/// The picture; `on_a3` gives it the size of an A3 page on its side. `sentences` stand below it.
std::string draw_diagram(const Worked& worked, const Shown& shown, const std::vector<std::string>& sentences,
                         bool on_a3);
std::string diagram_as_dot(const Worked& worked, const Shown& shown);
std::string diagram_as_mermaid(const Worked& worked, const Shown& shown);
/// The picture, with the outline where pictures cannot be seen, and the sentences.
report::Document diagram_document(const Worked& worked, const Shown& shown, const std::vector<std::string>& sentences);
/// The warnings among findings, at most five.
std::vector<std::string> sentences_of(const Findings& findings);

}  // namespace thrive::improvement
