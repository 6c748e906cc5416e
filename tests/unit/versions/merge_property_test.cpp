// SPDX-License-Identifier: MIT
//
// Random pairs of edits, joined: THRIVE_MERGE_PAIRS says how many.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "libthrive/project/opened.hpp"
#include "libthrive/versions/merge.hpp"
#include "libthrive/yaml/edit.hpp"

using namespace thrive;
using text::Value;
using yaml::Edit;

namespace {

const std::string start = R"(# Everything that random edits touch
thrive: 1
project: {name: Random, locality: Somewhere}
services:
  # the first
  gp: {name: GP practices, sector: health, start: true}
  spa:
    name: Single point of access
    sector: health   # since 2019
    groupings: [getting-advice, getting-help]
    accepts: [gp, school]
    wte: 7.2
  hub:
    name: Hub
    sector: voluntary

  school: {name: Schools, sector: education}
pathways:
  current:
    name: Today
    flows:
      - {from: gp, to: spa, kind: referral, per_year: 1420, wait: {median_days: 9}}
      # by phone
      - {from: school, to: spa, per_year: 300}
      - from: spa
        to: hub
        note: as it is
observations:
  o01:
    at: spa
    perspective: patient-experience
    kind: duplication
    text: Asked twice
    tables: [A, B]
  o02: {at: gp, perspective: operations, kind: good-practice, text: "A key worker"}
  # from the afternoon
  o03: {at: spa -> hub, perspective: operations, kind: quality-problem, text: Sent back}
assessments:
  baseline:
    date: 2024-03-20
    tables:
      A: {seats: 8, scores: {macro-1: 2, macro-2: {score: 3, evidence: A plan}}}
      B:
        scores:
          macro-1: 3
gaps:
  micro-1:
    status: draft
    ideal: Young people decide
    in_place:
      - A list
    gaps:
      - Nobody to ring
      - {text: Told again, from: o01, voice: young-person}
    recommendations:
      r1: Train the desk
  micro-2:
    gaps: [No room]
ramps:
  r1:
    name: Huddle
    cycles:
      r1c1:
        name: One huddle
        start: 2024-06-17
        plan: {predictions: [It is quicker], questions: [Does it fit]}
)";

/// One of the random numbers below `count`.
using Random = std::mt19937;
std::size_t below(Random& random, std::size_t count) { return random() % count; }

/// Edits of one side: what they write holds a word, or is a number, that stands nowhere else.
class Editing {
 public:
  Editing(Random& random, std::string side) : random_(random), side_(std::move(side)) {}

  std::string edited(const std::string& bytes, std::size_t count) {
    std::string now = bytes;
    for (std::size_t i = 0; i < count; ++i) {
      text::Diagnostics problems;
      const auto document = yaml::parse(text::Source("p.yaml", now), problems);
      REQUIRE(document.has_value());
      yaml::Refusal refusal;
      const auto after = yaml::apply(*document, {one()}, refusal);
      if (!after) continue;
      text::Diagnostics found;
      if (project::open_texts({text::Source("p.yaml", after->bytes)}, found)) now = after->bytes;
    }
    return now;
  }

