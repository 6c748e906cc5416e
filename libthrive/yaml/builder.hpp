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
    nodes_.reserve(source_->bytes().size() / 12 + 16);
  }

  const text::Source& source() const { return *source_; }
  Node& node(NodeId id) { return nodes_[id]; }
  std::size_t size() const { return nodes_.size(); }

  /// Adds a node behind its parent's last child. A key counts as an entry of its mapping, its value does not.
  NodeId add(NodeId parent, const Node& description, bool counts) {
    const auto id = static_cast<NodeId>(nodes_.size());
    nodes_.push_back(description);
    nodes_.back().parent = parent;
    if (parent == no_node) return id;
    Node& above = nodes_[parent];
    if (above.last == no_node)
      above.first = id;
    else
      nodes_[above.last].next = id;
    above.last = id;
    if (counts) ++above.count;
    return id;
  }

  /// Keeps a value that is not a stretch of the source for as long as the document lives.
  std::string_view keep(std::string value) { return unescaped_->emplace_back(std::move(value)); }

  /// The document so far; the builder is empty afterwards.
  Document finish() {
    Document document;
    document.source_ = std::move(source_);
    document.nodes_ = std::move(nodes_);
    document.unescaped_ = std::move(unescaped_);
    return document;
  }

 private:
  std::shared_ptr<const text::Source> source_;
  std::vector<Node> nodes_;
  std::shared_ptr<std::deque<std::string>> unescaped_;
};

}  // namespace thrive::yaml
