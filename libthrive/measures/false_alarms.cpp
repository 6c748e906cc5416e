// SPDX-License-Identifier: MIT
#include "libthrive/measures/false_alarms.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "libthrive/measures/signals.hpp"

namespace thrive::measures {

bool shows_signal(const Analysis& analysis) {
  for (const AnalysedPoint& point : analysis.data)
    for (const FiredRule& fired : point.rules)
      if (fired.rule != Rule::astronomical) return true;
  for (const Runs& runs : analysis.runs) {
    if (analysis.settings.rules.runs_signal && runs.signal) return true;
    if (runs.runs && (*runs.runs < *runs.fewest_runs || *runs.runs > *runs.most_runs)) return true;
  }
  return false;
}

std::optional<std::string_view> false_alarm_kind(Chart chart) {
  const std::string_view kind = kind_of(chart).false_alarms;
  return kind.empty() ? std::nullopt : std::optional(kind);
}

namespace {

/// Normal figures from a seed (splitmix64 and Marsaglia's polar method), the same on every machine.
class NormalFigures {
 public:
  explicit NormalFigures(std::uint64_t seed) : state_(seed) {}
  double next() {
    if (has_spare_) {
      has_spare_ = false;
      return spare_;
    }
    double x = 0, y = 0, square = 0;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    const double stretch = std::sqrt(-2 * std::log(square) / square);
    spare_ = y * stretch;
    has_spare_ = true;
    return x * stretch;
  }

 private:
  double uniform() {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
  }
  std::uint64_t state_;
  double spare_ = 0;
  bool has_spare_ = false;
};

/// A p chart of 40,000 each with a share of a half: as good as normal with a known spread.
void put_figure(model::SeriesPoint& point, double normal, bool counted) {
  if (!counted) {
    point.value = normal;
    return;
  }
  point.denominator = 40000;
  point.numerator = std::round(20000 + 100 * normal);
  point.value = *point.numerator / *point.denominator;
}

/// The first chart that cries wolf as often: one stands for all of its kind.
Chart simulated_as(Chart chart) {
  const std::string_view kind = kind_of(chart).false_alarms;
  const auto same = [&](const ChartKind& other) { return other.false_alarms == kind; };
  return kind.empty() ? chart : std::find_if(chart_kinds.begin(), chart_kinds.end(), same)->chart;
}

}  // namespace

double simulate_false_alarms(const RuleSet& rules, Chart chart, const Simulation& simulation) {
  Settings settings;
  settings.rules = rules;
  settings.chart = simulated_as(chart);
  const bool counted = needs_denominator(settings.chart);
  settings.quick = true;
  if (simulation.baseline_points) settings.baseline = model::Baseline{*simulation.baseline_points, {}, {}};
  model::Series series;
  series.has_denominator = counted;
  series.points.resize(simulation.points);
  for (std::size_t i = 0; i < simulation.points; ++i)
    series.points[i].date = text::Date{} + std::chrono::days(7 * static_cast<int>(i));
  NormalFigures figures(simulation.seed);
  std::size_t alarms = 0;
  for (std::size_t run = 0; run < simulation.series; ++run) {
    for (model::SeriesPoint& point : series.points) put_figure(point, figures.next(), counted);
    alarms += shows_signal(analyse(series, settings)) ? 1 : 0;
  }
  return static_cast<double>(alarms) / static_cast<double>(simulation.series);
}

namespace {

std::vector<double> numbers_in(const std::string& words) {
  std::vector<double> numbers;
  const char* at = words.data();
  const char* const end = at + words.size();
  while (at < end) {
    double number = 0;
    const auto [next, error] = std::from_chars(at, end, number);
    if (error != std::errc()) break;
    numbers.push_back(number);
    at = next;
    while (at < end && *at == ' ') ++at;
  }
  return numbers;
}

/// The value at `x` on straight lines between known points; 0 at 1 point, and at the same rate beyond the last.
double between(const std::vector<double>& lengths, const std::vector<double>& shares, double x) {
  if (lengths.empty() || x <= 1) return 0;
  double x0 = 1, y0 = 0;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (x <= lengths[i]) return y0 + (shares[i] - y0) * (x - x0) / (lengths[i] - x0);
    x0 = lengths[i];
    y0 = shares[i];
  }
  return 1 - std::pow(1 - y0, x / x0);
}

constexpr int baselines[] = {12, 20, 30, 50};

}  // namespace

FalseAlarmTable FalseAlarmTable::read(const text::Value& tree) {
  FalseAlarmTable table;
  const text::Value* lengths = tree.find("points");
  const text::Value* chances = tree.find("percent");
  if (!lengths || !lengths->as_text() || !chances || !chances->as_map()) return table;
  table.lengths_ = numbers_in(*lengths->as_text());
  for (const auto& [key, words] : *chances->as_map()) {
    if (!words.as_text()) continue;
    std::vector<double> shares = numbers_in(*words.as_text());
    for (double& share : shares) share /= 100;
    if (shares.size() == table.lengths_.size()) table.shares_.emplace(key, std::move(shares));
  }
  return table;
}

std::optional<double> FalseAlarmTable::share(const RuleSet& rules, Chart chart, std::size_t points,
                                             std::optional<int> baseline_points) const {
  const std::optional<std::string_view> kind = false_alarm_kind(chart);
  if (!kind || rules.own_lengths) return std::nullopt;
  const double x = static_cast<double>(points);
  const auto at = [&](int baseline) -> std::optional<double> {
    const auto found = shares_.find(rules.name + " " + std::string(*kind) + " " + std::to_string(baseline));
    if (found == shares_.end()) return std::nullopt;
    return between(lengths_, found->second, x);
  };
  // 0 stands for limits from all points, which is also what a very long baseline comes to: straight lines in 1 /
  // points.
  if (!baseline_points || static_cast<std::size_t>(*baseline_points) >= points) return at(0);
  int longer = 0;
  for (auto each = std::rbegin(baselines); each != std::rend(baselines); ++each) {
    if (*baseline_points == *each) return at(*each);
    if (*baseline_points > *each) {
      const std::optional<double> low = at(*each), high = at(longer);
      if (!low || !high) return std::nullopt;
      const double far = longer == 0 ? 1 / x : 1.0 / longer;
      const double part = (1.0 / *each - 1.0 / *baseline_points) / (1.0 / *each - far);
      return *low + (*high - *low) * part;
    }
    longer = *each;
  }
  return at(baselines[0]);
}

std::optional<double> false_alarm_percent(const Analysis& analysis, const FalseAlarmTable& table) {
  const Settings& settings = analysis.settings;
  if (!false_alarm_kind(settings.chart)) return std::nullopt;
  double quiet = 1;
  for (const Segment& segment : analysis.segments) {
    std::optional<int> baseline;
    if (segment.limits == LimitKind::fixed || (!kind_of(settings.chart).has_limits && settings.baseline)) {
      int count = 0;
      for (std::size_t row = segment.begin; row < segment.end; ++row)
        count += analysis.data[row].baseline && analysis.data[row].value ? 1 : 0;
      baseline = count;
    }
    std::optional<double> share = table.share(settings.rules, settings.chart, segment.present, baseline);
    if (!share && settings.rules.own_lengths) {
      Simulation simulation;
      simulation.points = segment.present;
      simulation.baseline_points = baseline;
      simulation.series = 2000;
      share = simulate_false_alarms(settings.rules, settings.chart, simulation);
    }
    if (!share) return std::nullopt;
    quiet *= 1 - *share;
  }
  return 100 * (1 - quiet);
}

}  // namespace thrive::measures
