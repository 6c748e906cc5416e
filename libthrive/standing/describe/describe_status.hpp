// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/report/document.hpp"
#include "libthrive/standing/describe/reported.hpp"

namespace thrive::standing {

/// The chain of every agreed priority, what is next, and what a coach would say.
report::Document describe_status(const Reported& reported);
/// One row for each priority, date and finding that is told; `part` says which it is.
report::Table table_of_status(const Reported& reported);

}  // namespace thrive::standing
