// SPDX-License-Identifier: MIT
#include "libthrive/measures/request.hpp"
#include "libthrive/findings/say.hpp"

namespace thrive::measures {

std::string rule_set_name(const Request& request, const model::Measure& measure) {
  if (!request.rules.empty()) return request.rules;
  return measure.rules.value_or("nhs");
}

namespace {

void use_length(int length, int& into, RuleSet& rules) {
  rules.own_lengths = rules.own_lengths || into != length;
  into = length;
}

bool use_own_lengths(const Request& request, RuleSet& rules, text::Diagnostics& problems) {
  const auto refuse = [&](const char* rule) {
    findings::say(problems, {"rule-without-length", {}, {{"rules", rules.name}, {"rule", rule}}});
    return false;
  };
  if ((request.shift && *request.shift < 3) || (request.trend && *request.trend < 3)) {
    findings::say(problems, {"rule-too-short", {}});
    return false;
  }
  if (request.shift) {
    if (!rules.shift || rules.shift->longest_run) return refuse("shift");
    use_length(*request.shift, rules.shift->length, rules);
  }
  if (request.trend) {
    if (!rules.trend) return refuse("trend");
    use_length(*request.trend, rules.trend->length, rules);
  }
  return true;
}

}  // namespace

std::optional<Settings> settings_for(const Request& request, const model::Measure& measure, RuleSet rules,
                                     text::Diagnostics& problems) {
  if (!use_own_lengths(request, rules, problems)) return std::nullopt;
  Settings settings = settings_of(measure, std::move(rules));
  // Rules asked for on the command line bring their own chart, unless the measure or the command names one.
  if (!request.rules.empty() && !measure.chart) settings.chart = settings.rules.chart;
  if (request.chart) settings.chart = *request.chart;
  if (request.better) settings.better = *request.better;
  settings.better_of_points = request.better;
  if (request.screening) settings.screening = request.screening;
  if (request.target) {
    settings.target = request.target;
    settings.targets.clear();
  }
  settings.target_of_points = request.target;
  if (request.baseline_points || request.baseline_from || request.baseline_to)
    settings.baseline = model::Baseline{request.baseline_points, request.baseline_from, request.baseline_to};
  if (!request.rebase.empty()) settings.rebase = request.rebase;
  if (!request.exclude.empty()) settings.exclude = request.exclude;
  if (request.provisional) settings.provisional = *request.provisional;
  return settings;
}

}  // namespace thrive::measures
