// SPDX-License-Identifier: MIT
#include "libthrive/improvement/describe_evidence.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/report/render.hpp"

namespace thrive::improvement {

namespace {

bool is_improvement(const measures::SignalEvent& signal) { return signal.reading == measures::Reading::improvement; }
bool is_concern(const measures::SignalEvent& signal) { return signal.reading == measures::Reading::concern; }

}  // namespace

std::string in_words(const DataSince& data, const Chart& chart, int points_needed) {
  const std::string start =
      chart.name + ": " + report::count_of(data.points, "point") + " since " + text::format_date_in_words(data.since);
  if (!data.is_enough)
    return start +
           fmt::format(". Not enough data yet: {} are needed before the chart can say anything.", points_needed);
  std::string words = start;
  if (data.median_before && data.median_since)
    words += fmt::format(", median {} against {} before", report::number(*data.median_since, 1),
                         report::number(*data.median_before, 1));
  if (data.signals.empty()) return words + ". No signal: the chart shows nothing but its usual variation.";
  const auto improvement = std::find_if(data.signals.begin(), data.signals.end(), is_improvement);
  const auto concern = std::find_if(data.signals.begin(), data.signals.end(), is_concern);
  if (improvement != data.signals.end())
    words += ". Signal of improvement from " + text::format_date_in_words(improvement->from);
  if (concern != data.signals.end()) words += ". Signal of concern from " + text::format_date_in_words(concern->from);
  if (improvement == data.signals.end() && concern == data.signals.end())
    words += ". The process has changed, from " + text::format_date_in_words(data.signals.front().from);
  return words + ". The chart shows that something changed, not what changed it.";
}

}  // namespace thrive::improvement
