// SPDX-License-Identifier: MIT
#include "libthrive/records/shape.hpp"

#include "libthrive/model/assessments.hpp"

namespace thrive::records {

namespace {

template <class T>
bool are_equal(const void* one, const void* other) {
  return *static_cast<const T*>(one) == *static_cast<const T*>(other);
}

bool has_same_entries(const Shape& shape, const void* one, const void* other) {
  const std::size_t size = shape.size(one);
  if (size != shape.size(other)) return false;
  for (std::size_t i = 0; i < size; ++i) {
    if (shape.kind == Kind::keyed && shape.id(one, i) != shape.id(other, i)) return false;
    if (!is_same(*shape.element, shape.item(one, i), shape.item(other, i))) return false;
  }
  return true;
}

bool has_same_fields(const RecordShape& shape, const void* one, const void* other) {
  for (const Field& field : shape.fields)
    if (!is_same(*field.shape, field.of(one), field.of(other))) return false;
  return true;
}

}  // namespace

const Field* RecordShape::find(std::string_view name) const {
  for (const Field& field : fields)
    if (field.name == name) return &field;
  return nullptr;
}

const Field& RecordShape::for_several(const Field& field) const {
  if (field.shape->plain().kind == Kind::list || field.shape->plain().kind == Kind::one_or_many) return field;
  const Field* several = find(std::string(field.name) + "s");
  return several != nullptr && several->shape->kind == Kind::list ? *several : field;
}

std::vector<std::string> RecordShape::names() const {
  std::vector<std::string> result;
  for (const Field& field : fields) result.emplace_back(field.name);
  return result;
}

bool is_empty(const Shape& shape, const void* member) {
  if (shape.is_optional()) return shape.get(member) == nullptr;
  return (shape.kind == Kind::list || shape.kind == Kind::keyed) && shape.size(member) == 0;
}

bool is_same(const Shape& shape, const void* one, const void* other) {
  if (shape.is_optional()) {
    const void* held = shape.get(one);
    const void* held_by_other = shape.get(other);
    if (held == nullptr || held_by_other == nullptr) return held == held_by_other;
    return is_same(*shape.held, held, held_by_other);
  }
  switch (shape.kind) {
    case Kind::text:
      return are_equal<std::string>(one, other);
    case Kind::whole:
      return are_equal<int>(one, other);
    case Kind::number:
      return are_equal<double>(one, other);
    case Kind::truth:
      return are_equal<bool>(one, other);
    case Kind::date:
      return are_equal<text::Date>(one, other);
    case Kind::score:
      return are_equal<model::Score>(one, other);
    case Kind::word:
      return shape.word(one) == shape.word(other);
    case Kind::record:
      return has_same_fields(shape.record(), one, other);
    case Kind::list:
    case Kind::keyed:
    case Kind::one_or_many:
      return has_same_entries(shape, one, other);
  }
  return false;
}

}  // namespace thrive::records
