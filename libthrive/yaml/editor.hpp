// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "libthrive/yaml/edit.hpp"
#include "libthrive/yaml/key_index.hpp"
#include "libthrive/yaml/manner.hpp"

namespace thrive::yaml {

/// Thrown by the editor where an edit cannot be done, or not safely; `apply` turns it into a refusal.
struct CannotEdit {
  text::Place place;
  std::string message;
  std::string hint;
};

/// Where an edit that gives a value works.
struct Site {
  enum class How { adds_entry, adds_item, replaces, nowhere };
  How how = How::nowhere;  // nowhere: a list on the way has no item `key`
  NodeId node = no_node;   // the collection that gets an entry or an item, or the node that gets another value
  std::string key{};       // of the new entry
  text::Value value{};     // of the new entry or item, with the collections that were missing on the way
  std::size_t groups = 0;  // how many those are
};

/// A text with some of its bytes replaced; empty when two replacements overlap. They are sorted by their offset.
std::string replaced(std::string_view bytes, const std::vector<Replacement>& replacements);

/// False for removals and new names.
bool gives_value(const Edit& edit);

/// Turns one edit of one document into replacements of bytes. Nothing here changes anything: `apply` does, and checks.
class Editor {
 public:
  /// Edits one document in the manner it was written.
  Editor(const Document& document, const Manner& manner) : document_(document), manner_(manner), index_(document) {}
  /// The replacements that make one edit; none when it changes nothing.
  std::vector<Replacement> plan(const Edit& edit);
  /// Where an edit works; not for removals and new names.
  Site locate(const Edit& edit) const;
  /// The same as `plan(edit)` for an edit whose site is known. One editor may plan many edits of one document.
  std::vector<Replacement> plan(const Edit& edit, const Site& site);

 private:
  // edit_set.cpp
  /// Gives a node another value.
  void set(NodeId id, const text::Value& value, Layout layout);
  /// Gives an empty file its content.
  void set_root(const text::Value& value, Layout layout);
  /// Gives a value to a key or `-` with nothing behind it.
  void set_empty(NodeId id, const text::Value& value, Layout layout, std::size_t groups = 0);
  /// Replaces plain or quoted text.
  void set_scalar(NodeId id, const text::Value& value, Layout layout, std::size_t groups = 0);
  /// Replaces a whole list or mapping.
  void set_collection(NodeId id, const text::Value& value, Layout layout, std::size_t groups = 0);
  /// Replaces the lines below a `|` or `>`.
  void set_block_scalar(NodeId id, const text::Value& value, Layout layout);
  /// A value as it follows its indicator; the outermost `groups` of it are new collections around what was asked for.
  Written write_behind_indicator(NodeId id, const text::Value& value, Layout layout, std::size_t groups = 0) const;
  /// A value in the quotes of the old one.
  std::string rewrite_in_style(const Node& node, const text::Value& value, Context context) const;

  // edit_add.cpp
  /// Adds an item to a list.
  void append(NodeId list, const text::Value& value, Layout layout);
  /// Adds an entry to a mapping.
  void insert(NodeId mapping, const std::string& key, const text::Value& value, Layout layout, std::size_t groups);
  /// Adds a line, or several, to a block collection.
  void add_to_block(NodeId collection, const std::string& key, const text::Value& value, Layout layout,
                    std::size_t groups);
  /// Adds text inside brackets.
  void add_to_flow(NodeId collection, const std::string& text);
  /// Replaces `[]`, `{}`, null or nothing.
  void set_collection_or_empty(NodeId id, const text::Value& value, Layout layout, std::size_t groups);
  /// Adds the first entry to brackets that hold a comment.
  void add_below_comment(NodeId brackets, const text::Value& value);
  /// Adds lines to a file without content.
  void add_to_root(const std::string& text);
  /// Text without its final line ending.
  std::string without_end(const std::string& text) const;
  /// The key of a mapping's last entry.
  NodeId last_key(NodeId mapping) const;
  /// Where the next entry of a block collection goes.
  std::uint32_t end_of_block(NodeId collection) const;
  /// How the entries of a block collection are written; learned once.
  struct Neighbours {
    Manner manner{};
    bool are_spaced_out = false;  // entries are set apart by an empty line
    int column_of_values = 0;
    bool lists_on_one_line = false;
    bool mappings_on_one_line = false;
  };
  const Neighbours& neighbours(NodeId collection) const;
  /// True when most entries are set apart by an empty line.
  bool are_spaced_out(NodeId collection) const;
  /// How the line ends that an offset is the end of.
  std::string line_break_at(std::uint32_t at) const;
  /// True when every neighbour of this kind that could be longer stands on one line.
  bool siblings_on_one_line(NodeId collection, Kind kind) const;
  /// True when a neighbour has a key in common with a new entry.
  bool has_sibling_like(NodeId collection, const text::Value& value) const;
  /// The layout that the neighbours have.
  Layout layout_of_siblings(NodeId collection, const text::Value& value, Layout layout) const;
  /// The manner that a collection shows.
  Manner manner_within(NodeId collection) const;
  /// Where values are lined up.
  int column_of_values(NodeId mapping) const;
  /// A key as its neighbours are written.
  std::string write_key(NodeId mapping, const std::string& key, Context context) const;

