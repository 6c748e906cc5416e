// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "libthrive/model/project.hpp"
#include "libthrive/priorities/consensus.hpp"
#include "libthrive/priorities/describe/describe_words.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::priorities {

/// The heading of every report of a project.
struct Heading {
  std::string project;
  std::string classification;
};
/// The name and classification of a project.
Heading heading_of(const model::Project& project);

/// What to show beyond the result.
struct DescribeOptions {
  bool all_methods = false;  // ranks under every method, Schulze, ranked pairs, Kemeny and agreement figures in full
};

/// The result for the room: the rule in one sentence, the list, ties, why each is in, how sure it is, the minority
/// report, other methods, and what the room agreed beside what was counted.
report::Document describe_consensus(const Consensus& consensus, const ItemNames& names, const Heading& heading,
                                    const std::optional<model::AgreedPriorities>& agreed,
                                    const DescribeOptions& options = {});

/// Every table's list as a grid of items and tables with the points behind it, as SVG: readable in black and white.
std::string draw_consensus(const Consensus& consensus, const ItemNames& names, const Heading& heading,
                           const std::optional<model::AgreedPriorities>& agreed);

}  // namespace thrive::priorities
