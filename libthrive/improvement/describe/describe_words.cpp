// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "libthrive/improvement/describe/describe.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::improvement {

namespace {

/// A number as short as it can be with at most so many decimals.
std::string short_number(double value, int decimals) {
  std::string digits = report::number(value, decimals);
  if (digits.find('.') == std::string::npos) return digits;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

std::string with_unit(const AimProgress& progress, const std::string& number) {
  if (!progress.unit) return number;
  return *progress.unit == "percent" || *progress.unit == "%" ? number + "%" : number + " " + *progress.unit;
}

/// Short of the target whole hundredths count, so that no more is said than was reached.
std::string percent_of_way(double way) {
  const double percent = way < 1 ? std::floor(way * 100) : std::round(way * 100);
  return fmt::format("{:.0f}%", percent == 0 ? 0.0 : percent);
}

bool is_tried(const IdeaStanding& idea) { return idea.is_tested() || idea.state == IdeaState::done_without_test; }

}  // namespace

std::string progress_in_words(const AimProgress& progress) {
  if (!progress.latest) return progress.points == 0 ? "no figures" : "too few figures to say";
  const std::string now = with_unit(progress, short_number(*progress.latest, std::max(progress.decimals, 2)));
  if (!progress.to) return fmt::format("{} now, from {}; no target", now, short_number(progress.from, 4));
  std::string range = fmt::format("{}; {} to {}", now, short_number(progress.began, begins_elsewhere(progress) ? 1 : 4),
                                  short_number(*progress.to, 4));
  if (begins_elsewhere(progress))
    range += fmt::format(", from its baseline; the aim says {}", short_number(progress.from, 4));
  if (!progress.way) return fmt::format("the target is where it began ({})", range);
  if (*progress.way > 1) return fmt::format("passed the target: {} ({})", percent_of_way(*progress.way), range);
  if (*progress.way == 1) return fmt::format("at the target ({})", range);
  if (*progress.way < 0)
    return fmt::format("further away than at the beginning: {} of the way ({})", percent_of_way(*progress.way), range);
  return fmt::format("{} of the way ({})", percent_of_way(*progress.way), range);
}

std::string reading_in_words(const Worked& worked, const std::string& measure) {
  const auto chart = worked.charts.find(measure);
  if (chart == worked.charts.end()) return measure + ": no figures";
  const auto& variation = chart->second.analysis.variation;
  if (!variation) return measure + ": too few figures to say, or none to go by";
  switch (*variation) {
    case measures::Variation::improvement_high:
    case measures::Variation::improvement_low:
      return measure + ": getting better";
    case measures::Variation::concern_high:
    case measures::Variation::concern_low:
      return measure + ": getting worse";
    case measures::Variation::neutral_high:
      return measure + ": higher than before";
    case measures::Variation::neutral_low:
      return measure + ": lower than before";
    case measures::Variation::common_cause:
      break;
  }
  return measure + ": no change shown";
}

std::string readings_of(const Worked& worked, const DriverStanding& driver) {
  std::vector<std::string> readings;
  for (const std::string& measure : driver.measures) readings.push_back(reading_in_words(worked, measure));
  const bool has_test = driver.tested > 0;
  if (readings.empty()) return has_test ? "no measure" : "no measure, no test";
  if (!has_test) readings.push_back("no test");
  return text::join(readings, ", ");
}

std::string last_sentence(const Worked& worked) {
  const auto& ideas = worked.theory.ideas;
  if (ideas.empty()) return "No ideas are recorded.";
  const auto tried = static_cast<std::size_t>(std::count_if(ideas.begin(), ideas.end(), is_tried));
  std::string sentence = fmt::format("{} of {} tried", tried, report::count_of(ideas.size(), "idea"));
  std::vector<std::string> theories;
  for (const std::size_t at : worked.theory.primary()) {
    const DriverStanding& driver = worked.theory.drivers[at];
    const bool has_any = std::any_of(driver.all_ideas.begin(), driver.all_ideas.end(),
                                     [&](std::size_t idea) { return is_tried(ideas[idea]); });
    if (!has_any) theories.push_back(driver.id);
  }
  if (theories.empty()) return sentence + ".";
  sentence +=
      fmt::format("; {} {} been a theory", text::join_in_words(theories), theories.size() == 1 ? "has" : "have");
  const auto& aim = worked.project.drivers->aim;
  if (aim && aim->agreed && *aim->agreed <= worked.today)
    sentence += " since " + text::format_date_in_words(*aim->agreed);
  return sentence + ".";
}

}  // namespace thrive::improvement
