// SPDX-License-Identifier: MIT
#include "libthrive/yaml/verify.hpp"

#include <charconv>
#include <vector>

#include "libthrive/text/unicode.hpp"
#include "libthrive/yaml/emit.hpp"
#include "libthrive/yaml/events.hpp"
#include "libthrive/yaml/scalars.hpp"

namespace thrive::yaml {

namespace {

bool is_number(std::string_view text, double expected) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number == expected;
}

/// The next two nodes of two lists of children.
struct Pair {
  const Document& before;
  const Document& after;
  NodeId old_node;
  NodeId new_node;
  void advance() {
    advance_old();
    advance_new();
  }
  void advance_old() { old_node = before.node(old_node).next; }
  void advance_new() { new_node = after.node(new_node).next; }
  bool both() const { return old_node != no_node && new_node != no_node; }
  bool neither() const { return old_node == no_node && new_node == no_node; }
};

class Comparison {
 public:
  Comparison(const Document& before, const Document& after, const Edit& edit)
      : before_(before), after_(after), edit_(edit) {}

  bool same(NodeId old_id, NodeId new_id) const {
    const Node& old_node = before_.node(old_id);
    const Node& new_node = after_.node(new_id);
    if (old_node.kind != new_node.kind || old_node.style != new_node.style || old_node.value != new_node.value)
      return false;
    if (old_node.first == no_node && before_.source().text(old_node.text) != after_.source().text(new_node.text))
      return false;
    Pair children{before_, after_, old_node.first, new_node.first};
    for (; children.both(); children.advance())
      if (!same(children.old_node, children.new_node)) return false;
    return children.neither();
  }

  bool edited(NodeId old_id, NodeId new_id, std::size_t depth) const {
    const bool removes = edit_.action == Edit::Action::remove;
    if (removes && depth + 1 == edit_.path.size()) return has_lost(old_id, new_id, edit_.path[depth]);
    const bool renames = edit_.action == Edit::Action::rename;
    if (renames && depth + 1 == edit_.path.size()) return has_renamed(old_id, new_id, edit_.path[depth]);
    if (depth == edit_.path.size()) return done(old_id, new_id);
    const Node& old_node = before_.node(old_id);
    if (old_node.kind == Kind::sequence) return item_edited(old_id, new_id, depth);
    if (old_node.kind == Kind::mapping && before_.child(old_id, edit_.path[depth]) != no_node)
      return entry_edited(old_id, new_id, depth);
    return has_gained(old_id, new_id, edit_.path[depth], value_below(edit_, depth + 1));
  }

 private:
  bool done(NodeId old_id, NodeId new_id) const {
    switch (edit_.action) {
      case Edit::Action::set:
        return says(after_, new_id, edit_.value);
      case Edit::Action::append:
        return has_gained_item(old_id, new_id);
      case Edit::Action::insert:
        return has_gained(old_id, new_id, edit_.key, edit_.value);
      case Edit::Action::remove:
      case Edit::Action::rename:
        return false;
    }
    return false;
  }

  bool has_gained_item(NodeId old_id, NodeId new_id) const {
    if (after_.node(new_id).kind != Kind::sequence) return false;
    Pair items{before_, after_, before_.node(old_id).first, after_.node(new_id).first};
    for (; items.both(); items.advance())
      if (!same(items.old_node, items.new_node)) return false;
    return items.old_node == no_node && items.new_node != no_node && after_.node(items.new_node).next == no_node &&
           says(after_, items.new_node, edit_.value);
  }

  /// The mapping with one more entry at its end.
  bool has_gained(NodeId old_id, NodeId new_id, std::string_view key, const text::Value& value) const {
    if (after_.node(new_id).kind != Kind::mapping) return false;
    Pair entries{before_, after_, before_.node(old_id).first, after_.node(new_id).first};
    for (; entries.both(); entries.advance())
      if (!same(entries.old_node, entries.new_node)) return false;
    if (entries.old_node != no_node || entries.new_node == no_node) return false;
    if (after_.node(entries.new_node).value != key) return false;
    entries.advance_new();
    return after_.node(entries.new_node).next == no_node && says(after_, entries.new_node, value);
  }

