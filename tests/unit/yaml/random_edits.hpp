// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "libthrive/yaml/edit.hpp"
#include "tests/unit/yaml/corpus.hpp"

namespace thrive::tests {

/// A value of a document, and the way to it.
struct Target {
  yaml::NodeId id = yaml::no_node;
  yaml::Path path{};
};

/// All values of a document, the whole of it first.
std::vector<Target> edit_targets(const yaml::Document& document);

/// Some change of a value: another value, an entry more, another name, or its removal; with texts that are easily taken
/// for something else, and with lists and mappings.
yaml::Edit random_edit(const yaml::Document& document, const Target& target, Chance& chance);

}  // namespace thrive::tests
