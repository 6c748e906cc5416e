// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "libthrive/measures/subject.hpp"

namespace thrive::measures {

/// One signal of a measure as one event, however many points belong to it.
struct SignalEvent {
  std::string measure;
  std::string rule;       // a rule's name, or "runs" for a segment that does not vary as chance would
  std::string direction;  // high, low, up, down, few, many
  text::Date from{};
  text::Date to{};
  text::Date since{};  // the point that made it a signal
  Reading reading = Reading::common_cause;
  bool current = false;      // the latest figure belongs to it
  bool provisional = false;  // rests on figures that may still change
  std::variant<FiredRule, Runs> evidence{};
};

/// Every signal of a series, oldest first; none of a stretch too short to judge.
std::vector<SignalEvent> signal_events(const Analysis& analysis, const Subject& subject);

/// A signal of one of several projects.
struct SignalNews {
  std::string project;
  SignalEvent signal;
  std::string message{};              // the signal in words
  std::vector<std::string> doubts{};  // codes of what makes false signals likely in this series
  std::string kept_as{};  // what a `--state` file calls the project: its real path; the same as `project` when empty
};

/// A measure that a run has read, by what a `--state` file calls its project, or by how it was named in older ones.
struct MeasureRead {
  std::string kept_as;
  std::string project;
  std::string measure;
};

/// A measure of which silence is no good news: its figures are late, or nothing is judged.
struct Unheard {
  std::string project;
  std::string measure;
  std::optional<int> late_days{};
  std::string not_judged{};  // "too-few", "look-first" or empty
};
/// What `measure signals` cannot say of a measure; nothing when all is well.
std::optional<Unheard> unheard_of(const Analysis& analysis, const Subject& subject, const std::string& project);

/// Codes of warnings that make false signals likely: a season, neighbours that are alike, few points behind limits.
std::vector<std::string> doubts_of(const Analysis& analysis);

/// What an earlier run has told already: the content of a `--state` file, one signal a line.
class KnownSignals {
 public:
  /// Whether a text is one that `write` made, or nothing at all: any other file must not be written over.
  static bool is_one(const std::string& text);
  /// Reads the file's text; lines it does not understand are left aside.
  static KnownSignals read(const std::string& text);
  /// True when the same rule fired the same way over some of the same dates before.
  bool knows(const SignalNews& news) const;
  /// The text that stands for the signals of the measures that were read, sorted, and for what an earlier text tells of
  /// all other projects and measures: a run forgets nothing but what it has looked at.
  static std::string write(const std::vector<SignalNews>& all, const std::vector<MeasureRead>& read_now,
                           const std::string& earlier);

 private:
  struct Entry {
    std::string project, measure, rule, direction;
    text::Date from{}, to{};
  };
  std::vector<Entry> entries_;
};

/// The signals to tell: decided on `since` or later, and not known from an earlier run. With neither a date nor a
/// state, those that the latest figure of their measure belongs to.
std::vector<SignalNews> fresh_signals(const std::vector<SignalNews>& all, const std::optional<text::Date>& since,
                                      const KnownSignals& known, bool has_state);

/// The signals that a date cuts off and that go on to the latest figure: their absence among the new ones means
/// nothing.
std::vector<SignalNews> signals_going_on(const std::vector<SignalNews>& all, text::Date since);

}  // namespace thrive::measures
