// SPDX-License-Identifier: MIT
#include "libthrive/measures/describe/describe_words.hpp"

#include <fmt/core.h>

#include "libthrive/measures/describe/spelling.hpp"

namespace thrive::measures {

std::string_view centre_word(Chart chart) { return kind_of(chart).centre; }

std::string dates_in_words(text::Date from, text::Date to) {
  if (from == to) return text::format_date_in_words(from);
  std::string first = text::format_date_in_words(from);
  const std::string last = text::format_date_in_words(to);
  const auto year_of = [](text::Date date) { return std::chrono::year_month_day(date).year(); };
  if (year_of(from) == year_of(to)) first.resize(first.rfind(' '));
  return first + " to " + last;
}

std::string evidence_in_words(const FiredRule& fired, const Analysis& analysis,
                              const std::optional<std::string>& unit) {
  const std::string_view centre = centre_word(analysis.settings.chart);
  const bool high = fired.direction == Direction::high || fired.direction == Direction::up;
  const char* const where = high ? "above" : "below";
  const std::string line = fired.limit ? limit_in_words(*fired.limit, analysis, unit) : std::string();
  const std::string several = fired.length > 1 ? fmt::format("{} points in a row ", fired.length) : std::string();
  switch (fired.rule) {
    case Rule::outside:
      return fmt::format("{}{} the {} limit of {}", several, where, high ? "upper" : "lower", line);
    case Rule::astronomical:
      return fmt::format("{}far {} the others (beyond {}), for people to judge", several, where, line);
    case Rule::trend:
      return several + (high ? "rising" : "falling");
    case Rule::shift:
      return fmt::format("{}{} the {}", several, where, centre);
    case Rule::two_in_three:
      return fmt::format("2 in 3 points far {} the {} (beyond {})", where, centre, line);
  }
  return {};
}

std::string rule_in_words(const FiredRule& fired, const Analysis& analysis, const std::optional<std::string>& unit) {
  std::string words = evidence_in_words(fired, analysis, unit) + ", " +
                      dates_in_words(analysis.data[fired.from].date, analysis.data[fired.to].date);
  if (fired.rule == Rule::trend || fired.rule == Rule::shift) words += fmt::format(" ({} are enough)", fired.needed);
  return words;
}

std::string signal_in_words(const SignalEvent& signal, const Analysis& analysis,
                            const std::optional<std::string>& unit) {
  if (const auto* fired = std::get_if<FiredRule>(&signal.evidence)) return rule_in_words(*fired, analysis, unit);
  const Runs& runs = std::get<Runs>(signal.evidence);
  const std::string usual =
      runs.runs ? fmt::format("{} runs where {} to {} are usual", *runs.runs, *runs.fewest_runs, *runs.most_runs)
                : fmt::format("{} crossings of the {} where at least {} are usual", runs.crossings,
                              centre_word(analysis.settings.chart), runs.crossings_limit);
  return usual + ", " + dates_in_words(signal.from, signal.to);
}

std::string chart_in_words(Chart chart) { return std::string(kind_of(chart).in_words); }

std::string rules_in_words(const RuleSet& rules) {
  std::string words = rules.name + " " + rules.version;
  if (!rules.own_lengths) return words;
  words += " with own lengths";
  if (rules.shift && !rules.shift->longest_run) words += fmt::format(", shift {}", rules.shift->length);
  if (rules.trend) words += fmt::format(", trend {}", rules.trend->length);
  return words;
}

}  // namespace thrive::measures
