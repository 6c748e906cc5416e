// SPDX-License-Identifier: MIT
#include "libthrive/measures/describe/sentences.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/measures/describe/describe_words.hpp"
#include "libthrive/measures/describe/spelling.hpp"
#include "libthrive/measures/plotted.hpp"
#include "libthrive/measures/reading.hpp"
#include "libthrive/measures/targets.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::measures {

using model::Better;

namespace {

/// What the conditions and the words look at.
struct Facts {
  const Analysis& analysis;
  const Subject& subject;

  const Settings& settings() const { return analysis.settings; }
  const std::optional<std::string>& unit() const { return analysis.settings.unit; }
  bool has_verdict() const { return analysis.variation.has_value(); }
  bool is_usual() const { return analysis.variation == Variation::common_cause; }
  /// These want a latest row.
  const AnalysedPoint& latest() const { return analysis.data[*analysis.latest]; }
  const Segment& segment() const { return latest_segment(analysis); }
  const Runs& runs() const { return latest_runs(analysis); }
};

/// A sentence and the condition under which it is true. Of one list the first whose condition holds is said.
struct Pattern {
  std::string_view name;
  bool (*holds)(const Facts&);
  std::string (*words)(const Facts&);
};

/// The latest value with its date, and with the name of what is plotted where that is not the value.
std::string latest_in_words(const Facts& facts) {
  const AnalysedPoint& latest = facts.latest();
  const std::string_view plotted = plotted_in_words(facts.analysis);
  std::string words = plotted.empty() ? std::string() : fmt::format("a {} of ", plotted);
  words += latest.value ? value_in_words(*latest.value, facts.analysis, facts.unit()) : "no value";
  return words + " on " + text::format_date_in_words(latest.date);
}

std::string_view change_word(const Facts& facts) {
  switch (*facts.analysis.variation) {
    case Variation::common_cause:
      return "No significant change";
    case Variation::improvement_high:
    case Variation::improvement_low:
      return "Getting better";
    case Variation::concern_high:
    case Variation::concern_low:
      return "Getting worse";
    case Variation::neutral_high:
      return "Higher than usual";
    case Variation::neutral_low:
      return "Lower than usual";
  }
  return {};
}

/// The rule that the latest reading rests on: where a point is special both ways, the one that reads the same.
const FiredRule* deciding_rule(const Facts& facts) {
  const AnalysedPoint& point = facts.latest();
  const Better better = facts.settings().better;
  for (const FiredRule& fired : point.rules)
    if (reading_of(fired.direction, better) == point.reading) return &fired;
  return point.rules.empty() ? nullptr : &point.rules.front();
}

/// A window that is still open is told by its first day; a single point needs no date beside its own.
std::string evidence_with_start(const Facts& facts) {
  const FiredRule& fired = *deciding_rule(facts);
  std::string words = evidence_in_words(fired, facts.analysis, facts.unit());
  if (fired.from != fired.to) words += " since " + text::format_date_in_words(facts.analysis.data[fired.from].date);
  return words;
}

std::string runs_evidence(const Facts& facts) {
  const Runs& runs = facts.runs();
  const std::string_view centre = centre_word(facts.settings().chart);
  if (runs.runs && (*runs.runs < *runs.fewest_runs || *runs.runs > *runs.most_runs))
    return fmt::format("{} runs about the {} where {} to {} are usual", *runs.runs, centre, *runs.fewest_runs,
                       *runs.most_runs);
  if (runs.longest_run > runs.longest_run_limit)
    return fmt::format("{} points in a row on one side of the {} where up to {} are usual", runs.longest_run, centre,
                       runs.longest_run_limit);
  return fmt::format("the line crosses the {} {} where at least {} are usual", centre,
                     report::count_of(static_cast<std::size_t>(runs.crossings), "time"), runs.crossings_limit);
}

/// The limits as far as they are possible, in the digits of the points that are expected between them.
std::pair<std::string, std::string> expected_range(const Facts& facts) {
  const AnalysedPoint& latest = facts.latest();
  const Possible& possible = facts.analysis.possible;
  const double low = std::max(*latest.lower, possible.least.value_or(*latest.lower));
  const double high = std::min(*latest.upper, possible.most.value_or(*latest.upper));
  return {value_in_words(low, facts.analysis), value_in_words(high, facts.analysis)};
}

bool has_limits(const Facts& facts) { return facts.latest().lower && facts.latest().upper; }

/// The first value of the segment that the latest point is in.
double first_value(const Facts& facts) {
  for (std::size_t row = facts.segment().begin; row < facts.segment().end; ++row)
    if (facts.analysis.data[row].value) return *facts.analysis.data[row].value;
  return 0;
}

bool has_values(const Facts& facts) { return facts.analysis.missing < facts.analysis.points; }

constexpr Pattern changes[] = {
    {"no-figures", [](const Facts& f) { return f.analysis.data.empty(); },
     [](const Facts&) { return std::string("There are no figures yet."); }},
    {"no-values", [](const Facts& f) { return !f.analysis.latest && !has_values(f); },
     [](const Facts& f) {
       if (std::any_of(f.analysis.data.begin(), f.analysis.data.end(),
                       [](const AnalysedPoint& point) { return point.measured.has_value(); }))
         return fmt::format("No point can be plotted: {}.", f.settings().chart == Chart::mr
                                                                ? "no two neighbours have a value"
                                                                : "the chart cannot have such figures");
       return f.analysis.points == 1 ? std::string("The only point has no value.")
                                     : fmt::format("None of the {} points has a value.", f.analysis.points);
     }},
    {"nothing-over",
     [](const Facts& f) {
       return !f.analysis.latest && std::all_of(f.analysis.data.begin(), f.analysis.data.end(),
                                                [](const AnalysedPoint& row) { return !row.value || row.unfinished; });
     },
     [](const Facts&) { return std::string("No period that has a figure is over, so nothing is judged."); }},
    {"all-left-out", [](const Facts& f) { return !f.analysis.latest; },
     [](const Facts&) { return std::string("Every figure is left out, so nothing is judged."); }},
    {"look-first", [](const Facts& f) { return !f.has_verdict() && f.analysis.far.has_value(); },
     [](const Facts& f) {
       return fmt::format(
           "Look at the figures first: {} on {} is {:.0f} times the median of the others. Nothing is judged until it "
           "is "
           "corrected, or left out with a reason.",
           value_in_words(f.analysis.far->value, f.analysis, f.unit()),
           text::format_date_in_words(f.analysis.far->date), f.analysis.far->times);
     }},
    {"too-few", [](const Facts& f) { return !f.has_verdict(); },
     [](const Facts& f) {
       const std::string since =
           f.segment().begin == 0 ? std::string() : " since " + text::format_date_in_words(f.segment().start);
       return fmt::format("Not enough data to judge: {}{} where {} are needed. Latest: {}.",
                          report::count_of(f.segment().usable, "point"), since, f.settings().rules.short_below,
                          latest_in_words(f));
     }},
    {"trend", [](const Facts& f) { return f.segment().growing; },
     [](const Facts& f) {
       return fmt::format("Steadily {}: {}, a trend since {} and not a stable process, so no limits are drawn.",
                          *f.latest().value > first_value(f) ? "growing" : "falling", latest_in_words(f),
                          text::format_date_in_words(f.segment().start));
     }},
    {"special", [](const Facts& f) { return !f.is_usual() && deciding_rule(f) != nullptr; },
     [](const Facts& f) {
       return fmt::format("{}: {}, {}.", change_word(f), latest_in_words(f), evidence_with_start(f));
     }},
    {"runs", [](const Facts& f) { return !f.is_usual(); },
     [](const Facts& f) { return fmt::format("{}: {}; {}.", change_word(f), latest_in_words(f), runs_evidence(f)); }},
    {"level", [](const Facts& f) { return has_limits(f) && expected_range(f).first == expected_range(f).second; },
     [](const Facts& f) {
       return fmt::format("{}: {}; next points are expected at {}.", change_word(f), latest_in_words(f),
                          with_unit(expected_range(f).first, f.unit()));
     }},
    {"range", has_limits,
     [](const Facts& f) {
       const auto [low, high] = expected_range(f);
       return fmt::format("{}: {}; next points are expected between {} and {}.", change_word(f), latest_in_words(f),
                          low, with_unit(high, f.unit()));
     }},
    {"centre", [](const Facts& f) { return f.latest().centre.has_value(); },
     [](const Facts& f) {
       return fmt::format("{}: {}; {} {}.", change_word(f), latest_in_words(f), centre_word(f.settings().chart),
                          average_in_words(*f.latest().centre, f.analysis, f.unit()));
     }},
    {"plain", [](const Facts&) { return true; },
     [](const Facts& f) { return fmt::format("{}: {}.", change_word(f), latest_in_words(f)); }},
};

/// How often the target to judge by was met; null pointer where that cannot be said.
const Met* main_met(const Analysis& analysis) {
  return analysis.met.empty() || !analysis.met.front().target.empty() ? nullptr : &analysis.met.front();
}

/// True when another target was in force on one of the points that were counted.
bool target_changed(const Facts& facts) {
  const std::optional<double> now = latest_target(facts.analysis);
  int left = main_met(facts.analysis)->points;
  for (std::size_t row = facts.analysis.data.size(); row-- > 0 && left > 0;) {
    const AnalysedPoint& point = facts.analysis.data[row];
    if (!point.value || point.is_left_out() || !point.target) continue;
    --left;
    if (point.target != now) return true;
  }
  return false;
}

std::string target_in_words(const Facts& facts) {
  std::string words = "the target of " + set_in_words(*latest_target(facts.analysis), facts.unit());
  const model::Measure& measure = facts.subject.measure;
  if (measure.target && measure.target->by && facts.settings().target == measure.target->value)
    words += " by " + text::format_date_in_words(*measure.target->by);
  return words;
}

std::string counted_target_in_words(const Facts& facts) {
  if (!target_changed(facts)) return target_in_words(facts);
  return fmt::format("the target of their dates, now {}", set_in_words(*latest_target(facts.analysis), facts.unit()));
}

bool has_aim(const Facts& facts) {
  return facts.has_verdict() && latest_target(facts.analysis) && main_met(facts.analysis) != nullptr;
}

std::string chance_in_words(double chance) {
  if (chance < 0.005) return "fewer than 1 in 100 points would meet it";
  if (chance > 0.995) return "more than 99 in 100 points would meet it";
  return fmt::format("about {:.0f} in 100 points would meet it", 100 * chance);
}

std::string met_in_words(const Facts& facts) {
  const Met& met = *main_met(facts.analysis);
  return fmt::format("{} of the latest {} met {}", met.met,
                     report::count_of(static_cast<std::size_t>(met.points), "point"), counted_target_in_words(facts));
}

constexpr Pattern aims[] = {
    {"no-aim", [](const Facts& f) { return !has_aim(f); }, [](const Facts&) { return std::string(); }},
    {"aim-after-shift", [](const Facts& f) { return f.analysis.has_shifted && has_limits(f); },
     [](const Facts& f) {
       return fmt::format("{}; whether it will is not judged until limits are worked out anew.", met_in_words(f));
     }},
    {"aim-to-the-letter",
     [](const Facts& f) { return f.settings().rules.to_the_letter && f.analysis.assurance && !has_limits(f); },
     [](const Facts& f) {
       return fmt::format("{}; rules {} call that hit or miss, as there are no limits.", met_in_words(f),
                          f.settings().rules.name);
     }},
    {"aim-counted", [](const Facts& f) { return !f.analysis.assurance || !f.is_usual(); },
     [](const Facts& f) { return met_in_words(f) + "."; }},
    {"aim-kept", [](const Facts& f) { return f.analysis.assurance == Assurance::pass; },
     [](const Facts& f) { return "If nothing changes it will keep meeting " + target_in_words(f) + "."; }},
    {"aim-missed", [](const Facts& f) { return f.analysis.assurance == Assurance::fail; },
     [](const Facts& f) { return "If nothing changes it will keep missing " + target_in_words(f) + "."; }},
    {"aim-open", [](const Facts& f) { return f.analysis.chance_to_meet_target.has_value(); },
     [](const Facts& f) {
       return fmt::format("It may meet or miss {}: {}.", target_in_words(f),
                          chance_in_words(*f.analysis.chance_to_meet_target));
     }},
    {"aim-unknown", [](const Facts&) { return true; },
     [](const Facts& f) { return "It may meet or miss " + target_in_words(f) + "."; }},
};

constexpr Pattern ages[] = {
    {"late", [](const Facts& f) { return f.analysis.late.has_value(); },
     [](const Facts& f) {
       return fmt::format("The latest figure is {} days old on {}.",
                          report::number(static_cast<double>(f.analysis.late->days)),
                          text::format_date_in_words(*f.settings().as_of));
     }},
};

template <std::size_t count>
void say_first(const Pattern (&patterns)[count], const Facts& facts, std::vector<Said>& said) {
  for (const Pattern& pattern : patterns) {
    if (!pattern.holds(facts)) continue;
    std::string words = pattern.words(facts);
    if (!words.empty()) said.push_back({pattern.name, std::move(words)});
    return;
  }
}

/// Targets of others are counted, never judged: one icon speaks of one target.
void say_second_targets(const Facts& facts, std::vector<Said>& said) {
  if (!facts.has_verdict()) return;
  for (const Met& met : facts.analysis.met) {
    const std::optional<double> now = target_of(facts.settings(), facts.latest().date, met.target);
    if (met.target.empty() || !now) continue;
    said.push_back({"second-target", fmt::format("The {} target, {}, was met by {} of the latest {}.", met.target,
                                                 set_in_words(*now, facts.unit()), met.met,
                                                 report::count_of(static_cast<std::size_t>(met.points), "point"))});
  }
}

}  // namespace

