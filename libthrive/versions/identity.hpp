// SPDX-License-Identifier: MIT
//
// How what stands in one version of a project is known again in another: the rules that joining versions and telling
// their differences share. They follow from the descriptions in libthrive/model, so a new section needs none of its
// own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/records/shape.hpp"

namespace thrive::versions {

/// How the entries of a collection are known again.
enum class Known {
  by_key,       // a mapping: by the key; the order says nothing
  by_identity,  // a list of records: by the fields that tell one from another
  by_date,      // the same where that is one date, and a list of dates: it is kept in the order of the dates
  as_lines,     // sentences: by their words, blanks around them aside
  as_set,       // names and words: by the value; the order says nothing
  whole         // not one by one: the order means something, and the list is one value
};

/// How the entries of a member with this shape and rule are known; `whole` for what has no entries. A list of names or
/// of words of a vocabulary is a set unless its rule says that its order means something.
Known known(const records::Shape& shape, const model::Rule& rule);

/// What tells an entry of a list from the others: the texts of its identity's fields to the last that is there, of a
/// scalar its text. Sentences are without the blanks around them; numbers and dates in one spelling.
using Identity = std::vector<std::string>;

/// The identity of an entry of the model. Of a record without identity fields: all that it says.
Identity identity_of(const records::Shape& element, const void* entry);
/// The identities of a list's entries, in its order; none for a null pointer.
std::vector<Identity> identities_of(const records::Shape& list, const void* value);

/// For every entry of one version the position of the same entry in another: first of those with the same identity, in
/// their order, then, where an identity has two parts or more, of those whose first two parts agree and that have no
/// match yet (a flow that was given a kind). Nothing for an entry that the other version does not have.
std::vector<std::optional<std::size_t>> matches(const std::vector<Identity>& one, const std::vector<Identity>& other);

/// The field in which people said what the thing is, such as the text of a note: its shorthand, else the first that is
/// required and free words. Null pointer when there is none.
const records::Field* words_of(const records::RecordShape& shape);

/// An id that counts, `o31`, `a-07`, `r1c2`: what stands before the number, the number, and its digits with leading
/// zeros. Nothing when an id has no digits at its end, or nothing before them.
struct RunningId {
  std::string_view before;
  unsigned long number = 0;
  std::size_t digits = 0;
};
std::optional<RunningId> running_id(std::string_view id);
/// The id with the next number, as wide as the one it follows: o09 -> o10, a-07 -> a-08.
std::string with_number(const RunningId& like, unsigned long number);

}  // namespace thrive::versions
