// SPDX-License-Identifier: MIT
//
// Lines that differ between two texts and say the same.
#pragma once

#include <cstddef>
#include <vector>

#include "libthrive/yaml/document.hpp"

namespace thrive::versions {

/// How many lines differ between two versions in nothing but layout: comments, blank lines, quoting, order of keys. A
/// line that differs is one of them when all keys and values on it stand on lines that differ in the other version too;
/// the larger number of both sides counts.
std::size_t lines_of_layout(const std::vector<yaml::Document>& a, const std::vector<yaml::Document>& b);

}  // namespace thrive::versions
