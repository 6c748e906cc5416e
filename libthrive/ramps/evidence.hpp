// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/measures/analysis.hpp"
#include "libthrive/measures/signal_list.hpp"
#include "libthrive/measures/subject.hpp"

namespace thrive::ramps {

/// A measure's chart as the cycles need it.
struct Chart {
  std::string id;
  std::string name;
  measures::Analysis analysis;
  std::vector<measures::SignalEvent> signals;
  measures::Subject subject;  // what its picture says beside the figures: cycles as flags, notes, the source
};

/// The charts that could be drawn, by measure.
using Charts = std::map<std::string, Chart, std::less<>>;

/// What the data of one measure say since a day. It never says why.
struct DataSince {
  std::string measure;
  text::Date since{};
  std::size_t points = 0;               // with a value, on or after the day
  std::optional<double> median_before;  // of all points before the day
  std::optional<double> median_since;
  std::vector<measures::SignalEvent> signals;   // that became one on or after the day
  std::vector<measures::SignalEvent> going_on;  // that had become one before, and reach to the day or beyond it
  bool is_judged = true;                        // the chart says anything at all: figures enough, and none to doubt
  bool is_enough = false;                       // as many points as the threshold asks for
};

/// The charts of a ramp's measures: the one that should move, then those that must not get worse. Measures without
/// figures are left out.
std::vector<const Chart*> charts_of(const model::Ramp& ramp, const Charts& charts);

DataSince data_since(const Chart& chart, text::Date since, int points_needed);

}  // namespace thrive::ramps
