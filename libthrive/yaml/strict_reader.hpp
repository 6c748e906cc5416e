// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "libthrive/yaml/scalars.hpp"
#include "libthrive/yaml/strict.hpp"

namespace thrive::yaml {

/// The strict reader at work: one cursor over the bytes, one function for each form of YAML.
///
/// Between nodes the cursor rests on the first byte of the next content, whose column is known; -1 stands for the end
/// of the document. A mistake is thrown as `Stop` after it has been noted and caught by the innermost block collection,
/// which goes on at the next line that cannot belong to the spoilt entry.
class StrictReader {
 public:
  /// Reads the builder's source into the builder; what is wrong goes to `problems`.
  StrictReader(DocumentBuilder& builder, const Limits& limits, text::Diagnostics& problems);
  /// Reads the whole file, once.
  Reading read();

 private:
  /// What announced a value, and so what may follow on the same line.
  enum class After { start, document_marker, key, dash };
  /// A mistake was noted; the innermost block collection goes on behind it.
  struct Stop {};
  /// So many mistakes were noted that the rest of the file is left alone.
  struct Enough {};
  /// A scalar that was scanned and is not yet part of the document: it may turn out to be a key.
  struct Scalar {
    text::Span span;
    Style style = Style::plain;
    std::string_view value;
    bool several_lines = false;
    bool before_colon = false;  // the cursor is at the `:` that makes it a key
  };
  /// Where a node hangs: its parent, its indicator and the column of the block collection around it.
  struct Slot {
    NodeId parent = no_node;
    std::uint32_t indicator = 0;
    int indent = -1;
  };
  /// Counts how deep collections lie in each other while it lives.
  class Level {
   public:
    explicit Level(StrictReader& reader);
    ~Level() { --reader_.depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    StrictReader& reader_;
  };

  // strict_block.cpp
  /// Reads one entry; after a mistake moves to the next line that is not indented deeper than `column`.
  template <class Entry>
  bool attempt(int column, Entry entry);
  /// Moves to the next line that is not indented deeper than `column`.
  void recover(int column);
  /// The one document, with its marks.
  void read_document();
  /// Nothing but `...` and comments may be left.
  void expect_document_end();
  /// What follows an indicator, on its line or below.
  void read_value(const Slot& slot, After after);
  /// A value that starts on the line of its indicator.
  void read_on_same_line(const Slot& slot, After after);
  /// A value that starts a line.
  void read_on_own_line(const Slot& slot);
  /// A scalar, brackets, or, where the scalar turns out to be a key, a mapping.
  void read_scalar_or_mapping(const Slot& slot, bool mapping_allowed, bool own_line);
  /// A block list whose first `-` is at the cursor.
  void read_sequence(const Slot& slot, int column);
  /// Notes what is wrong with a line among list items that is none.
  void next_entry_is_no_item(int column);
  /// A block mapping whose first key was scanned.
  void read_mapping(const Slot& slot, int column, Scalar key);
  /// The next key of a block mapping.
  Scalar read_key(int column);
  /// Refuses a colon without a space where YAML wants one.
  void check_space_behind_colon(const char* key);
  /// Notes a line that starts between the columns around it.
  [[noreturn]] void next_entry_is_indented_wrongly(int column);

  // strict_scalar.cpp
  /// Plain text up to the end of its line.
  Scalar scan_plain_line(bool in_flow);
  /// Plain text over all its lines.
  Scalar scan_plain(int indent, bool in_flow, bool own_line);
  /// True when plain text goes on below; moves there.
  bool continues_plain(int indent, bool in_flow);
  /// A further line of plain text.
  Scalar scan_next_plain_line(bool in_flow, bool own_line, std::string_view first_line);
  /// Plain text where a key must be.
  Scalar scan_plain_key();
  /// Refuses `name:value` alone on a line.
  void check_glued_key(const Scalar& scalar);
  /// Text in single or double quotes.
  Scalar scan_quoted(int indent);
  /// Moves over a line break inside quotes.
  void to_next_quoted_line(int indent, const char* opening);
  /// Notes a quote that nothing closes.
  [[noreturn]] void fail_unclosed_quote(const char* opening);
  /// The value of quoted text, kept for as long as the document.
  std::string_view unquote(std::string_view inner, char quote);
  /// The signs behind `|` or `>`.
  BlockHeader read_block_header();
  /// How deep the lines of a block are indented.
  int find_block_indentation(int indent);
  /// The lines below `|` or `>`; leaves the cursor at the next content.
  Scalar scan_block(int indent);
  /// Refuses text and keys beyond the limits.
  void check_length(const Scalar& scalar, const char* at);
  /// Adds a node, within the limit.
  NodeId add(const Slot& slot, const Node& node);
  /// Adds a scalar, or null where it is one of the words for it.
  void add_scalar(const Slot& slot, const Scalar& scalar, int column);
  /// Adds a value that is not written.
  void add_null(const Slot& slot, std::uint32_t at, int column);
  /// Adds a key to its mapping.
  NodeId add_key(NodeId mapping, const Scalar& key, int column);

