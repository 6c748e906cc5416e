// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"
#include "libthrive/text/blanks.hpp"

namespace thrive::model {

/// One sticky note of the review: what somebody saw, at a service or on a flow.
struct Observation {
  std::string at;  // a service id, or a flow: "spa -> gp"
  std::string perspective;
  std::string kind;
  std::string text;
  std::vector<std::string> tables;
  std::vector<std::string> principles;
  std::optional<std::string> voice{};
  std::optional<std::string> sector{};
  friend bool operator==(const Observation&, const Observation&) = default;
};

/// The two services of a place written as a flow, `spa -> gp`; nothing when the place is a service.
inline std::optional<std::pair<std::string_view, std::string_view>> flow_of(std::string_view place) {
  const std::size_t arrow = place.find("->");
  if (arrow == std::string_view::npos) return std::nullopt;
  return std::pair{text::trimmed(place.substr(0, arrow)), text::trimmed(place.substr(arrow + 2))};
}

template <>
struct Description<Observation> {
  static constexpr std::string_view title = "observation";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& o) {
    visit("at", o.at, "The service, or the flow written 'from -> to', that it is about",
          Rule{}.required().names("place"));
    visit("perspective", o.perspective, "The perspective it was seen from", Rule{}.required().from("perspectives"));
    visit("kind", o.kind, "Good practice, a problem with quality, or duplication",
          Rule{}.required().from("observation-kinds"));
    visit("text", o.text, "What was seen, in the words of the note", Rule{}.required().non_empty());
    visit("tables", o.tables, "The tables that raised it", Rule{}.names("table").one_line());
    visit("principles", o.principles, "Items of the instrument that it bears on", Rule{}.names("item").one_line());
    visit("voice", o.voice, "Whose voice it is", Rule{}.from("voices"));
    visit("sector", o.sector, "The sector of whoever wrote it", Rule{}.from("sectors").names("sector"));
  }
};

}  // namespace thrive::model
