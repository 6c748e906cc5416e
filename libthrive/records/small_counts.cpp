// SPDX-License-Identifier: MIT
#include "libthrive/records/small_counts.hpp"

#include <algorithm>
#include <map>

namespace thrive::records {

namespace {

/// Goes through a record to the counts of people, and past everything that leads to none.
class CountSearch {
 public:
  explicit CountSearch(const text::SmallNumbers& small) : small_(small) {}

  void in_record(const RecordShape& shape, const void* record) {
    if (!leads_there(shape)) return;
    for (const Field& field : shape.fields) {
      if (!field.rule.counts_people && !leads_there(*field.shape)) continue;
      const void* value = field.shape->value(field.of(record));
      if (value == nullptr) continue;
      path_.emplace_back(field.name);
      if (!field.rule.counts_people) {
        in_value(field.shape->plain(), value);
      } else if (is_small(field.shape->plain(), value)) {
        found_.push_back(path_);
      }
      path_.pop_back();
    }
  }

  std::vector<std::vector<std::string>> take() { return std::move(found_); }

 private:
  void in_value(const Shape& shape, const void* value) {
    if (shape.is_record()) return in_record(shape.record(), value);
    if (!shape.has_entries()) return;
    for (std::size_t i = 0; i < shape.size(value); ++i) {
      const void* entry = shape.element->value(shape.item(value, i));
      if (entry == nullptr) continue;
      path_.push_back(shape.kind == Kind::keyed ? std::string(shape.id(value, i)) : std::to_string(i));
      in_value(shape.element->plain(), entry);
      path_.pop_back();
    }
  }

  bool is_small(const Shape& shape, const void* value) const {
    if (shape.kind == Kind::number) return small_.hides(*static_cast<const double*>(value));
    if (shape.kind == Kind::whole) return small_.hides(*static_cast<const int*>(value));
    return shape.kind == Kind::list && few_said_the_same(shape, value);
  }

  bool few_said_the_same(const Shape& shape, const void* list) const {
    const std::size_t size = shape.size(list);
    for (std::size_t i = 0; i < size; ++i) {
      double same = 0;
      for (std::size_t other = 0; other < size; ++other)
        if (is_same(*shape.element, shape.item(list, i), shape.item(list, other))) ++same;
      if (small_.hides(same)) return true;
    }
    return false;
  }

  bool leads_there(const Shape& shape) {
    const Shape* inner = &shape.plain();
    while (inner->element != nullptr) inner = &inner->element->plain();
    return inner->is_record() && leads_there(inner->record());
  }
  bool leads_there(const RecordShape& shape) {
    const auto [at, is_new] = leads_.emplace(&shape, false);
    if (!is_new) return at->second;
    const bool leads = std::any_of(shape.fields.begin(), shape.fields.end(), [&](const Field& field) {
      return field.rule.counts_people || leads_there(*field.shape);
    });
    return leads_[&shape] = leads;
  }

  const text::SmallNumbers& small_;
  std::vector<std::string> path_;
  std::vector<std::vector<std::string>> found_;
  std::map<const RecordShape*, bool> leads_;
};

}  // namespace

std::vector<std::vector<std::string>> small_counts(const RecordShape& shape, const void* record,
                                                   const text::SmallNumbers& small) {
  CountSearch search(small);
  search.in_record(shape, record);
  return search.take();
}

}  // namespace thrive::records
