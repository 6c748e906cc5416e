// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/ramps/describe/describe.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::ramps {

/// What `pdsa list -f json` prints.
text::Value list_contract(const Reported& reported);
/// What `pdsa show -f json` prints: the ramp as it is recorded, and what its measures say.
text::Value ramp_contract(const Reported& reported, const RampState& ramp);
/// What `pdsa check -f json` prints.
text::Value checks_contract(const std::vector<text::Diagnostic>& findings, const std::vector<Rate>& rates);

}  // namespace thrive::ramps