  // strict_flow.cpp
  /// A list or mapping in brackets.
  void read_flow(const Slot& slot);
  /// A value inside brackets.
  void read_flow_item(const Slot& slot);
  /// A key with its value inside `{` and `}`.
  void read_flow_pair(NodeId mapping, int indent, const char* opening);
  /// Moves over spaces, comments and line breaks inside brackets.
  void skip_flow_trivia(int indent, const char* opening);
  /// Notes a bracket of the other kind.
  [[noreturn]] void fail_wrong_bracket(const char* opening);
  /// Notes two entries without a comma.
  [[noreturn]] void fail_missing_comma(const char* opening);
  /// Notes a bracket that nothing closes.
  [[noreturn]] void fail_unclosed_bracket(const char* opening);

  // strict_reader.cpp
  /// Moves over spaces and tabs.
  void skip_blanks();
  /// Moves from the end of a line to the start of the next.
  void start_line();
  /// Moves to the next line with content and finds its column.
  void to_next_content();
  /// Behind a node, named by a word (`quote`): only a comment may follow. Moves to the next content.
  void finish_line(std::string_view what);
  /// Moves to the end of the line.
  void skip_rest_of_line();
  /// At a tab that starts a line: notes it unless the line is empty.
  void check_tab_indentation();
  /// True at a `-` that announces a list item.
  bool at_dash() const { return *at_ == '-' && is_blank_or_end(at_[1]); }
  /// True at `---` or `...`.
  bool at_marker() const;
  /// Refuses characters that no plain text may start with.
  void check_start_of_plain(bool in_flow, bool own_line);
  /// Refuses the dashes and bullets of word processors in front of a list item.
  void check_wrong_dash();
  /// Notes a line without the colon of its key.
  [[noreturn]] void fail_no_colon(std::string_view text, const char* at);
  /// Notes text that starts with a sign of YAML's own.
  [[noreturn]] void fail_reserved();
  /// From a byte to the end of its line, without trailing spaces.
  std::string_view rest_of_line(const char* from) const;
  /// Counted from the start of the file.
  std::uint32_t offset(const char* at) const { return static_cast<std::uint32_t>(at - begin_); }
  /// Notes a mistake and gives up the entry.
  [[noreturn]] void fail(const char* at, std::string code, text::Value::Map facts = {});
  /// Leaves the file to the other reader; `form` is a case of `yaml-syntax`.
  [[noreturn]] void give_up(const char* at, std::string_view form);
  /// Adds a problem with its place.
  void note(const char* at, std::string code, text::Value::Map facts);
  /// Where a byte is, as problems name it.
  text::Place place(const char* at) const { return {builder_.source().name(), builder_.source().position(offset(at))}; }

  DocumentBuilder& builder_;
  const Limits& limits_;
  text::Diagnostics& problems_;
  const char* begin_;
  const char* end_;
  const char* at_;
  const char* line_;        // the first byte of the line that holds the cursor
  int column_ = -1;         // of the next content, in bytes
  int closed_column_ = -1;  // of the block collection that ended last, for the message about a line between columns
  const char* block_header_end_ = nullptr;  // behind the `|-` of the block read last
  const char* last_tab_ = nullptr;          // the last tab that was reported
  int depth_ = 0;
  int noted_ = 0;
  bool tabs_seen_ = false;  // columns mean nothing any more: only further tabs are worth a message
  bool unknown_seen_ = false;
  bool wrong_seen_ = false;
};

/// A stretch of the file as it goes into a message: one line, at most 40 characters.
std::string excerpt(std::string_view text);

}  // namespace thrive::yaml
