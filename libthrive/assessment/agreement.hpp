// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>

#include "libthrive/assessment/ratings.hpp"

namespace thrive::assessment {

/// Krippendorff's alpha by the metric that compares two ratings. Empty when no item has two ratings, or when all
/// ratings are the same and nothing is left to explain.
struct KrippendorffAlpha {
  std::optional<double> nominal;
  std::optional<double> ordinal;
  std::optional<double> interval;
};

/// Krippendorff (2011), from the coincidence matrix of items with two ratings or more; missing ratings allowed. The
/// ordinal metric is (sum of n_g for g = c..k, less (n_c + n_k) / 2) squared.
KrippendorffAlpha krippendorff_alpha(const Ratings& ratings, const RatingScale& scale);

/// Gwet's chance-corrected agreement: AC1 for names, AC2 with linear and quadratic weights.
struct GwetAgreement {
  std::optional<double> ac1;
  std::optional<double> ac2_linear;
  std::optional<double> ac2_quadratic;
};

/// Gwet (2008, 2014), with all numbers of the scale as categories, not only those that occur. Empty when no item has
/// two ratings.
GwetAgreement gwet_agreement(const Ratings& ratings, const RatingScale& scale);

/// Kendall's coefficient of concordance, corrected for ties.
struct KendallConcordance {
  std::optional<double> w;     // 0 to 1; empty with fewer than two raters or items, or when nobody tells items apart
  std::size_t items_used = 0;  // items that every rater scored
};

/// Kendall and Babington Smith (1939) on midranks: W = 12 S / (m^2 (n^3 - n) - m sum of (t^3 - t)).
KendallConcordance kendall_concordance(const Ratings& ratings);

}  // namespace thrive::assessment
