// SPDX-License-Identifier: MIT
#include "tests/unit/measures/cases.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>

#include "tests/unit/support.hpp"

namespace thrive::tests {

namespace {

nlohmann::json json_file(const std::string& path) { return nlohmann::json::parse(read_file(source_path(path))); }

std::optional<double> figure(const std::string& cell) {
  return cell.empty() ? std::nullopt : std::optional<double>(std::stod(cell));
}

project::Series read_case(const std::string& path, bool ratio) {
  project::Series series;
  std::istringstream lines(read_file(source_path(path)));
  std::string line;
  std::getline(lines, line);
  const bool has_n = line.find(",n") != std::string::npos;
  series.has_denominator = has_n && ratio;
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    std::string date, value, n;
    std::getline(cells, date, ',');
    std::getline(cells, value, ',');
    std::getline(cells, n, ',');
    project::SeriesPoint point;
    point.date = *text::parse_date(date);
    point.value = figure(value);
    if (series.has_denominator) {
      point.numerator = figure(value);
      point.denominator = figure(n);
      point.value = point.numerator && point.denominator && *point.denominator > 0
                        ? std::optional<double>(*point.numerator / *point.denominator)
                        : std::nullopt;
    }
    series.points.push_back(point);
  }
  std::stable_sort(series.points.begin(), series.points.end(),
                   [](const auto& a, const auto& b) { return a.date < b.date; });
  return series;
}

}  // namespace

std::vector<std::string> spc_case_ids() {
  return {"004", "008", "013", "021", "027", "035", "041", "044", "046", "049", "057", "062"};
}

SpcCase spc_case(const std::string& id, bool ratio) {
  const std::string folder = "tests/cases/spc/" + id + "/";
  return {id, json_file(folder + "input.json"), json_file(folder + "qic.json"), json_file(folder + "ptd.json"),
          read_case(folder + "input.csv", ratio)};
}

project::Series weekly(const std::vector<double>& values) {
  project::Series series;
  text::Date date = *text::parse_date("2024-01-01");
  for (const double value : values) {
    project::SeriesPoint point;
    point.date = date;
    if (!std::isnan(value)) point.value = value;
    series.points.push_back(point);
    date += std::chrono::days(7);
  }
  return series;
}

measures::RuleSet rule_set(const std::string& name) {
  measures::RuleSet rules;
  rules.name = name;
  using measures::Rule;
  rules.order = {Rule::outside, Rule::trend, Rule::two_in_three, Rule::shift};
  rules.shift = measures::ShiftRule{7, false, false};
  rules.trend = measures::TrendRule{7, false};
  rules.two_in_three = measures::TwoInThreeRule{name == "nhs"};
  rules.conflict = name == "nhs" ? measures::Conflict::improvement_first : measures::Conflict::first_rule;
  rules.to_the_letter = name == "plotthedots";
  if (rules.to_the_letter) rules.screening = 3.267;
  if (name == "anhoej") {
    rules.chart = measures::Chart::run;
    rules.order = {Rule::outside, Rule::shift};
    rules.shift = measures::ShiftRule{0, true, false};
    rules.trend.reset(), rules.two_in_three.reset(), rules.runs_signal = true, rules.short_below = 12;
  }
  if (name == "ihi") {
    rules.chart = measures::Chart::run;
    rules.order = {Rule::shift, Rule::trend, Rule::astronomical};
    rules.shift = measures::ShiftRule{6, false, true};
    rules.trend = measures::TrendRule{5, true};
    rules.two_in_three.reset(), rules.short_below = 10;
    rules.runs_table = {{10, 3, 9}};
  }
  return rules;
}

}  // namespace thrive::tests
