// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

/// A place in the system where young people are, ask, are seen or are helped.
struct Service {
  std::string name;
  std::optional<std::string> category;
  std::optional<std::string> sector;
  std::vector<std::string> groupings;
  bool assesses = false;
  bool start = false;
  bool end = false;
  std::optional<std::string> stage;
  std::optional<double> wte;
  std::optional<double> completes_per_year;
  std::optional<std::string> commissioned_by;
  std::optional<std::string> age;
  std::optional<std::string> hours;
  std::vector<std::string> accepts;
  std::optional<text::Date> last_updated;
  std::optional<text::Date> since;
  std::optional<std::string> reason;
  std::optional<std::string> note;
  friend bool operator==(const Service&, const Service&) = default;
};

template <>
struct Description<Service> {
  static constexpr std::string_view title = "service";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& s) {
    visit("name", s.name, "What people call it", Rule{}.required().non_empty());
    visit("category", s.category, "Which of the workshop's lists it was written on", Rule{}.from("categories"));
    visit("sector", s.sector, "The sector that runs it", Rule{}.from("sectors").names("sector"));
    visit("groupings", s.groupings, "The needs-based groupings it serves", Rule{}.from("groupings").one_line());
    visit("assesses", s.assesses, "Young people are assessed here", Rule{});
    visit("start", s.start, "Journeys start here", Rule{});
    visit("end", s.end, "Journeys end here", Rule{});
    visit("stage", s.stage, "The column of the map to draw it in", Rule{});
    visit("wte", s.wte, "Staff in post, whole-time equivalent", Rule{}.at_least(0));
    visit("completes_per_year", s.completes_per_year, "People a year whose journey ends here after help",
          Rule{}.at_least(0).people());
    visit("commissioned_by", s.commissioned_by, "Who pays for it", Rule{});
    visit("age", s.age, "The ages it is for", Rule{});
    visit("hours", s.hours, "When it is open", Rule{});
    visit("accepts", s.accepts, "Who may ask for it", Rule{}.one_line());
    visit("last_updated", s.last_updated, "When the entry or its content was last checked", Rule{});
    visit("since", s.since, "When it began", Rule{});
    visit("reason", s.reason, "Why it came to be: a re-organisation, added money, a standard", Rule{});
    visit("note", s.note, "Anything else", Rule{});
  }
};

}  // namespace thrive::model
