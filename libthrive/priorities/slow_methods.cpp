// SPDX-License-Identifier: MIT
#include "libthrive/priorities/slow_methods.hpp"

#include <fmt/core.h>

namespace thrive::priorities {

void say_if_slow(const Profile& profile, model::ConsensusMethod method, std::size_t resamples,
                 text::Diagnostics& problems) {
  using model::ConsensusMethod;
  constexpr std::size_t many = 60;
  const bool takes_the_cube = method == ConsensusMethod::kemeny || method == ConsensusMethod::ranked_pairs ||
                              method == ConsensusMethod::schulze;
  if (!takes_the_cube || resamples == 0 || profile.items.size() <= many) return;
  problems.note("many-candidates", {},
                fmt::format("with {} candidates, each of the {} resamples by {} takes long", profile.items.size(),
                            resamples, model::word(method)),
                "'--resamples 100' is quicker, and says how sure the result is nearly as well");
}

}  // namespace thrive::priorities
