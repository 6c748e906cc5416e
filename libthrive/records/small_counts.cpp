// SPDX-License-Identifier: MIT
#include "libthrive/records/small_counts.hpp"

#include <algorithm>
#include <map>

namespace thrive::records {

namespace {

/// Where the search stands; a path is made of it only when something is found.
struct Step {
  const Step* outer = nullptr;
  std::string_view name{};
  std::size_t place = 0;  // in a list, where there is no name
};

/// Goes through a record to the counts of people, and past everything that leads to none.
class CountSearch {
 public:
  explicit CountSearch(const text::SmallNumbers& small) : small_(small) {}

  void in_record(const RecordShape& shape, const void* record, const Step* outer = nullptr) {
    for (const Field* field : fields_of(shape)) {
      const void* value = field->shape->value(field->of(record));
      if (value == nullptr) continue;
      const Step step{outer, field->name};
      if (!field->rule.counts_people) {
        in_value(field->shape->plain(), value, step);
      } else if (is_small(field->shape->plain(), value)) {
        found_.push_back(path_of(step));
      }
    }
  }

  std::vector<std::vector<std::string>> take() { return std::move(found_); }

 private:
  void in_value(const Shape& shape, const void* value, const Step& outer) {
    if (shape.is_record()) return in_record(shape.record(), value, &outer);
    if (!shape.has_entries()) return;
    for (std::size_t i = 0; i < shape.size(value); ++i) {
      const void* entry = shape.element->value(shape.item(value, i));
      if (entry == nullptr) continue;
      const Step step{&outer, shape.kind == Kind::keyed ? shape.id(value, i) : std::string_view(), i};
      in_value(shape.element->plain(), entry, step);
    }
  }

  static std::vector<std::string> path_of(const Step& last) {
    std::vector<std::string> path;
    for (const Step* step = &last; step != nullptr; step = step->outer)
      path.push_back(step->name.empty() ? std::to_string(step->place) : std::string(step->name));
    std::reverse(path.begin(), path.end());
    return path;
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
    return inner->is_record() && !fields_of(inner->record()).empty();
  }

  /// The fields of a record that are counts of people, or lead to some. A record that holds itself would lead to what
  /// its other fields lead to.
  const std::vector<const Field*>& fields_of(const RecordShape& shape) {
    // Shapes live as long as the program, and a thread that checks a thousand projects asks the same of each.
    thread_local std::map<const RecordShape*, std::vector<const Field*>> known;
    const auto [at, is_new] = known.try_emplace(&shape);
    if (!is_new) return at->second;
    std::vector<const Field*> leading;
    for (const Field& field : shape.fields)
      if (field.rule.counts_people || leads_there(*field.shape)) leading.push_back(&field);
    return known[&shape] = std::move(leading);
  }

  const text::SmallNumbers& small_;
  std::vector<std::vector<std::string>> found_;
};

}  // namespace

std::vector<std::vector<std::string>> small_counts(const RecordShape& shape, const void* record,
                                                   const text::SmallNumbers& small) {
  CountSearch search(small);
  search.in_record(shape, record);
  return search.take();
}

}  // namespace thrive::records
