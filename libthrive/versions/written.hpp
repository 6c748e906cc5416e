// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "libthrive/versions/join.hpp"

namespace thrive::versions {

/// The document with what was joined written into it; nothing when that could not be made safely. The result says just
/// what was joined.
std::optional<yaml::Document> written(const yaml::Document& document, const Joined& root);

}  // namespace thrive::versions
