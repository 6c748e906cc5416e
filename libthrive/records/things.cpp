// SPDX-License-Identifier: MIT
#include "libthrive/records/things.hpp"

namespace thrive::records {

namespace {

/// Goes through a record to the sections that define one kind, and past everything that leads to none.
template <class Visit>
class Search {
 public:
  Search(std::string_view kind, Visit visit) : kind_(kind), visit_(visit) {}

  void in_record(const RecordShape& shape, const void* record) {
    if (!leads_there(shape)) return;
    for (const Field& field : shape.fields) {
      const void* value = field.shape->value(field.of(record));
      if (value == nullptr) continue;
      path_.emplace_back(field.name);
      in_value(field.shape->plain(), value, field.rule.defined_kind == kind_);
      path_.pop_back();
    }
  }

 private:
  void in_value(const Shape& shape, const void* value, bool defines) {
    if (shape.is_record()) return in_record(shape.record(), value);
    if (!shape.has_entries() || (!defines && !leads_there(*shape.element))) return;
    for (std::size_t i = 0; i < shape.size(value); ++i) {
      const bool is_keyed = shape.kind == Kind::keyed;
      path_.push_back(is_keyed ? std::string(shape.id(value, i)) : std::to_string(i));
      if (defines) visit_(shape.id(value, i), path_);
      const void* entry = shape.element->value(shape.item(value, i));
      if (entry != nullptr) in_value(shape.element->plain(), entry, false);
      path_.pop_back();
    }
  }

  bool leads_there(const Shape& shape) {
    const Shape* inner = &shape.plain();
    while (inner->element != nullptr) inner = &inner->element->plain();
    return inner->is_record() && leads_there(inner->record());
  }
  bool leads_there(const RecordShape& shape) {
    const auto [at, is_new] = leads_.emplace(&shape, false);
    if (!is_new) return at->second;
    bool leads = false;
    for (const Field& field : shape.fields)
      if (field.rule.defined_kind == kind_ || leads_there(*field.shape)) leads = true;
    return leads_[&shape] = leads;
  }

  std::string_view kind_;
  Visit visit_;
  std::vector<std::string> path_;
  std::map<const RecordShape*, bool> leads_;
};

}  // namespace

const Things::Known& Things::known(std::string_view kind) {
  const auto [at, is_new] = kinds_.emplace(kind, Known{});
  Known& known = at->second;
  if (is_new) {
    const auto add = [&](std::string_view id, const std::vector<std::string>&) {
      if (known.set.insert(id).second) known.ids.push_back(id);
    };
    Search<decltype(add)>(kind, add).in_record(shape_, record_);
  }
  return known;
}

bool Things::has(std::string_view kind, std::string_view id) { return known(kind).set.contains(id); }

std::vector<std::string> Things::ids(std::string_view kind) {
  const Known& found = known(kind);
  return {found.ids.begin(), found.ids.end()};
}

std::vector<Thing> Things::all(std::string_view kind) const {
  std::vector<Thing> things;
  const auto add = [&](std::string_view id, const std::vector<std::string>& path) { things.push_back({id, path}); };
  Search<decltype(add)>(kind, add).in_record(shape_, record_);
  return things;
}

}  // namespace thrive::records
