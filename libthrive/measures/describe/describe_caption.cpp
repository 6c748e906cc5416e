// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <string_view>

#include "libthrive/findings/say.hpp"
#include "libthrive/measures/describe/describe_words.hpp"
#include "libthrive/measures/shown.hpp"

namespace thrive::measures {

namespace {

/// Said where limits rest on a handful of points, however many follow.
std::string few_words(const Analysis& analysis) {
  const Segment* last = analysis.segments.empty() ? nullptr : &analysis.segments.back();
  if (last == nullptr || last->base >= model::fewest_behind_limits || last->is_short) return {};
  return fmt::format(", {} {} there, too few to rely on", last->base, last->base == 1 ? "value is" : "values are");
}

std::string baseline_words(const Analysis& analysis) {
  if (!analysis.segments.empty() && analysis.segments.back().growing) return "a trend, so no limits";
  if (!analysis.segments.empty() && !is_shown(analysis.segments.back(), analysis))
    return "nothing judged, so no limits";
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

/// What a picture must say beside its verdict, or it misleads; the rest stands with `measure analyse`.
constexpr std::string_view cautions[] = {"other-quantity",    "percent-scale",  "rate-not-applied", "short-baseline",
                                         "unfinished-period", "no-denominator", "impossible-value"};

}  // namespace

std::vector<std::string> cautions_in_words(const Analysis& analysis) {
  std::vector<std::string> words;
  for (const findings::Finding& warning : analysis.warnings) {
    if (std::find(std::begin(cautions), std::end(cautions), warning.code) == std::end(cautions)) continue;
    std::string sentence = findings::in_words(warning).message;
    sentence.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(sentence.front())));
    words.push_back(std::move(sentence) + ".");
  }
  return words;
}

std::string caption(const Analysis& analysis, const Subject& subject) {
  std::string words = chart_in_words(analysis.settings.chart) + ", rules " + rules_in_words(analysis.settings.rules) +
                      "; " + baseline_words(analysis) + few_words(analysis) + ".";
  if (!subject.source.empty()) words += " Source: " + subject.source + ".";
  if (!analysis.data.empty())
    words += " Data from " + dates_in_words(analysis.data.front().date, analysis.data.back().date) + ".";
  const bool tells_the_day = analysis.settings.names_as_of || analysis.late ||
                             std::any_of(analysis.data.begin(), analysis.data.end(),
                                         [](const AnalysedPoint& point) { return point.unfinished; });
  if (analysis.settings.as_of && tells_the_day)
    words += " As of " + text::format_date_in_words(*analysis.settings.as_of) + ".";
  return words;
}

}  // namespace thrive::measures
