// SPDX-License-Identifier: MIT
#include "libthrive/yaml/document.hpp"

#include <charconv>
#include <mutex>
#include <unordered_map>

namespace thrive::yaml {

namespace {

constexpr std::uint32_t long_collection = 16;  // shorter ones are searched faster than indexed

bool is_position(const std::string& step) {
  return !step.empty() && step.find_first_not_of("0123456789") == std::string::npos;
}

/// Keys that can stand in a path without quotes.
bool is_simple(const std::string& step) {
  return !step.empty() && step.find_first_of(" .[]\"\\\n\t") == std::string::npos;
}

std::string quoted(const std::string& step) {
  std::string result = "\"";
  for (const char character : step) {
    if (character == '"' || character == '\\') result += '\\';
    result += character;
  }
  return result + "\"";
}

}  // namespace

std::string format(const Path& path) {
  std::string result;
  for (const std::string& step : path) {
    if (is_position(step)) {
      result += "[" + step + "]";
    } else {
      if (!result.empty()) result += '.';
      result += is_simple(step) ? step : quoted(step);
    }
  }
  return result;
}

/// The entries of long collections, each listed when something in it is first looked for.
class Document::Index {
 public:
  /// The first key of its name.
  NodeId key_node(const Document& document, NodeId mapping, std::string_view key) {
    const std::lock_guard<std::mutex> held(lock_);
    const auto [keys, is_new] = keys_.try_emplace(mapping);
    if (is_new)
      for (NodeId at = document.node(mapping).first; at != no_node; at = document.node(document.node(at).next).next)
        keys->second.emplace(document.node(at).value, at);
    const auto found = keys->second.find(key);
    return found == keys->second.end() ? no_node : found->second;
  }
  NodeId item(const Document& document, NodeId sequence, std::uint32_t position) {
    const std::lock_guard<std::mutex> held(lock_);
    const auto [items, is_new] = items_.try_emplace(sequence);
    if (is_new)
      for (NodeId at = document.node(sequence).first; at != no_node; at = document.node(at).next)
        items->second.push_back(at);
    return items->second[position];
  }

 private:
  std::mutex lock_;
  std::unordered_map<NodeId, std::unordered_map<std::string_view, NodeId>> keys_;
  std::unordered_map<NodeId, std::vector<NodeId>> items_;
};

Document::Document() : index_(std::make_shared<Index>()) {}

NodeId Document::key_node(NodeId mapping, std::string_view key) const {
  if (mapping >= nodes_.size() || node(mapping).kind != Kind::mapping) return no_node;
  if (node(mapping).count >= long_collection) return index_->key_node(*this, mapping, key);
  for (NodeId at = node(mapping).first; at != no_node; at = nodes_[nodes_[at].next].next)
    if (node(at).value == key) return at;
  return no_node;
}

NodeId Document::last_child(NodeId id) const {
  NodeId last = no_node;
  for (NodeId at = node(id).first; at != no_node; at = nodes_[at].next) last = at;
  return last;
}

NodeId Document::child(NodeId mapping, std::string_view key) const {
  const NodeId found = key_node(mapping, key);
  return found == no_node ? no_node : nodes_[found].next;
}

NodeId Document::find_item(NodeId sequence, std::string_view position) const {
  if (sequence >= nodes_.size() || node(sequence).kind != Kind::sequence) return no_node;
  std::uint32_t left = 0;
  const auto [end, error] = std::from_chars(position.data(), position.data() + position.size(), left);
  if (error != std::errc() || end != position.data() + position.size() || left >= node(sequence).count) return no_node;
  if (node(sequence).count >= long_collection) return index_->item(*this, sequence, left);
  NodeId item = node(sequence).first;
  while (left-- > 0) item = nodes_[item].next;
  return item;
}

NodeId Document::find(const Path& path) const {
  NodeId at = root();
  for (const std::string& step : path) {
    if (at == no_node) return no_node;
    at = node(at).kind == Kind::sequence ? find_item(at, step) : child(at, step);
  }
  return at;
}

text::Place Document::place(NodeId id) const {
  if (id >= nodes_.size()) return text::whole_file(source_->name());
  return text::place_of(*source_, nodes_[id].text);
}

}  // namespace thrive::yaml
