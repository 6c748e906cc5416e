// SPDX-License-Identifier: MIT
//
// Referrals as rows of numbers: what is kept of an extract while it is looked at, and no longer. No id and no word
// about a person is among them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/model/extract_roles.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::journeys {

/// A day, counted from the cut-off: 0 is the cut-off itself, -1 the day before.
using Day = std::int16_t;

/// No day is known, or it had not come by the cut-off.
constexpr Day no_day = std::numeric_limits<Day>::min();
/// A day behind the cut-off; kept of the day of receipt alone.
constexpr Day later_day = std::numeric_limits<Day>::max();
/// How far back from the cut-off a day is believed: 20 years.
constexpr int believed_days = 7305;

/// One referral.
struct Referral {
  std::array<Day, model::date_role_count> days{};  // by role
  std::uint32_t line = 0;                          // of the extract
  std::uint32_t person = 0;                        // a number for each person, from 1; 0 when unknown
  std::uint16_t reason = 0;                        // its place among the reasons, from 1; 0 when there is none
  std::uint8_t later = 0;                          // a bit for each role but receipt whose day lay behind the cut-off
  bool had_impossible_age = false;

  Day day(model::DateRole role) const { return days[static_cast<std::size_t>(role)]; }
  Day& day(model::DateRole role) { return days[static_cast<std::size_t>(role)]; }
  bool is_later(model::DateRole role) const { return ((later >> static_cast<unsigned>(role)) & 1U) != 0; }
  void set_later(model::DateRole role) {
    later = static_cast<std::uint8_t>(later | (1U << static_cast<unsigned>(role)));
  }
};

/// A key of a referral that says nothing of it: 128 bits made of its id.
struct KeyHash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  friend bool operator==(const KeyHash&, const KeyHash&) = default;
};

/// A column whose values tell referrals apart, and the values that were met. A code is a value's place from 1, and 0
/// where it is unknown.
struct Watched {
  std::string title;
  std::vector<std::string> values;
};

/// The referrals of an extract that are in scope, each once.
struct Referrals {
  text::Date cut_off{};
  std::deque<Referral> rows;
  std::vector<Watched> watched;
  std::deque<std::uint8_t> codes;    // of each row, of each watched column
  std::deque<KeyHash> keys;          // of each row, when they were asked for
  std::vector<std::string> reasons;  // for being closed
  std::array<bool, model::date_role_count> has_role{};
  bool has_reasons = false;
  bool has_ages = false;

  std::uint8_t code(std::size_t row, std::size_t column) const { return codes[row * watched.size() + column]; }
};

/// How a wait ended by the cut-off.
enum class Outcome : std::uint8_t { completed, waiting, left };
constexpr std::size_t outcome_count = 3;

/// One wait: of a referral, or of the referrals of one spell.
struct Episode {
  Day start = no_day;
  Day end = no_day;  // of the wait: the stop, the closing, or the cut-off
  Outcome outcome = Outcome::waiting;
  Day first_contact = no_day;
  Day second_contact = no_day;
  Day closed = no_day;
  std::uint16_t reason = 0;  // of one that left
  std::uint32_t row = 0;     // of the codes

  int wait() const { return end - start; }
};

/// All waits of an extract, and where its rows went.
struct Episodes {
  text::Date cut_off{};
  std::deque<Episode> all;
  std::vector<Watched> watched;
  std::deque<std::uint8_t> codes;  // of each row, of each watched column
  std::vector<std::string> reasons;
  bool has_reasons = false;
  bool has_second_wait = false;  // there is a column of second contacts, and the wait does not stop with them

  std::uint8_t code(const Episode& episode, std::size_t column) const {
    return codes[episode.row * watched.size() + column];
  }
};

}  // namespace thrive::journeys
