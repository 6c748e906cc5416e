// SPDX-License-Identifier: MIT
#include "libthrive/yaml/editor.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/yaml/scalars.hpp"
#include "libthrive/yaml/verify.hpp"

namespace thrive::yaml {

std::string replaced(std::string_view bytes, const std::vector<Replacement>& replacements) {
  std::string result;
  std::size_t at = 0;
  for (const Replacement& replacement : replacements) {
    if (replacement.offset < at) return {};
    result += bytes.substr(at, replacement.offset - at);
    result += replacement.text;
    at = replacement.offset + replacement.length;
  }
  result += bytes.substr(at);
  return result;
}

bool gives_value(const Edit& edit) {
  return edit.action != Edit::Action::remove && edit.action != Edit::Action::rename;
}

Site Editor::locate(const Edit& edit) const {
  NodeId deepest = document_.root();
  for (std::size_t depth = 0; depth < edit.path.size(); ++depth) {
    const NodeId next = index_.step(deepest, edit.path[depth]);
    if (next == no_node) {
      const bool is_list = deepest != no_node && node(deepest).kind == Kind::sequence;
      const std::size_t missing = edit.path.size() - depth - 1;
      return {is_list ? Site::How::nowhere : Site::How::adds_entry, deepest, edit.path[depth],
              value_below(edit, depth + 1), missing + (edit.action == Edit::Action::set ? 0 : 1)};
    }
    deepest = next;
  }
  if (edit.action == Edit::Action::set) return {Site::How::replaces, deepest};
  if (edit.action == Edit::Action::append) return {Site::How::adds_item, deepest, {}, edit.value};
  return {Site::How::adds_entry, deepest, edit.key, edit.value};
}

std::vector<Replacement> Editor::plan(const Edit& edit) {
  return plan(edit, gives_value(edit) ? locate(edit) : Site{});
}

std::vector<Replacement> Editor::plan(const Edit& edit, const Site& site) {
  replacements_.clear();
  if (edit.action == Edit::Action::remove)
    remove(edit.path);
  else if (edit.action == Edit::Action::rename)
    rename(edit.path, edit.key);
  else if (site.how == Site::How::nowhere)
    refuse(site.node, fmt::format("the list has no item {}", site.key));
  else if (site.how == Site::How::replaces)
    set(site.node, edit.value, edit.layout);
  else if (site.how == Site::How::adds_item)
    append(site.node, site.value, edit.layout);
  else
    insert(site.node, site.key, site.value, edit.layout, site.groups);
  std::stable_sort(replacements_.begin(), replacements_.end(),
                   [](const Replacement& a, const Replacement& b) { return a.offset < b.offset; });
  return std::move(replacements_);
}

bool Editor::is_in_flow(NodeId id) const {
  const NodeId parent = node(id).parent;
  return parent != no_node && node(parent).style == Style::flow;
}

bool Editor::is_compact_pair(NodeId collection) const {
  const Node& pair = node(collection);
  return pair.style == Style::flow && pair.kind == Kind::mapping && bytes()[pair.text.begin] != '{';
}

bool Editor::is_key_value(NodeId id) const {
  const NodeId parent = node(id).parent;
  return parent != no_node && node(parent).kind == Kind::mapping;
}

/// Right behind the `:` or `-` that announces a value.
std::uint32_t Editor::behind_indicator(NodeId id) const { return node(id).indicator + 1; }

std::uint32_t Editor::line_start(std::uint32_t at) const {
  while (at > 0 && bytes()[at - 1] != '\n') --at;
  return at;
}

std::uint32_t Editor::line_end(std::uint32_t at) const {
  while (at < bytes().size() && !is_line_end(bytes()[at])) ++at;
  return at;
}

std::uint32_t Editor::next_line(std::uint32_t at) const {
  at = line_end(at);
  if (at < bytes().size() && bytes()[at] == '\r') ++at;
  return at < bytes().size() ? at + 1 : at;
}

std::uint32_t Editor::skip_blanks(std::uint32_t at) const {
  while (at < bytes().size() && is_blank(bytes()[at])) ++at;
  return at;
}

std::uint32_t Editor::skip_blanks_back(std::uint32_t at) const {
  while (at > 0 && is_blank(bytes()[at - 1])) --at;
  return at;
}

/// True when a line holds a comment alone; `column` is where it starts.
bool Editor::is_comment_line(std::uint32_t line, int& column) const {
  const std::uint32_t text = skip_blanks(line);
  column = static_cast<int>(text - line);
  return text < bytes().size() && bytes()[text] == '#';
}

void Editor::replace(std::uint32_t begin, std::uint32_t end, std::string text) {
  replacements_.push_back({begin, end - begin, std::move(text)});
}

void Editor::refuse(NodeId id, std::string message, std::string hint) const {
  throw CannotEdit{document_.place(id), std::move(message), std::move(hint)};
}

}  // namespace thrive::yaml
