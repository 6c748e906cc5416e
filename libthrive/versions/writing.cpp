// SPDX-License-Identifier: MIT
#include "libthrive/versions/writing.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "libthrive/versions/lines.hpp"
#include "libthrive/yaml/emit.hpp"
#include "libthrive/yaml/manner.hpp"

namespace thrive::versions {

namespace {

using yaml::Document;
using yaml::Kind;
using yaml::no_node;
using yaml::Node;
using yaml::NodeId;
using yaml::Style;

bool is_collection(const Node& node) { return node.kind == Kind::mapping || node.kind == Kind::sequence; }

bool is_on_one_line(std::string_view text) { return text.find('\n') == std::string_view::npos; }

/// The key in front of a value; none for an item and the root.
NodeId key_of(const Document& document, NodeId value) {
  const NodeId parent = document.node(value).parent;
  if (parent == no_node || document.node(parent).kind != Kind::mapping) return no_node;
  return value - 1;  // nodes stand in the order of the file, and a key has no children
}

/// The first byte of the entry of a block collection that a value belongs to: of its key or its `-`.
std::size_t start_of_entry(const Document& document, NodeId value) {
  const NodeId key = key_of(document, value);
  return key != no_node ? document.node(key).text.begin : document.node(value).indicator;
}

/// Behind the last byte of an entry; a key with nothing behind it ends with its colon.
std::size_t end_of_entry(const Document& document, NodeId value) {
  const Node node = document.node(value);
  return std::max<std::size_t>(node.text.end, node.indicator + 1);
}

/// Lines moved to another column, with other line ends; nothing when a line does not reach that far.
std::optional<std::string> moved(std::string_view lines, int by, std::string_view line_end) {
  std::string result;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t next = next_line(lines, at);
    std::string_view line = lines.substr(at, next - at);
    while (!line.empty() && yaml::is_line_end(line.back())) line.remove_suffix(1);
    if (!line.empty()) {
      if (by > 0) result.append(static_cast<std::size_t>(by), ' ');
      const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
      const std::size_t less = by < 0 ? static_cast<std::size_t>(-by) : 0;
      if (blanks < less && blanks < line.size()) return std::nullopt;
      result += line.substr(std::min(less, line.size()));
    }
    result += line_end;
    at = next;
  }
  return result;
}

}  // namespace

Writing::Writing(const Document& document)
    : document_(document), manner_(yaml::learn_manner(document)), editor_(document, manner_) {}

std::vector<Pieces> Writing::plan(const Joined& root) {
  planned_.clear();
  path_.clear();
  value(document_.root(), root);
  return std::move(planned_);
}

void Writing::value(NodeId node, const Joined& joined) {
  const At at{&document_, node};
  if (says(at, joined)) return;
  const std::size_t before = planned_.size();
  const Node there = document_.node(node);
  const bool may_go_in = there.count > 0 && has_entries(joined.meant, joined.at) && !entries_of(joined).empty();
  if (may_go_in && there.kind == Kind::mapping && known(joined) == Known::by_key &&
      joined.at.look().kind == Kind::mapping) {
    mapping(node, joined);
  } else if (may_go_in && there.kind == Kind::sequence && known(joined) != Known::by_key &&
             known(joined) != Known::whole) {
    list(node, joined);
  }
  if (planned_.size() > before) return;
  if (path_.empty()) throw yaml::CannotEdit{document_.place(node), "the whole content of a file is not replaced", {}};
  planned_.push_back(set(node, path_, joined));
}

void Writing::mapping(NodeId node, const Joined& joined) {
  std::vector<NodeId> there;
  std::unordered_map<std::string_view, std::size_t> positions;
  for (const Entry& entry : entries_of(joined.meant, {&document_, node})) {
    positions.emplace(entry.key, there.size());
    there.push_back(entry.value.node);
  }
  const std::vector<JoinedEntry> wanted = entries_of(joined);
  std::vector<std::size_t> matched;
  for (const JoinedEntry& entry : wanted) {
    const auto found = positions.find(entry.key);
    if (found != positions.end()) {
      matched.push_back(found->second);
      continue;
    }
    const NodeId empty = document_.child(node, entry.key);  // a field with nothing behind it
    matched.push_back(empty == no_node ? Slot::none : there.size());
    if (empty != no_node) there.push_back(empty);
  }
  changes(node, joined, there, wanted, matched);
}

