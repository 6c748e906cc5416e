// SPDX-License-Identifier: MIT
#include "libthrive/yaml/edit.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "libthrive/text/unicode.hpp"
#include "libthrive/yaml/edit_batch.hpp"
#include "libthrive/yaml/editor.hpp"
#include "libthrive/yaml/verify.hpp"

namespace thrive::yaml {

namespace {

Document empty_document(const text::Source& source) {
  text::Diagnostics problems;
  return parse(text::Source(source.name(), ""), problems).value();
}

/// Text that no YAML file can hold.
const std::string* unwritable_text(const text::Value& value) {
  if (const std::string* text = value.as_text())
    return !text::is_valid_utf8(*text) || text->find('\0') != std::string::npos ? text : nullptr;
  if (const text::Value::List* list = value.as_list())
    for (const text::Value& item : *list)
      if (const std::string* text = unwritable_text(item)) return text;
  if (const text::Value::Map* map = value.as_map())
    for (const auto& [key, item] : *map) {
      if (!text::is_valid_utf8(key) || key.empty()) return &key;
      if (const std::string* text = unwritable_text(item)) return text;
    }
  return nullptr;
}

/// Makes one edit. The result is read again and compared with what was meant; text that does not come out right below
/// a `|` (where an odd line follows) is tried in quotes.
class OneEdit {
 public:
  explicit OneEdit(const Edit& edit) : edit_(edit) {}

  std::optional<Document> apply_to(const Document& before) {
    Manner manner = learn_manner(before);
    for (const bool literals : {true, false}) {
      manner.literals = literals;
      const std::vector<Replacement> replacements = Editor(before, manner).plan(edit_);
      if (replacements.empty()) return before;
      text::Diagnostics problems;
      auto after =
          parse(text::Source(before.source().name(), replaced(before.source().bytes(), replacements)), problems);
      if (after && is_edited(before, *after, edit_)) return after;
    }
    return std::nullopt;
  }

 private:
  const Edit& edit_;
};

/// A mapping for a mapping, or a list for a list, changes entry by entry, so that what stays keeps its comments.
class Steps {
 public:
  explicit Steps(const Document& document) : document_(document) {}

  std::vector<Edit> of(const Edit& edit) {
    if (edit.action == Edit::Action::set)
      set(edit.path, edit.value, edit.layout);
    else
      steps_.push_back(edit);
    return std::move(steps_);
  }

 private:
  void set(const Path& path, const text::Value& value, Layout layout) {
    const NodeId id = document_.find(path);
    const bool exists = id != no_node && document_.node(id).count > 0;
    if (exists && document_.node(id).kind == Kind::mapping && value.as_map() != nullptr && !value.as_map()->empty())
      return set_mapping(id, path, *value.as_map(), layout);
    if (exists && document_.node(id).kind == Kind::sequence && value.as_list() != nullptr && !value.as_list()->empty())
      return set_list(id, path, *value.as_list(), layout);
    steps_.push_back({Edit::Action::set, path, {}, value, layout});
  }

  void set_mapping(NodeId id, const Path& path, const text::Value::Map& map, Layout layout) {
    for (const auto& [key, value] : map) {
      if (document_.child(id, key) != no_node)
        set(below(path, key), value, layout);
      else
        steps_.push_back({Edit::Action::insert, path, key, value, layout});
    }
    const text::Value wanted(map);
    for (NodeId key = document_.node(id).first; key != no_node; key = document_.node(document_.node(key).next).next) {
      const std::string name(document_.node(key).value);
      if (wanted.find(name) == nullptr) steps_.push_back({Edit::Action::remove, below(path, name), {}, {}, layout});
    }
  }

