// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "libthrive/text/value.hpp"
#include "libthrive/yaml/edit.hpp"

namespace thrive::yaml {

/// How new text is written: the house style, unless a file teaches something else.
struct Manner {
  std::string line_end = "\n";
  int step = 2;         // blanks by which a mapping is indented below its key
  int list_offset = 2;  // blanks by which the `-` of a list is indented below its key
  int dash_gap = 2;     // from the `-` to the text behind it
  char quote = '\'';    // where a text needs quotes and either would do
  bool quotes_dates = false;
  bool quotes_everything = false;        // as in JSON: keys and texts in double quotes
  bool short_lists_on_one_line = false;  // `tables: [A, B]`
  bool literals = true;                  // text of several lines below `|`
};

/// Where a scalar stands: that decides what plain text may hold.
enum class Context { block, flow, key };

/// A value as it follows its `:` or `-`: the rest of that line, and the lines below, each led by its line ending.
struct Written {
  std::string head;
  std::string body;
};

/// True when every YAML reader takes the bare text for exactly this text.
bool may_be_plain(std::string_view text, Context context);
/// A text on one line: plain, or in the quotes that it needs.
std::string write_text(std::string_view text, Context context, const Manner& manner);
std::string single_quoted(std::string_view text);
/// With escapes for everything that is not printable.
std::string double_quoted(std::string_view text);
/// A value without children on one line.
std::string write_scalar(const text::Value& value, Context context, const Manner& manner);
/// A whole value on one line.
std::string write_flow(const text::Value& value, const Manner& manner);
/// A value behind the colon of a key in the given column.
Written write_after_key(const text::Value& value, int column, Layout layout, const Manner& manner);
/// The same for a value whose outermost `groups` are collections of one entry each around what was asked for: in the
/// layout `line_each` these get lines of their own.
Written write_groups_after_key(const text::Value& value, std::size_t groups, int column, Layout layout,
                               const Manner& manner);
/// A value behind the `-` in the given column.
Written write_after_dash(const text::Value& value, int column, Layout layout, const Manner& manner);
/// `key: value` for a mapping in the given column, without the indentation of its first line.
std::string write_entry(const std::string& key, const text::Value& value, int column, Layout layout,
                        const Manner& manner);
/// True when text of several lines can stand below a `|` and come back equal.
bool may_be_literal(std::string_view text);
/// The lines of a literal block at an indentation, each led by the line ending.
std::string write_literal_lines(std::string_view text, int indentation, const Manner& manner);

/// True for a scalar: null, truth, number or text.
bool is_scalar(const text::Value& value);
/// True for a list or map without entries.
bool is_empty_collection(const text::Value& value);
/// `YYYY-MM-DD` of a day that exists.
bool is_date(std::string_view text);

}  // namespace thrive::yaml
