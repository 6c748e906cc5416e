// SPDX-License-Identifier: MIT
//
// What the forms of a theory have in common.
#pragma once

#include <string>
#include <vector>

#include "libthrive/improvement/checks/checks.hpp"
#include "libthrive/model/vocabulary.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::improvement {

using Findings = std::vector<text::Diagnostic>;

/// What part of a diagram is shown.
struct Shown {
  bool aim = true;
  bool primary = true;
  bool secondary = true;
  bool ideas = true;
  bool tests = true;
  bool state = true;  // marks of ideas, readings of measures, cycles of ramps
};

}  // namespace thrive::improvement
