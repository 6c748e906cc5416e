// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/pathway/comparison.hpp"
#include "libthrive/pathway/findings/describe_findings.hpp"
#include "libthrive/pathway/key_figures.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::pathway {

/// Everything about one side of a comparison that a report needs.
struct ComparedSide {
  Side side;
  std::string name;  // for sentences: the pathway's name, or the project's when two are compared
  Analysis analysis;
  std::vector<text::Diagnostic> findings;
};

/// A comparison for reading: what is in both, what in one, what changed, and how every figure and finding moves.
report::Document describe_comparison(const ComparedSide& a, const ComparedSide& b, const Comparison& comparison);
/// One row a service, flow, changed field and figure.
report::Table comparison_table(const ComparedSide& a, const ComparedSide& b, const Comparison& comparison);
/// The JSON of `pathway-map compare`.
text::Value comparison_contract(const ComparedSide& a, const ComparedSide& b, const Comparison& comparison);

}  // namespace thrive::pathway