void Writing::list(NodeId node, const Joined& joined) {
  std::vector<NodeId> there;
  std::vector<Identity> identities_there, identities_wanted;
  for (const Entry& entry : entries_of(joined.meant, {&document_, node})) {
    there.push_back(entry.value.node);
    identities_there.push_back(identity_of(entry.meant, entry.value));
  }
  const std::vector<JoinedEntry> wanted = entries_of(joined);
  for (const JoinedEntry& entry : wanted) identities_wanted.push_back(identity_of(entry.value));
  std::vector<std::size_t> matched;
  std::size_t last = 0;
  for (const auto& match : matches(identities_wanted, identities_there)) {
    matched.push_back(match.value_or(Slot::none));
    if (!match) continue;
    if (*match < last && known(joined) != Known::as_set) return;  // another order: the list is written anew
    last = *match;
  }
  changes(node, joined, there, wanted, matched);
}

/// Entries that differ, those that go, and those that come.
void Writing::changes(NodeId node, const Joined& joined, const std::vector<NodeId>& there,
                      const std::vector<JoinedEntry>& wanted, const std::vector<std::size_t>& position_of_wanted) {
  const bool is_list = document_.node(node).kind == Kind::sequence;
  const auto step_to = [&](NodeId value) {
    if (!is_list) return std::string(document_.node(key_of(document_, value)).value);
    std::size_t position = 0;
    for (NodeId item = document_.node(node).first; item != value; item = document_.node(item).next) ++position;
    return std::to_string(position);
  };
  std::vector<bool> stays(there.size());
  std::vector<const JoinedEntry*> added;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (position_of_wanted[i] == Slot::none)
      added.push_back(&wanted[i]);
    else
      stays[position_of_wanted[i]] = true;
  }
  std::vector<NodeId> gone;
  for (std::size_t i = 0; i < there.size(); ++i)
    if (!stays[i]) gone.push_back(there[i]);
  if (gone.size() == there.size() && !gone.empty()) return;  // nothing stays: it is written anew
  const bool is_in_brackets = document_.node(node).style == Style::flow;
  if (is_in_brackets && (!gone.empty() || !added.empty())) return brackets(node, joined, gone, added);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (position_of_wanted[i] == Slot::none) continue;
    const NodeId value_there = there[position_of_wanted[i]];
    if (says({&document_, value_there}, wanted[i].value)) continue;
    path_.push_back(step_to(value_there));
    value(value_there, wanted[i].value);
    path_.pop_back();
  }
  for (const NodeId value_there : gone) {
    yaml::Path path = path_;
    path.push_back(step_to(value_there));
    planned_.push_back(remove(path));
  }
  NodeId behind = no_node;
  NodeId first_that_stays = no_node;
  for (std::size_t i = 0; i < wanted.size() && first_that_stays == no_node; ++i)
    if (position_of_wanted[i] != Slot::none) first_that_stays = there[position_of_wanted[i]];
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (position_of_wanted[i] != Slot::none)
      behind = there[position_of_wanted[i]];
    else
      planned_.push_back(add(node, behind, wanted[i]));
  }
}

/// Brackets on one line are written anew, what stays in its own bytes; others change by one entry in each go.
void Writing::brackets(NodeId node, const Joined& joined, const std::vector<NodeId>& gone,
                       const std::vector<const JoinedEntry*>& added) {
  const Node there = document_.node(node);
  const std::string_view text = document_.source().text(there.text);
  if (is_on_one_line(text)) {
    planned_.push_back({{there.text.begin, text.size(), in_brackets(joined, text)}});
  } else if (!gone.empty()) {
    yaml::Path path = path_;
    const NodeId key = key_of(document_, gone.front());
    std::size_t position = 0;
    for (NodeId item = there.first; key == no_node && item != gone.front(); item = document_.node(item).next)
      ++position;
    path.push_back(key == no_node ? std::to_string(position) : std::string(document_.node(key).value));
    planned_.push_back(remove(path));
  } else {
    const bool is_list = there.kind == Kind::sequence;
    planned_.push_back(editor_.plan({is_list ? yaml::Edit::Action::append : yaml::Edit::Action::insert, path_,
                                     added.front()->key, value_of(added.front()->value), yaml::Layout::one_line}));
  }
}

