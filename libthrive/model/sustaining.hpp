// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

/// A level of the sustainability model, best first.
enum class Level { a, b, c, d };
template <>
struct Names<Level> {
  static constexpr std::string_view title = "level of a factor";
  static constexpr std::pair<Level, std::string_view> values[] = {
      {Level::a, "a"}, {Level::b, "b"}, {Level::c, "c"}, {Level::d, "d"}};
};

/// An idea that goes to another place.
struct Spread {
  std::vector<std::string> what;
  std::string to;
  std::optional<std::string> owner;
  std::optional<text::Date> by;
  std::optional<std::string> first_step;
  std::optional<std::string> may_change;
  std::optional<std::string> must_keep;
  std::optional<text::Date> done;
  std::optional<std::string> ramp;
  friend bool operator==(const Spread&, const Spread&) = default;
};

/// Whether an adopted change is likely to last, and where it goes next.
struct Sustaining {
  std::optional<std::string> model;
  Keyed<Keyed<Keyed<Level>>> scores;
  std::vector<std::string> kept_by;
  std::vector<std::string> helped;
  std::vector<std::string> hindered;
  Keyed<Spread> spread;
  friend bool operator==(const Sustaining&, const Sustaining&) = default;
};

template <>
struct Description<Spread> {
  static constexpr std::string_view title = "spread";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& s) {
    visit("what", s.what, "The ideas that are spread", Rule{}.required().non_empty().names("idea").one_line());
    visit("to", s.to, "Where to: a service, or words", Rule{}.required().names_or_words("service"));
    visit("owner", s.owner, "Who leads it there; a role, never a name", Rule{});
    visit("by", s.by, "By when", Rule{});
    visit("first_step", s.first_step, "The first small step", Rule{});
    visit("may_change", s.may_change, "What may be done differently there", Rule{});
    visit("must_keep", s.must_keep, "What must stay as it is", Rule{});
    visit("done", s.done, "When it was done", Rule{});
    visit("ramp", s.ramp, "The ramp that tests it there", Rule{}.names("ramp"));
  }
};

template <>
struct Description<Sustaining> {
  static constexpr std::string_view title = "sustaining";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& s) {
    visit("model", s.model, "The model that its scores are of; nhs-2010 when left out", Rule{});
    visit("scores", s.scores, "Levels a (best) to d, by date, by rater, by factor", Rule{}.by_date().one_line());
    visit("kept_by", s.kept_by, "The systems and processes that carry it now", Rule{});
    visit("helped", s.helped, "What kept people on board", Rule{});
    visit("hindered", s.hindered, "What got in the way", Rule{});
    visit("spread", s.spread, "Where it goes next", Rule{}.defines("spread"));
  }
};

}  // namespace thrive::model