  /// A shorter list loses the items between those that are equal at its start and at its end; the others are given
  /// their new value one by one, and what is left over goes behind the last.
  void set_list(NodeId id, const Path& path, const text::Value::List& list, Layout layout) {
    const std::vector<NodeId> items = items_of(id);
    std::size_t head = 0;
    while (head < std::min(items.size(), list.size()) && says(document_, items[head], list[head])) ++head;
    std::size_t tail = 0;
    if (list.size() < items.size())
      while (tail < list.size() - head && says(document_, items[items.size() - 1 - tail], list[list.size() - 1 - tail]))
        ++tail;
    const std::size_t kept = std::min(items.size(), list.size()) - tail;
    for (std::size_t at = head; at < kept; ++at) set(below(path, std::to_string(at)), list[at], layout);
    for (std::size_t at = items.size() - tail; at > kept && list.size() < items.size(); --at)
      steps_.push_back({Edit::Action::remove, below(path, std::to_string(at - 1)), {}, {}, layout});
    for (std::size_t at = items.size(); at < list.size(); ++at)
      steps_.push_back({Edit::Action::append, path, {}, list[at], layout});
  }

  std::vector<NodeId> items_of(NodeId sequence) const {
    std::vector<NodeId> items;
    for (NodeId item = document_.node(sequence).first; item != no_node; item = document_.node(item).next)
      items.push_back(item);
    return items;
  }

  static Path below(Path path, std::string step) {
    path.push_back(std::move(step));
    return path;
  }

  const Document& document_;
  std::vector<Edit> steps_;
};

/// What an edit is about, for a message.
Path changed_path(const Edit& edit) {
  Path path = edit.path;
  if (edit.action == Edit::Action::insert) path.push_back(edit.key);
  return path;
}

}  // namespace

std::optional<Edited> apply(const Document& document, const std::vector<Edit>& edits, Refusal& refusal) {
  std::optional<Document> made;  // after the edits so far
  if (document.root() == no_node) made = empty_document(document.source());
  const auto current = [&]() -> const Document& { return made ? *made : document; };
  const auto refuse = [&](const Path& path, std::string message, std::string hint) {
    NodeId place = no_node;
    for (Path at = path; place == no_node; at.pop_back()) {
      place = current().find(at);
      if (at.empty()) break;
    }
    refusal = {current().place(place), std::move(message), std::move(hint)};
    return std::nullopt;
  };
  std::vector<const Edit*> waiting;
  for (const Edit& edit : edits) waiting.push_back(&edit);
  const auto is_unwritable = [](const Edit* edit) {
    return unwritable_text(edit->value) != nullptr || !text::is_valid_utf8(edit->key);
  };
  bool may_go_together = std::none_of(waiting.begin(), waiting.end(), is_unwritable);
  while (!waiting.empty()) {
    if (may_go_together) {
      Batch batch = apply_together(current(), waiting);
      may_go_together = batch.outcome != Batch::Outcome::doubtful;
      if (batch.after) {
        made = std::move(batch.after);
        waiting = std::move(batch.waiting);
        continue;
      }
    }
    const Edit& edit = *waiting.front();
    if (is_unwritable(&edit))
      return refuse(edit.path, "the new text is not valid UTF-8, or holds a NUL", "nothing was changed");
    for (const Edit& step : Steps(current()).of(edit)) {
      try {
        std::optional<Document> after = OneEdit(step).apply_to(current());
        if (!after)
          return refuse(step.path,
                        fmt::format("the change of '{}' could not be made safely", format(changed_path(step))),
                        current().source().ends_with_newline()
                            ? "nothing was changed; edit the file by hand"
                            : "nothing was changed; the file stops in the middle of a line: end it with a line break");
        made = std::move(after);
      } catch (const CannotEdit& reason) {
        refusal = {reason.place, reason.message, reason.hint};
        return std::nullopt;
      }
    }
    waiting.erase(waiting.begin());
  }
  if (current().source().bytes() != document.source().bytes() && !yaml_cpp_agrees(current()))
    return refuse({}, "a second reader (yaml-cpp) understands the edited file differently",
                  "nothing was changed; edit the file by hand");
  return Edited{current().source().bytes()};
}

}  // namespace thrive::yaml
