// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/measures/entry/extract.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::measures {

// What informatics teams call their columns, likeliest first.
extern const std::vector<std::string> date_names;
extern const std::vector<std::string> year_names;
extern const std::vector<std::string> value_names;
extern const std::vector<std::string> numerator_names;
extern const std::vector<std::string> denominator_names;
extern const std::vector<std::string> note_names;
extern const std::vector<std::string> provisional_names;
extern const std::vector<std::string> measure_names;

/// A column of an extract by its name, or by its number from 1; nothing, with a problem, when there is none or two.
std::optional<std::size_t> column_named(const Extract& extract, const std::string& name, text::Diagnostics& problems);

/// The first column that has one of these names, the likeliest name first.
std::optional<std::size_t> first_column_of(const tables::Heading& heading, const std::vector<std::string>& names);

/// The place that problems with the columns of an extract are reported at.
text::Place place_of_heading(const Extract& extract);

}  // namespace thrive::measures