std::vector<Said> sentences_of(const Analysis& analysis, const Subject& subject) {
  const Facts facts{analysis, subject};
  std::vector<Said> said;
  say_first(changes, facts, said);
  if (analysis.latest) {
    say_first(aims, facts, said);
    say_second_targets(facts, said);
  }
  say_first(ages, facts, said);
  return said;
}

std::string verdict(const Analysis& analysis, const Subject& subject) {
  std::string words;
  for (const Said& said : sentences_of(analysis, subject)) words += (words.empty() ? "" : " ") + said.words;
  return words;
}

std::string variation_in_words(Variation variation) {
  switch (variation) {
    case Variation::common_cause:
      return "No significant change";
    case Variation::improvement_high:
      return "Improvement, higher values";
    case Variation::improvement_low:
      return "Improvement, lower values";
    case Variation::concern_high:
      return "Concern, higher values";
    case Variation::concern_low:
      return "Concern, lower values";
    case Variation::neutral_high:
      return "Change, higher values";
    case Variation::neutral_low:
      return "Change, lower values";
  }
  return {};
}

std::string change_in_words(const Analysis& analysis) {
  if (!analysis.latest) return "No figures";
  if (!analysis.variation) return analysis.far ? "Look at the figures first" : "Not enough data to judge";
  std::string words = variation_in_words(*analysis.variation);
  if (latest_segment(analysis).growing) words += ", a trend";
  const std::string_view plotted = plotted_in_words(analysis);
  return plotted.empty() ? words : fmt::format("{} (of the {})", words, plotted);
}

