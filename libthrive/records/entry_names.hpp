// SPDX-License-Identifier: MIT
//
// What entries of a list are called, so that people can point at one: by what tells it from the others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/records/shape.hpp"

namespace thrive::records {

/// A scalar as text: what stands in the file, numbers in their shortest form.
std::string scalar_text(const Shape& shape, const void* value);

/// The names of a list's entries, in its order: of records their identity, `gp:spa`, and `gp:spa:referral` where two
/// share the shorter one; of scalars the scalar; the place, counted from 1, where nothing tells an entry from another.
std::vector<std::string> entry_names(const Shape& list, const void* value);

/// The positions of the entries, counted from 0, that a step of a path names: by place from 1, by identity or the first
/// parts of it. More than one when the step leaves open which is meant.
std::vector<std::size_t> entries_named(const Shape& list, const void* value, std::string_view step);

/// For every entry of one list the position of the same entry in another: of the same identity, else of the same
/// shorter name; the first of those that look alike with the first. Nothing for an entry that the other list does not
/// have.
std::vector<std::optional<std::size_t>> matched_entries(const Shape& list, const void* one, const void* other);

}  // namespace thrive::records
