// SPDX-License-Identifier: MIT
//
// Changes that rewrite what was said before anybody knew how it would come out.
#pragma once

#include <string>
#include <vector>

#include "libthrive/text/date.hpp"
#include "libthrive/versions/difference.hpp"
#include "libthrive/versions/version.hpp"

namespace thrive::versions {

/// Marks the changes to look at first with the code that says why: a prediction changed after doing began, a score
/// agreed anew without a new date, a target moved after it was missed, a dissent taken out or reworded, a stop rule
/// loosened. Figures bring their own mark. A target was missed when its day is over on `today` and the last figure up
/// to that day, in the newer version or else the older, had not reached it.
void mark_attention(std::vector<Change>& changes, const Pair& pair, text::Date today);

/// Why to look at it, as a sentence.
std::string reason_to_look(const Change& change);

}  // namespace thrive::versions
