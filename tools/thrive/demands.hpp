// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/project/check.hpp"

// What the recording commands of all tools demand, asked of a project that may have been typed by hand.

/// The demands of the subjects that `project::check` does not know.
thrive::project::Demands demands_of_subjects();
