// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "libthrive/pathway/analysis.hpp"
#include "libthrive/pathway/closing.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::pathway {

/// The JSON of `pathway-map analyse`, documented in pathway-map(1). Keys stay; numbers are not rounded; a figure that
/// does not exist is null.
text::Value contract(const Analysis& analysis, const std::vector<text::Diagnostic>& findings,
                     const std::optional<Loss>& loss = {});

/// A finding as the contract has it: code, severity, message, services, flows.
text::Value contract(const text::Diagnostic& finding);

}  // namespace thrive::pathway
