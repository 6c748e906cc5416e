// SPDX-License-Identifier: MIT
#pragma once

namespace thrive::cli {

/// The only exit statuses there are.
enum class Exit {
  ok = 0,        // fine
  findings = 1,  // checks that failed, signals that appeared
  trouble = 2    // usage, unreadable or invalid input, output that could not be written
};

}  // namespace thrive::cli
