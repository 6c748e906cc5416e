// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "libthrive/model/priorities.hpp"
#include "libthrive/priorities/methods/profile.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::priorities {

/// Notes that the count will take long: methods that compare all items through all others are counted anew for every
/// resample. Beyond the sixty items that no instrument has, somebody who waits should know why.
void say_if_slow(const Profile& profile, model::ConsensusMethod method, std::size_t resamples,
                 text::Diagnostics& problems);

}  // namespace thrive::priorities