Pieces Writing::remove(const yaml::Path& path) { return editor_.plan({yaml::Edit::Action::remove, path}); }

Pieces Writing::set(NodeId node, const yaml::Path& path, const Joined& value) {
  const Node there = document_.node(node);
  const std::string_view text = document_.source().text(there.text);
  if (!value.is_mixed() && value.at.is_there()) {
    const Node other = value.at.look();
    const std::string_view other_text = value.at.document->source().text(other.text);
    const bool are_scalars = there.kind == Kind::scalar && other.kind == Kind::scalar && !text.empty() &&
                             is_on_one_line(text) && is_on_one_line(other_text) && !other_text.empty();
    const NodeId around = there.parent;
    const bool is_in_brackets = around != no_node && document_.node(around).style == Style::flow;
    const bool may_stand = other.style != Style::plain || !is_in_brackets ||
                           yaml::may_be_plain(other.value, yaml::Context::flow) ||
                           (other.parent != no_node && value.at.document->node(other.parent).style == Style::flow);
    if (are_scalars && may_stand) return {{there.text.begin, text.size(), std::string(other_text)}};
  }
  if (is_collection(there) && there.style == Style::flow && is_on_one_line(text) && has_entries(value.meant, value.at))
    return {{there.text.begin, text.size(), in_brackets(value, text)}};
  if (Pieces lines = set_lines(node, value); !lines.empty()) return lines;
  return editor_.plan({yaml::Edit::Action::set, path, {}, value_of(value), layout_of(value.meant)});
}

/// The lines of an entry in the place of those of another, where both have theirs to themselves and no comment is lost.
Pieces Writing::set_lines(NodeId node, const Joined& value) const {
  const NodeId parent = document_.node(node).parent;
  if (parent == no_node || document_.node(parent).style == Style::flow) return {};
  const std::size_t start = start_of_entry(document_, node);
  const std::size_t line = line_start(bytes(), start);
  const std::size_t end = next_line(bytes(), end_of_entry(document_, node));
  const bool has_lines = skip_blanks(bytes(), line) == start && bytes()[end - 1] == '\n';
  if (!has_lines || bytes().substr(line, end - line).find('#') != std::string_view::npos) return {};
  const auto lines = own_lines(value, document_.node(parent).column, false);
  if (!lines) return {};
  return {{line, end - line, *lines}};
}

text::Span Writing::lines_of_entry(NodeId value) const {
  const std::size_t begin = line_start(bytes(), start_of_entry(document_, value));
  const std::size_t end = end_of_entry(document_, value);
  const bool ends_line = end > 0 && end <= bytes().size() && bytes()[end - 1] == '\n';
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(ends_line ? end : next_line(bytes(), end))};
}

NodeId Writing::outermost_brackets(NodeId node) const {
  NodeId outermost = node;
  for (NodeId at = node; at != no_node; at = document_.node(at).parent)
    if (is_collection(document_.node(at)) && document_.node(at).style == Style::flow) outermost = at;
  return outermost;
}

/// What was joined on one line; `like` shows whether blanks stand within the brackets.
std::string Writing::in_brackets(const Joined& joined, std::string_view like) const {
  if (!joined.is_mixed()) {
    const Node node = joined.at.look();
    const std::string_view text = joined.at.document->source().text(node.text);
    const bool is_flow = is_collection(node) && node.style == Style::flow;
    const bool is_quoted = node.style == Style::single_quoted || node.style == Style::double_quoted;
    const bool is_plain =
        node.kind == Kind::scalar && node.style == Style::plain && yaml::may_be_plain(node.value, yaml::Context::flow);
    const bool stands_so = !text.empty() && is_on_one_line(text) && text.find('#') == std::string_view::npos;
    const bool is_number = value_of(joined).as_text() == nullptr && node.kind == Kind::scalar;
    if (stands_so && (is_flow || is_quoted || is_plain || is_number)) return std::string(text);
    if (!is_collection(node)) return yaml::write_flow(value_of(joined), manner_);
  }
  const bool is_map = known(joined) == Known::by_key;
  const bool is_padded = like.size() > 2 && like[1] == ' ';
  std::string text;
  for (const JoinedEntry& entry : entries_of(joined)) {
    if (!text.empty()) text += ", ";
    if (is_map) {
      const bool is_plain = yaml::is_date(entry.key) || entry.key.find_first_not_of("0123456789") == std::string::npos;
      text += (is_plain ? entry.key : yaml::write_text(entry.key, yaml::Context::key, manner_)) + ": ";
    }
    text += in_brackets(entry.value, like.substr(0, 2));
  }
  if (is_padded && !text.empty()) text = ' ' + text + ' ';
  return is_map ? '{' + text + '}' : '[' + text + ']';
}

