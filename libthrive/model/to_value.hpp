// SPDX-License-Identifier: MIT
//
// Records as plain data: what goes into an edit of the project file, and out of `thrive show`.
#pragma once

#include <cmath>
#include <string>
#include <type_traits>
#include <vector>

#include "libthrive/model/assessments.hpp"
#include "libthrive/model/description.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::model {

/// What is left out of the plain form of a record.
enum class Fullness {
  brief,  // as a person writes it: no field at its default, and a shorthand where one is enough
  full    // for programs: every field that has a value, defaults too, and no shorthands
};

template <Described Record>
text::Value to_value(const Record& record, Fullness fullness = Fullness::brief);

namespace detail {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_keyed = false;
template <class T>
inline constexpr bool is_keyed<Keyed<T>> = true;
template <class T>
inline constexpr bool is_one_or_many = false;
template <class T>
inline constexpr bool is_one_or_many<OneOrMany<T>> = true;

/// A number without a fraction as a whole one, so that 1420 people do not become 1420.0.
inline text::Value number(double value) {
  constexpr double largest_exact = 9007199254740992.0;  // 2^53
  if (std::trunc(value) == value && std::abs(value) < largest_exact)
    return text::Value(static_cast<std::int64_t>(value));
  return text::Value(value);
}

template <class T>
text::Value plain(const T& member, Fullness fullness) {
  if constexpr (is_optional<T>) {
    return member ? plain(*member, fullness) : text::Value();
  } else if constexpr (is_list<T>) {
    text::Value list = text::Value::list();
    for (const auto& item : member) list.push(plain(item, fullness));
    return list;
  } else if constexpr (is_one_or_many<T>) {
    return member.items.size() == 1 ? plain(member.items.front(), fullness) : plain(member.items, fullness);
  } else if constexpr (is_keyed<T>) {
    text::Value map = text::Value::map();
    for (const auto& entry : member) map.as_map()->emplace_back(entry.id, plain(entry.value, fullness));
    return map;
  } else if constexpr (Described<T>) {
    return to_value(member, fullness);
  } else if constexpr (Named<T>) {
    return text::Value(word(member));
  } else if constexpr (std::is_same_v<T, Score>) {
    return member.points ? text::Value(*member.points) : text::Value("unknown");
  } else if constexpr (std::is_same_v<T, text::Date>) {
    return text::Value(text::format_date(member));
  } else if constexpr (std::is_same_v<T, double>) {
    return number(member);
  } else {
    return text::Value(member);
  }
}

/// True for a member that says nothing: no value, no entries.
template <class T>
bool is_empty(const T& member) {
  if constexpr (is_optional<T>) return !member.has_value();
  if constexpr (is_list<T> || is_keyed<T>) return member.empty();
  return false;
}

/// Remembers where each member of a default record is, in the order of the description.
struct MemberPlaces {
  std::vector<const void*> places;
  void operator()(std::string_view, const auto& member, std::string_view, const Rule&) { places.push_back(&member); }
};

struct FieldWriter {
  text::Value map = text::Value::map();
  Fullness fullness;
  const std::vector<const void*>& defaults;
  std::size_t next = 0;

  template <class T>
  void operator()(std::string_view name, const T& member, std::string_view, const Rule& rule) {
    const T& usual = *static_cast<const T*>(defaults[next++]);
    const bool left_out = fullness == Fullness::brief ? !rule.is_required && member == usual : is_empty(member);
    if (left_out) return;
    text::Value value = plain(member, fullness);
    if (fullness == Fullness::full && !rule.is_required && value.as_map() != nullptr && value.as_map()->empty()) return;
    map.as_map()->emplace_back(std::string(name), std::move(value));
  }
};

}  // namespace detail

/// A record as plain data, in the order of its description.
template <Described Record>
text::Value to_value(const Record& record, Fullness fullness) {
  const Record usual;
  detail::MemberPlaces members;
  Description<Record>::fields(members, usual);
  detail::FieldWriter writer{text::Value::map(), fullness, members.places};
  Description<Record>::fields(writer, record);
  constexpr std::string_view shorthand = Description<Record>::shorthand;
  const text::Value::Map& fields = *writer.map.as_map();
  if (!shorthand.empty() && fullness == Fullness::brief && fields.size() == 1 && fields.front().first == shorthand)
    return fields.front().second;
  return writer.map;
}

}  // namespace thrive::model
