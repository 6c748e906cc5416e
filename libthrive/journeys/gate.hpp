// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "libthrive/journeys/quality.hpp"
#include "libthrive/journeys/referrals.hpp"

namespace thrive::journeys {

/// What counts as a wait.
struct ClockRule {
  model::ClockStart start = model::ClockStart::received;
  model::ClockStop stop = model::ClockStop::first_contact;
  std::optional<int> spell_days;
};

/// Rows that were left out because of one fault: the lines of the first few, and how many there are.
struct Fault {
  std::string_view code;
  std::vector<std::uint32_t> lines;
  std::int64_t count = 0;
};

/// How many lines of one fault are told one by one.
constexpr std::size_t faults_told = 5;

/// What came through the gate.
struct Gated {
  Episodes episodes;
  std::vector<Fault> faults;
};

/// Takes referrals through the gate: those that cannot be right are left out, those of one spell are joined, and each
/// that stays has a start, an end and an outcome at the cut-off. Adds to `quality`, so that its lines add up to the
/// rows read. A stop on the day of closing comes before it.
Gated pass_gate(Referrals&& referrals, const ClockRule& rule, Quality& quality);

}  // namespace thrive::journeys
