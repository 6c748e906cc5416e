// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/improvement/draw/place_diagram.hpp"

namespace thrive::improvement {

/// The picture; `on_a3` gives it the size of an A3 page on its side. `sentences` stand below it.
std::string draw_diagram(const Worked& worked, const Shown& shown, const std::vector<std::string>& sentences,
                         bool on_a3);
/// The picture, with the outline where pictures cannot be seen, and the sentences.
report::Document diagram_document(const Worked& worked, const Shown& shown, const std::vector<std::string>& sentences);
/// The warnings among findings, at most five.
std::vector<std::string> sentences_of(const Findings& findings);

}  // namespace thrive::improvement
