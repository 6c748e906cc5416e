// SPDX-License-Identifier: MIT
#include "libthrive/improvement/causes.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/text/names.hpp"

namespace thrive::improvement {

std::size_t Pareto::vital_count() const {
  return static_cast<std::size_t>(
      std::count_if(reasons.begin(), reasons.end(), [](const Reason& reason) { return reason.vital; }));
}

Pareto pareto_of(const model::Tally& tally, const Thresholds& thresholds) {
  Pareto pareto;
  pareto.n = tally.n;
  const auto& others = thresholds.wording.others;
  for (const auto& entry : tally.reasons) {
    const bool is_other = std::find(others.begin(), others.end(), text::kebab(entry.id)) != others.end();
    pareto.reasons.push_back({entry.id, entry.value, 0, 0, false, is_other});
  }
  std::stable_sort(pareto.reasons.begin(), pareto.reasons.end(), [](const Reason& a, const Reason& b) {
    return a.is_other != b.is_other ? b.is_other : a.count > b.count;
  });
  // Counts are compared, not shares: 80 % of whole numbers is met exactly or not at all.
  int sum = 0;
  bool is_reached = tally.n <= 0;
  for (Reason& reason : pareto.reasons) {
    sum += reason.count;
    reason.share = tally.n > 0 ? static_cast<double>(reason.count) / tally.n : 0;
    reason.cumulative = tally.n > 0 ? static_cast<double>(sum) / tally.n : 0;
    reason.vital = !is_reached;
    is_reached = is_reached || 100.0 * sum >= thresholds.limits.vital_percent * tally.n;
  }
  return pareto;
}

std::string ToldReason::count_in_words(const text::SmallNumbers& small) const {
  if (count) return std::to_string(*count);
  return fmt::format("<{}{}", small.under, together > 1 ? " each" : "");
}

std::vector<ToldReason> told(const Pareto& pareto, const text::SmallNumbers& small) {
  const auto is_hidden = [&](const Reason& reason) { return reason.count > 0 && small.hides(reason.count); };
  const auto hidden = std::count_if(pareto.reasons.begin(), pareto.reasons.end(), is_hidden);
  std::vector<ToldReason> reasons;
  std::vector<std::string> together;
  for (const Reason& reason : pareto.reasons) {
    if (is_hidden(reason)) {
      together.push_back(reason.id);
      continue;
    }
    reasons.push_back({reason.id, reason.count, reason.share, reason.cumulative, reason.vital, 1});
  }
  if (hidden > 0)
    reasons.push_back({text::join(together, ", "), std::nullopt, std::nullopt, std::nullopt, false, together.size()});
  return reasons;
}

std::optional<text::Date> day_counted(const model::Tally& tally) {
  if (const auto day = text::parse_date(tally.counted)) return day;
  const auto first = text::parse_date(tally.counted + "-01");
  if (!first) return std::nullopt;
  const std::chrono::year_month_day date(*first);
  return text::Date(date.year() / date.month() / std::chrono::last);
}

}  // namespace thrive::improvement
