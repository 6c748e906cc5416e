// SPDX-License-Identifier: MIT
#include "libthrive/measures/meaning.hpp"

#include <algorithm>

#include "libthrive/measures/plotted.hpp"
#include "libthrive/measures/targets.hpp"
#include "libthrive/model/figures.hpp"

namespace thrive::measures {

namespace {

using findings::Finding;
using Path = std::vector<std::string>;

/// A number as it was given, in a fact.
text::Value given(double number) { return text::Value(number); }

/// A chart on which the measure's unit, direction and target mean nothing; nothing when they do.
std::optional<Finding> other_quantity(const Settings& asked, bool has_denominator, Path path) {
  const ChartKind& kind = kind_of(asked.chart);
  std::string_view why;
  if (kind.points == Points::ranges && (asked.better != model::Better::neither || has_target(asked))) why = "ranges";
  if (kind.points == Points::counts && has_denominator) why = "counts";
  if (kind.points == Points::counts && !has_denominator && model::is_percent(asked.unit)) why = "percent";
  if (kind.points == Points::between && (has_denominator || model::is_percent(asked.unit))) why = "between";
  if (why.empty()) return std::nullopt;
  return Finding{"other-quantity", std::move(path), {{"case", why}, {"chart", kind.word}}};
}

std::optional<Finding> rate_not_applied(const std::optional<std::string>& unit, double scale, bool has_denominator,
                                        Path path) {
  Settings settings;
  settings.unit = unit;
  settings.scale = scale;
  if (applies_its_unit(settings, has_denominator)) return std::nullopt;
  return Finding{"rate-not-applied",
                 std::move(path),
                 {{"case", scale == 1 ? "not-multiplied" : "differs"},
                  {"unit", *unit},
                  {"per", given(*model::number_in_unit(*unit))},
                  {"multiplied", given(scale)}}};
}

Finding percent_scale(model::LooksLikeShare which, const std::optional<double>& target, Path path) {
  return Finding{"percent-scale",
                 std::move(path),
                 {{"case", which == model::LooksLikeShare::target ? "target"
                           : target                               ? "figures"
                                                                  : "alone"},
                  {"target", target ? given(*target) : text::Value()}}};
}

Finding far_value(const model::FarFigure& far, Path path) {
  return {"far-value",
          std::move(path),
          {{"value", given(far.value)}, {"date", text::format_date(far.date)}, {"times", far.times}}};
}

/// The target to hold the scale of the figures against: any will do, as all have one.
std::optional<double> any_target(const Settings& settings) {
  if (settings.target) return settings.target;
  return settings.targets.empty() ? std::nullopt : std::optional(settings.targets.front().value);
}

std::vector<model::SeriesPoint> measured(const Analysis& analysis) {
  std::vector<model::SeriesPoint> points;
  for (const AnalysedPoint& row : analysis.data) {
    if (row.is_left_out()) continue;
    points.emplace_back();
    points.back().date = row.date;
    points.back().value = row.measured;
  }
  return points;
}

void add(std::vector<Finding>& all, std::optional<Finding> found) {
  if (found) all.push_back(std::move(*found));
}

}  // namespace

std::optional<model::LooksLikeShare> percent_in_doubt(const Analysis& analysis, const Settings& asked,
                                                      bool has_denominator) {
  if (!model::is_percent(asked.unit) || has_denominator) return std::nullopt;
  return model::looks_like_share(measured(analysis), any_target(asked));
}

Finding few_behind(const Analysis& analysis, const Segment& segment, Path path) {
  return {"short-baseline",
          std::move(path),
          {{"lines", kind_of(analysis.settings.chart).has_limits ? "limits rest" : "median rests"},
           {"since", analysis.segments.size() == 1 ? std::string() : text::format_date(segment.start)},
           {"points", segment.base},
           {"needed", model::fewest_behind_limits}}};
}

void check_meaning(const Analysis& analysis, const Settings& asked, bool has_denominator,
                   std::vector<Finding>& warnings) {
  add(warnings, other_quantity(asked, has_denominator, {}));
  if (analysis.far) warnings.push_back(far_value(*analysis.far, {}));
  if (const auto which = percent_in_doubt(analysis, asked, has_denominator))
    warnings.push_back(percent_scale(*which, any_target(asked), {}));
  if (analysis.plots_value) add(warnings, rate_not_applied(asked.unit, asked.scale, has_denominator, {}));
}

std::vector<Finding> doubts_about(const model::Measure& measure, const model::Series& series, const Path& path) {
  const auto at = [&](std::initializer_list<std::string> fields) {
    Path whole = path;
    whole.insert(whole.end(), fields);
    return whole;
  };
  Settings settings = settings_of(measure, RuleSet{});
  settings.quick = true;
  const Analysis analysis = analyse(series, settings);
  const bool has_ratio = series.has_denominator;
  std::vector<Finding> doubts;
  if (kind_of(settings.chart).points != Points::ranges) add(doubts, other_quantity(settings, has_ratio, at({"chart"})));
  if (needs_denominator(settings.chart) && !has_ratio && !series.points.empty())
    doubts.push_back({"no-denominator", at({"chart"}), {{"chart", kind_of(settings.chart).word}}});
  if (measure.per && !has_ratio && !series.points.empty())
    doubts.push_back({"rate-not-applied", at({"per"}), {{"case", "no-ratio"}, {"per", given(*measure.per)}}});
  add(doubts, rate_not_applied(measure.unit, settings.scale, has_ratio, at({measure.per ? "per" : "unit"})));
  if (const auto which = percent_in_doubt(analysis, settings, has_ratio)) {
    const bool in_target = *which == model::LooksLikeShare::target;
    doubts.push_back(percent_scale(*which, any_target(settings),
                                   !in_target       ? at({"data"})
                                   : measure.target ? at({"target", "value"})
                                                    : at({"targets", "0", "value"})));
  }
  if (const auto far = model::far_figure(measured(analysis))) doubts.push_back(far_value(*far, at({"data"})));
  if (measure.baseline)
    for (const Segment& segment : analysis.segments)
      if (segment.limits != LimitKind::trial && segment.base > 0 && segment.base < model::fewest_behind_limits &&
          segment.usable >= model::fewest_behind_limits) {
        doubts.push_back(few_behind(analysis, segment, at({"baseline"})));
        break;
      }
  return doubts;
}

}  // namespace thrive::measures