  // edit_rename.cpp
  /// Gives a key another name.
  void rename(const Path& path, const std::string& key);

  // edit_remove.cpp
  /// Takes an entry out.
  void remove(const Path& path);
  /// Takes the lines of an entry out.
  void remove_from_block(NodeId collection, NodeId begin, NodeId value);
  /// Leaves `[]` or `{}`.
  void remove_only_entry(NodeId collection);
  /// Moves the next entry up to its `-`.
  void remove_first_behind_dash(NodeId collection, std::uint32_t start, NodeId value, NodeId next);
  /// Takes an entry and a comma out of brackets.
  void remove_from_flow(NodeId collection, NodeId begin, NodeId value);
  /// Takes an entry out of brackets that have comments in them.
  void remove_beside_comments(std::uint32_t start, std::uint32_t end, std::optional<std::uint32_t> comma);
  /// The comma between two entries of brackets.
  std::optional<std::uint32_t> find_comma(std::uint32_t begin, std::uint32_t end) const;
  /// The first byte of an entry.
  std::uint32_t start_of_entry(NodeId collection, NodeId begin) const;
  /// True when a `#` stands in a stretch of bytes.
  bool has_comment_between(std::uint32_t begin, std::uint32_t end) const;
  /// The value of the entry before.
  NodeId previous_value(NodeId collection, NodeId begin) const;
  /// The first of the comment lines that belong to an entry.
  std::uint32_t start_of_comments_above(std::uint32_t line, int column) const;
  /// Behind the comment lines that belong to an entry.
  std::uint32_t end_of_comments_below(std::uint32_t line, int column) const;

  // editor.cpp
  /// A node of the document.
  Node node(NodeId id) const { return document_.node(id); }
  /// The bytes of the document.
  std::string_view bytes() const { return document_.source().bytes(); }
  /// True inside brackets.
  bool is_in_flow(NodeId id) const;
  /// True for `a: 1` inside `[a: 1]`, a mapping of one entry without braces.
  bool is_compact_pair(NodeId collection) const;
  /// True for the value of a key.
  bool is_key_value(NodeId id) const;
  /// The byte behind a value's `:` or `-`.
  std::uint32_t behind_indicator(NodeId id) const;
  /// The first byte of a line.
  std::uint32_t line_start(std::uint32_t at) const;
  /// The end of a line, before its break.
  std::uint32_t line_end(std::uint32_t at) const;
  /// The first byte of the next line, or the end of the file.
  std::uint32_t next_line(std::uint32_t at) const;
  /// The next byte that is no space or tab.
  std::uint32_t skip_blanks(std::uint32_t at) const;
  /// Behind the last byte before that is no space or tab.
  std::uint32_t skip_blanks_back(std::uint32_t at) const;
  /// True when a line holds a comment alone, which starts in `column`.
  bool is_comment_line(std::uint32_t line, int& column) const;
  /// True at the end of the file.
  bool ends_file(std::uint32_t at) const { return at >= bytes().size(); }
  /// Plans to put text in place of bytes.
  void replace(std::uint32_t begin, std::uint32_t end, std::string text);
  /// Plans to add text.
  void put(std::uint32_t at, std::string text) { replace(at, at, std::move(text)); }
  /// Says why an edit is not made.
  [[noreturn]] void refuse(NodeId id, std::string message, std::string hint = {}) const;

  const Document& document_;
  Manner manner_;
  std::vector<Replacement> replacements_;
  mutable KeyIndex index_;
  mutable std::unordered_map<NodeId, Neighbours> neighbours_;
};

}  // namespace thrive::yaml
