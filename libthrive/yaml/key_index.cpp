// SPDX-License-Identifier: MIT
#include "libthrive/yaml/key_index.hpp"

namespace thrive::yaml {

namespace {

// Shorter mappings are searched faster than indexed.
constexpr std::uint32_t long_mapping = 16;

}  // namespace

NodeId KeyIndex::key_node(NodeId mapping, std::string_view key) {
  if (mapping == no_node || document_.node(mapping).kind != Kind::mapping) return no_node;
  if (document_.node(mapping).count < long_mapping) return document_.key_node(mapping, key);
  const auto [known, is_new] = keys_.try_emplace(mapping);
  if (is_new)
    for (NodeId at = document_.node(mapping).first; at != no_node; at = document_.node(document_.node(at).next).next)
      known->second.emplace(document_.node(at).value, at);
  const auto found = known->second.find(key);
  return found == known->second.end() ? no_node : found->second;
}

NodeId KeyIndex::step(NodeId from, std::string_view step) {
  if (from == no_node) return no_node;
  if (document_.node(from).kind == Kind::sequence) return document_.find_item(from, step);
  const NodeId key = key_node(from, step);
  return key == no_node ? no_node : document_.node(key).next;
}

}  // namespace thrive::yaml
