// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::measures {

/// The charts a series can be read on.
enum class Chart { xmr, run, i, mr, p, p_prime, u, u_prime, c, g, t };

}  // namespace thrive::measures

namespace thrive::model {

template <>
struct Names<measures::Chart> {
  static constexpr std::string_view title = "chart";
  static constexpr std::pair<measures::Chart, std::string_view> values[] = {
      {measures::Chart::xmr, "xmr"}, {measures::Chart::run, "run"},
      {measures::Chart::i, "i"},     {measures::Chart::mr, "mr"},
      {measures::Chart::p, "p"},     {measures::Chart::p_prime, "p-prime"},
      {measures::Chart::u, "u"},     {measures::Chart::u_prime, "u-prime"},
      {measures::Chart::c, "c"},     {measures::Chart::g, "g"},
      {measures::Chart::t, "t"}};
};

}  // namespace thrive::model

namespace thrive::measures {

/// The chart with this name; nothing when there is none.
std::optional<Chart> chart_named(std::string_view name);
/// True for the charts whose limits come from a numerator and a denominator: p, p', u, u'.
bool needs_denominator(Chart chart);

}  // namespace thrive::measures
