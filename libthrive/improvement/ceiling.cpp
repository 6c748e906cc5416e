// SPDX-License-Identifier: MIT
#include "libthrive/improvement/ceiling.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/improvement/aim_progress.hpp"
#include "libthrive/improvement/idea_states.hpp"
#include "libthrive/measures/statistics.hpp"
#include "libthrive/ramps/stages.hpp"

namespace thrive::improvement {

namespace {

/// Gathers the evidence for one ramp, step by step.
class Evidence {
 public:
  Evidence(const model::Project& project, const model::Ramp& ramp, const ramps::Charts& charts,
           const Thresholds& thresholds, text::Date today)
      : project_(project), ramp_(ramp), charts_(charts), thresholds_(thresholds), today_(today) {
    measure_ = ramp.measure ? project.measures.find(*ramp.measure) : nullptr;
    const auto chart = ramp.measure ? charts.find(*ramp.measure) : charts.end();
    if (chart == charts.end()) return;
    chart_ = &chart->second;
    figures_ = used_figures(*chart_);
    way_ = way_of_measure();
    find_signal();
  }

  std::optional<double> way() const { return way_; }

  std::vector<ProgressStep> steps() const {
    return {{0.5, {}},        {1.0, charter()},   {1.5, linked()},   {2.0, known_before()}, {2.5, tested()},
            {3.0, learned()}, {3.5, has_moved()}, {4.0, in_place()}, {4.5, kept()}};
  }

 private:
  std::optional<double> way_of_measure() const {
    const auto target = measure_ == nullptr ? std::nullopt : target_on(*measure_, today_);
    const auto latest = latest_median(figures_, thresholds_.limits);
    if (!target || !latest) return std::nullopt;
    std::vector<double> before = baseline_figures(*measure_, figures_);
    const auto began = first_day();
    if (before.empty() && began)
      for (const UsedFigure& figure : figures_)
        if (figure.date < *began) before.push_back(figure.value);
    if (before.empty()) return std::nullopt;
    return way_from_to(measures::median(std::move(before)), target->value, *latest);
  }

  bool has_begun(const model::Cycle& cycle) const { return cycle.start <= today_; }

  /// The first day of a cycle that has begun, of one kind or of any.
  std::optional<text::Date> first_day(std::optional<model::CycleKind> kind = {}) const {
    std::optional<text::Date> first;
    for (const auto& entry : ramp_.cycles)
      if (has_begun(entry.value) && (!kind || entry.value.kind == *kind) && (!first || entry.value.start < *first))
        first = entry.value.start;
    return first;
  }

  /// The improvement that showed after the first cycle began, and for how many figures it goes on.
  void find_signal() {
    const auto began = first_day();
    if (!began) return;
    for (const measures::SignalEvent& signal : chart_->signals) {
      if (signal.reading != measures::Reading::improvement || signal.since < *began) continue;
      has_improved_ = true;
      const auto points =
          static_cast<std::size_t>(std::count_if(figures_.begin(), figures_.end(), [&](const UsedFigure& figure) {
            return figure.date >= signal.from && figure.date <= signal.to;
          }));
      longest_signal_ = std::max(longest_signal_, points);
    }
  }

  bool is_on_the_way(double least) const { return way_ && *way_ >= least; }

  std::vector<std::string> charter() const {
    std::vector<std::string> missing;
    if (!ramp_.owner) missing.push_back("an owner");
    if (!ramp_.measure) missing.push_back("a measure");
    if (!ramp_.co_produced_with) missing.push_back("who shaped it");
    return missing;
  }

  std::vector<std::string> linked() const {
    std::vector<std::string> missing;
    if (ideas_of(ramp_).empty() && !ramp_.priority) missing.push_back("an idea or a priority");
    if (measure_ == nullptr || !measure_->definition) missing.push_back("a definition of the measure");
    if (figures_.empty()) missing.push_back("a figure of the measure");
    return missing;
  }

  std::vector<std::string> known_before() const {
    const auto is_collected = [&](const auto& entry) {
      const model::Cycle& cycle = entry.value;
      return cycle.kind == model::CycleKind::collect && has_begun(cycle) &&
             (ramps::has_do(cycle) || ramps::has_decision(cycle));
    };
    if (std::any_of(ramp_.cycles.begin(), ramp_.cycles.end(), is_collected)) return {};
    const auto test = first_day(model::CycleKind::test);
    const auto before = static_cast<std::size_t>(std::count_if(
        figures_.begin(), figures_.end(), [&](const UsedFigure& figure) { return !test || figure.date < *test; }));
    const std::size_t wanted = thresholds_.progress.figures_before_test;
    if (before >= wanted) return {};
    return {fmt::format("{} figures before the first test, or a collect cycle that is done", wanted)};
  }

  std::vector<std::string> tested() const {
    const auto is_test = [&](const auto& entry) {
      return entry.value.kind == model::CycleKind::test && has_begun(entry.value) && ramps::has_do(entry.value);
    };
    if (std::any_of(ramp_.cycles.begin(), ramp_.cycles.end(), is_test)) return {};
    return {"a test cycle with what happened"};
  }