/// The bytes of an entry of another version in the column of this one; nothing when it has no lines to itself.
std::optional<std::string> Writing::own_lines(const Joined& value, int column, bool with_comments) const {
  if (value.is_mixed() || !value.at.is_there()) return std::nullopt;
  const Document& other = *value.at.document;
  const std::string_view theirs = other.source().bytes();
  const NodeId parent = value.at.look().parent;
  if (parent == no_node || other.node(parent).style == Style::flow) return std::nullopt;
  const std::size_t start = start_of_entry(other, value.at.node);
  const std::size_t line = line_start(theirs, start);
  if (skip_blanks(theirs, line) != start) return std::nullopt;
  const int column_there = other.node(parent).column;
  std::size_t end = end_of_entry(other, value.at.node);
  if (end == 0 || end > theirs.size() || theirs[end - 1] != '\n') end = next_line(theirs, end);
  while (end < theirs.size() && comment_column(theirs, end) > column_there) end = next_line(theirs, end);
  std::size_t begin = line;
  while (with_comments && begin > 0 && comment_column(theirs, line_start(theirs, begin - 1)) == column_there)
    begin = line_start(theirs, begin - 1);
  if (begin == 0 && begin != line) begin = line;  // the head of a file belongs to none of its entries
  auto lines = moved(theirs.substr(begin, end - begin), column - column_there, manner_.line_end);
  const bool is_set_apart = with_comments && begin > 1 && is_empty_line(theirs, line_start(theirs, begin - 1));
  if (lines && is_set_apart) *lines = manner_.line_end + *lines;
  return lines;
}

/// An entry as its new neighbours are written.
std::string Writing::written(NodeId collection, const JoinedEntry& entry) const {
  const Node around = document_.node(collection);
  const std::string indentation(static_cast<std::size_t>(around.column), ' ');
  const text::Value value = value_of(entry.value);
  const yaml::Layout layout = layout_of(entry.value.meant);
  if (around.kind == Kind::mapping)
    return indentation + yaml::write_entry(entry.key, value, around.column, layout, manner_) + manner_.line_end;
  const yaml::Written item = yaml::write_after_dash(value, around.column, layout, manner_);
  return indentation + '-' + item.head + item.body + manner_.line_end;
}

yaml::Layout Writing::layout_of(const Meant& meant) const {
  return meant.rule.is_flow_style ? yaml::Layout::one_line : yaml::Layout::block;
}

/// Where the next entry goes: behind the lines of one, and the comments below it that are indented deeper.
std::size_t Writing::behind_entry(NodeId value, int column) const {
  std::size_t end = lines_of_entry(value).end;
  while (end < bytes().size() && comment_column(bytes(), end) > column) end = next_line(bytes(), end);
  return end;
}

Pieces Writing::add(NodeId collection, NodeId behind, const JoinedEntry& entry) {
  const Node around = document_.node(collection);
  const auto own = own_lines(entry.value, around.column, true);
  std::string lines = own ? *own : written(collection, entry);
  std::size_t at = 0;
  if (behind == no_node) {
    const NodeId first = around.kind == Kind::mapping ? document_.node(around.first).next : around.first;
    const std::size_t start = start_of_entry(document_, first);
    at = line_start(bytes(), start);
    const bool has_line = skip_blanks(bytes(), at) == start;
    while (at > 0 && comment_column(bytes(), line_start(bytes(), at - 1)) == around.column)
      at = line_start(bytes(), at - 1);
    // The first key behind a `-` has no line, and the head of a file stays its head: what is new comes behind it.
    if (!has_line || at == 0) at = behind_entry(first, around.column);
  } else {
    at = behind_entry(behind, around.column);
  }
  const bool is_end_of_half_a_line = at == bytes().size() && at > 0 && bytes()[at - 1] != '\n';
  if (is_end_of_half_a_line) lines = manner_.line_end + lines.substr(0, lines.size() - manner_.line_end.size());
  return {{at, 0, std::move(lines)}};
}

}  // namespace thrive::versions
