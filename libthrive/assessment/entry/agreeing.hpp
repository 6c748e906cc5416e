// SPDX-License-Identifier: MIT
//
// What the room may agree of what the tables scored, and what it has to say with it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/model/assessments.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::assessment {

/// Lowest and highest score that the tables gave an item; nothing when none did.
std::optional<std::pair<int, int>> range_of_tables(const model::Assessment& assessment, std::string_view item);

/// What somebody says that the room agreed for an item.
struct WrittenAgreement {
  std::string item, score, reason;
  bool replace = false;         // what was agreed before
  bool without_reason = false;  // the reason that is there is to go
};
/// The agreed score, checked: a known item, a score of the scale, a reason where it leaves the range of the tables, and
/// nothing agreed before unless it is to be replaced. The reason that is there counts for the score that is there.
/// Nothing, with a problem at `place`, otherwise.
std::optional<model::Score> check_agreement(const WrittenAgreement& written, const model::Assessment& assessment,
                                            const model::Instrument& instrument, const text::Place& place,
                                            text::Diagnostics& problems);

/// The same of what stands in a file already: agreed scores that no table said and that have no reason.
std::vector<findings::Finding> agreed_without_reason(const std::string& id, const model::Assessment& assessment);

}  // namespace thrive::assessment
