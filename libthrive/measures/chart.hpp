// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "libthrive/model/description.hpp"

namespace thrive::measures {

/// The charts a series can be read on.
enum class Chart { xmr, run, i, mr, p, p_prime, u, u_prime, c, g, t };

/// What the points of a chart are, which decides what can be said of them. Unit, direction, target and the largest
/// value there can be are of the measure's own value, and belong to the points only where those are it.
enum class Points {
  single,   // the measure's value, one a period, whatever it measures
  ranges,   // differences between neighbours: they share a figure, so runs and trends among them mean nothing; of the
            // same unit, but neither better nor worse, and with no target
  counted,  // the measure's value, a share or rate that was counted, with a spread that chance alone explains
  counts,   // the events alone, which of a share or rate have neither its unit nor its direction nor its target
  between,  // days or cases between rare events: dates are not evenly spaced, none is below zero, and no share is one
};

/// What a chart does with a numerator and a denominator.
enum class Ratio {
  as_given,  // plots the ratio, and a plain value where there is none
  share,     // needs both: the limits of a share, which lies between 0 and 1
  rate,      // needs both: the limits of a rate, which is not below 0
  count      // plots the numerator alone
};

/// Everything that differs from one kind of chart to the next but the arithmetic of its limits, which stands in
/// lines.cpp.
struct ChartKind {
  Chart chart;
  std::string_view word;      // in options, files and the vocabulary
  std::string_view in_words;  // in captions
  std::string_view centre;    // "mean" or "median"
  bool has_limits;
  Points points;
  Ratio ratio;
  bool allows_for_spread;         // wider limits where the spread is more than chance explains (Laney)
  std::optional<Chart> advised;   // the chart to advise where the spread is more than chance explains
  bool has_zero;                  // a figure of zero can be
  std::string_view false_alarms;  // charts that cry wolf as often as each other; empty where nobody can say
};

/// All charts, one a row, in the order to show them: that of the enumerators.
inline constexpr std::array<ChartKind, 11> chart_kinds = {{
    {Chart::xmr, "xmr", "XmR chart", "mean", true, Points::single, Ratio::as_given, false, {}, true, "xmr"},
    {Chart::run, "run", "Run chart", "median", false, Points::single, Ratio::as_given, false, {}, true, "run"},
    {Chart::i, "i", "I chart", "mean", true, Points::single, Ratio::as_given, false, {}, true, "i"},
    {Chart::mr, "mr", "Moving range chart", "mean", true, Points::ranges, Ratio::as_given, false, {}, true, ""},
    {Chart::p, "p", "P chart", "mean", true, Points::counted, Ratio::share, false, Chart::p_prime, true, "counted"},
    {Chart::p_prime, "p-prime", "P' chart", "mean", true, Points::counted, Ratio::share, true, {}, true, "i"},
    {Chart::u, "u", "U chart", "mean", true, Points::counted, Ratio::rate, false, Chart::u_prime, true, "counted"},
    {Chart::u_prime, "u-prime", "U' chart", "mean", true, Points::counted, Ratio::rate, true, {}, true, "i"},
    {Chart::c, "c", "C chart", "mean", true, Points::counts, Ratio::count, false, Chart::xmr, true, "counted"},
    {Chart::g, "g", "G chart", "median", true, Points::between, Ratio::as_given, false, {}, true, ""},
    {Chart::t, "t", "T chart", "mean", true, Points::between, Ratio::as_given, false, {}, false, ""},
}};

/// The row of a chart.
constexpr const ChartKind& kind_of(Chart chart) { return chart_kinds[static_cast<std::size_t>(chart)]; }

/// The chart with this name, however it is spelt; nothing when there is none.
std::optional<Chart> chart_named(std::string_view name);

/// True for the charts whose limits come from a numerator and a denominator: p, p', u, u'.
constexpr bool needs_denominator(Chart chart) {
  return kind_of(chart).ratio == Ratio::share || kind_of(chart).ratio == Ratio::rate;
}

}  // namespace thrive::measures

namespace thrive::model {

template <>
struct Names<measures::Chart> {
  static constexpr std::string_view title = "chart";
  static constexpr auto values = [] {
    std::array<std::pair<measures::Chart, std::string_view>, measures::chart_kinds.size()> words{};
    for (std::size_t i = 0; i < words.size(); ++i) {
      words[i].first = measures::chart_kinds[i].chart;
      words[i].second = measures::chart_kinds[i].word;
    }
    return words;
  }();
};

}  // namespace thrive::model
