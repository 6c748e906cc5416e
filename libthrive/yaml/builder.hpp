// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/yaml/document.hpp"

namespace thrive::yaml {

/// Puts a document together, node by node in the order of the file; only readers use it.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(std::shared_ptr<const text::Source> source)
      : source_(std::move(source)), unescaped_(std::make_shared<std::deque<std::string>>()) {
    // More than nearly all files need: what is not used is never touched, and so takes no memory.
    nodes_.reserve(source_->bytes().size() / 5 + 16);
  }

  const text::Source& source() const { return *source_; }
  std::size_t size() const { return nodes_.size(); }
  Kind kind(NodeId id) const { return static_cast<Kind>(nodes_[id].kind); }
  Style style(NodeId id) const { return static_cast<Style>(nodes_[id].style); }
  int column(NodeId id) const { return static_cast<int>(nodes_[id].column); }
  /// The last child so far of a collection that is still being read; `no_node` when it has none.
  NodeId last_child(NodeId collection) const {
    for (std::size_t at = open_.size(); at-- > 0;)
      if (open_[at].collection == collection) return open_[at].last;
    return no_node;
  }
  void end_at(NodeId id, std::uint32_t offset) { nodes_[id].text.end = offset; }
  void end_at_last_child(NodeId collection) {
    if (const NodeId last = last_child(collection); last != no_node) end_at(collection, nodes_[last].text.end);
  }

  /// Adds a node behind its parent's last child. A key counts as an entry of its mapping, its value does not. Nodes
  /// come in the order of the file: a parent is the last collection that was added, or one around it.
  NodeId add(NodeId parent, const Node& description, bool counts) {
    const auto id = static_cast<NodeId>(nodes_.size());
    const bool is_collection = description.kind == Kind::sequence || description.kind == Kind::mapping;
    const bool is_unescaped = !is_collection && kept_.data() != nullptr && description.value.data() == kept_.data() &&
                              description.value.size() == kept_.size();
    nodes_.push_back({description.text, description.indicator, parent, no_node,
                      is_unescaped ? static_cast<std::uint32_t>(unescaped_->size() - 1) : 0,
                      static_cast<std::uint32_t>(description.column) & 0x3FFFFFFu,
                      static_cast<std::uint32_t>(description.kind) & 3u,
                      static_cast<std::uint32_t>(description.style) & 7u, is_unescaped});
    while (!open_.empty() && open_.back().collection != parent) open_.pop_back();
    if (!open_.empty()) {
      if (open_.back().last != no_node) nodes_[open_.back().last].next = id;
      open_.back().last = id;
      if (counts) ++nodes_[parent].extra;
    }
    if (is_collection) open_.push_back({id, no_node});
    return id;
  }

  /// Keeps a value that is not a stretch of the source for as long as the document lives.
  std::string_view keep(std::string value) { return kept_ = unescaped_->emplace_back(std::move(value)); }

  /// The document so far; the builder is empty afterwards.
  Document finish() {
    Document document;
    document.source_ = std::move(source_);
    document.nodes_ = std::move(nodes_);
    document.unescaped_ = std::move(unescaped_);
    return document;
  }

 private:
  struct OpenCollection {
    NodeId collection;
    NodeId last;
  };

  std::shared_ptr<const text::Source> source_;
  std::vector<StoredNode> nodes_;
  std::vector<OpenCollection> open_;  // the collections around the next node, outermost first
  std::shared_ptr<std::deque<std::string>> unescaped_;
  std::string_view kept_;  // the last of them: a node with just this value has it from here, not from the source
};

}  // namespace thrive::yaml