std::string assurance_in_words(Assurance assurance) {
  switch (assurance) {
    case Assurance::pass:
      return "Expected to meet the target";
    case Assurance::fail:
      return "Expected to miss the target";
    case Assurance::hit_or_miss:
      return "May meet or miss the target";
  }
  return {};
}

std::string aim_in_words(const Analysis& analysis) {
  if (analysis.assurance) return assurance_in_words(*analysis.assurance);
  const Met* met = main_met(analysis);
  if (!analysis.variation || met == nullptr || !latest_target(analysis)) return {};
  return fmt::format("Target met by {} of the latest {}", met->met, met->points);
}

std::string no_aim_in_words(const Analysis& analysis) {
  if (!has_target(analysis.settings)) return "No target";
  if (!analysis.variation) return "Not judged";
  return analysis.settings.better == Better::neither ? "No better side" : "Not in force";
}

std::string false_alarms_in_words(const Analysis& analysis, const Subject& subject) {
  if (!analysis.false_alarm_percent || !analysis.variation || latest_segment(analysis).growing) return {};
  const std::size_t signals = signal_events(analysis, subject).size();
  const auto special = std::count_if(analysis.data.begin(), analysis.data.end(),
                                     [](const AnalysedPoint& point) { return !point.rules.empty(); });
  // Where a tenth of the points and more are special, nobody has to be told that one may be chance.
  const bool is_doubtful = 10 * static_cast<std::size_t>(special) <= std::max<std::size_t>(80, analysis.points);
  if (signals == 0 || signals > 2 || !is_doubtful) return {};
  return fmt::format(
      "A stable process with {} would show at least one signal under these rules in {:.0f} of 100 cases.",
      report::count_of(analysis.points - analysis.missing, "point"), *analysis.false_alarm_percent);
}

}  // namespace thrive::measures
