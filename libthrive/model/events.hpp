// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

/// Something around the work that may move figures.
struct Event {
  text::Date date{};
  std::optional<text::Date> to;
  std::string kind;
  std::string text;
  std::vector<std::string> measures;
  friend bool operator==(const Event&, const Event&) = default;
};

template <>
struct Description<Event> {
  static constexpr std::string_view title = "event";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& e) {
    visit("date", e.date, "First day", Rule{}.required());
    visit("to", e.to, "Last day", Rule{});
    visit("kind", e.kind, "What kind of event", Rule{}.required().from("event-kinds"));
    visit("text", e.text, "What happened", Rule{}.required().non_empty());
    visit("measures", e.measures, "The measures it may have moved; all when left out",
          Rule{}.names("measure").one_line());
  }
};

}  // namespace thrive::model