  /// The collection without the entry of this key or position.
  bool has_lost(NodeId old_id, NodeId new_id, const std::string& step) const {
    const Node& old_node = before_.node(old_id);
    const bool is_mapping = old_node.kind == Kind::mapping;
    if (after_.node(new_id).kind != old_node.kind || after_.node(new_id).count + 1 != old_node.count) return false;
    const NodeId lost = is_mapping ? before_.key_node(old_id, step) : before_.find_item(old_id, step);
    Pair entries{before_, after_, old_node.first, after_.node(new_id).first};
    while (entries.old_node != no_node) {
      if (entries.old_node == lost) {
        entries.advance_old();
        if (is_mapping) entries.advance_old();
        continue;
      }
      if (entries.new_node == no_node || !same(entries.old_node, entries.new_node)) return false;
      entries.advance();
    }
    return entries.new_node == no_node;
  }

  /// The mapping with another name for one of its keys.
  bool has_renamed(NodeId old_id, NodeId new_id, const std::string& step) const {
    const NodeId target = before_.key_node(old_id, step);
    if (target == no_node || after_.node(new_id).kind != Kind::mapping) return false;
    if (after_.node(new_id).style != before_.node(old_id).style) return false;
    Pair children{before_, after_, before_.node(old_id).first, after_.node(new_id).first};
    for (; children.both(); children.advance()) {
      const Node& key = after_.node(children.new_node);
      const bool right = children.old_node == target ? key.kind == Kind::scalar && key.value == edit_.key
                                                     : same(children.old_node, children.new_node);
      if (!right) return false;
    }
    return children.neither();
  }

  bool item_edited(NodeId old_id, NodeId new_id, std::size_t depth) const {
    const NodeId target = before_.find_item(old_id, edit_.path[depth]);
    if (target == no_node || after_.node(new_id).kind != Kind::sequence) return false;
    Pair items{before_, after_, before_.node(old_id).first, after_.node(new_id).first};
    for (; items.both(); items.advance()) {
      const bool right = items.old_node == target ? edited(items.old_node, items.new_node, depth + 1)
                                                  : same(items.old_node, items.new_node);
      if (!right) return false;
    }
    return items.neither();
  }

  bool entry_edited(NodeId old_id, NodeId new_id, std::size_t depth) const {
    const NodeId target = before_.child(old_id, edit_.path[depth]);
    if (after_.node(new_id).kind != Kind::mapping) return false;
    Pair entries{before_, after_, before_.node(old_id).first, after_.node(new_id).first};
    for (; entries.both(); entries.advance()) {
      if (!same(entries.old_node, entries.new_node)) return false;
      entries.advance();
      const bool right = entries.old_node == target ? edited(entries.old_node, entries.new_node, depth + 1)
                                                    : same(entries.old_node, entries.new_node);
      if (!right) return false;
    }
    return entries.neither();
  }

  const Document& before_;
  const Document& after_;
  const Edit& edit_;
};

/// Holds the nodes of a document, in the order of the file, against the events as they come.
class Agreement {
 public:
  explicit Agreement(const Document& document) : document_(document) {}

  bool take(const Event& event) {
    if (event.type == Event::Type::end) return close();
    if (next_ == document_.size()) return false;
    const Node node = document_.node(next_);
    if (node.parent != (open_.empty() ? no_node : open_.back().collection)) return false;
    const bool is_key = !open_.empty() && open_.back().is_mapping && open_.back().expects_key;
    if (!open_.empty()) open_.back().expects_key = !open_.back().expects_key;
    if (node.kind == Kind::sequence || node.kind == Kind::mapping)
      open_.push_back({next_, node.kind == Kind::mapping, true});
    ++next_;
    return is_told(node, event, is_key);
  }

  /// True when no node is left that no event told of.
  bool complete() const { return next_ == document_.size() && open_.empty(); }

