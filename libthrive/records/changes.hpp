// SPDX-License-Identifier: MIT
//
// What two records of one kind, two projects for instance, say differently: every field of every record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/records/shape.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::records {

/// One thing that differs.
struct Change {
  enum class What { changed, added, removed };
  What what = What::changed;
  std::vector<std::string> path;  // fields, ids of keyed sections, names of list entries
  const Field* field = nullptr;   // the last field on the path
  bool is_entry = false;          // an entry of that field was added or removed
  text::Value a;                  // null where nothing is recorded
  text::Value b;
};

/// The differences in the order of the description. Entries of keyed sections are matched by their id, entries of lists
/// of records by what tells them apart, the first of a name with the first. Lists of single values are one value. A
/// group of fields that is not there says the same as one in which nothing is said.
std::vector<Change> changes(const RecordShape& shape, const void* a, const void* b);
template <model::Described Record>
std::vector<Change> changes(const Record& a, const Record& b) {
  return changes(shape_of<Record>(), &a, &b);
}

}  // namespace thrive::records
