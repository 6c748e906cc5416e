// SPDX-License-Identifier: MIT
#include "tests/unit/project/hand_typed.hpp"

#include <fmt/core.h>

#include <vector>

namespace thrive::tests {

using text::Value;

namespace {

const std::vector<std::string>& sentences() {
  static const std::vector<std::string> all = {"Somebody answers the phone",
                                               "Wait: nine weeks, and nobody said why",
                                               "It's the form # again",
                                               "Families say \"we told you\"",
                                               "- as a dash",
                                               "no",
                                               "12:30 to 14:00",
                                               "caf\xC3\xA9 at the hub",
                                               "[not a list]",
                                               "ends with a colon:"};
  return all;
}

Value number(Chance& chance, std::size_t below) { return static_cast<std::int64_t>(chance.number(below)); }

std::string day(Chance& chance) {
  return fmt::format("2024-{:02}-{:02}", 1 + chance.number(12), 1 + chance.number(28));
}

Value services(std::size_t count, Chance& chance) {
  Value all = Value::map();
  for (std::size_t i = 0; i < count; ++i) {
    Value service = Value::map().set("name", chance.one_of(sentences()));
    if (chance.number(2) == 0) service.set("wte", number(chance, 30));
    if (chance.number(3) == 0) service.set("start", true);
    if (chance.number(2) == 0) service.set("accepts", Value::List{"anyone", "schools"});
    if (chance.number(3) == 0) service.set("note", chance.one_of(sentences()));
    all.set(fmt::format("s{}", i), std::move(service));
  }
  return all;
}

Value flow(std::size_t from, std::size_t to, Chance& chance) {
  Value flow = Value::map().set("from", fmt::format("s{}", from)).set("to", fmt::format("s{}", to));
  if (chance.number(2) == 0) flow.set("per_year", number(chance, 3000));
  if (chance.number(3) == 0) flow.set("wait", Value::map().set("median_days", number(chance, 60)));
  if (chance.number(4) == 0) flow.set("tables", Value::List{"A", "B"});
  return flow;
}

/// A ring of flows, so that every service is named.
Value pathways(std::size_t services, Chance& chance) {
  Value::List flows;
  for (std::size_t i = 0; i < services; ++i) flows.push_back(flow(i, (i + 1) % services, chance));
  Value all = Value::map().set("current", Value::map().set("flows", flows));
  if (chance.number(2) == 0)
    all.set("later", Value::map().set("redesign_of", "current").set("flows", Value::List{flow(0, 1, chance)}));
  return all;
}

Value observations(std::size_t services, Chance& chance) {
  Value all = Value::map();
  for (std::size_t i = 0; i < 4; ++i) {
    const std::size_t at = chance.number(services);
    const std::string place =
        chance.number(2) == 0 ? fmt::format("s{}", at) : fmt::format("s{} -> s{}", at, (at + 1) % services);
    all.set(fmt::format("o0{}", i), Value::map()
                                        .set("at", place)
                                        .set("perspective", "operations")
                                        .set("kind", "duplication")
                                        .set("text", chance.one_of(sentences())));
  }
  return all;
}

Value assessments(Chance& chance) {
  Value scores = Value::map();
  for (const char* item : {"macro-1", "macro-2", "meso-3"})
    scores.set(item, chance.number(2) == 0 ? number(chance, 3)
                                           : Value::map().set("score", 2).set("evidence", chance.one_of(sentences())));
  for (auto& [item, score] : *scores.as_map())
    if (score.as_integer() != nullptr) score = *score.as_integer() + 1;
  Value table = Value::map().set("seats", 8).set("scores", std::move(scores));
  return Value::map().set("baseline",
                          Value::map().set("date", day(chance)).set("tables", Value::map().set("A", std::move(table))));
}

Value priorities(Chance& chance) {
  Value idea = Value::map()
                   .set("text", chance.one_of(sentences()))
                   .set("priority", "meso-3")
                   .set("benefit", Value::map().set("A", 4).set("B", 5))
                   .set("ease", Value::map().set("A", 2));
  return Value::map()
      .set("rules", Value::map().set("choose", 3))
      .set("tables",
           Value::map().set("A", Value::map().set("ranking", Value::List{"meso-3", Value::List{"macro-1", "macro-2"}})))
      .set("ideas", Value::map().set("i01", std::move(idea)));
}

Value gaps(Chance& chance) {
  return Value::map().set(
      "meso-3", Value::map()
                    .set("status", "draft")
                    .set("ideal", chance.one_of(sentences()))
                    .set("gaps", Value::List{chance.one_of(sentences()),
                                             Value::map().set("text", "Nobody to ring").set("from", "o01")})
                    .set("recommendations",
                         Value::map().set("r1", Value::map().set("text", "Ring first").set("by", day(chance)))));
}

Value measures(Chance& chance) {
  Value measure = Value::map().set("name", chance.one_of(sentences())).set("data", "data/wait.csv");
  if (chance.number(2) == 0) measure.set("target", Value::map().set("value", number(chance, 20)));
  if (chance.number(2) == 0)
    measure.set("rebase", Value::List{Value::map().set("at", "2024-07-15").set("reason", "r1c1")});
  return Value::map()
      .set("wait", std::move(measure))
      .set("calls", Value::map().set("name", "Calls").set("data", "c.csv"));
}

Value ramps(Chance& chance) {
  Value first = Value::map()
                    .set("name", "First try")
                    .set("start", "2024-06-17")
                    .set("end", "2024-06-21")
                    .set("do", Value::map().set("observed", chance.one_of(sentences())))
                    .set("act", Value::map().set("decision", "adapt").set("next", "r1c2"));
  return Value::map().set(
      "r1", Value::map()
                .set("name", "A huddle")
                .set("idea", "i01")
                .set("measure", "wait")
                .set("balancing", Value::List{"calls"})
                .set("cycles", Value::map()
                                   .set("r1c1", std::move(first))
                                   .set("r1c2", Value::map().set("name", "Second").set("start", "2024-07-01"))));
}

/// Types plain data.
class Hand {
 public:
  explicit Hand(Chance& chance)
      : chance_(chance),
        end_(chance.number(4) == 0 ? "\r\n" : "\n"),
        step_(chance.number(3) == 0 ? 4 : 2),
        list_offset_(chance.number(2) == 0 ? 0 : 2) {}

