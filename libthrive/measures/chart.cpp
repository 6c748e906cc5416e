// SPDX-License-Identifier: MIT
#include "libthrive/measures/chart.hpp"

#include "libthrive/text/names.hpp"

namespace thrive::measures {

namespace {

constexpr bool rows_stand_at_their_chart() {
  for (std::size_t i = 0; i < chart_kinds.size(); ++i)
    if (chart_kinds[i].chart != static_cast<Chart>(i)) return false;
  return true;
}
static_assert(rows_stand_at_their_chart(), "chart_kinds has a row for each chart, in the order of the enumerators");

}  // namespace

std::optional<Chart> chart_named(std::string_view name) {
  const std::string wanted = text::kebab(name);
  for (const ChartKind& kind : chart_kinds)
    if (kind.word == wanted) return kind.chart;
  return std::nullopt;
}

}  // namespace thrive::measures
