// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace thrive::system {

/// Does `work` for every position below `count`, on all processors at once, in no order that may be relied on. The
/// first exception is thrown again when all have stopped.
void on_all_processors(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace thrive::system
