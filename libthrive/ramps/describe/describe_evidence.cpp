// SPDX-License-Identifier: MIT
#include "libthrive/ramps/describe/describe_evidence.hpp"

#include <fmt/core.h>

#include "libthrive/report/render.hpp"

namespace thrive::ramps {

namespace {

bool is_improvement(const measures::SignalEvent& signal) { return signal.reading == measures::Reading::improvement; }
bool is_concern(const measures::SignalEvent& signal) { return signal.reading == measures::Reading::concern; }

/// The first signal of a kind that began with the change or later, or else the first of them all.
const measures::SignalEvent* first_signal(const DataSince& data, bool (*is_wanted)(const measures::SignalEvent&)) {
  const measures::SignalEvent* found = nullptr;
  for (const measures::SignalEvent& signal : data.signals) {
    if (!is_wanted(signal)) continue;
    if (signal.from >= data.since) return &signal;
    if (found == nullptr) found = &signal;
  }
  return found;
}

/// When a signal began; one that began earlier belongs to something else at least in part.
std::string beginning_in_words(const DataSince& data, const measures::SignalEvent& signal) {
  return " from " + text::format_date_in_words(signal.from) + (signal.from < data.since ? ", before this began" : "");
}

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
  const measures::SignalEvent* improvement = first_signal(data, is_improvement);
  const measures::SignalEvent* concern = first_signal(data, is_concern);
  if (improvement != nullptr) words += ". Signal of improvement" + beginning_in_words(data, *improvement);
  if (concern != nullptr) words += ". Signal of concern" + beginning_in_words(data, *concern);
  if (improvement == nullptr && concern == nullptr)
    words += ". The process has changed," + beginning_in_words(data, data.signals.front());
  return words + ". The chart shows that something changed, not what changed it.";
}

}  // namespace thrive::ramps
