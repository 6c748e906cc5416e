// SPDX-License-Identifier: MIT
// Giving a value that exists another one.
#include <algorithm>

#include "libthrive/yaml/editor.hpp"
#include "libthrive/yaml/scalars.hpp"
#include "libthrive/yaml/verify.hpp"

namespace thrive::yaml {

void Editor::set(NodeId id, const text::Value& value, Layout layout) {
  if (says(document_, id, value)) return;
  const Node& old = node(id);
  if (old.parent == no_node) return set_root(value, layout);
  if (old.first != no_node || old.kind == Kind::sequence || old.kind == Kind::mapping)
    return set_collection(id, value, layout);
  if (old.text.begin == old.text.end) return set_empty(id, value, layout);
  if (old.style == Style::literal || old.style == Style::folded) return set_block_scalar(id, value, layout);
  set_scalar(id, value, layout);
}

/// The whole content of a file: only an empty one can be given another.
void Editor::set_root(const text::Value& value, Layout) {
  const Node& root = node(document_.root());
  if (root.text.begin != root.text.end && root.first != no_node)
    refuse(document_.root(), "the whole content of a file is not replaced");
  std::string text = emit(value);
  if (manner_.line_end != "\n")
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.replace(at, 1, "\r\n");
  add_to_root(text);
}

/// A value as it follows its indicator, with the indentation of its surroundings.
Written Editor::write_behind_indicator(NodeId id, const text::Value& value, Layout layout, std::size_t groups) const {
  const NodeId parent = node(id).parent;
  if (is_in_flow(id)) return {" " + write_flow(value, manner_), ""};
  const Manner& manner = neighbours(parent).manner;
  return is_key_value(id) ? write_groups_after_key(value, groups, node(parent).column, layout, manner)
                          : write_after_dash(value, node(parent).column, layout, manner);
}

/// `key:` with nothing behind it: the value goes there, a comment stays behind it, further lines go below.
void Editor::set_empty(NodeId id, const text::Value& value, Layout layout, std::size_t groups) {
  const Node& old = node(id);
  if (is_in_flow(id) && bytes()[old.indicator] != ':') return put(old.text.begin, ": " + write_flow(value, manner_));
  const Written written = write_behind_indicator(id, value, layout, groups);
  const std::uint32_t behind = behind_indicator(id);
  const bool closes = is_in_flow(id) && is_flow_indicator(bytes()[skip_blanks(behind)]);
  replace(behind, closes ? skip_blanks(behind) : behind, written.head);
  if (!written.body.empty()) put(line_end(behind), written.body);
}

/// Keeps the quotes of a text where the new one can stand in them; numbers stand without.
std::string Editor::rewrite_in_style(const Node& old, const text::Value& value, Context context) const {
  const std::string* text = value.as_text();
  if (text == nullptr) return write_scalar(value, context, manner_);
  if (old.style == Style::double_quoted) return double_quoted(*text);
  const std::string free = write_scalar(value, context, manner_);
  if (old.style != Style::single_quoted || free.starts_with('"')) return free;
  return single_quoted(*text);
}

void Editor::set_scalar(NodeId id, const text::Value& value, Layout layout, std::size_t groups) {
  const Node& old = node(id);
  const bool fits_on_line = is_in_flow(id) || is_empty_collection(value) ||
                            (is_scalar(value) && write_behind_indicator(id, value, layout).body.empty());
  if (is_scalar(value) && fits_on_line)
    return replace(old.text.begin, old.text.end,
                   rewrite_in_style(old, value, is_in_flow(id) ? Context::flow : Context::block));
  if (is_in_flow(id)) return replace(old.text.begin, old.text.end, write_flow(value, manner_));
  const Written written = write_behind_indicator(id, value, layout, groups);
  replace(behind_indicator(id), old.text.end, written.head);
  if (!written.body.empty()) put(line_end(old.text.end), written.body);
}

/// Lines below a `|` or `>`. Text for the same sign changes only those lines; a comment behind the sign stays.
void Editor::set_block_scalar(NodeId id, const text::Value& value, Layout layout) {
  const Node& old = node(id);
  const std::uint32_t end_of_sign = std::min(line_end(old.text.begin), old.text.end);
  std::uint32_t sign = old.text.begin;
  while (sign < end_of_sign && !is_blank(bytes()[sign])) ++sign;
  const std::string* text = value.as_text();
  const std::string_view written_sign = bytes().substr(old.text.begin, sign - old.text.begin);
  const bool same_sign = text != nullptr && may_be_literal(*text) && old.style == Style::literal &&
                         written_sign == (text->ends_with('\n') ? "|" : "|-");
  if (same_sign && manner_.literals && old.text.end > next_line(old.text.begin)) {
    const std::uint32_t first_line = next_line(old.text.begin);
    std::uint32_t with_text = first_line;
    while (is_line_end(bytes()[skip_blanks(with_text)])) with_text = next_line(with_text);
    const int indentation = static_cast<int>(skip_blanks(with_text) - with_text);
    return replace(end_of_sign, old.text.end, write_literal_lines(*text, indentation, manner_));
  }
  const Written written = write_behind_indicator(id, value, layout);
  replace(behind_indicator(id), sign, written.head);
  replace(end_of_sign, old.text.end, written.body);
}

/// The entries go, with the comments among them; the line of the key keeps its comment.
void Editor::set_collection(NodeId id, const text::Value& value, Layout layout, std::size_t groups) {
  const Node& old = node(id);
  if (is_in_flow(id)) return replace(old.text.begin, old.text.end, write_flow(value, manner_));
  const Written written = write_behind_indicator(id, value, layout, groups);
  const std::uint32_t behind = behind_indicator(id);
  const std::uint32_t end_of_first_line = line_end(behind);
  if (old.text.begin <= end_of_first_line) {  // brackets, or entries behind a dash
    replace(behind, old.text.end, written.head);
    if (!written.body.empty()) put(line_end(old.text.end), written.body);
    return;
  }
  put(behind, written.head);
  const std::uint32_t before_entries = line_start(old.text.begin);
  std::uint32_t end_of_line_before = before_entries - 1;
  if (end_of_line_before > 0 && bytes()[end_of_line_before - 1] == '\r') --end_of_line_before;
  replace(end_of_line_before, line_end(old.text.end), written.body);
}

}  // namespace thrive::yaml
