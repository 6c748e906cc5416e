// SPDX-License-Identifier: MIT
//
// Numbers about people, which may have to be kept from being told.
#pragma once

#include <cstdint>

namespace thrive::journeys {

/// How many people, or referrals.
struct Count {
  std::int64_t people = 0;
  bool hidden = false;  // it is not told; `people` is 0 then

  Count() = default;
  Count(std::int64_t how_many) : people(how_many) {}
  static Count untold() {
    Count count;
    count.hidden = true;
    return count;
  }
  Count& operator+=(const Count& more) {
    people += more.people;
    return *this;
  }
  friend bool operator==(const Count&, const Count&) = default;
};

/// A number that is worked out of counts: days, a percentage, a ratio. It may not exist, and it may not be told.
struct Figure {
  enum class State { none, known, hidden };
  State state = State::none;
  double value = 0;  // 0 unless known

  Figure() = default;
  Figure(double number) : state(State::known), value(number) {}
  static Figure untold() {
    Figure figure;
    figure.state = State::hidden;
    return figure;
  }
  bool is_known() const { return state == State::known; }
  bool is_hidden() const { return state == State::hidden; }
  friend bool operator==(const Figure&, const Figure&) = default;
};

/// A share with its 95 % interval, in percent.
struct Rate {
  Figure percent;
  Figure lower;
  Figure upper;
  friend bool operator==(const Rate&, const Rate&) = default;
};

}  // namespace thrive::journeys
