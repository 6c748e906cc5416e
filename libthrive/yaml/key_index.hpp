// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <unordered_map>

#include "libthrive/yaml/document.hpp"

namespace thrive::yaml {

/// Finds keys of one document, many times: a long mapping is indexed when it is first asked, a short one searched.
/// The document must outlive this and stay as it is.
class KeyIndex {
 public:
  explicit KeyIndex(const Document& document) : document_(document) {}

  /// The key node of a key in a mapping; `no_node` when there is none, or when the node is no mapping.
  NodeId key_node(NodeId mapping, std::string_view key);
  /// The next node on a path: the value of a key, or the item at a position; `no_node` when there is none.
  NodeId step(NodeId from, std::string_view step);

 private:
  const Document& document_;
  std::unordered_map<NodeId, std::unordered_map<std::string_view, NodeId>> keys_;
};

}  // namespace thrive::yaml
