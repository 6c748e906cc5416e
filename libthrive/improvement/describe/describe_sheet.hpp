// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/improvement/describe/shown.hpp"

namespace thrive::improvement {

/// The blank diagram, the page for the workshop and the labels for sticky notes, on A3.
report::Document describe_sheet(const model::Project& project);
/// A blank fishbone, a chain of whys and a tally, on A3.
report::Document describe_causes_sheet(const model::Project& project, const model::Vocabulary& vocabulary);

}  // namespace thrive::improvement
