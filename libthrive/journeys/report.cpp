// SPDX-License-Identifier: MIT
#include "libthrive/journeys/report.hpp"

namespace thrive::journeys {

SuppressionRule rule_of(model::Suppression suppression) {
  switch (suppression) {
    case model::Suppression::mhsds:
      return SuppressionRule::mhsds;
    case model::Suppression::lt5:
      return SuppressionRule::lt5;
    case model::Suppression::lt10:
      return SuppressionRule::lt10;
  }
  return SuppressionRule::mhsds;
}

}  // namespace thrive::journeys