 private:
  std::string word() { return "w" + side_ + std::to_string(++words_) + "x"; }
  std::string words() { return "Said " + word() + (below(random_, 4) == 0 ? ": 'so' #1" : " here"); }
  double number() { return 10'000 + static_cast<double>(++words_) + (side_ == "o" ? 0.25 : 0.75); }
  template <class T>
  T any(std::vector<T> of) {
    return of[below(random_, of.size())];
  }
  std::string service() { return any<std::string>({"gp", "spa", "hub", "school"}); }

  Edit one() {
    using Action = Edit::Action;
    switch (below(random_, 22)) {
      case 0:
        return {Action::set, {"services", service(), "name"}, {}, words()};
      case 1:
        return {Action::set, {"services", service(), "wte"}, {}, number()};
      case 2:
        return {Action::set, {"services", service(), "note"}, {}, words()};
      case 3:
        return {Action::insert,
                {"services"},
                "s" + side_ + std::to_string(++words_),
                Value::map().set("name", words()).set("sector", "health")};
      case 4:
        return {Action::append,
                {"pathways", "current", "flows"},
                {},
                Value::map().set("from", service()).set("to", service()).set("note", words()),
                yaml::Layout::one_line};
      case 5:
        return {
            Action::set, {"pathways", "current", "flows", std::to_string(below(random_, 3)), "per_year"}, {}, number()};
      case 6:
        return {Action::remove, {"pathways", "current", "flows", std::to_string(below(random_, 4))}};
      case 7:
        return {Action::insert,
                {"observations"},
                "o0" + std::to_string(4 + below(random_, 3)),
                Value::map()
                    .set("at", service())
                    .set("perspective", "operations")
                    .set("kind", "duplication")
                    .set("text", words())};
      case 8:
        return {Action::set, {"observations", "o0" + std::to_string(1 + below(random_, 3)), "text"}, {}, words()};
      case 9:
        return {Action::remove, {"observations", "o0" + std::to_string(1 + below(random_, 5))}};
      case 10:
        return {Action::append,
                {"gaps", any<std::string>({"micro-1", "micro-2"}),
                 any<std::string>({"gaps", "in_place", "in_development"})},
                {},
                words()};
      case 11:
        return {Action::append,
                {"gaps", "micro-1", "gaps"},
                {},
                Value::map().set("text", words()).set("from", "o0" + std::to_string(1 + below(random_, 5)))};
      case 12:
        return {Action::remove, {"gaps", "micro-1", "gaps", std::to_string(below(random_, 3))}};
      case 13:
        return {
            Action::set, {"gaps", "micro-1", "ideal"}, {}, words() + (below(random_, 2) == 0 ? "\nand more\n" : "")};
      case 14:
        return {Action::insert,
                {"gaps", "micro-1", "recommendations"},
                "r" + std::to_string(2 + below(random_, 2)),
                words()};
      case 15:
        return {Action::set,
                {"assessments", "baseline", "tables", any<std::string>({"A", "B", "C"}), "scores",
                 any<std::string>({"macro-1", "macro-2", "macro-3"})},
                {},
                Value::map().set("score", 1 + static_cast<int>(below(random_, 4))).set("evidence", words())};
      case 16:
        return {Action::set,
                {"services", service(), "accepts"},
                {},
                Value::list_of(std::vector<std::string>{"gp", words()})};
      case 17:
        return {Action::set, {"pathways", "current", "flows", "0", "wait", "p90_days"}, {}, number()};
      case 18:
        return {Action::insert,
                {"ramps", "r1", "cycles"},
                "r1c2",
                Value::map().set("name", words()).set("start", Value::day("2024-07-01"))};
      case 19:
        return {Action::append, {"ramps", "r1", "cycles", "r1c1", "plan", "predictions"}, {}, words()};
      case 20:
        return {Action::remove, {"services", service()}};
      default:
        return {Action::set, {"project", any<std::string>({"note", "locality"})}, {}, words()};
    }
  }

  Random& random_;
  std::string side_;
  int words_ = 0;
};

/// The words and numbers that only edits write.
std::set<std::string> marks(const std::string& bytes) {
  std::set<std::string> found;
  std::string word;
  for (const char sign : bytes + " ") {
    if (std::isalnum(static_cast<unsigned char>(sign)) != 0 || sign == '.') {
      word += sign;
      continue;
    }
    const bool is_word =
        word.size() > 3 && word.front() == 'w' && (word[1] == 'o' || word[1] == 't') && word.back() == 'x';
    if (is_word || word.ends_with(".25") || word.ends_with(".75")) found.insert(word);
    word.clear();
  }
  return found;
}

/// What a value says, each leaf with its keys, in any order.
void leaves(const Value& value, const std::string& path, std::multiset<std::string>& into) {
  if (const Value::Map* map = value.as_map()) {
    for (const auto& [key, entry] : *map) leaves(entry, path + "/" + key, into);
  } else if (const Value::List* list = value.as_list()) {
    for (const Value& item : *list) leaves(item, path + "/-", into);
  } else {
    into.insert(path + "=" + text::to_json(value));
  }
}

std::multiset<std::string> said(const std::string& bytes) {
  text::Diagnostics problems;
  const auto opened = project::open_texts({text::Source("p.yaml", bytes)}, problems);
  for (const text::Diagnostic& problem : problems.entries()) INFO(text::format(problem));
  REQUIRE_MESSAGE(opened.has_value(), bytes);
  std::multiset<std::string> found;
  leaves(project::to_value(opened->model()), {}, found);
  return found;
}

/// The text with ours where markers stand.
std::string ours_of(const std::string& bytes) {
  std::istringstream stream(bytes);
  std::string result;
  bool is_ours = true;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("<<<<<<<")) continue;
    if (line.starts_with("|||||||")) is_ours = false;
    if (is_ours) result += line + "\n";
    if (line.starts_with(">>>>>>>")) is_ours = true;
  }
  return result;
}

versions::Merged merged(const std::string& base, const std::string& ours, const std::string& theirs) {
  return versions::merge({{"p.yaml", base, ours, theirs}}, {});
}

}  // namespace

TEST_CASE("Merge: random pairs of edits lose nothing and break nothing") {
  const char* const wanted = std::getenv("THRIVE_MERGE_PAIRS");
  const int pairs = wanted == nullptr ? 60 : std::atoi(wanted);
  const std::string comment = "# left as it was\n";
  int given_up = 0, with_conflicts = 0;
  for (int pair = 0; pair < pairs; ++pair) {
    Random random(static_cast<std::uint32_t>(pair) + 1);
    const std::string ours = Editing(random, "o").edited(start, 1 + below(random, 4));
    const std::string theirs = Editing(random, "t").edited(start, 1 + below(random, 4));
    INFO("pair ", pair, "\n--- ours\n", ours, "\n--- theirs\n", theirs);

    const versions::Merged result = merged(start, ours, theirs);
    if (!result.files[0]) {
      ++given_up;
      continue;
    }
    const std::string& bytes = result.files[0]->bytes;
    INFO("--- joined\n", bytes);
    const bool is_clean = result.files[0]->conflicts.empty();
    with_conflicts += is_clean ? 0 : 1;
    CHECK(versions::has_markers(bytes) == !is_clean);
    std::set<std::string> kept = marks(bytes);
    for (const std::string& one : marks(ours)) CHECK_MESSAGE(kept.contains(one), one);
    for (const std::string& one : marks(theirs)) CHECK_MESSAGE(kept.contains(one), one);
    said(ours_of(bytes));
    if (is_clean && result.renumbered.empty()) {
      const versions::Merged other = merged(start, theirs, ours);
      REQUIRE(other.files[0].has_value());
      CHECK(said(other.files[0]->bytes) == said(bytes));
    }
    // Only one side changed anything; the comment sees to it that edits are made, and not whole files taken.
    const versions::Merged of_theirs = merged(start, start + comment, theirs);
    REQUIRE(of_theirs.files[0].has_value());
    CHECK(said(of_theirs.files[0]->bytes) == said(theirs));
    CHECK(merged(start, ours, start + comment).files[0]->bytes == ours);
  }
  CHECK(given_up * 50 <= pairs);
  MESSAGE(pairs, " pairs, ", with_conflicts, " with conflicts, ", given_up, " left to git");
}
