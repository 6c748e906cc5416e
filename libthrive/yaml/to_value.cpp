// SPDX-License-Identifier: MIT
#include <string>
#include <utility>

#include "libthrive/yaml/edit.hpp"

namespace thrive::yaml {

text::Value to_value(const Document& document, NodeId id) {
  if (id >= document.size()) return nullptr;
  const Node& node = document.node(id);
  switch (node.kind) {
    case Kind::null:
      return nullptr;
    case Kind::scalar:
      return std::string(node.value);
    case Kind::sequence: {
      text::Value::List list;
      list.reserve(node.count);
      for (NodeId item = node.first; item != no_node; item = document.node(item).next)
        list.push_back(to_value(document, item));
      return list;
    }
    case Kind::mapping:
      break;
  }
  text::Value::Map map;
  map.reserve(node.count);
  for (NodeId key = node.first; key != no_node;) {
    const NodeId value = document.node(key).next;
    map.emplace_back(std::string(document.node(key).value), to_value(document, value));
    key = document.node(value).next;
  }
  return map;
}

}  // namespace thrive::yaml
