// SPDX-License-Identifier: MIT
#include "libthrive/yaml/edit_batch.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "libthrive/yaml/editor.hpp"
#include "libthrive/yaml/verify.hpp"

namespace thrive::yaml {

namespace {

/// What is meant to be different afterwards.
struct Meant {
  std::unordered_map<NodeId, text::Value> new_values;
  std::unordered_map<NodeId, std::vector<std::pair<std::string, text::Value>>> added;  // keys are empty for list items
};

/// Compares the document before and after, node by node.
class Comparison {
 public:
  Comparison(const Document& before, const Document& after, const Meant& meant)
      : before_(before), after_(after), meant_(meant) {}

  bool as_meant(NodeId old_id, NodeId new_id) const {
    if (const auto value = meant_.new_values.find(old_id); value != meant_.new_values.end())
      return says(after_, new_id, value->second);
    const auto added = meant_.added.find(old_id);
    const bool grows = added != meant_.added.end();
    if (!(grows && before_.node(old_id).count == 0) && !is_written_alike(old_id, new_id)) return false;
    NodeId old_child = before_.node(old_id).first, new_child = after_.node(new_id).first;
    while (old_child != no_node && new_child != no_node) {
      if (!as_meant(old_child, new_child)) return false;
      old_child = before_.node(old_child).next;
      new_child = after_.node(new_child).next;
    }
    if (old_child != no_node) return false;
    return grows ? has_gained(new_id, new_child, added->second) : new_child == no_node;
  }

 private:
  bool is_written_alike(NodeId old_id, NodeId new_id) const {
    const Node& old_node = before_.node(old_id);
    const Node& new_node = after_.node(new_id);
    if (old_node.kind != new_node.kind || old_node.style != new_node.style || old_node.value != new_node.value)
      return false;
    return old_node.first != no_node || before_.source().text(old_node.text) == after_.source().text(new_node.text) ||
           meant_.added.contains(old_id);
  }

  bool has_gained(NodeId collection, NodeId at, const std::vector<std::pair<std::string, text::Value>>& added) const {
    const Kind kind = after_.node(collection).kind;
    for (const auto& [key, value] : added) {
      if (kind != (key.empty() ? Kind::sequence : Kind::mapping) || at == no_node) return false;
      if (!key.empty()) {
        if (after_.node(at).value != key) return false;
        at = after_.node(at).next;
      }
      if (!says(after_, at, value)) return false;
      at = after_.node(at).next;
    }
    return at == no_node;
  }

  const Document& before_;
  const Document& after_;
  const Meant& meant_;
};

/// Chooses the edits of a batch and plans them.
class Planner {
 public:
  explicit Planner(const Document& document) : document_(document), editor_(document, learn_manner(document)) {}

  enum class Answer { made, later, stop };

  Answer take(const Edit& edit) {
    if (!gives_value(edit)) return Answer::stop;
    const Site site = editor_.locate(edit);
    const bool is_nameless = site.how == Site::How::adds_entry && site.key.empty();
    if (site.how == Site::How::nowhere || is_nameless || is_in_replaced(site.node)) return Answer::stop;
    return site.how == Site::How::replaces ? replace(edit, site) : add(edit, site);
  }

  const Meant& meant() const { return meant_; }

  std::vector<Replacement> replacements() {
    std::stable_sort(replacements_.begin(), replacements_.end(),
                     [](const Replacement& a, const Replacement& b) { return a.offset < b.offset; });
    return std::move(replacements_);
  }

 private:
  struct Piece {
    std::size_t end;
    NodeId site;
    bool takes_more;  // further text of the same site may go to the same place
  };

  Answer replace(const Edit& edit, const Site& site) {
    if (touched_.contains(site.node)) return Answer::stop;
    const Node& old = document_.node(site.node);
    // A mapping for a mapping and a list for a list change entry by entry, in several steps.
    const bool is_merged = old.count > 0 && (edit.value.as_map() != nullptr || edit.value.as_list() != nullptr);
    if (is_merged || old.parent == no_node) return Answer::stop;
    const Answer answer = plan(edit, site);
    if (answer != Answer::made) return Answer::stop;
    touch(site.node);
    replaced_.insert(site.node);
    meant_.new_values.emplace(site.node, edit.value);
    return answer;
  }

