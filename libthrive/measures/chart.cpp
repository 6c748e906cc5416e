// SPDX-License-Identifier: MIT
#include "libthrive/measures/chart.hpp"

#include "libthrive/text/names.hpp"

namespace thrive::measures {

std::optional<Chart> chart_named(std::string_view name) {
  const std::string wanted = text::kebab(name);
  for (const auto& [chart, word] : model::Names<Chart>::values)
    if (word == wanted) return chart;
  return std::nullopt;
}

bool needs_denominator(Chart chart) {
  return chart == Chart::p || chart == Chart::p_prime || chart == Chart::u || chart == Chart::u_prime;
}

}  // namespace thrive::measures
