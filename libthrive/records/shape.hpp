// SPDX-License-Identifier: MIT
//
// The descriptions of the model as plain data: made once from the templates of libthrive/model and then walked without
// any, by the reader, the schema, editing, listing, comparing. A record is a `void*` and its shape.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/model/description.hpp"

namespace thrive::records {

/// What one value is. A `word` is one of a closed list; `one_or_many` may be written alone or as a list.
enum class Kind { text, whole, number, truth, date, score, word, record, list, keyed, one_or_many };

struct RecordShape;

/// The type of a member of a record, and how to reach into it. Which functions are there depends on the kind.
struct Shape {
  Kind kind = Kind::text;
  const Shape* held = nullptr;     // of a std::optional: what it holds; its kind is that one's
  const Shape* element = nullptr;  // of list, keyed and one_or_many: one entry
  const RecordShape& (*record)() = nullptr;

  // Of a closed list of words.
  std::string_view words_title{};
  std::span<const std::string_view> words{};
  std::size_t (*word)(const void*) = nullptr;  // the position of the value among `words`
  void (*set_word)(void*, std::size_t) = nullptr;

  // Of a std::optional.
  const void* (*get)(const void*) = nullptr;  // what it holds; null pointer when it holds nothing
  void* (*emplace)(void*) = nullptr;          // holds a new value from now on
  void (*reset)(void*) = nullptr;

  // Of list, keyed and one_or_many.
  std::size_t (*size)(const void*) = nullptr;
  const void* (*item)(const void*, std::size_t) = nullptr;
  void (*make_room)(void*, std::size_t) = nullptr;                  // empties a list, and makes room for so many more
  void* (*append)(void*) = nullptr;                                 // adds an entry; not of keyed
  std::string_view (*id)(const void*, std::size_t) = nullptr;       // of keyed only, as are the next two
  const void* (*find)(const void*, std::string_view id) = nullptr;  // null pointer when there is none
  void* (*add)(void*, std::string_view id) = nullptr;               // the caller has checked that the id is new

  bool is_optional() const { return held != nullptr; }
  bool is_record() const { return kind == Kind::record; }
  bool has_entries() const { return kind == Kind::list || kind == Kind::keyed || kind == Kind::one_or_many; }
  /// The shape without the std::optional around it.
  const Shape& plain() const { return held == nullptr ? *this : *held; }
  /// The value of a member: what an optional holds, else the member itself; null pointer when nothing is held.
  const void* value(const void* member) const { return held == nullptr ? member : get(member); }
};

/// One field of a record.
struct Field {
  std::string_view name;
  std::string_view meaning;
  model::Rule rule;
  const Shape* shape = nullptr;
  std::size_t offset = 0;  // of the member, in bytes from the start of the record

  const void* of(const void* record) const { return static_cast<const std::byte*>(record) + offset; }
  void* of(void* record) const { return static_cast<std::byte*>(record) + offset; }
};

/// A record: its fields in the order of the file.
struct RecordShape {
  std::string_view title;
  std::string_view shorthand;                  // the field that may stand for the whole record, or ""
  std::span<const std::string_view> identity;  // the fields that tell one from another in a list; may be empty
  std::vector<Field> fields;
  const void* usual = nullptr;  // a record with every field at its default

  /// A field by its name; null pointer when there is none.
  const Field* find(std::string_view name) const;
  /// The field that takes several of what this one takes one of, such as `targets` for `target`; the field itself where
  /// it takes a list, and where there is none.
  const Field& for_several(const Field& field) const;
  std::vector<std::string> names() const;
};

/// The shape of a record of the model. Made at the first question and kept.
template <class Record>
const RecordShape& shape_of();

/// True for a member that says nothing: no value, no entries.
bool is_empty(const Shape& shape, const void* member);
/// True when two members of one shape say the same.
bool is_same(const Shape& shape, const void* one, const void* other);

}  // namespace thrive::records
