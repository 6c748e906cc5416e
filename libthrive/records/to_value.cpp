// SPDX-License-Identifier: MIT
#include "libthrive/records/to_value.hpp"

#include <cmath>

#include "libthrive/model/assessments.hpp"

namespace thrive::records {

namespace {

using text::Value;

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

Value score_value(const model::Score& score) { return score.points ? Value(*score.points) : Value("unknown"); }

Value entries_value(const Shape& shape, const void* entries, Fullness fullness) {
  const std::size_t size = shape.size(entries);
  if (shape.kind == Kind::one_or_many && size == 1) return to_value(*shape.element, shape.item(entries, 0), fullness);
  if (shape.kind == Kind::keyed) {
    Value::Map map;
    map.reserve(size);
    for (std::size_t i = 0; i < size; ++i)
      map.emplace_back(shape.id(entries, i), to_value(*shape.element, shape.item(entries, i), fullness));
    return Value(std::move(map));
  }
  Value::List list;
  list.reserve(size);
  for (std::size_t i = 0; i < size; ++i) list.push_back(to_value(*shape.element, shape.item(entries, i), fullness));
  return Value(std::move(list));
}

/// True for a field that the plain form leaves out: at its default in the brief form, without a value in the full one.
bool is_left_out(const Field& field, const RecordShape& shape, const void* record, Fullness fullness) {
  if (fullness == Fullness::full) return is_empty(*field.shape, field.of(record));
  return !field.rule.is_required && is_same(*field.shape, field.of(record), field.of(shape.usual));
}

}  // namespace

Value number_value(double number) {
  constexpr double largest_exact = 9007199254740992.0;  // 2^53
  if (std::trunc(number) == number && std::abs(number) < largest_exact) return Value(static_cast<std::int64_t>(number));
  return Value(number);
}

Value to_value(const Shape& shape, const void* member, Fullness fullness) {
  const void* value = shape.value(member);
  if (value == nullptr) return {};
  switch (shape.kind) {
    case Kind::text:
      return Value(as<std::string>(value));
    case Kind::whole:
      return Value(as<int>(value));
    case Kind::number:
      return number_value(as<double>(value));
    case Kind::truth:
      return Value(as<bool>(value));
    case Kind::date:
      return Value::day(text::format_date(as<text::Date>(value)));
    case Kind::score:
      return score_value(as<model::Score>(value));
    case Kind::word:
      return Value(shape.plain().words[shape.plain().word(value)]);
    case Kind::record:
      return to_value(shape.record(), value, fullness);
    case Kind::list:
    case Kind::keyed:
    case Kind::one_or_many:
      return entries_value(shape.plain(), value, fullness);
  }
  return {};
}

Value to_value(const RecordShape& shape, const void* record, Fullness fullness) {
  Value::Map map;
  for (const Field& field : shape.fields) {
    if (is_left_out(field, shape, record, fullness)) continue;
    Value value = to_value(*field.shape, field.of(record), fullness);
    const bool says_nothing = value.as_map() != nullptr && value.as_map()->empty();
    if (fullness == Fullness::full && !field.rule.is_required && says_nothing) continue;
    map.emplace_back(field.name, std::move(value));
  }
  const bool is_short = !shape.shorthand.empty() && fullness == Fullness::brief && map.size() == 1;
  if (is_short && map.front().first == shape.shorthand) return std::move(map.front().second);
  return Value(std::move(map));
}

}  // namespace thrive::records