  std::string file(const Value& project) {
    std::string text = chance_.number(2) == 0 ? "# our project" + end_ + end_ : std::string();
    text += mapping(project, 0);
    if (chance_.number(4) == 0) text += "# the end" + end_;
    return text;
  }

 private:
  std::string mapping(const Value& value, int column) {
    std::string text;
    for (const auto& [key, item] : *value.as_map())
      text += indented(column, comment_above(column) + entry(key, item, column));
    return text;
  }

  /// `key: value` with what is below it.
  std::string entry(const std::string& key, const Value& item, int column) {
    return key + ":" + behind_key(item, column);
  }

  std::string behind_key(const Value& item, int column) {
    const bool is_group = item.as_map() != nullptr || item.as_list() != nullptr;
    const bool in_brackets = is_group && column > 0 && chance_.number(3) == 0;
    if (!is_group) return blank() + scalar(item, false) + comment_behind() + end_;
    if (in_brackets) return blank() + flow(item) + comment_behind() + end_;
    if (item.as_map() != nullptr) return comment_behind() + end_ + mapping(item, column + step_);
    return comment_behind() + end_ + list(item, column + list_offset_);
  }

  std::string list(const Value& value, int column) {
    std::string text;
    for (const Value& item : *value.as_list()) {
      std::string one = comment_above(column) + "- ";
      if (item.as_map() != nullptr && chance_.number(2) == 0) {
        std::string below = mapping(item, column + 2);
        below.erase(0, below.find_first_not_of(" "));
        if (below.starts_with('#')) below = flow(item) + end_;  // a comment would stand between the dash and the key
        one += below;
      } else {
        one += (item.as_map() != nullptr || item.as_list() != nullptr ? flow(item) : scalar(item, false)) +
               comment_behind() + end_;
      }
      text += indented(column, one);
    }
    return text;
  }

  std::string flow(const Value& value) {
    const bool is_airy = chance_.number(5) == 0;
    const bool is_list = value.as_list() != nullptr;
    std::string text;
    const auto add = [&](const std::string& one) { text += (text.empty() ? "" : ", ") + one; };
    if (is_list)
      for (const Value& item : *value.as_list()) add(flow_part(item));
    else
      for (const auto& [key, item] : *value.as_map()) add(key + ": " + flow_part(item));
    const std::string gap = is_airy && !text.empty() ? " " : "";
    return (is_list ? "[" : "{") + gap + text + gap + (is_list ? "]" : "}");
  }

  std::string flow_part(const Value& item) {
    return item.as_map() != nullptr || item.as_list() != nullptr ? flow(item) : scalar(item, true);
  }

  std::string scalar(const Value& value, bool in_flow) {
    if (const bool* truth = value.as_bool()) return *truth ? "true" : "false";
    if (const std::int64_t* whole = value.as_integer()) return fmt::format("{}", *whole);
    if (const double* number = value.as_number()) return fmt::format("{}", *number);
    const std::string& text = *value.as_text();
    const bool is_word =
        text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ->/.") ==
            std::string::npos &&
        text != "no" && !text.starts_with('-');
    const std::size_t manner = chance_.number(6);
    if (is_word && manner > 1 && !(in_flow && text.find('>') == 0)) return text;
    if (manner == 0 && text.find_first_of("\"\\") == std::string::npos) return "\"" + text + "\"";
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
    return quoted + "'";
  }

  std::string blank() { return chance_.number(8) == 0 ? "   " : " "; }
  std::string comment_behind() { return chance_.number(7) == 0 ? "   # as of the room" : ""; }
  std::string comment_above(int column) {
    if (chance_.number(9) != 0) return {};
    return "# about the next" + end_ + std::string(static_cast<std::size_t>(column), ' ');
  }
  static std::string indented(int column, const std::string& text) {
    return std::string(static_cast<std::size_t>(column), ' ') + text;
  }

  Chance& chance_;
  std::string end_;
  int step_;
  int list_offset_;
};

}  // namespace

Value made_up_project(Chance& chance) {
  const std::size_t count = 3 + chance.number(4);
  return Value::map()
      .set("thrive", 1)
      .set("project", Value::map().set("name", chance.one_of(sentences())).set("started", day(chance)))
      .set("services", services(count, chance))
      .set("pathways", pathways(count, chance))
      .set("observations", observations(count, chance))
      .set("assessments", assessments(chance))
      .set("priorities", priorities(chance))
      .set("gaps", gaps(chance))
      .set("measures", measures(chance))
      .set("ramps", ramps(chance));
}

std::string hand_typed(const Value& project, Chance& chance) { return Hand(chance).file(project); }

}  // namespace thrive::tests