  std::vector<std::string> learned() const {
    std::vector<std::string> missing;
    const auto has_learned = [&](const auto& entry) {
      const model::Cycle& cycle = entry.value;
      if (!has_begun(cycle) || !ramps::has_decision(cycle) || cycle.act->decision == model::Decision::abandon)
        return false;
      if (!cycle.study) return false;
      const auto& held = cycle.study->predictions_held;
      return std::any_of(held.begin(), held.end(), [](model::Held one) { return one != model::Held::no; });
    };
    if (std::none_of(ramp_.cycles.begin(), ramp_.cycles.end(), has_learned))
      missing.push_back("a cycle decided adapt, expand or adopt with a prediction that held, or partly");
    const double least = thresholds_.progress.way_begun;
    if (!is_on_the_way(least) && !has_improved_)
      missing.push_back(fmt::format("{:g}% of the way to the target, or a signal of improvement", least * 100));
    return missing;
  }

  std::vector<std::string> has_moved() const {
    if (has_improved_) return {};
    return {"a signal of improvement after the first cycle began"};
  }

  bool is_implemented() const { return first_day(model::CycleKind::implement).has_value(); }

  std::vector<std::string> in_place() const {
    std::vector<std::string> missing;
    if (!is_implemented()) missing.push_back("an implement cycle that has begun");
    const bool has_target = measure_ != nullptr && target_on(*measure_, today_);
    const double half = thresholds_.progress.way_half;
    const std::size_t lasting = thresholds_.progress.lasting_points;
    if (has_target && !is_on_the_way(half))
      missing.push_back(fmt::format("{:g}% of the way to the target", half * 100));
    if (!has_target && (!has_improved_ || longest_signal_ < lasting))
      missing.push_back(fmt::format("a signal of improvement that lasts for {} figures", lasting));
    return missing;
  }

  bool has_concern(const std::string& measure) const {
    const auto found = charts_.find(measure);
    if (found == charts_.end()) return false;
    const std::vector<UsedFigure> figures = used_figures(found->second);
    if (figures.empty()) return false;
    const std::size_t latest = std::min(figures.size(), thresholds_.progress.latest_points);
    const text::Date from = figures[figures.size() - latest].date;
    const auto& signals = found->second.signals;
    return std::any_of(signals.begin(), signals.end(), [&](const measures::SignalEvent& signal) {
      return signal.reading == measures::Reading::concern && signal.to >= from;
    });
  }

  std::vector<std::string> kept() const {
    std::vector<std::string> missing;
    bool is_adopted = is_implemented(), is_planned = is_implemented();
    for (const auto& entry : ramp_.cycles) {
      const model::Cycle& cycle = entry.value;
      if (cycle.kind != model::CycleKind::implement || !has_begun(cycle)) continue;
      is_adopted = is_adopted && cycle.act && cycle.act->decision == model::Decision::adopt;
      const bool is_kept = cycle.act && cycle.act->sustain && cycle.act->sustain->owner && cycle.act->sustain->agenda &&
                           cycle.act->sustain->look_every_weeks;
      is_planned = is_planned && is_kept;
    }
    if (!is_adopted) missing.push_back("every implement cycle adopted");
    if (!is_on_the_way(1)) missing.push_back("the target reached");
    for (const std::string& measure : ramp_.balancing)
      if (has_concern(measure)) missing.push_back(fmt::format("no concern about {} of late", measure));
    if (!is_planned) missing.push_back("who keeps it, on which agenda and how often somebody looks");
    return missing;
  }

  const model::Project& project_;
  const model::Ramp& ramp_;
  const ramps::Charts& charts_;
  const Thresholds& thresholds_;
  text::Date today_;
  const model::Measure* measure_ = nullptr;
  const ramps::Chart* chart_ = nullptr;
  std::vector<UsedFigure> figures_;
  std::optional<double> way_;
  bool has_improved_ = false;
  std::size_t longest_signal_ = 0;
};

}  // namespace

std::vector<std::string> Ceiling::missing() const {
  std::vector<std::string> all;
  double up_to = is_exceeded() ? *team_score : 0;
  for (const ProgressStep& step : steps) {
    if (step.score <= score) continue;
    if (up_to == 0) up_to = step.score;
    if (step.score > up_to) break;
    for (const std::string& one : step.missing)
      if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  }
  return all;
}

std::optional<double> team_score(const model::Ramp& ramp, text::Date today) {
  std::optional<double> score = ramp.progress_score;
  std::optional<text::Date> latest;
  for (const auto& entry : ramp.progress) {
    const auto date = text::parse_date(entry.id);
    if (!date || *date > today || (latest && *date < *latest)) continue;
    latest = date;
    score = entry.value;
  }
  return score;
}

std::vector<Ceiling> ceilings(const model::Project& project, const ramps::Charts& charts, const Thresholds& thresholds,
                              text::Date today) {
  std::vector<Ceiling> all;
  for (const auto& entry : project.ramps) {
    const Evidence evidence(project, entry.value, charts, thresholds, today);
    Ceiling ceiling;
    ceiling.ramp = entry.id;
    ceiling.team_score = team_score(entry.value, today);
    ceiling.way = evidence.way();
    ceiling.steps = evidence.steps();
    for (const ProgressStep& step : ceiling.steps)
      if (step.missing.empty()) ceiling.score = step.score;
    all.push_back(std::move(ceiling));
  }
  return all;
}

}  // namespace thrive::improvement