  Answer add(const Edit& edit, const Site& site) {
    touch(site.node);
    const bool is_inside_new = !site.key.empty() && !new_keys_.emplace(site.node, site.key).second;
    if (is_inside_new || waiting_.contains(site.node)) return Answer::later;
    const bool is_empty = document_.node(site.node).count == 0;
    if (document_.node(site.node).parent == no_node && is_empty) return Answer::stop;
    if (is_empty && meant_.added.contains(site.node)) return wait(site);
    const Answer answer = plan(edit, site);
    if (answer == Answer::later) return wait(site);
    if (answer == Answer::made) meant_.added[site.node].emplace_back(site.key, site.value);
    return answer;
  }

  /// What comes at this place must keep its order.
  Answer wait(const Site& site) {
    waiting_.insert(site.node);
    return Answer::later;
  }

  Answer plan(const Edit& edit, const Site& site) {
    std::vector<Replacement> planned;
    try {
      planned = editor_.plan(edit, site);
    } catch (const CannotEdit&) {
      return Answer::stop;
    }
    const bool is_one_addition = planned.size() == 1 && planned[0].length == 0;
    for (const Replacement& one : planned)
      if (!is_free(one, site.node, is_one_addition)) return Answer::later;
    for (Replacement& one : planned) {
      pieces_.emplace(one.offset, Piece{one.offset + one.length, site.node, is_one_addition});
      replacements_.push_back(std::move(one));
    }
    return Answer::made;
  }

  /// Pieces never overlap nor touch, so the last one that begins before the end is the only one to look at.
  bool is_free(const Replacement& one, NodeId site, bool is_one_addition) const {
    const auto behind = pieces_.upper_bound(one.offset + one.length);
    if (behind == pieces_.begin()) return true;
    const auto& [begin, piece] = *std::prev(behind);
    if (piece.end < one.offset) return true;
    return is_one_addition && piece.takes_more && piece.site == site && begin == one.offset;
  }

  void touch(NodeId node) {
    for (; node != no_node && touched_.insert(node).second; node = document_.node(node).parent) {
    }
  }

  bool is_in_replaced(NodeId node) const {
    if (replaced_.empty()) return false;
    for (; node != no_node; node = document_.node(node).parent)
      if (replaced_.contains(node)) return true;
    return false;
  }

  const Document& document_;
  Editor editor_;
  Meant meant_;
  std::vector<Replacement> replacements_;
  std::map<std::size_t, Piece> pieces_;                // by their first byte
  std::unordered_set<NodeId> touched_;                 // places of edits, and what they are in
  std::unordered_set<NodeId> replaced_;                // nodes with a new value
  std::unordered_set<NodeId> waiting_;                 // collections where something was left for later
  std::set<std::pair<NodeId, std::string>> new_keys_;  // entries that this batch or a later one makes
};

}  // namespace

Batch apply_together(const Document& document, const std::vector<const Edit*>& edits) {
  Batch batch;
  if (document.root() == no_node || edits.size() < 2) return batch;
  Planner planner(document);
  std::size_t made = 0;
  Planner::Answer answer = Planner::Answer::later;
  for (const Edit* edit : edits) {
    if (answer != Planner::Answer::stop) answer = planner.take(*edit);
    if (answer == Planner::Answer::made)
      ++made;
    else
      batch.waiting.push_back(edit);
  }
  if (made < 2) return batch;
  text::Diagnostics problems;
  const std::string bytes = replaced(document.source().bytes(), planner.replacements());
  batch.after = parse(text::Source(document.source().name(), bytes), problems);
  const bool is_right =
      batch.after && Comparison(document, *batch.after, planner.meant()).as_meant(document.root(), batch.after->root());
  if (!is_right) return {Batch::Outcome::doubtful};
  batch.outcome = Batch::Outcome::made;
  return batch;
}

}  // namespace thrive::yaml
