// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/gaps/draft.hpp"
#include "libthrive/model/gaps.hpp"
#include "libthrive/records/edit.hpp"

namespace thrive::gaps {

/// A sheet that the project does not have yet, its status first.
records::Edit begin_sheet(const std::string& priority, const model::GapSheet& sheet);

/// What was drafted, as it goes into the project; what a person wrote stays.
std::vector<records::Edit> changes_of(const Draft& draft);

}  // namespace thrive::gaps
