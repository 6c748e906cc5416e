// SPDX-License-Identifier: MIT
//
// The chain of evidence of each agreed priority, and where it breaks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/standing/facts.hpp"

namespace thrive::standing {

/// The steps of the chain, in its order.
enum class Station { score, sheet, recommendations, ideas, ramps, measure, kept };

/// What the figures say since the first cycle: the latest signal that began since then, if there is one.
enum class Shown { improvement, concern, none, not_enough };

/// A score that counts for an item: the agreed one, else the median of the tables.
struct ItemScore {
  double value = 0;
  bool is_median = false;
};

/// A measure of the ramps that serve a priority.
struct MeasureShown {
  std::string measure;
  Shown shown = Shown::not_enough;
  std::size_t points = 0;  // figures since the first cycle of its ramp
};

/// One agreed priority.
struct ChainRow {
  std::string item;
  std::size_t notes = 0;                  // observations that name it, without good practice
  std::size_t good_practice = 0;          // those of good practice
  std::optional<std::size_t> heard{};     // themes, negative or mixed; nothing without the section
  std::optional<ItemScore> score_from{};  // in the first assessment by the instrument of the latest
  std::optional<ItemScore> score_to{};    // in the latest; nothing when there is one assessment only
  std::optional<model::GapStatus> sheet{};
  std::size_t gaps = 0;
  std::size_t gaps_answered = 0;  // named by a recommendation
  std::size_t recommendations = 0;
  std::size_t recommendations_ready = 0;     // with an owner and a date
  std::size_t recommendations_answered = 0;  // by an idea; in a project without ideas, adopted
  std::size_t ideas = 0;
  std::size_t ideas_tested = 0;  // under test or decided
  std::size_t ideas_parked = 0;
  std::vector<std::string> ramps{};
  std::vector<bool> ramp_is_open{};  // of each: a cycle of it is not decided
  std::size_t open_cycles = 0;
  std::size_t closed_cycles = 0;
  bool is_tested = false;  // a cycle of a ramp that serves it has begun
  std::vector<MeasureShown> measures{};
  std::size_t adopted = 0;  // cycles
  std::size_t kept = 0;     // of them, with owner, agenda and rhythm
  std::size_t looks_overdue = 0;
  std::optional<Station> stops_at{};
  std::string stops_in{};  // the cycle that is not kept
  std::string testing{};   // an open cycle, where nothing is broken
};

/// How far a project without agreed priorities has come.
enum class Reached { nothing, mapped, scored, ranked };

/// The chain of a project.
struct Chain {
  std::vector<ChainRow> rows{};             // in the agreed order
  Reached reached = Reached::nothing;       // where nothing is agreed
  std::optional<int> weeks_since_agreed{};  // whole weeks; nothing when no date is written, or it is yet to come
  /// The items of the rows that no cycle has been begun for.
  std::vector<std::string> without_test() const;
  bool is_broken() const;
};

/// Works out every row. What is dated after the day does not count: assessments, cycles, parked ideas.
Chain chain_of(const Facts& facts);

/// True when an adopted cycle has an owner, an agenda and a rhythm.
bool is_kept(const model::Cycle& cycle);

}  // namespace thrive::standing

namespace thrive::model {

template <>
struct Names<standing::Station> {
  static constexpr std::string_view title = "step of the chain";
  static constexpr std::pair<standing::Station, std::string_view> values[] = {
      {standing::Station::score, "score"},
      {standing::Station::sheet, "sheet"},
      {standing::Station::recommendations, "recommendations"},
      {standing::Station::ideas, "ideas"},
      {standing::Station::ramps, "ramps"},
      {standing::Station::measure, "measure"},
      {standing::Station::kept, "kept"}};
};
template <>
struct Names<standing::Shown> {
  static constexpr std::string_view title = "what figures show";
  static constexpr std::pair<standing::Shown, std::string_view> values[] = {
      {standing::Shown::improvement, "improvement"},
      {standing::Shown::concern, "concern"},
      {standing::Shown::none, "none"},
      {standing::Shown::not_enough, "not-enough"}};
};
template <>
struct Names<standing::Reached> {
  static constexpr std::string_view title = "how far a project has come";
  static constexpr std::pair<standing::Reached, std::string_view> values[] = {{standing::Reached::nothing, "nothing"},
                                                                              {standing::Reached::mapped, "mapped"},
                                                                              {standing::Reached::scored, "scored"},
                                                                              {standing::Reached::ranked, "ranked"}};
};

}  // namespace thrive::model
