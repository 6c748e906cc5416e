// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

/// How long people wait along a flow, in days from the event named in `from_event`.
struct Wait {
  std::optional<double> median_days;
  std::optional<double> p90_days;
  std::optional<double> within_28_days_percent;  // 0 to 100, 28 days included
  std::optional<std::string> from_event;
  friend bool operator==(const Wait&, const Wait&) = default;
};

/// What the number of a flow counts. Visits to a website, calls or leaflets are not people: one person makes many.
enum class Counted { people, visits };
template <>
struct Names<Counted> {
  static constexpr std::string_view title = "counted";
  static constexpr std::pair<Counted, std::string_view> values[] = {{Counted::people, "people"},
                                                                    {Counted::visits, "visits"}};
};

/// Young people moving from one service to another.
struct Flow {
  std::string from;
  std::string to;
  std::optional<std::string> kind;
  std::optional<double> per_year;
  std::optional<Wait> wait;
  std::optional<std::string> criteria;
  std::vector<std::string> tables;  // the workshop tables that drew it
  std::optional<std::string> note;
  Counted counts = Counted::people;  // what `per_year` is a number of
  bool counts_visits() const { return counts == Counted::visits && per_year.has_value(); }
  /// People a year; nothing when nobody knows, or when visits were counted.
  std::optional<double> people_per_year() const { return counts == Counted::people ? per_year : std::nullopt; }
  friend bool operator==(const Flow&, const Flow&) = default;
};

/// One drawing of how young people move: the agreed one, a table's version of it, or a redesign.
struct Pathway {
  std::optional<std::string> name;
  std::optional<text::Date> agreed;
  std::optional<std::string> variant_of;
  std::optional<std::string> redesign_of;
  std::optional<std::string> table;
  std::optional<std::string> note;
  std::vector<Flow> flows;
  friend bool operator==(const Pathway&, const Pathway&) = default;
};

template <>
struct Description<Wait> {
  static constexpr std::string_view title = "wait";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& w) {
    visit("median_days", w.median_days, "Half wait no longer than this, in days", Rule{}.at_least(0));
    visit("p90_days", w.p90_days, "Nine in ten wait no longer than this, in days", Rule{}.at_least(0));
    visit("within_28_days_percent", w.within_28_days_percent, "Share seen within 28 days, day 28 included",
          Rule{}.at_least(0).at_most(100));
    visit("from_event", w.from_event, "What starts the clock", Rule{});
  }
};

template <>
struct Description<Flow> {
  static constexpr std::string_view title = "flow";
  static constexpr std::string_view shorthand = "";
  static constexpr std::string_view identity[] = {"from", "to", "kind"};
  static void fields(auto& visit, auto& f) {
    visit("from", f.from, "The service people leave", Rule{}.required().names("service"));
    visit("to", f.to, "The service people come to", Rule{}.required().names("service"));
    visit("kind", f.kind, "How they move", Rule{}.from("flow-kinds"));
    visit("per_year", f.per_year, "People a year; left out when nobody knows", Rule{}.at_least(0).people());
    visit("counts", f.counts, "What that number counts; visits are no people and in no sum of people", Rule{});
    visit("wait", f.wait, "How long they wait", Rule{}.one_line());
    visit("criteria", f.criteria, "What decides who takes this way", Rule{});
    visit("tables", f.tables, "The tables that drew it", Rule{}.names("table").one_line());
    visit("note", f.note, "Anything else", Rule{});
  }
};

template <>
struct Description<Pathway> {
  static constexpr std::string_view title = "pathway";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& p) {
    visit("name", p.name, "What the drawing shows", Rule{});
    visit("agreed", p.agreed, "When the room agreed it; left out while it is a draft", Rule{});
    visit("variant_of", p.variant_of, "The pathway this is one table's version of", Rule{}.names("pathway"));
    visit("redesign_of", p.redesign_of, "The pathway this would replace", Rule{}.names("pathway"));
    visit("table", p.table, "The table that drew it", Rule{}.names("table"));
    visit("note", p.note, "Anything else", Rule{});
    visit("flows", p.flows, "Who moves where", Rule{}.one_line());
  }
};

}  // namespace thrive::model
