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
  StrictReader(DocumentBuilder& builder, const Limits& limits, text::Diagnostics& problems);
  Reading read();

 private:
  /// What announced a value, and so what may follow on the same line.
  enum class After { start, document_marker, key, dash };
  struct Stop {};
  struct Enough {};
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
  template <class Entry>
  bool attempt(int column, Entry entry);
  void recover(int column);
  void read_document();
  void expect_document_end();
  void read_value(const Slot& slot, After after);
  void read_on_same_line(const Slot& slot, After after);
  void read_on_own_line(const Slot& slot);
  void read_scalar_or_mapping(const Slot& slot, bool mapping_allowed, bool own_line);
  void read_sequence(const Slot& slot, int column);
  void next_entry_is_no_item(int column);
  void read_mapping(const Slot& slot, int column, Scalar key);
  Scalar read_key(int column);
  void check_space_behind_colon(const char* key);
  [[noreturn]] void next_entry_is_indented_wrongly(int column);

  // strict_scalar.cpp
  Scalar scan_plain_line(bool in_flow);
  Scalar scan_plain(int indent, bool in_flow, bool own_line);
  bool continues_plain(int indent, bool in_flow);
  Scalar scan_next_plain_line(bool in_flow, bool own_line, std::string_view first_line);
  Scalar scan_plain_key();
  void check_glued_key(const Scalar& scalar);
  Scalar scan_quoted(int indent);
  void to_next_quoted_line(int indent, const char* opening);
  [[noreturn]] void fail_unclosed_quote(const char* opening);
  std::string_view unquote(std::string_view inner, char quote);
  BlockHeader read_block_header();
  int find_block_indentation(int indent);
  Scalar scan_block(int indent);
  void check_length(const Scalar& scalar, const char* at);
  NodeId add(const Slot& slot, const Node& node);
  void add_scalar(const Slot& slot, const Scalar& scalar, int column);
  void add_null(const Slot& slot, std::uint32_t at, int column);
  NodeId add_key(NodeId mapping, const Scalar& key, int column);

  // strict_flow.cpp
  void read_flow(const Slot& slot);
  void read_flow_item(const Slot& slot);
  void read_flow_pair(NodeId mapping, int indent, const char* opening);
  void skip_flow_trivia(int indent, const char* opening);
  [[noreturn]] void fail_wrong_bracket(const char* opening);
  [[noreturn]] void fail_missing_comma(const char* opening);
  [[noreturn]] void fail_unclosed_bracket(const char* opening);

  // strict_reader.cpp
  void skip_blanks();
  void start_line();
  void to_next_content();
  void finish_line(std::string_view what);
  void skip_rest_of_line();
  void check_tab_indentation();
  bool at_dash() const { return *at_ == '-' && is_blank_or_end(at_[1]); }
  bool at_marker() const;
  void check_start_of_plain(bool in_flow, bool own_line);
  [[noreturn]] void fail_no_colon(std::string_view text, const char* at);
  [[noreturn]] void fail_reserved();
  std::string_view rest_of_line(const char* from) const;
  std::uint32_t offset(const char* at) const { return static_cast<std::uint32_t>(at - begin_); }
  [[noreturn]] void fail(const char* at, std::string code, std::string message, std::string hint = {});
  [[noreturn]] void give_up(const char* at, std::string message);
  void note(const char* at, std::string code, std::string message, std::string hint);

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
