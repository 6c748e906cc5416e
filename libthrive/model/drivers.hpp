// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"
#include "libthrive/model/ramps.hpp"

namespace thrive::model {

/// Where a measure of the aim began; where it should go is the target of the measure.
struct AimMeasure {
  double from = 0;
  friend bool operator==(const AimMeasure&, const AimMeasure&) = default;
};

/// How an aim ended.
struct AimClosed {
  text::Date date{};
  Held reached = Held::no;
  std::optional<std::string> reason;
  friend bool operator==(const AimClosed&, const AimClosed&) = default;
};

/// What should be different, for whom and by when.
struct Aim {
  std::string text;
  std::optional<std::string> for_whom;
  std::optional<std::string> where;
  Keyed<AimMeasure> measures;
  std::optional<text::Date> agreed;
  std::optional<AimClosed> closed;
  friend bool operator==(const Aim&, const Aim&) = default;
};

/// Something that must change for the aim to be reached.
struct Driver {
  std::string name;
  std::vector<std::string> drives;
  std::vector<std::string> priorities;
  std::vector<std::string> measures;
  std::optional<std::string> note;
  friend bool operator==(const Driver&, const Driver&) = default;
};

/// The theory: what drives the aim.
struct Drivers {
  std::optional<Aim> aim;
  std::optional<text::Date> reviewed;
  Keyed<Driver> nodes;
  friend bool operator==(const Drivers&, const Drivers&) = default;
};

template <>
struct Description<AimMeasure> {
  static constexpr std::string_view title = "measure of the aim";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& a) {
    visit("from", a.from, "The value at the beginning, in the measure's unit", Rule{}.required());
  }
};

template <>
struct Description<AimClosed> {
  static constexpr std::string_view title = "end of the aim";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& a) {
    visit("date", a.date, "When it was closed", Rule{}.required());
    visit("reached", a.reached, "Was it reached?", Rule{}.required());
    visit("reason", a.reason, "Why it was closed", Rule{});
  }
};

template <>
struct Description<Aim> {
  static constexpr std::string_view title = "aim";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& a) {
    visit("text", a.text, "The aim, in a sentence", Rule{}.required().non_empty());
    visit("for_whom", a.for_whom, "For whom it should be different", Rule{});
    visit("where", a.where, "Where it should be different", Rule{});
    visit("measures", a.measures, "The measures that show it, and where each began",
          Rule{}.names("measure").one_line());
    visit("agreed", a.agreed, "When it was agreed", Rule{});
    visit("closed", a.closed, "How it ended", Rule{}.one_line());
  }
};

template <>
struct Description<Driver> {
  static constexpr std::string_view title = "driver";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& d) {
    visit("name", d.name, "The driver in a few words", Rule{}.required().non_empty());
    visit("drives", d.drives, "What it drives: aim, or other drivers", Rule{}.required().names("goal").one_line());
    visit("priorities", d.priorities, "The agreed priorities it stands for", Rule{}.names("item").one_line());
    visit("measures", d.measures, "The measures that show whether it moves", Rule{}.names("measure").one_line());
    visit("note", d.note, "Anything else", Rule{});
  }
};

template <>
struct Description<Drivers> {
  static constexpr std::string_view title = "drivers";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& d) {
    visit("aim", d.aim, "What should be different, for whom and by when", Rule{});
    visit("reviewed", d.reviewed, "When the team last asked whether the theory still holds", Rule{});
    visit("nodes", d.nodes, "The drivers", Rule{}.defines("driver"));
  }
};

}  // namespace thrive::model
