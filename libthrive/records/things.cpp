// SPDX-License-Identifier: MIT
#include "libthrive/records/things.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace thrive::records {

namespace {

/// Goes through a record to every section that defines a kind of thing, and past all that leads to none. Paths are put
/// together only for those who want them: a project of a thousand things has mostly none that is asked for.
template <class Visit>
class Search {
 public:
  Search(bool wants_paths, Visit visit) : wants_paths_(wants_paths), visit_(visit) {}

  void in_record(const RecordShape& shape, const void* record) {
    if (!leads_somewhere(shape)) return;
    for (const Field& field : shape.fields) {
      const void* value = field.shape->value(field.of(record));
      if (value == nullptr) continue;
      step_into(field.name);
      in_value(field.shape->plain(), value, field.rule.defined_kind);
      step_out();
    }
  }

 private:
  void step_into(std::string_view step) {
    if (wants_paths_) path_.emplace_back(step);
  }
  void step_out() {
    if (wants_paths_) path_.pop_back();
  }

  void in_value(const Shape& shape, const void* value, std::string_view kind) {
    if (shape.is_record()) return in_record(shape.record(), value);
    if (!shape.has_entries()) return;
    const bool has_more = leads_somewhere(*shape.element);
    if (kind.empty() && !has_more) return;
    for (std::size_t i = 0; i < shape.size(value); ++i) {
      step_into(shape.kind == Kind::keyed ? std::string(shape.id(value, i)) : std::to_string(i));
      if (!kind.empty()) visit_(kind, shape.id(value, i), path_);
      const void* entry = has_more ? shape.element->value(shape.item(value, i)) : nullptr;
      if (entry != nullptr) in_value(shape.element->plain(), entry, {});
      step_out();
    }
  }

  bool leads_somewhere(const Shape& shape) {
    const Shape* inner = &shape.plain();
    while (inner->element != nullptr) inner = &inner->element->plain();
    return inner->is_record() && leads_somewhere(inner->record());
  }
  bool leads_somewhere(const RecordShape& shape) {
    // Shapes live as long as the program, and a thread that checks a thousand projects asks the same of each.
    thread_local std::unordered_map<const RecordShape*, bool> known;
    const auto [at, is_new] = known.emplace(&shape, false);
    if (!is_new) return at->second;
    bool leads = false;
    for (const Field& field : shape.fields)
      if (!field.rule.defined_kind.empty() || leads_somewhere(*field.shape)) leads = true;
    return known[&shape] = leads;
  }

  bool wants_paths_;
  Visit visit_;
  std::vector<std::string> path_;
};

}  // namespace

Things::Known& Things::known(std::string_view kind) {
  if (!is_searched_) {
    is_searched_ = true;
    const auto add = [&](std::string_view found, std::string_view id, const std::vector<std::string>&) {
      kinds_[found].ids.push_back(id);
    };
    Search<decltype(add)>(false, add).in_record(shape_, record_);
  }
  return kinds_[kind];
}

bool Things::has(std::string_view kind, std::string_view id) {
  Known& things = known(kind);
  if (things.sorted.empty()) {
    things.sorted = things.ids;
    std::sort(things.sorted.begin(), things.sorted.end());
  }
  return std::binary_search(things.sorted.begin(), things.sorted.end(), id);
}

std::vector<std::string> Things::ids(std::string_view kind) {
  std::vector<std::string> ids;
  std::unordered_set<std::string_view> seen;
  for (const std::string_view id : known(kind).ids)
    if (seen.insert(id).second) ids.emplace_back(id);
  return ids;
}

std::vector<Thing> Things::all(std::string_view kind) const {
  std::vector<Thing> things;
  const auto add = [&](std::string_view found, std::string_view id, const std::vector<std::string>& path) {
    if (found == kind) things.push_back({id, path});
  };
  Search<decltype(add)>(true, add).in_record(shape_, record_);
  return things;
}

}  // namespace thrive::records
