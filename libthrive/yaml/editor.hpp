// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/yaml/edit.hpp"
#include "libthrive/yaml/manner.hpp"

namespace thrive::yaml {

/// Thrown by the editor where an edit cannot be done, or not safely; `apply` turns it into a refusal.
struct CannotEdit {
  text::Place place;
  std::string message;
  std::string hint;
};

/// Turns one edit of one document into replacements of bytes. Nothing here changes anything: `apply` does, and checks.
class Editor {
 public:
  Editor(const Document& document, const Manner& manner) : document_(document), manner_(manner) {}
  std::vector<Replacement> plan(const Edit& edit);

 private:
  // edit_set.cpp
  void set(NodeId id, const text::Value& value, Layout layout);
  void set_root(const text::Value& value, Layout layout);
  void set_empty(NodeId id, const text::Value& value, Layout layout);
  void set_scalar(NodeId id, const text::Value& value, Layout layout);
  void set_collection(NodeId id, const text::Value& value, Layout layout);
  void set_block_scalar(NodeId id, const text::Value& value, Layout layout);
  Written write_behind_indicator(NodeId id, const text::Value& value, Layout layout) const;
  std::string rewrite_in_style(const Node& node, const text::Value& value, Context context) const;

  // edit_add.cpp
  void append(NodeId list, const text::Value& value, Layout layout);
  void insert(NodeId mapping, const std::string& key, const text::Value& value, Layout layout);
  void add_to_block(NodeId collection, const std::string& key, const text::Value& value, Layout layout);
  void add_to_flow(NodeId collection, const std::string& text);
  void set_collection_or_empty(NodeId id, const text::Value& value, Layout layout);
  void add_to_root(const std::string& text);
  std::string without_end(const std::string& text) const;
  NodeId last_key(NodeId mapping) const;
  std::uint32_t end_of_block(NodeId collection) const;
  std::string blank_line_between(NodeId collection) const;
  Layout layout_of_siblings(NodeId collection, const text::Value& value, Layout layout) const;
  Manner manner_within(NodeId collection) const;
  int column_of_values(NodeId mapping) const;
  std::string write_key(NodeId mapping, const std::string& key, Context context) const;

  // edit_remove.cpp
  void remove(const Path& path);
  void remove_from_block(NodeId collection, NodeId begin, NodeId value);
  void remove_only_entry(NodeId collection);
  void remove_first_behind_dash(NodeId collection, std::uint32_t start, NodeId value, NodeId next);
  void remove_from_flow(NodeId collection, NodeId begin, NodeId value);
  void remove_lines_from_flow(std::uint32_t start, std::uint32_t end, std::uint32_t behind_previous);
  std::uint32_t start_of_entry(NodeId collection, NodeId begin) const;
  bool has_comment_between(std::uint32_t begin, std::uint32_t end) const;
  NodeId previous_value(NodeId collection, NodeId begin) const;
  std::uint32_t start_of_comments_above(std::uint32_t line, int column) const;
  std::uint32_t end_of_comments_below(std::uint32_t line, int column) const;

  // editor.cpp
  const Node& node(NodeId id) const { return document_.node(id); }
  std::string_view bytes() const { return document_.source().bytes(); }
  bool is_in_flow(NodeId id) const;
  bool is_key_value(NodeId id) const;
  std::uint32_t behind_indicator(NodeId id) const;
  std::uint32_t line_start(std::uint32_t at) const;
  std::uint32_t line_end(std::uint32_t at) const;   // at the line break, or the end of the file
  std::uint32_t next_line(std::uint32_t at) const;  // behind the line break
  std::uint32_t skip_blanks(std::uint32_t at) const;
  std::uint32_t skip_blanks_back(std::uint32_t at) const;
  bool is_comment_line(std::uint32_t line, int& column) const;
  bool ends_file(std::uint32_t at) const { return at >= bytes().size(); }
  void replace(std::uint32_t begin, std::uint32_t end, std::string text);
  void put(std::uint32_t at, std::string text) { replace(at, at, std::move(text)); }
  [[noreturn]] void refuse(NodeId id, std::string message, std::string hint = {}) const;

  const Document& document_;
  Manner manner_;
  std::vector<Replacement> replacements_;
};

}  // namespace thrive::yaml
