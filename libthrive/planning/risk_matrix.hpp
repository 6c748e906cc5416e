// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/planning/thresholds.hpp"

namespace thrive::planning {

/// A band of scores.
struct RiskBand {
  std::string id;    // "extreme"
  std::string name;  // as it is told
  int from = 0;      // the least score in it
};

/// How likelihood times impact is judged: data/risk-matrix.yaml, which a trust puts its own in place of.
struct RiskMatrix {
  std::vector<RiskBand> bands;  // ascending
  int answered_from = 0;        // from this score on, something must answer a risk

  /// The band of a score; the first one for a score below all.
  const RiskBand& band_of(int score) const;
};

/// Reads the matrix from its file's tree. What is missing or no number is a problem at its place; then nothing comes
/// back.
std::optional<RiskMatrix> read_risk_matrix(const text::Value& tree, const PlaceOf& place, text::Diagnostics& problems);

}  // namespace thrive::planning
