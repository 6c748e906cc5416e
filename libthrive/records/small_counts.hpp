// SPDX-License-Identifier: MIT
//
// Where a record holds a count of people that readers are not shown.
#pragma once

#include <string>
#include <vector>

#include "libthrive/records/shape.hpp"
#include "libthrive/text/small_numbers.hpp"

namespace thrive::records {

/// The paths of all fields that count people (`Rule::people`) and whose number is small, in the order of the record. Of
/// a list with an entry for each person: the path of the list, when few people gave the same.
std::vector<std::vector<std::string>> small_counts(const RecordShape& shape, const void* record,
                                                   const text::SmallNumbers& small);

}  // namespace thrive::records
