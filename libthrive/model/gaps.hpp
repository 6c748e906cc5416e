// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

enum class GapStatus { draft, agreed };
template <>
struct Names<GapStatus> {
  static constexpr std::string_view title = "gap sheet status";
  static constexpr std::pair<GapStatus, std::string_view> values[] = {{GapStatus::draft, "draft"},
                                                                      {GapStatus::agreed, "agreed"}};
};

/// One line of a gap sheet, with where it came from when a tool drafted it.
struct GapLine {
  std::string text;
  std::optional<std::string> from;   // "o05", "score M6", "descriptor M6 4"; absent when a person wrote it
  std::optional<std::string> voice;  // whose view it is, such as young-person
  friend bool operator==(const GapLine&, const GapLine&) = default;
};

/// Who took a recommendation on, and when.
struct RecommendationAdopted {
  std::optional<std::string> by;
  text::Date date{};
  friend bool operator==(const RecommendationAdopted&, const RecommendationAdopted&) = default;
};

/// When and why a recommendation was given up.
struct RecommendationDropped {
  text::Date date{};
  std::string reason;
  friend bool operator==(const RecommendationDropped&, const RecommendationDropped&) = default;
};

/// What should be done about a gap, by whom and when.
struct Recommendation {
  std::string text;
  std::optional<std::string> owner;
  std::optional<text::Date> by;
  std::optional<std::string> gap;
  std::optional<RecommendationAdopted> adopted{};
  std::optional<RecommendationDropped> dropped{};
  friend bool operator==(const Recommendation&, const Recommendation&) = default;
};

/// Training somebody needs before a priority can move.
struct TrainingNeed {
  std::string text;
  std::optional<std::string> module;
  std::optional<std::string> who;
  std::optional<int> people;
  friend bool operator==(const TrainingNeed&, const TrainingNeed&) = default;
};

/// The six columns for one priority.
struct GapSheet {
  GapStatus status = GapStatus::draft;
  std::optional<std::string> ideal;
  std::vector<GapLine> in_place;
  std::vector<GapLine> in_development;
  std::vector<GapLine> gaps;
  std::vector<TrainingNeed> training;
  Keyed<Recommendation> recommendations;
  friend bool operator==(const GapSheet&, const GapSheet&) = default;
};

template <>
struct Description<GapLine> {
  static constexpr std::string_view title = "line";
  static constexpr std::string_view shorthand = "text";
  static constexpr std::string_view identity[] = {"text"};
  static void fields(auto& visit, auto& l) {
    visit("text", l.text, "The line", Rule{}.required().non_empty());
    visit("from", l.from, "Where a drafted line came from", Rule{}.names_or_words("source"));
    visit("voice", l.voice, "Whose view it is", Rule{});
  }
};

template <>
struct Description<RecommendationAdopted> {
  static constexpr std::string_view title = "adoption of a recommendation";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& a) {
    visit("by", a.by, "Who took it on; roles or groups, never names", Rule{});
    visit("date", a.date, "When it was taken on", Rule{}.required());
  }
};

template <>
struct Description<RecommendationDropped> {
  static constexpr std::string_view title = "dropping of a recommendation";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& d) {
    visit("date", d.date, "When it was given up", Rule{}.required());
    visit("reason", d.reason, "Why", Rule{}.required().non_empty());
  }
};

template <>
struct Description<Recommendation> {
  static constexpr std::string_view title = "recommendation";
  static constexpr std::string_view shorthand = "text";
  static void fields(auto& visit, auto& r) {
    visit("text", r.text, "What should be done", Rule{}.required().non_empty());
    visit("owner", r.owner, "Who sees to it; a role, never a name", Rule{});
    visit("by", r.by, "By when", Rule{});
    visit("gap", r.gap, "The gap it closes", Rule{});
    visit("adopted", r.adopted, "Who took it on, and when", Rule{}.one_line());
    visit("dropped", r.dropped, "When and why it was given up", Rule{}.one_line());
  }
};

template <>
struct Description<TrainingNeed> {
  static constexpr std::string_view title = "training need";
  static constexpr std::string_view shorthand = "text";
  static constexpr std::string_view identity[] = {"text"};
  static void fields(auto& visit, auto& t) {
    visit("text", t.text, "What people need to learn", Rule{}.required().non_empty());
    visit("module", t.module, "The Academy module that teaches it", Rule{}.from("training-modules"));
    visit("who", t.who, "Who needs it; roles, never names", Rule{});
    visit("people", t.people, "How many", Rule{}.at_least(1).people());
  }
};

template <>
struct Description<GapSheet> {
  static constexpr std::string_view title = "gap sheet";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& g) {
    visit("status", g.status, "Draft until the group has read it together", Rule{}.decided());
    visit("ideal", g.ideal, "What it would be like", Rule{});
    visit("in_place", g.in_place, "What already helps", Rule{});
    visit("in_development", g.in_development, "What is on its way", Rule{});
    visit("gaps", g.gaps, "What is missing, in the shoes of a young person", Rule{});
    visit("training", g.training, "Training that would help", Rule{});
    visit("recommendations", g.recommendations, "What should change", Rule{}.defines("recommendation").numbered());
  }
};

}  // namespace thrive::model
