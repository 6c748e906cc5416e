// SPDX-License-Identifier: MIT
#include "libthrive/standing/dates_ahead.hpp"

#include <algorithm>

#include "libthrive/standing/dates_of_plan.hpp"
#include "libthrive/standing/dates_of_tests.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::standing {

using Dates = std::vector<DateAhead>;

namespace {

/// In the order of the sections. A new section is a line here.
constexpr void (*sources[])(const Facts&, Dates&) = {
    add_project_end,  add_recommendations, add_aim,     add_tasks,        add_asks,   add_meetings, add_communications,
    add_risk_reviews, add_workshops,       add_targets, add_late_figures, add_cycles, add_looks,    add_spread,
};

constexpr int days_in_week = 7;

void place_in_time(DateAhead& each, text::Date today) {
  if (!each.date) return;
  each.days = text::days_between(today, *each.date);
  each.when = each.days < 0 ? When::overdue : each.days < days_in_week ? When::week : When::later;
}

bool has_in_name(const std::string& name, const std::string& wanted) {
  return text::lower_case(name).find(text::lower_case(wanted)) != std::string::npos;
}

/// The role's id in `project.roles`, and its name there, are one owner.
bool is_of(const DateAhead& each, const std::string& owner, const model::Project& project) {
  if (owner.empty()) return true;
  if (has_in_name(each.owner, owner)) return true;
  const std::string* name = project.project.roles.find(each.owner);
  return name != nullptr && has_in_name(*name, owner);
}

}  // namespace

Ahead dates_ahead(const Facts& facts, int within, const std::string& owner) {
  Dates all;
  for (const auto add : sources) add(facts, all);
  Ahead ahead;
  for (DateAhead& each : all) {
    if (!is_of(each, owner, facts.project)) continue;
    place_in_time(each, facts.today);
    if (each.date && each.days > within) {
      ++ahead.beyond;
      if (!ahead.next_beyond || *each.date < *ahead.next_beyond) ahead.next_beyond = each.date;
      continue;
    }
    ahead.dates.push_back(std::move(each));
  }
  std::stable_sort(ahead.dates.begin(), ahead.dates.end(), [](const DateAhead& a, const DateAhead& b) {
    if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
    return a.date && *a.date < *b.date;
  });
  return ahead;
}

std::size_t count_overdue(const Ahead& ahead) {
  return static_cast<std::size_t>(std::count_if(ahead.dates.begin(), ahead.dates.end(),
                                                [](const DateAhead& each) { return each.when == When::overdue; }));
}

}  // namespace thrive::standing
