// SPDX-License-Identifier: MIT
// Taking entries out, with the comments that belong to them.
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/yaml/editor.hpp"
#include "libthrive/yaml/scalars.hpp"

namespace thrive::yaml {

void Editor::remove(const Path& path) {
  if (path.empty()) refuse(document_.root(), "the whole content of a file is not removed");
  const NodeId collection = document_.find({path.begin(), path.end() - 1});
  const NodeId value = document_.find(path);
  if (value == no_node) refuse(document_.root(), fmt::format("there is no '{}' to remove", format(path)));
  const bool is_mapping = node(collection).kind == Kind::mapping;
  const NodeId begin = is_mapping ? document_.key_node(collection, path.back()) : value;
  if (node(collection).style == Style::flow) return remove_from_flow(collection, begin, value);
  if (node(collection).count == 1) return remove_only_entry(collection);
  remove_from_block(collection, begin, value);
}

/// The first byte of an entry: its key or its `-`.
std::uint32_t Editor::start_of_entry(NodeId collection, NodeId begin) const {
  return node(collection).kind == Kind::sequence && node(collection).style == Style::block ? node(begin).indicator
                                                                                           : node(begin).text.begin;
}

/// A block collection that loses its only entry becomes `[]` or `{}`.
void Editor::remove_only_entry(NodeId collection) {
  const Node& old = node(collection);
  const std::string empty = old.kind == Kind::sequence ? "[]" : "{}";
  if (old.parent == no_node) return replace(old.text.begin, old.text.end, empty);
  set_collection(collection, old.kind == Kind::sequence ? text::Value::list() : text::Value::map(), Layout::block);
}

void Editor::remove_from_block(NodeId collection, NodeId begin, NodeId value) {
  const std::uint32_t start = start_of_entry(collection, begin);
  const std::uint32_t line = line_start(start);
  const NodeId next = node(value).next;
  const bool has_line_of_its_own =
      skip_blanks(line) == start || (line == 0 && document_.source().has_byte_order_mark() && start == 3);
  const std::uint32_t end = end_of_comments_below(next_line(node(value).text.end), node(collection).column);
  if (!has_line_of_its_own) return remove_first_behind_dash(collection, start, value, next);
  std::uint32_t from = line;
  if (line == 0 && document_.source().has_byte_order_mark()) from = 3;
  from = start_of_comments_above(from, node(collection).column);
  const bool ends_without_break = ends_file(end) && !document_.source().ends_with_newline();
  if (!ends_without_break || from == 0) return replace(from, end, "");
  std::uint32_t before = from - 1;
  if (before > 0 && bytes()[before - 1] == '\r') --before;
  replace(before, end, "");
}

/// `- a: 1` with more keys below: the next one moves up, unless a comment stands between.
void Editor::remove_first_behind_dash(NodeId collection, std::uint32_t start, NodeId value, NodeId next) {
  const std::uint32_t next_start = start_of_entry(collection, next);
  const std::uint32_t between = node(value).text.end;
  const bool has_comment = bytes().substr(between, next_start - between).find('#') != std::string_view::npos;
  if (!has_comment) return replace(start, next_start, "");
  if (line_start(start) == 0 || bytes()[skip_blanks(line_start(start))] != '-')
    refuse(value, "a comment stands between this entry and the next");
  replace(skip_blanks_back(start), line_end(between), "");
}

/// The comment lines right above an entry and in its column belong to it, but the head of a file does not.
std::uint32_t Editor::start_of_comments_above(std::uint32_t line, int column) const {
  std::uint32_t first = line;
  while (first > 0) {
    const std::uint32_t above = line_start(first - 1);
    int found = 0;
    if (!is_comment_line(above, found) || found != column) break;
    first = above;
  }
  return first == 0 ? line : first;
}

/// Behind the comment lines below an entry that are indented deeper than it.
std::uint32_t Editor::end_of_comments_below(std::uint32_t line, int column) const {
  int found = 0;
  while (!ends_file(line) && is_comment_line(line, found) && found > column) line = next_line(line);
  return line;
}

void Editor::remove_from_flow(NodeId collection, NodeId begin, NodeId value) {
  const Node& brackets = node(collection);
  if (is_compact_pair(collection)) return replace(brackets.text.begin, brackets.text.end, "{}");
  const std::uint32_t start = node(begin).text.begin;
  std::uint32_t end = node(value).text.end;
  if (brackets.kind == Kind::mapping) end = std::max(end, node(value).indicator + 1);
  const NodeId next = node(value).next;
  const std::uint32_t closing = brackets.text.end - 1;
  if (brackets.count == 1) {
    if (has_comment_between(brackets.text.begin + 1, closing))
      return remove_beside_comments(start, end, find_comma(end, closing));
    return replace(brackets.text.begin + 1, closing, "");
  }
  if (next == no_node) {  // the comma before it goes, or the one that stands behind the last entry
    const NodeId previous = previous_value(collection, begin);
    std::uint32_t behind = node(previous).text.end;
    if (brackets.kind == Kind::mapping) behind = std::max(behind, node(previous).indicator + 1);
    if (!has_comment_between(behind, start) && !has_comment_between(end, closing)) return replace(behind, end, "");
    const auto trailing = find_comma(end, closing);
    return remove_beside_comments(start, end, trailing ? trailing : find_comma(behind, start));
  }
  const std::uint32_t next_start = node(next).text.begin;
  if (has_comment_between(end, next_start)) return remove_beside_comments(start, end, find_comma(end, next_start));
  replace(start, next_start, "");
}

/// The comma in a stretch between two entries of brackets, not one in a comment; nothing when there is none.
std::optional<std::uint32_t> Editor::find_comma(std::uint32_t begin, std::uint32_t end) const {
  while (begin < end && bytes()[begin] != ',') begin = bytes()[begin] == '#' ? next_line(begin) : begin + 1;
  return begin < end ? std::optional(begin) : std::nullopt;
}

/// Takes an entry and its comma out of brackets that have comments in them. An entry that has its lines to itself goes
/// with them and the comment on them; of any other line only the entry goes.
void Editor::remove_beside_comments(std::uint32_t start, std::uint32_t end, std::optional<std::uint32_t> comma) {
  const std::uint32_t line = line_start(start);
  std::uint32_t behind = skip_blanks(end);
  const bool ends_with_comma = comma && *comma == behind;
  if (ends_with_comma) behind = skip_blanks(behind + 1);
  const bool has_lines = skip_blanks(line) == start && (is_line_end(bytes()[behind]) || bytes()[behind] == '#');
  if (has_lines)
    replace(line, next_line(behind), "");
  else
    replace(start, ends_with_comma ? *comma + 1 : end, "");  // a blank stays in front of a comment
  if (comma && !ends_with_comma) replace(*comma, *comma + 1, "");
}

bool Editor::has_comment_between(std::uint32_t begin, std::uint32_t end) const {
  return bytes().substr(begin, end - begin).find('#') != std::string_view::npos;
}

/// The value that ends the entry before the one that starts with `begin`.
NodeId Editor::previous_value(NodeId collection, NodeId begin) const {
  NodeId previous = no_node;
  for (NodeId at = node(collection).first; at != begin; at = node(at).next) previous = at;
  return previous;
}

}  // namespace thrive::yaml
