// SPDX-License-Identifier: MIT
//
// How far two maps agree beyond what chance would give: Cohen's kappa over ordered pairs of services that both have.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/model/project.hpp"

namespace thrive::pathway {

/// What the kappa of two maps is made of. Services are those that both maps have; flows join two different ones.
struct FlowCounts {
  std::size_t services = 0;
  std::size_t of_a = 0;  // flows of the first map
  std::size_t of_b = 0;
  std::size_t both = 0;  // flows that both maps have
};

/// Nothing where it is not defined: fewer than two services, or maps on which every pair, or none, is a flow.
std::optional<double> kappa(const FlowCounts& counts);

/// The mean over all pairs of these pathways of one project for which kappa is defined; nothing when it is for none. A
/// pathway has the services that its flows touch.
std::optional<double> mean_kappa(const model::Project& project, const std::vector<std::string>& pathways);

}  // namespace thrive::pathway
