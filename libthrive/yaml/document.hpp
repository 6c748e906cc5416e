// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::yaml {

/// Steps from the root: keys of mappings, positions of lists counted from 0 and written in digits.
using Path = std::vector<std::string>;
/// `pathways.current.flows[3].to`.
std::string format(const Path& path);

/// null: nothing is written, or plain `~` or `null`; then `text` and `value` hold that word.
enum class Kind : std::uint8_t { null, scalar, sequence, mapping };
enum class Style : std::uint8_t { plain, single_quoted, double_quoted, literal, folded, block, flow };

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = 0xffffffffu;

/// One node of a document, put together when it is asked for. Keys of a mapping are nodes too: its children alternate
/// key, value.
struct Node {
  Kind kind = Kind::null;
  Style style = Style::plain;
  text::Span text;              // from the first to behind the last byte of the node itself; empty for an empty value
  std::uint32_t indicator = 0;  // offset of the `-` or `:` that announces it; 0 for the root
  std::int32_t column =
      0;  // bytes from the start of the line to the first byte; a block collection has its entries' column
  NodeId parent = no_node;
  NodeId next = no_node;
  NodeId first = no_node;
  std::uint32_t count = 0;      // entries: pairs of a mapping, items of a sequence
  std::string_view value = {};  // of a scalar, unescaped and unfolded; lives as long as the document
};

/// How a document keeps a node. A project has a node for every ten bytes of its files, so every byte here counts: what
/// follows from something else is not kept. Nodes stand in the order of the file, so the first child of a collection is
/// the node behind it.
struct StoredNode {
  text::Span text;
  std::uint32_t indicator = 0;
  NodeId parent = no_node;
  NodeId next = no_node;
  std::uint32_t extra = 0;    // of a collection its count, of a scalar the number of its value among the unescaped
  std::uint32_t column : 26;  // a file has at most 64 MiB
  std::uint32_t kind : 2;
  std::uint32_t style : 3;
  std::uint32_t is_unescaped : 1;  // the value is not a stretch of the source
};

/// What a file may be at most. Larger input is refused with a message.
struct Limits {
  std::size_t bytes = 64u << 20;
  std::size_t scalar = 1u << 20;
  std::uint32_t nodes = 5'000'000;
  int depth = 64;
};

/// A parsed YAML file: the source, and a tree in which every key and value has its span.
class Document {
 public:
  Document();
  const text::Source& source() const { return *source_; }
  /// The same for whoever keeps it longer than the document.
  std::shared_ptr<const text::Source> shared_source() const { return source_; }
  NodeId root() const { return nodes_.empty() ? no_node : 0; }
  Node node(NodeId id) const;
  /// True for a scalar whose value is not a stretch of the source: quoted text with escapes, text over several lines.
  bool is_unescaped(NodeId id) const { return nodes_[id].is_unescaped != 0; }
  /// The last child of a collection; `no_node` when it has none.
  NodeId last_child(NodeId id) const;
  std::size_t size() const { return nodes_.size(); }
  // Finding something in a long collection makes an index of it at the first question; from several threads, too.

  /// The value of a key in a mapping; `no_node` when there is none.
  NodeId child(NodeId mapping, std::string_view key) const;
  /// The key node of a key in a mapping.
  NodeId key_node(NodeId mapping, std::string_view key) const;
  /// The item of a sequence at a position in digits, counted from 0; `no_node` when there is none.
  NodeId find_item(NodeId sequence, std::string_view position) const;
  /// The node at a path; `no_node` when there is none.
  NodeId find(const Path& path) const;
  text::Place place(NodeId id) const;

 private:
  friend class DocumentBuilder;
  class Index;
  std::shared_ptr<const text::Source> source_;
  std::vector<StoredNode> nodes_;
  std::shared_ptr<const std::deque<std::string>> unescaped_;  // values that are not bytes of the source
  std::shared_ptr<Index> index_;                              // of long collections
};

// Always part of the caller, so that what it does not ask for is not worked out.
[[gnu::always_inline]] inline Node Document::node(NodeId id) const {
  const StoredNode& stored = nodes_[id];
  Node node{static_cast<Kind>(stored.kind),
            static_cast<Style>(stored.style),
            stored.text,
            stored.indicator,
            static_cast<std::int32_t>(stored.column),
            stored.parent,
            stored.next};
  if (node.kind == Kind::sequence || node.kind == Kind::mapping) {
    node.count = stored.extra;
    if (node.count > 0) node.first = id + 1;
  } else if (stored.is_unescaped) {
    node.value = (*unescaped_)[stored.extra];
  } else {
    const std::uint32_t quotes = node.style == Style::plain ? 0 : 1;
    node.value = std::string_view(source_->bytes())
                     .substr(stored.text.begin + quotes, stored.text.end - stored.text.begin - 2 * quotes);
  }
  return node;
}

/// Reads one document. Every problem is added to `problems` with its place; nothing comes back when there was an error.
///
/// The strict reader of the project profile goes first. What it does not know is given to yaml-cpp's events and a
/// guided walk beside the bytes. Anchors, aliases, tags, merge keys, `?` keys, directives, a second document, duplicate
/// keys, tabs as indentation, invalid UTF-8 and control characters are errors with a hint.
std::optional<Document> parse(text::Source source, text::Diagnostics& problems, const Limits& limits = {});
std::optional<Document> parse(std::shared_ptr<const text::Source> source, text::Diagnostics& problems,
                              const Limits& limits = {});

}  // namespace thrive::yaml
