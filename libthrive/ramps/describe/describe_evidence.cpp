// SPDX-License-Identifier: MIT
#include "libthrive/ramps/describe/describe_evidence.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/measures/describe/sentences.hpp"
#include "libthrive/measures/describe/spelling.hpp"
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

/// The signal that reaches furthest; of several the one that began first. Two in three points only where there is no
/// other: their window ends with a point that may be as usual.
const measures::SignalEvent* latest_of(const std::vector<measures::SignalEvent>& signals) {
  const auto goes_before = [](const measures::SignalEvent& a, const measures::SignalEvent& b) {
    const bool a_is_window = a.rule == "two-in-three", b_is_window = b.rule == "two-in-three";
    if (a_is_window != b_is_window) return b_is_window;
    return a.to != b.to ? a.to > b.to : a.from < b.from;
  };
  const auto found = std::min_element(signals.begin(), signals.end(), goes_before);
  return found == signals.end() ? nullptr : &*found;
}

/// Nothing new since the change is not nothing: what began earlier may go on, or have gone on for a while.
std::string earlier_in_words(const DataSince& data) {
  const measures::SignalEvent* signal = latest_of(data.going_on);
  if (signal == nullptr) return ". No signal: the chart shows nothing but its usual variation.";
  const char* const what = is_improvement(*signal) ? "improvement" : is_concern(*signal) ? "worsening" : "change";
  const std::string began = fmt::format(". The {} that began on {}", what, text::format_date_in_words(signal->from));
  if (signal->current) return began + " goes on; nothing new since this cycle began.";
  return began +
         fmt::format(" went on until {}; nothing new since this cycle began.", text::format_date_in_words(signal->to));
}

/// What became a signal since the change; of what began earlier a word where there is nothing else.
std::string signals_in_words(const DataSince& data) {
  if (data.signals.empty()) return earlier_in_words(data);
  const measures::SignalEvent* improvement = first_signal(data, is_improvement);
  const measures::SignalEvent* concern = first_signal(data, is_concern);
  std::string words;
  if (improvement != nullptr) words += ". Signal of improvement" + beginning_in_words(data, *improvement);
  if (concern != nullptr) words += ". Signal of concern" + beginning_in_words(data, *concern);
  if (improvement == nullptr && concern == nullptr)
    words += ". The process has changed," + beginning_in_words(data, data.signals.front());
  return words + ". The chart shows that something changed, not what changed it.";
}

/// In the measure's own unit and digits, where its chart plots its value.
std::string median_in_words(double median, const Chart& chart) {
  if (!chart.analysis.plots_value) return report::number(median, 1);
  return measures::average_in_words(median, chart.analysis, chart.analysis.settings.unit);
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
    words += fmt::format(", median {} against {} before", median_in_words(*data.median_since, chart),
                         median_in_words(*data.median_before, chart));
  if (!data.is_judged) return words + ". " + measures::change_in_words(chart.analysis) + ": no signal is looked for.";
  words += signals_in_words(data);
  if (chart.analysis.late)
    words += fmt::format(" The latest figure is {} days old.",
                         report::number(static_cast<double>(chart.analysis.late->days)));
  return words;
}

}  // namespace thrive::ramps