 private:
  /// A collection whose end has not been told.
  struct OpenCollection {
    NodeId collection;
    bool is_mapping;
    bool expects_key;
  };

  bool close() {
    if (open_.empty()) return false;
    const bool has_more = next_ < document_.size() && document_.node(next_).parent == open_.back().collection;
    open_.pop_back();
    return !has_more;
  }

  static bool is_told(const Node& node, const Event& event, bool is_key) {
    switch (node.kind) {
      case Kind::null:
        return event.type == Event::Type::null && (node.text.begin == node.text.end || starts(node, event));
      case Kind::scalar:
        return starts(node, event) && (same_text(node, event) || (is_key && is_null_key(node, event)));
      case Kind::sequence:
        return event.type == Event::Type::sequence && starts_collection(node, event);
      case Kind::mapping:
        return event.type == Event::Type::mapping && starts_collection(node, event);
    }
    return false;
  }

  static bool starts(const Node& node, const Event& event) { return event.offset == node.text.begin; }

  static bool starts_collection(const Node& node, const Event& event) {
    return starts(node, event) && event.is_flow == (node.style == Style::flow);
  }

  static bool same_text(const Node& node, const Event& event) {
    if (event.type != Event::Type::scalar || event.is_quoted != (node.style != Style::plain)) return false;
    if (node.style == Style::folded) return is_same_block(node.value, event.value, true);
    // yaml-cpp 0.7.0 writes the escapes \N and \_ as single bytes that are not UTF-8
    return event.value == node.value || (node.style == Style::double_quoted && !text::is_valid_utf8(event.value));
  }

  static bool is_null_key(const Node& node, const Event& event) {
    return event.type == Event::Type::null && node.style == Style::plain;
  }

  const Document& document_;
  std::vector<OpenCollection> open_;
  NodeId next_ = 0;
};

}  // namespace

bool says(const Document& document, NodeId id, const text::Value& value) {
  const Node& node = document.node(id);
  if (const text::Value::Map* map = value.as_map()) {
    if (node.kind != Kind::mapping || node.count != map->size()) return false;
    NodeId at = node.first;
    for (const auto& [key, item] : *map) {
      if (document.node(at).value != key || !says(document, document.node(at).next, item)) return false;
      at = document.node(document.node(at).next).next;
    }
    return true;
  }
  if (const text::Value::List* list = value.as_list()) {
    if (node.kind != Kind::sequence || node.count != list->size()) return false;
    NodeId at = node.first;
    for (const text::Value& item : *list) {
      if (!says(document, at, item)) return false;
      at = document.node(at).next;
    }
    return true;
  }
  if (value.is_null()) return node.kind == Kind::null;
  if (node.kind != Kind::scalar) return false;
  if (const std::string* text = value.as_text()) return node.value == *text;
  if (node.style != Style::plain) return false;
  if (const double* number = value.as_number()) return is_number(node.value, *number);
  return node.value == write_scalar(value, Context::block, {});
}

bool is_edited(const Document& before, const Document& after, const Edit& edit) {
  return Comparison(before, after, edit).edited(before.root(), after.root(), 0);
}

bool yaml_cpp_agrees(const Document& document) {
  EventError error;
  Agreement agreement(document);
  bool is_empty = true;
  const bool is_read = read_events(document.source(), {}, error, [&](Event&& event) {
    is_empty = false;
    return agreement.take(event);
  });
  if (is_empty) return is_read && document.size() == 1 && document.node(0).kind == Kind::null;
  return is_read && agreement.complete();
}

text::Value value_below(const Edit& edit, std::size_t depth) {
  text::Value value = edit.value;
  if (edit.action == Edit::Action::append) value = text::Value::List{std::move(value)};
  if (edit.action == Edit::Action::insert) value = text::Value::Map{{edit.key, std::move(value)}};
  for (std::size_t at = edit.path.size(); at > depth; --at)
    value = text::Value::Map{{edit.path[at - 1], std::move(value)}};
  return value;
}

}  // namespace thrive::yaml
