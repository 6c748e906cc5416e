// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <cmath>

#include "libthrive/measures/describe/describe_words.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::measures {

using model::Better;

namespace {

/// The rule that the latest reading rests on: where a point is special both ways, the one that reads the same.
const FiredRule* deciding_rule(const AnalysedPoint& point, Better better) {
  for (const FiredRule& fired : point.rules) {
    const bool high = fired.direction == Direction::high || fired.direction == Direction::up;
    const bool improves = better == Better::neither || high == (better == Better::higher);
    if (better == Better::neither || improves == (point.reading == Reading::improvement)) return &fired;
  }
  return point.rules.empty() ? nullptr : &point.rules.front();
}

std::string change_words(Variation variation) {
  switch (variation) {
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

std::string runs_evidence(const Analysis& analysis) {
  const Runs& runs = analysis.runs.back();
  if (runs.runs && (*runs.runs < *runs.fewest_runs || *runs.runs > *runs.most_runs))
    return fmt::format("{} runs about the {} where {} to {} are usual", *runs.runs,
                       centre_word(analysis.settings.chart), *runs.fewest_runs, *runs.most_runs);
  if (runs.longest_run > runs.longest_run_limit)
    return fmt::format("{} points in a row on one side of the {} where up to {} are usual", runs.longest_run,
                       centre_word(analysis.settings.chart), runs.longest_run_limit);
  return fmt::format("the line crosses the {} {} where at least {} are usual", centre_word(analysis.settings.chart),
                     report::count_of(static_cast<std::size_t>(runs.crossings), "time"), runs.crossings_limit);
}

/// A window that is still open is told by its first day; a single point needs no date beside its own.
std::string evidence_with_start(const FiredRule& fired, const Analysis& analysis,
                                const std::optional<std::string>& unit) {
  std::string words = evidence_in_words(fired, analysis, unit);
  if (fired.from != fired.to) words += " since " + text::format_date_in_words(analysis.data[fired.from].date);
  return words;
}

/// As many decimals as the values have, and one more where a centre lies between them.
int decimals_for(double centre, int decimals) {
  const double scaled = centre * std::pow(10, decimals);
  return std::fabs(scaled - std::round(scaled)) < 1e-9 * std::max(1.0, std::fabs(scaled)) ? decimals : decimals + 1;
}

std::string change_sentence(const Analysis& analysis, const Subject& subject) {
  const AnalysedPoint& latest = analysis.data[*analysis.latest];
  const int decimals = analysis.decimals;
  std::string sentence = change_words(analysis.variation) + ": ";
  sentence += latest.value ? figure(*latest.value, decimals, subject.measure.unit) : "no value";
  sentence += " on " + text::format_date_in_words(latest.date);
  if (const FiredRule* rule = deciding_rule(latest, analysis.settings.better))
    return sentence + ", " + evidence_with_start(*rule, analysis, subject.measure.unit) + ".";
  if (analysis.variation != Variation::common_cause) return sentence + "; " + runs_evidence(analysis) + ".";
  if (latest.lower && latest.upper) {
    const double least = analysis.settings.scale == 100 || (latest.lower < 0 && *latest.value >= 0) ? 0 : *latest.lower;
    const double low = std::max(*latest.lower, *latest.lower < 0 ? least : *latest.lower);
    const double high = analysis.settings.most ? std::min(*latest.upper, *analysis.settings.most) : *latest.upper;
    return sentence + fmt::format("; next points are expected between {} and {}.", report::number(low, decimals),
                                  figure(high, decimals, subject.measure.unit));
  }
  return sentence +
         (latest.centre
              ? fmt::format("; {} {}.", centre_word(analysis.settings.chart),
                            figure(*latest.centre, decimals_for(*latest.centre, decimals), subject.measure.unit))
              : std::string("."));
}

struct Met {
  int points = 0;
  int met = 0;
};

/// How many of the latest twelve values met the target.
Met lately_met(const Analysis& analysis) {
  Met result;
  const bool higher = analysis.settings.better == Better::higher;
  for (std::size_t row = analysis.data.size(); row-- > 0 && result.points < 12;) {
    const AnalysedPoint& point = analysis.data[row];
    if (!point.value || point.excluded) continue;
    ++result.points;
    result.met +=
        (higher ? *point.value >= *analysis.settings.target : *point.value <= *analysis.settings.target) ? 1 : 0;
  }
  return result;
}

std::string target_sentence(const Analysis& analysis, const Subject& subject) {
  if (!analysis.settings.target || !analysis.assurance) return {};
  std::string target = "the target of " + figure(*analysis.settings.target, analysis.decimals, subject.measure.unit);
  if (subject.measure.target && subject.measure.target->by)
    target += " by " + text::format_date_in_words(*subject.measure.target->by);
  if (analysis.variation != Variation::common_cause) {
    // The limits speak of the process before the change; what it does now is better counted.
    const Met met = lately_met(analysis);
    const bool fixed = analysis.segments.back().limits == LimitKind::fixed;
    return fmt::format(" {} of the latest {} points met {}{}.", met.met, met.points, target,
                       fixed ? "; the icon judges it by the limits of the baseline" : "");
  }
  if (*analysis.assurance == Assurance::pass) return " If nothing changes it will keep meeting " + target + ".";
  if (*analysis.assurance == Assurance::fail) return " If nothing changes it will keep missing " + target + ".";
  std::string sentence = " It may meet or miss " + target;
  if (analysis.chance_to_meet_target)
    sentence += fmt::format(": about {:.0f} in 100 points would meet it", 100 * *analysis.chance_to_meet_target);
  return sentence + ".";
}

}  // namespace

std::string verdict(const Analysis& analysis, const Subject& subject) {
  if (!analysis.latest) return "There are no figures yet.";
  const Segment& segment = analysis.segments.back();
  if (segment.growing) {
    const AnalysedPoint& latest = analysis.data[*analysis.latest];
    const bool up = segment.end > segment.begin + 1 && analysis.data[segment.begin].value &&
                    latest.value.value_or(0) > *analysis.data[segment.begin].value;
    return fmt::format("Steadily {}: {} on {}, a trend since {} and not a stable process, so no limits are drawn.",
                       up ? "growing" : "falling",
                       figure(latest.value.value_or(0), analysis.decimals, subject.measure.unit),
                       text::format_date_in_words(latest.date), text::format_date_in_words(segment.start));
  }
  std::string sentence = change_sentence(analysis, subject);
  if (segment.is_short && analysis.variation == Variation::common_cause)
    sentence =
        fmt::format("Not enough data to judge: {} where {} are needed. Latest",
                    report::count_of(segment.end - segment.begin, "point"), analysis.settings.rules.short_below) +
        sentence.substr(change_words(analysis.variation).size());
  return sentence + target_sentence(analysis, subject);
}

std::string false_alarms_in_words(const Analysis& analysis) {
  if (!analysis.false_alarm_percent || (!analysis.segments.empty() && analysis.segments.back().growing)) return {};
  return fmt::format(
      "A stable process with {} would show at least one signal under these rules in {:.0f} of 100 cases.",
      report::count_of(analysis.points - analysis.missing, "point"), *analysis.false_alarm_percent);
}

namespace {

std::string baseline_words(const Analysis& analysis) {
  if (!analysis.segments.empty() && analysis.segments.back().growing) return "a trend, so no limits";
  const ChartKind& kind = kind_of(analysis.settings.chart);
  const std::string what = kind.has_limits ? "limits" : std::string(kind.centre);
  if (!kind.has_limits && !analysis.settings.baseline) return what + " of all points";
  const auto& baseline = analysis.settings.baseline;
  if (!baseline) return what + " from all points of each stretch";
  if (baseline->points)
    return fmt::format("{} fixed on the first {} points{}", what, *baseline->points,
                       analysis.segments.size() > 1 ? " of each stretch" : "");
  std::string words = what + " fixed on the points";
  if (baseline->from) words += " from " + text::format_date_in_words(*baseline->from);
  if (baseline->to) words += " to " + text::format_date_in_words(*baseline->to);
  return words;
}

}  // namespace

std::string caption(const Analysis& analysis, const Subject& subject) {
  std::string words = chart_in_words(analysis.settings.chart) + ", rules " + rules_in_words(analysis.settings.rules) +
                      "; " + baseline_words(analysis) + ".";
  if (!subject.source.empty()) words += " Source: " + subject.source + ".";
  if (!analysis.data.empty())
    words += " Data from " + dates_in_words(analysis.data.front().date, analysis.data.back().date) + ".";
  if (analysis.settings.as_of) words += " As of " + text::format_date_in_words(*analysis.settings.as_of) + ".";
  return words;
}

}  // namespace thrive::measures
