// SPDX-License-Identifier: MIT
//
// The JSON that other programs read; keys may be added, none renamed.
#pragma once

#include "libthrive/standing/describe/reported.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::standing {

/// `thrive status`: the chain, the dates and the findings that are told; null for a part that is not.
text::Value status_contract(const Reported& reported);

}  // namespace thrive::standing
