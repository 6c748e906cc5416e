// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/description.hpp"

namespace thrive::model {

/// The posts of a service.
struct Posts {
  Keyed<double> bands;
  std::optional<double> vacant;
  friend bool operator==(const Posts&, const Posts&) = default;
};

/// A skill that the work needs.
struct Skill {
  std::string name;
  std::optional<double> needed_wte;
  std::optional<double> trained_wte;
  std::optional<double> supervised_wte;
  std::optional<std::string> module;
  std::vector<std::string> serves;
  std::optional<std::string> source;
  friend bool operator==(const Skill&, const Skill&) = default;
};

/// Posts and skills on a day.
struct Workforce {
  text::Date as_of{};
  Keyed<Posts> posts;
  Keyed<Skill> skills;
  friend bool operator==(const Workforce&, const Workforce&) = default;
};

/// Training that was held or is planned.
struct Course {
  std::optional<std::string> module;
  std::optional<std::string> title;
  std::vector<text::Date> held;
  std::optional<int> cohorts;
  std::optional<int> people;
  std::optional<int> organisations;
  std::vector<std::string> asked_by;
  std::optional<double> useful_percent;
  std::optional<double> before;
  std::optional<double> after;
  std::optional<std::string> scale;
  std::optional<std::string> behaviour;
  std::optional<std::string> results;
  friend bool operator==(const Course&, const Course&) = default;
};

template <>
struct Description<Posts> {
  static constexpr std::string_view title = "posts of a service";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& p) {
    visit("bands", p.bands, "Whole-time equivalents in post, by band", Rule{}.at_least(0).one_line());
    visit("vacant", p.vacant, "Whole-time equivalents that are vacant", Rule{}.at_least(0));
  }
};

template <>
struct Description<Skill> {
  static constexpr std::string_view title = "skill";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& s) {
    visit("name", s.name, "The skill", Rule{}.required().non_empty());
    visit("needed_wte", s.needed_wte, "Whole-time equivalents needed", Rule{}.at_least(0));
    visit("trained_wte", s.trained_wte, "Whole-time equivalents trained", Rule{}.at_least(0));
    visit("supervised_wte", s.supervised_wte, "Whole-time equivalents with supervision", Rule{}.at_least(0));
    visit("module", s.module, "The Academy module that teaches it", Rule{}.from("training-modules"));
    visit("serves", s.serves, "The priorities that need it", Rule{}.names("item").one_line());
    visit("source", s.source, "Where the numbers come from", Rule{});
  }
};

template <>
struct Description<Workforce> {
  static constexpr std::string_view title = "workforce";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& w) {
    visit("as_of", w.as_of, "The day the numbers are of", Rule{}.required());
    visit("posts", w.posts, "Posts, by service", Rule{}.names("service").one_line());
    visit("skills", w.skills, "Skills that the work needs", Rule{}.defines("skill"));
  }
};

template <>
struct Description<Course> {
  static constexpr std::string_view title = "course";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& c) {
    visit("module", c.module, "The Academy module", Rule{}.from("training-modules"));
    visit("title", c.title, "What it is called, where it is no module", Rule{});
    visit("held", c.held, "The days it was or will be held", Rule{}.one_line());
    visit("cohorts", c.cohorts, "How many groups", Rule{}.at_least(0));
    visit("people", c.people, "How many people came", Rule{}.at_least(0).people());
    visit("organisations", c.organisations, "From how many organisations", Rule{}.at_least(0));
    visit("asked_by", c.asked_by, "The gap sheets that asked for it", Rule{}.names("item").one_line());
    visit("useful_percent", c.useful_percent, "How many in 100 found it useful", Rule{}.at_least(0).at_most(100));
    visit("before", c.before, "Mean confidence or knowledge before", Rule{});
    visit("after", c.after, "The same after", Rule{});
    visit("scale", c.scale, "The scale of the two", Rule{});
    visit("behaviour", c.behaviour, "What people do differently: a measure, or words",
          Rule{}.names_or_words("measure"));
    visit("results", c.results, "The measure that should move", Rule{}.names("measure"));
  }
};

}  // namespace thrive::model
