// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

enum class Tone { positive, negative, mixed };
template <>
struct Names<Tone> {
  static constexpr std::string_view title = "tone";
  static constexpr std::pair<Tone, std::string_view> values[] = {
      {Tone::positive, "positive"}, {Tone::negative, "negative"}, {Tone::mixed, "mixed"}};
};

/// Something that several people said.
struct Theme {
  std::string title;
  int sources = 0;
  int groups = 0;
  Tone tone = Tone::mixed;
  std::vector<std::string> items;
  std::optional<std::string> note;
  friend bool operator==(const Theme&, const Theme&) = default;
};

/// What was heard in interviews.
struct Themes {
  std::optional<std::string> method;
  Keyed<int> groups;
  Keyed<Theme> heard;
  friend bool operator==(const Themes&, const Themes&) = default;
};

/// A wish or a worry, and what became of it.
struct Voice {
  std::string said;
  std::optional<std::string> by;
  std::string voice;
  text::Date date{};
  std::vector<std::string> about;
  std::vector<std::string> became;
  std::optional<std::string> answer;
  std::optional<text::Date> told;
  std::optional<std::string> how;
  friend bool operator==(const Voice&, const Voice&) = default;
};

template <>
struct Description<Theme> {
  static constexpr std::string_view title = "theme";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& t) {
    visit("title", t.title, "The theme in a few words", Rule{}.required().non_empty());
    visit("sources", t.sources, "How many people or interviews it was heard from",
          Rule{}.required().at_least(0).people());
    visit("groups", t.groups, "How many groups it was heard from", Rule{}.required().at_least(0));
    visit("tone", t.tone, "Positive, negative or mixed", Rule{}.required());
    visit("items", t.items, "Items of the instrument it bears on", Rule{}.names("item").one_line());
    visit("note", t.note, "Anything else", Rule{});
  }
};

template <>
struct Description<Themes> {
  static constexpr std::string_view title = "themes";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& t) {
    visit("method", t.method, "How people were asked and their words worked through", Rule{});
    visit("groups", t.groups, "How many people of each group were heard", Rule{}.at_least(0).people().one_line());
    visit("heard", t.heard, "The themes", Rule{}.defines("theme").numbered());
  }
};

template <>
struct Description<Voice> {
  static constexpr std::string_view title = "voice";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& v) {
    visit("said", v.said, "What was said, in the words of the team", Rule{}.required().non_empty());
    visit("by", v.by, "The group that said it; never a name", Rule{});
    visit("voice", v.voice, "Whose voice", Rule{}.required().from("voices"));
    visit("date", v.date, "When it was said", Rule{}.required());
    visit("about", v.about, "Services, flows or items it is about", Rule{}.names_or_words("ref").one_line());
    visit("became", v.became, "What came of it: recommendations, ideas, ramps, tasks", Rule{}.names("ref").one_line());
    visit("answer", v.answer, "What was answered, where nothing came of it", Rule{});
    visit("told", v.told, "When they were told", Rule{});
    visit("how", v.how, "How they were told", Rule{});
  }
};

}  // namespace thrive::model
