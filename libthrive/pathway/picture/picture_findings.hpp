// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "libthrive/model/vocabulary.hpp"
#include "libthrive/pathway/analysis.hpp"
#include "libthrive/pathway/picture/picture_part.hpp"

namespace thrive::pathway {

/// The few findings that belong below a map, each in one or two short sentences with the services to mark: one door,
/// the most assessments, the most waiting, a growing queue, back and forth, no way in, doors that do not lead
/// everywhere, sectors. Those that a map does not have are left out, and those about services or flows that a `part` of
/// it does not draw. `analyse` says everything else.
std::vector<PictureEvidence> picture_findings(const Analysis& analysis, const model::Vocabulary& vocabulary,
                                              const PicturePart* part = nullptr);

/// The services that others can be reached only through, for the thick frames: those with three or more behind them.
std::vector<std::string> picture_gatekeepers(const Analysis& analysis);

}  // namespace thrive::pathway
