// SPDX-License-Identifier: MIT
// Adding to lists and mappings: nothing that is there is taken away.
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/yaml/editor.hpp"
#include "libthrive/yaml/scalars.hpp"

namespace thrive::yaml {

void Editor::append(NodeId list, const text::Value& value, Layout layout) {
  const Node& old = node(list);
  const bool is_empty = old.kind == Kind::null || (old.kind == Kind::sequence && old.count == 0);
  if (is_empty) return set_collection_or_empty(list, text::Value::List{value}, layout, 1);
  if (old.kind != Kind::sequence) refuse(list, "this is not a list");
  if (old.style == Style::flow) return add_to_flow(list, write_flow(value, manner_));
  add_to_block(list, {}, value, layout, 0);
}

void Editor::insert(NodeId mapping, const std::string& key, const text::Value& value, Layout layout,
                    std::size_t groups) {
  const Node& old = node(mapping);
  const bool is_empty = old.kind == Kind::null || (old.kind == Kind::mapping && old.count == 0);
  if (is_empty) return set_collection_or_empty(mapping, text::Value::Map{{key, value}}, layout, groups + 1);
  if (old.kind != Kind::mapping) refuse(mapping, "this holds a value of its own and can have no entries");
  if (const NodeId present = index_.key_node(mapping, key); present != no_node)
    refuse(present, fmt::format("'{}' is there already", key));
  if (old.style == Style::flow)
    return add_to_flow(mapping, write_key(mapping, key, Context::key) + ": " + write_flow(value, manner_));
  add_to_block(mapping, key, value, layout, groups);
}

/// `[]`, `{}`, `null` or nothing becomes a collection with its first entry.
void Editor::set_collection_or_empty(NodeId id, const text::Value& value, Layout layout, std::size_t groups) {
  if (node(id).parent == no_node) return set_root(value, layout);
  if (node(id).text.begin == node(id).text.end) return set_empty(id, value, layout, groups);
  if (node(id).kind == Kind::null) return set_scalar(id, value, layout, groups);
  if (document_.source().text(node(id).text).find('#') != std::string_view::npos) return add_below_comment(id, value);
  set_collection(id, value, layout, groups);
}

/// Brackets with nothing but a comment in them get their first entry on a line below it: the bracket that closes them
/// has a line of its own.
void Editor::add_below_comment(NodeId brackets, const text::Value& value) {
  const std::uint32_t closing = line_start(node(brackets).text.end - 1);
  const std::uint32_t comment = line_start(closing - 1);
  std::string indentation(bytes().substr(comment, skip_blanks(comment) - comment));
  if (bytes()[skip_blanks(comment)] != '#')  // behind the opening bracket
    indentation = std::string(bytes().substr(closing, skip_blanks(closing) - closing)) + "  ";
  const text::Value::List* items = value.as_list();
  const text::Value::Map* entries = value.as_map();
  std::string text;
  if (items != nullptr) text = write_flow(items->front(), manner_);
  if (entries != nullptr)
    text =
        write_text(entries->front().first, Context::key, manner_) + ": " + write_flow(entries->front().second, manner_);
  put(closing, indentation + text + line_break_at(line_end(comment)));
}

/// Behind the last line of the content, before `...` and the comments at the foot of the file.
void Editor::add_to_root(const std::string& text) {
  const Node& root = node(document_.root());
  if (root.kind != Kind::null) {  // `{}` or `[]`
    std::string_view lines = text;
    lines.remove_suffix(manner_.line_end.size());
    return replace(root.text.begin, root.text.end, std::string(lines));
  }
  std::uint32_t at = root.text.begin;
  if (line_start(at) != at && bytes()[at - 1] == '-') return put(line_end(at), manner_.line_end + without_end(text));
  const bool needs_break = at > 0 && ends_file(at) && at == bytes().size() && bytes()[at - 1] != '\n' &&
                           !(at == 3 && document_.source().has_byte_order_mark());
  put(at, (needs_break ? manner_.line_end : std::string()) + text);
}

std::string Editor::without_end(const std::string& text) const {
  return text.substr(0, text.size() - manner_.line_end.size());
}

/// Where the next entry of a block collection goes: at the end of its last line with content, or of the comment lines
/// right below that are indented deeper than what surrounds the collection.
std::uint32_t Editor::end_of_block(NodeId collection) const {
  std::uint32_t end = line_end(node(collection).text.end);
  const NodeId parent = node(collection).parent;
  const int around = parent == no_node ? 0 : node(parent).column;
  int column = 0;
  while (!ends_file(end)) {
    const std::uint32_t below = next_line(end);
    if (!is_comment_line(below, column) || column <= around) break;
    end = line_end(below);
  }
  return end;
}

/// True when an empty line stands before most entries.
bool Editor::are_spaced_out(NodeId collection) const {
  const bool is_mapping = node(collection).kind == Kind::mapping;
  int with = 0;
  int without = 0;
  for (NodeId at = node(collection).first; at != no_node;) {
    const NodeId value = is_mapping ? node(at).next : at;
    const NodeId next = node(value).next;
    if (next != no_node) {
      const std::uint32_t below = next_line(node(value).text.end);
      const bool is_empty = below < node(next).text.begin && is_line_end(bytes()[skip_blanks(below)]);
      ++(is_empty ? with : without);
    }
    at = next;
  }
  return with > without;
}

/// How the line ends that `at` is the end of; as the file does at the end of one that stops there.
std::string Editor::line_break_at(std::uint32_t at) const {
  if (at == bytes().size()) return manner_.line_end;
  return bytes()[at] == '\r' ? "\r\n" : "\n";
}

bool Editor::siblings_on_one_line(NodeId collection, Kind kind) const {
  const bool is_mapping = node(collection).kind == Kind::mapping;
  int flow = 0;
  int block = 0;
  for (NodeId at = node(collection).first; at != no_node;) {
    const Node& sibling = node(is_mapping ? node(at).next : at);
    if (sibling.kind == kind && sibling.count > 0) ++(sibling.style == Style::flow ? flow : block);
    at = sibling.next;
  }
  return flow > 0 && block == 0;
}

const Editor::Neighbours& Editor::neighbours(NodeId collection) const {
  const auto known = neighbours_.find(collection);
  if (known != neighbours_.end()) return known->second;
  const bool is_mapping = node(collection).kind == Kind::mapping;
  return neighbours_
      .emplace(collection, Neighbours{manner_within(collection), are_spaced_out(collection),
                                      is_mapping ? column_of_values(collection) : 0,
                                      siblings_on_one_line(collection, Kind::sequence),
                                      siblings_on_one_line(collection, Kind::mapping)})
      .first->second;
}

bool Editor::has_sibling_like(NodeId collection, const text::Value& value) const {
  if (node(collection).kind != Kind::mapping || value.as_map() == nullptr) return true;
  for (NodeId key = node(collection).first; key != no_node; key = node(node(key).next).next)
    for (const auto& entry : *value.as_map())
      if (index_.key_node(node(key).next, entry.first) != no_node) return true;
  return false;
}

/// New entries look like their neighbours: on one line when every neighbour that could be longer is. A new section of
/// the whole file does not: a file that has only `project: {...}` so far is not asking for services on one line. Nor
/// does a group beside groups of another kind: `rules: {choose: 5}` says nothing of `tables`.
Layout Editor::layout_of_siblings(NodeId collection, const text::Value& value, Layout layout) const {
  if (is_scalar(value) || layout == Layout::one_line || collection == document_.root()) return layout;
  const Neighbours& alike = neighbours(collection);
  const bool on_one_line = value.as_map() != nullptr ? alike.mappings_on_one_line : alike.lists_on_one_line;
  return on_one_line && has_sibling_like(collection, value) ? Layout::one_line : layout;
}

/// The manner of the file, and of this collection where it shows one.
Manner Editor::manner_within(NodeId collection) const {
  Manner manner = manner_;
  const Node& around = node(collection);
  if (around.style == Style::flow) return manner;
  for (NodeId at = around.first; at != no_node; at = node(at).next) {
    const Node& child = node(at);
    if (around.kind == Kind::sequence) {
      const auto between =
          bytes().substr(child.indicator + 1, child.text.begin - std::min(child.text.begin, child.indicator + 1));
      const bool same_line = !between.empty() && between.find_first_not_of(' ') == std::string_view::npos;
      if (same_line) manner.dash_gap = static_cast<int>(between.size()) + 1;
    } else if (child.style == Style::block && child.column >= around.column && child.first != no_node) {
      const int offset = child.column - around.column;
      if (child.kind == Kind::sequence) manner.list_offset = offset;
      if (child.kind == Kind::mapping && offset > 0) manner.step = offset;
    }
  }
  return manner;
}

/// The column in which the values of a mapping stand below each other, when a hand has lined them up; else 0.
int Editor::column_of_values(NodeId mapping) const {
  int column = 0;
  int values = 0;
  bool has_gap = false;
  for (NodeId key = node(mapping).first; key != no_node; key = node(node(key).next).next) {
    const Node& value = node(node(key).next);
    const std::uint32_t behind = value.indicator + 1;
    if (value.text.begin == value.text.end || skip_blanks(behind) != value.text.begin) continue;
    if (++values > 1 && value.column != column) return 0;
    column = value.column;
    has_gap = has_gap || value.text.begin > behind + 1;
  }
  return values > 1 && has_gap ? column : 0;
}

/// Keys that are numbers stand without quotes where their neighbours do.
std::string Editor::write_key(NodeId mapping, const std::string& key, Context context) const {
  const bool is_integer = !key.empty() && key.size() < 10 && key.find_first_not_of("0123456789") == std::string::npos;
  if (is_integer) {
    for (NodeId at = node(mapping).first; at != no_node; at = node(node(at).next).next) {
      const Node& sibling = node(at);
      if (sibling.style == Style::plain && sibling.value.find_first_not_of("0123456789") == std::string_view::npos)
        return key;
    }
  }
  return write_text(key, context, manner_);
}

void Editor::add_to_block(NodeId collection, const std::string& key, const text::Value& value, Layout layout,
                          std::size_t groups) {
  const Node& around = node(collection);
  const Neighbours& alike = neighbours(collection);
  const std::uint32_t end = end_of_block(collection);
  Manner manner = alike.manner;
  manner.line_end = line_break_at(end);
  layout = layout_of_siblings(collection, value, layout);
  const std::string indentation(static_cast<std::size_t>(around.column), ' ');
  const bool is_list = around.kind == Kind::sequence;
  const Written written = is_list ? write_after_dash(value, around.column, layout, manner)
                                  : write_groups_after_key(value, groups, around.column, layout, manner);
  std::string indicator = is_list ? "-" : write_key(collection, key, Context::key) + ":";
  if (!is_list && !written.head.empty()) {
    const int gap = alike.column_of_values - around.column - static_cast<int>(indicator.size());
    if (gap > 1) indicator.append(static_cast<std::size_t>(gap - 1), ' ');
  }
  put(end, (alike.are_spaced_out ? manner.line_end : std::string()) + manner.line_end + indentation + indicator +
               written.head + written.body);
}

/// Brackets on one line get `, text`; brackets with a line for each entry get a line.
void Editor::add_to_flow(NodeId collection, const std::string& text) {
  const Node& brackets = node(collection);
  if (is_compact_pair(collection)) {  // [a: 1] -> [{a: 1, b: 2}]
    put(brackets.text.begin, "{");
    return put(brackets.text.end, ", " + text + "}");
  }
  const Node& last = node(document_.last_child(collection));
  const std::uint32_t behind_last =
      std::max(last.text.end, last.indicator + (brackets.kind == Kind::mapping ? 1u : 0u));
  const std::uint32_t closing = brackets.text.end - 1;
  std::uint32_t comma = behind_last;  // a comma behind the last entry, or the closing bracket
  while (comma < closing && bytes()[comma] != ',') comma = bytes()[comma] == '#' ? next_line(comma) : comma + 1;
  const bool has_comma = comma < closing;
  const std::uint32_t end_of_entry = has_comma ? comma + 1 : behind_last;
  if (line_end(end_of_entry) >= closing)
    return put(end_of_entry, (has_comma ? " " : ", ") + text + (has_comma ? "," : ""));
  const NodeId entry = brackets.kind == Kind::mapping ? last_key(collection) : document_.last_child(collection);
  const std::uint32_t line = line_start(node(entry).text.begin);
  const std::string indentation(bytes().substr(line, skip_blanks(line) - line));
  if (!has_comma) put(behind_last, ",");
  put(line_end(end_of_entry), line_break_at(line_end(end_of_entry)) + indentation + text + (has_comma ? "," : ""));
}

NodeId Editor::last_key(NodeId mapping) const {
  NodeId key = node(mapping).first;
  while (node(node(key).next).next != no_node) key = node(node(key).next).next;
  return key;
}

}  // namespace thrive::yaml
