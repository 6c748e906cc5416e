// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

/// A score on an instrument's scale, or `unknown`, which is an answer and not a number.
struct Score {
  std::optional<int> points;  // empty means unknown
  bool is_unknown() const { return !points.has_value(); }
  friend bool operator==(const Score&, const Score&) = default;
};

/// The numbers an instrument scores with.
struct Scale {
  int min = 1;
  int max = 4;
  int thrive_like_from = 3;  // a score of this or more counts as THRIVE-like
  friend bool operator==(const Scale&, const Scale&) = default;
};

/// One thing that tables score.
struct Item {
  std::string level;
  std::vector<std::string> principles;
  std::string title;
  Keyed<std::string> descriptors;  // key: the score; what you would see at that score
  std::optional<std::string> plain;
  std::optional<std::string> evidence;
  friend bool operator==(const Item&, const Item&) = default;
};

/// A set of items with descriptors.
struct Instrument {
  std::optional<std::string> name;
  std::optional<std::string> version;
  std::optional<std::string> source;
  Scale scale;
  Keyed<Item> items;
  friend bool operator==(const Instrument&, const Instrument&) = default;
};

/// A table's answer to one item.
struct TableScore {
  Score score;
  std::optional<std::string> evidence;
  std::vector<Score> votes;
  friend bool operator==(const TableScore&, const TableScore&) = default;
};

/// What one table handed in.
struct TableAssessment {
  std::optional<int> seats;
  std::vector<std::string> roles;
  Keyed<TableScore> scores;
  friend bool operator==(const TableAssessment&, const TableAssessment&) = default;
};

/// What the room agreed for one item.
struct AgreedScore {
  Score score;
  std::optional<std::string> reason;
  friend bool operator==(const AgreedScore&, const AgreedScore&) = default;
};

/// One sitting in which tables scored one instrument.
struct Assessment {
  text::Date date{};
  std::string instrument = "thrive-principles";
  std::optional<std::string> instrument_hash;
  std::optional<std::string> note;
  Keyed<TableAssessment> tables;
  Keyed<AgreedScore> agreed;
  friend bool operator==(const Assessment&, const Assessment&) = default;
};

template <>
struct Description<Scale> {
  static constexpr std::string_view title = "scale";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& s) {
    visit("min", s.min, "The lowest score", Rule{});
    visit("max", s.max, "The highest score", Rule{});
    visit("thrive_like_from", s.thrive_like_from, "A score of this or more counts as THRIVE-like", Rule{});
  }
};

template <>
struct Description<Item> {
  static constexpr std::string_view title = "item";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& i) {
    visit("level", i.level, "The system level it is about", Rule{}.required().from("levels"));
    visit("principles", i.principles, "The key principles it belongs to", Rule{}.from("principles").one_line());
    visit("title", i.title, "The item in a few words", Rule{}.required().non_empty());
    visit("descriptors", i.descriptors, "What you would see at each score", Rule{}.required());
    visit("plain", i.plain, "The same in words a young adviser would use", Rule{});
    visit("evidence", i.evidence, "Where a table might look before it scores", Rule{});
  }
};

template <>
struct Description<Instrument> {
  static constexpr std::string_view title = "instrument";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& i) {
    visit("name", i.name, "What it is called", Rule{});
    visit("version", i.version, "Which version of it this is", Rule{});
    visit("source", i.source, "Who wrote it, and whose words they are", Rule{});
    visit("scale", i.scale, "The numbers it scores with", Rule{}.one_line());
    visit("items", i.items, "What is scored", Rule{}.required().defines("item"));
  }
};

template <>
struct Description<TableScore> {
  static constexpr std::string_view title = "table score";
  static constexpr std::string_view shorthand = "score";
  static void fields(auto& visit, auto& s) {
    visit("score", s.score, "The score the table agreed, or unknown", Rule{}.required());
    visit("evidence", s.evidence, "What the table based it on", Rule{});
    visit("votes", s.votes, "What each seat said before the talk, lowest first", Rule{}.one_line().people().in_order());
  }
};

template <>
struct Description<TableAssessment> {
  static constexpr std::string_view title = "table";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& t) {
    visit("seats", t.seats, "How many people sat at the table", Rule{}.at_least(1));
    visit("roles", t.roles, "What they do; roles, never names", Rule{}.one_line());
    visit("scores", t.scores, "The table's score for each item", Rule{}.names("item"));
  }
};

template <>
struct Description<AgreedScore> {
  static constexpr std::string_view title = "agreed score";
  static constexpr std::string_view shorthand = "score";
  static void fields(auto& visit, auto& s) {
    visit("score", s.score, "The score the room agreed, or unknown", Rule{}.required());
    visit("reason", s.reason, "Why the room chose it", Rule{});
  }
};

template <>
struct Description<Assessment> {
  static constexpr std::string_view title = "assessment";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& a) {
    visit("date", a.date, "The day of the workshop", Rule{}.required());
    visit("instrument", a.instrument, "The instrument scored: a built-in one, one of this project, or a file",
          Rule{}.names("instrument"));
    visit("instrument_hash", a.instrument_hash, "Fingerprint of the instrument when the scores were recorded",
          Rule{}.decided());
    visit("note", a.note, "Anything else", Rule{});
    visit("tables", a.tables, "What each table handed in", Rule{}.defines("table"));
    visit("agreed", a.agreed, "What the room agreed", Rule{}.names("item"));
  }
};

}  // namespace thrive::model
