// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

/// An idea that waits, since when and why.
struct Parked {
  text::Date date{};
  std::string reason;
  friend bool operator==(const Parked&, const Parked&) = default;
};

/// A change that could be tried; what became of it is worked out from ramps and tasks, and never written here.
struct Idea {
  std::string text;
  std::vector<std::string> drives;
  std::vector<std::string> answers;
  std::vector<std::string> because;
  std::optional<std::string> why;
  std::optional<std::string> priority;
  Keyed<double> benefit;
  Keyed<double> ease;
  std::optional<std::string> task;
  std::optional<std::string> work_package;
  std::optional<text::Date> added;
  std::optional<std::string> reviewed_with;
  std::optional<Parked> parked;
  friend bool operator==(const Idea&, const Idea&) = default;
};

template <>
struct Description<Parked> {
  static constexpr std::string_view title = "parking";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& p) {
    visit("date", p.date, "Since when", Rule{}.required());
    visit("reason", p.reason, "Why it waits", Rule{}.required().non_empty());
  }
};

template <>
struct Description<Idea> {
  static constexpr std::string_view title = "idea";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& i) {
    visit("text", i.text, "The change, in a sentence", Rule{}.required().non_empty());
    visit("drives", i.drives, "The drivers it works on", Rule{}.names("driver").one_line());
    visit("answers", i.answers, "The recommendations it answers, such as S3.r1", Rule{}.names("ref").one_line());
    visit("because", i.because, "What led to it: notes, themes, causes, voices, cycles",
          Rule{}.names("ref").one_line());
    visit("why", i.why, "Why this idea and not another", Rule{});
    visit("priority", i.priority, "The priority it serves, where there are no drivers", Rule{}.names("item"));
    visit("benefit", i.benefit, "Benefit for young people, 1 to 5, by rater", Rule{}.at_least(1).at_most(5).one_line());
    visit("ease", i.ease, "How easy it is, 1 to 5, by rater", Rule{}.at_least(1).at_most(5).one_line());
    visit("task", i.task, "The task that carries it out without a test", Rule{}.names("task"));
    visit("work_package", i.work_package, "The package of work it belongs to", Rule{});
    visit("added", i.added, "When it was written down", Rule{});
    visit("reviewed_with", i.reviewed_with,
          "Who among young people and families looked at it, and when; groups, never names", Rule{});
    visit("parked", i.parked, "Since when and why it waits", Rule{}.one_line());
  }
};

}  // namespace thrive::model
