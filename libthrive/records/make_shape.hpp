// SPDX-License-Identifier: MIT
//
// From the descriptions of libthrive/model to shapes. For shapes.cpp, which has all records of the model, and for tests
// with records of their own; everybody else includes shape.hpp.
#pragma once

#include <array>
#include <optional>
#include <utility>

#include "libthrive/model/assessments.hpp"
#include "libthrive/records/shape.hpp"

namespace thrive::records {

namespace detail {

template <class T>
constexpr Shape make_shape();

}  // namespace detail

/// The shape of a member's type.
template <class T>
inline constexpr Shape shape_for = detail::make_shape<T>();

namespace detail {

template <class T>
constexpr T* as(void* value) {
  return static_cast<T*>(value);
}
template <class T>
constexpr const T* as(const void* value) {
  return static_cast<const T*>(value);
}

template <class E>
constexpr auto words_of_names() {
  constexpr std::size_t count = std::size(model::Names<E>::values);
  std::array<std::string_view, count> words{};
  for (std::size_t i = 0; i < count; ++i) words[i] = model::Names<E>::values[i].second;
  return words;
}
template <class E>
inline constexpr auto words_of = words_of_names<E>();

template <class E>
constexpr Shape word_shape() {
  Shape shape{Kind::word};
  shape.words_title = model::Names<E>::title;
  shape.words = words_of<E>;
  shape.word = [](const void* value) {
    std::size_t position = 0;
    while (position + 1 < words_of<E>.size() && model::Names<E>::values[position].first != *as<E>(value)) ++position;
    return position;
  };
  shape.set_word = [](void* value, std::size_t position) { *as<E>(value) = model::Names<E>::values[position].first; };
  return shape;
}

template <class T>
constexpr Shape shape_of_member(const std::optional<T>*) {
  Shape shape = shape_for<T>;
  shape.held = &shape_for<T>;
  using Maybe = std::optional<T>;
  shape.get = [](const void* member) -> const void* {
    return as<Maybe>(member)->has_value() ? &**as<Maybe>(member) : nullptr;
  };
  shape.emplace = [](void* member) -> void* { return &as<Maybe>(member)->emplace(); };
  shape.reset = [](void* member) { as<Maybe>(member)->reset(); };
  return shape;
}

template <class T>
constexpr Shape shape_of_member(const std::vector<T>*) {
  Shape shape{Kind::list};
  shape.element = &shape_for<T>;
  using List = std::vector<T>;
  shape.size = [](const void* list) { return as<List>(list)->size(); };
  shape.item = [](const void* list, std::size_t at) -> const void* { return &(*as<List>(list))[at]; };
  shape.make_room = [](void* list, std::size_t count) {
    as<List>(list)->clear();
    as<List>(list)->reserve(count);
  };
  shape.append = [](void* list) -> void* { return &as<List>(list)->emplace_back(); };
  return shape;
}

template <class T>
constexpr Shape shape_of_member(const model::OneOrMany<T>*) {
  Shape shape{Kind::one_or_many};
  shape.element = &shape_for<T>;
  using Many = model::OneOrMany<T>;
  shape.size = [](const void* many) { return as<Many>(many)->items.size(); };
  shape.item = [](const void* many, std::size_t at) -> const void* { return &as<Many>(many)->items[at]; };
  shape.make_room = [](void* many, std::size_t count) {
    as<Many>(many)->items.clear();
    as<Many>(many)->items.reserve(count);
  };
  shape.append = [](void* many) -> void* { return &as<Many>(many)->items.emplace_back(); };
  return shape;
}

template <class T>
constexpr Shape shape_of_member(const model::Keyed<T>*) {
  Shape shape{Kind::keyed};
  shape.element = &shape_for<T>;
  using Map = model::Keyed<T>;
  shape.size = [](const void* map) { return as<Map>(map)->size(); };
  shape.item = [](const void* map, std::size_t at) -> const void* { return &(*as<Map>(map))[at].value; };
  shape.make_room = [](void* map, std::size_t count) { as<Map>(map)->reserve(as<Map>(map)->size() + count); };
  shape.id = [](const void* map, std::size_t at) -> std::string_view { return (*as<Map>(map))[at].id; };
  shape.find = [](const void* map, std::string_view id) -> const void* { return as<Map>(map)->find(id); };
  shape.add = [](void* map, std::string_view id) -> void* { return &as<Map>(map)->add(std::string(id)); };
  return shape;
}

constexpr Shape shape_of_member(const std::string*) { return {Kind::text}; }
constexpr Shape shape_of_member(const int*) { return {Kind::whole}; }
constexpr Shape shape_of_member(const double*) { return {Kind::number}; }
constexpr Shape shape_of_member(const bool*) { return {Kind::truth}; }
constexpr Shape shape_of_member(const text::Date*) { return {Kind::date}; }
constexpr Shape shape_of_member(const model::Score*) { return {Kind::score}; }

template <class T>
constexpr Shape make_shape() {
  if constexpr (model::Named<T>) {
    return word_shape<T>();
  } else if constexpr (model::Described<T>) {
    Shape shape{Kind::record};
    shape.record = &shape_of<T>;
    return shape;
  } else {
    return shape_of_member(static_cast<const T*>(nullptr));
  }
}

/// Collects the fields of a record, given one with every field at its default.
struct FieldCollector {
  const void* record;
  std::vector<Field>& fields;

  template <class T>
  void operator()(std::string_view name, const T& member, std::string_view meaning, const model::Rule& rule) const {
    const auto offset = reinterpret_cast<const std::byte*>(&member) - static_cast<const std::byte*>(record);
    fields.push_back({name, meaning, rule, &shape_for<T>, static_cast<std::size_t>(offset)});
  }
};

template <class Record>
constexpr std::span<const std::string_view> identity_of() {
  if constexpr (requires { model::Description<Record>::identity; }) return model::Description<Record>::identity;
  return {};
}

}  // namespace detail

template <class Record>
const RecordShape& shape_of() {
  static const Record usual{};
  static const RecordShape shape = [] {
    RecordShape made{model::Description<Record>::title,
                     model::Description<Record>::shorthand,
                     detail::identity_of<Record>(),
                     {},
                     &usual};
    const detail::FieldCollector collect{&usual, made.fields};
    model::Description<Record>::fields(collect, usual);
    return made;
  }();
  return shape;
}

}  // namespace thrive::records
