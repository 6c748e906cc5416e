// SPDX-License-Identifier: MIT
//
// Records as plain data: what goes into an edit of the project file, and out of `thrive show`.
#pragma once

#include "libthrive/records/shape.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::records {

/// What is left out of the plain form of a record.
enum class Fullness {
  brief,  // as a person writes it: no field at its default, and a shorthand where one is enough
  full    // for programs: every field that has a value, defaults too, and no shorthands
};

/// A member as plain data; null when an optional holds nothing.
text::Value to_value(const Shape& shape, const void* member, Fullness fullness = Fullness::brief);
/// A record as plain data, in the order of its description.
text::Value to_value(const RecordShape& shape, const void* record, Fullness fullness = Fullness::brief);
/// The same for a record whose type is known.
template <model::Described Record>
text::Value to_value(const Record& record, Fullness fullness = Fullness::brief) {
  return to_value(shape_of<Record>(), &record, fullness);
}

/// A number without a fraction as a whole one, so that 1420 people do not become 1420.0.
text::Value number_value(double number);

}  // namespace thrive::records
