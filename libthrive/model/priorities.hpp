// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

/// How an item that a table did not list counts against the ones it did.
enum class Unlisted { last, not_compared };
template <>
struct Names<Unlisted> {
  static constexpr std::string_view title = "unlisted";
  static constexpr std::pair<Unlisted, std::string_view> values[] = {{Unlisted::last, "last"},
                                                                     {Unlisted::not_compared, "not-compared"}};
};

/// How the tables' lists are added up.
enum class ConsensusMethod { points, average_borda, modified_borda, copeland, schulze, ranked_pairs, kemeny };
template <>
struct Names<ConsensusMethod> {
  static constexpr std::string_view title = "consensus method";
  static constexpr std::pair<ConsensusMethod, std::string_view> values[] = {
      {ConsensusMethod::points, "points"},
      {ConsensusMethod::average_borda, "average-borda"},
      {ConsensusMethod::modified_borda, "modified-borda"},
      {ConsensusMethod::copeland, "copeland"},
      {ConsensusMethod::schulze, "schulze"},
      {ConsensusMethod::ranked_pairs, "ranked-pairs"},
      {ConsensusMethod::kemeny, "kemeny"}};
};

/// The rules fixed before the workshop.
struct PriorityRules {
  int choose = 5;
  ConsensusMethod method = ConsensusMethod::points;
  std::optional<int> points_from;  // points of a first place; `choose` when left out
  Unlisted unlisted = Unlisted::last;
  std::vector<std::string> candidates;  // empty: the items of the latest assessment's instrument
  friend bool operator==(const PriorityRules&, const PriorityRules&) = default;
};

/// One table's list, best first; a list inside the list is a tie.
struct TableRanking {
  std::optional<int> people;
  double weight = 1;
  bool returned = true;
  std::vector<OneOrMany<std::string>> ranking;
  std::vector<std::string> not_discussed;
  friend bool operator==(const TableRanking&, const TableRanking&) = default;
};

/// What the room agreed.
struct AgreedPriorities {
  std::optional<text::Date> date;
  std::vector<std::string> order;
  Keyed<std::string> reasons;
  std::vector<std::string> dissent;
  std::optional<std::string> by;
  friend bool operator==(const AgreedPriorities&, const AgreedPriorities&) = default;
};

/// The second workshop's rankings and what came of them.
struct Priorities {
  PriorityRules rules;
  Keyed<TableRanking> tables;
  std::optional<AgreedPriorities> agreed;
  friend bool operator==(const Priorities&, const Priorities&) = default;
};

template <>
struct Description<PriorityRules> {
  static constexpr std::string_view title = "rules";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& r) {
    visit("choose", r.choose, "How many priorities the room will choose", Rule{}.at_least(1));
    visit("method", r.method, "How the lists are added up", Rule{});
    visit("points_from", r.points_from, "Points of a first place; as many as are chosen when left out",
          Rule{}.at_least(1));
    visit("unlisted", r.unlisted, "How an item that a table did not list counts", Rule{});
    visit("candidates", r.candidates, "The items that can be chosen; those of the latest assessment when left out",
          Rule{}.names("item").one_line());
  }
};

template <>
struct Description<TableRanking> {
  static constexpr std::string_view title = "table ranking";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& t) {
    visit("people", t.people, "How many people sat at the table", Rule{}.at_least(1));
    visit("weight", t.weight, "How much the table counts; 1 when left out", Rule{}.at_least(0));
    visit("returned", t.returned, "No when the table handed in nothing", Rule{});
    visit("ranking", t.ranking, "The table's list, best first; a list inside is a tie",
          Rule{}.names("item").one_line().in_order());
    visit("not_discussed", t.not_discussed, "Items the table did not talk about", Rule{}.names("item").one_line());
  }
};

template <>
struct Description<AgreedPriorities> {
  static constexpr std::string_view title = "agreed priorities";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& a) {
    visit("date", a.date, "When the room agreed", Rule{});
    visit("order", a.order, "The priorities, first one first", Rule{}.required().names("item").one_line().in_order());
    visit("reasons", a.reasons, "Why an item is in, or out, against the count", Rule{}.names("item"));
    visit("dissent", a.dissent, "What somebody wanted noted", Rule{});
    visit("by", a.by, "Who agreed; roles, never names", Rule{});
  }
};

template <>
struct Description<Priorities> {
  static constexpr std::string_view title = "priorities";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& p) {
    visit("rules", p.rules, "The rules fixed before the workshop", Rule{}.one_line());
    visit("tables", p.tables, "Each table's list", Rule{}.defines("table"));
    visit("agreed", p.agreed, "What the room agreed", Rule{});
  }
};

}  // namespace thrive::model
