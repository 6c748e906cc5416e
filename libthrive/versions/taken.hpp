// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/versions/merge.hpp"

namespace thrive::versions {

/// Counts what a joined version has that ours does not say: the entries that were added, changed or taken away, each
/// once however much of it changed, by section and by what they are called. A field that is in no entry counts as one.
Brought taken(At ours, const Joined& joined);

}  // namespace thrive::versions
