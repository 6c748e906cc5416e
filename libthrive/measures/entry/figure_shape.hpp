// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "libthrive/measures/entry/import.hpp"
#include "libthrive/measures/entry/merge.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::measures {

/// Whether figures are values or have numerators and denominators, and the data file that they go into.
struct FigureShape {
  bool ratio = false;
  text::Source data;  // as it is, or with another heading where no figure of the old kind has to stay
};

/// What decides, in this order: the columns that the request names, the figures that the data file has, the measure's
/// `denominator`. Nothing, with a problem, when the file has figures of the other kind and keeps them.
std::optional<FigureShape> figure_shape(const ImportRequest& request, bool measure_is_ratio, const text::Source& data,
                                        ImportMode mode, text::Diagnostics& problems);

}  // namespace thrive::measures
