// SPDX-License-Identifier: MIT
//
// Data files in three versions: one row a date.
#pragma once

#include <optional>

#include "libthrive/versions/merge.hpp"

namespace thrive::versions {

/// Joins three versions of a CSV file by its first column. Rows of ours keep their bytes; those of theirs go where
/// their date is, when the dates of ours rise or fall, and else to the end. A column that one version added is there
/// for all rows. One date with two values is a conflict. Nothing when a version is no table: it has markers, a date
/// twice, or lost a column.
std::optional<MergedFile> merge_rows(const Texts& texts, const Markers& markers);

}  // namespace thrive::versions
