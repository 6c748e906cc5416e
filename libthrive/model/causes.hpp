// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

/// One entry on a branch of a fishbone.
struct Cause {
  std::string text;
  std::optional<int> votes;
  std::optional<bool> verified;
  std::optional<std::string> by;
  friend bool operator==(const Cause&, const Cause&) = default;
};

/// One answer in a chain of whys.
struct Why {
  std::string text;
  std::optional<std::string> evidence;
  friend bool operator==(const Why&, const Why&) = default;
};

/// A count of reasons.
struct Tally {
  std::string counted;
  int n = 0;
  std::optional<std::string> how;
  Keyed<int> reasons;
  friend bool operator==(const Tally&, const Tally&) = default;
};

/// A problem and what keeps it going.
struct Problem {
  std::string problem;
  std::optional<std::string> priority;
  std::optional<std::string> measure;
  Keyed<std::vector<Cause>> fishbone;
  std::vector<Why> whys;
  std::optional<Tally> tally;
  friend bool operator==(const Problem&, const Problem&) = default;
};

template <>
struct Description<Cause> {
  static constexpr std::string_view title = "cause";
  static constexpr std::string_view shorthand = "text";
  static constexpr std::string_view identity[] = {"text"};
  static void fields(auto& visit, auto& c) {
    visit("text", c.text, "The cause", Rule{}.required().non_empty());
    visit("votes", c.votes, "How many people voted for it", Rule{}.at_least(0).people());
    visit("verified", c.verified, "True when somebody looked and found it so", Rule{});
    visit("by", c.by, "What verified it: a note, a cycle, or words", Rule{}.names_or_words("ref"));
  }
};

template <>
struct Description<Why> {
  static constexpr std::string_view title = "link of whys";
  static constexpr std::string_view shorthand = "text";
  static constexpr std::string_view identity[] = {"text"};
  static void fields(auto& visit, auto& w) {
    visit("text", w.text, "The answer to the why before it", Rule{}.required().non_empty());
    visit("evidence", w.evidence, "What shows that it is so", Rule{});
  }
};

template <>
struct Description<Tally> {
  static constexpr std::string_view title = "tally";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& t) {
    visit("counted", t.counted, "The month or the day it was counted: 2024-02 or 2024-02-15",
          Rule{}.required().non_empty());
    visit("n", t.n, "How many were counted", Rule{}.required().at_least(0).people());
    visit("how", t.how, "How they were counted", Rule{});
    visit("reasons", t.reasons, "How many had each reason", Rule{}.required().at_least(0).people().one_line());
  }
};

template <>
struct Description<Problem> {
  static constexpr std::string_view title = "problem";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& p) {
    visit("problem", p.problem, "The problem, in a sentence", Rule{}.required().non_empty());
    visit("priority", p.priority, "The priority it belongs to", Rule{}.names("item"));
    visit("measure", p.measure, "The measure that shows it", Rule{}.names("measure"));
    visit("fishbone", p.fishbone, "Causes by branch", Rule{}.one_line());
    visit("whys", p.whys, "A chain of whys, each asking about the one before", Rule{}.in_order());
    visit("tally", p.tally, "A count of reasons", Rule{});
  }
};

}  // namespace thrive::model
