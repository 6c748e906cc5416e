// SPDX-License-Identifier: MIT
#include "libthrive/assessment/comparison.hpp"

#include <algorithm>

namespace thrive::assessment {

Comparison compare(const Scoring& from, const Scoring& to) {
  Comparison comparison;
  comparison.from = &from;
  comparison.to = &to;
  std::vector<double> changes;
  for (const ScoredItem& after : to.items) {
    ItemChange item = {after.id, after.item, {}, after.counts(), {}};
    const auto before = std::find_if(from.items.begin(), from.items.end(),
                                     [&after](const ScoredItem& known) { return known.id == after.id; });
    if (before != from.items.end()) item.from = before->counts();
    if (item.from && item.to) {
      item.change = *item.to - *item.from;
      changes.push_back(*item.change);
      comparison.up += *item.change > 0;
      comparison.same += *item.change == 0;
      comparison.down += *item.change < 0;
      const bool was = *item.from >= from.scale.thrive_like_from, is = *item.to >= to.scale.thrive_like_from;
      if (is && !was) comparison.newly_thrive_like.push_back(item.id);
      if (was && !is) comparison.slipped.push_back(item.id);
    }
    comparison.items.push_back(std::move(item));
  }
  comparison.tests = test_changes(changes);
  return comparison;
}

}  // namespace thrive::assessment
