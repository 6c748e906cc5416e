// SPDX-License-Identifier: MIT
#include "tests/unit/measures/cases.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>

#include "libthrive/data/embedded.hpp"
#include "libthrive/yaml/edit.hpp"
#include "tests/unit/support.hpp"

namespace thrive::tests {

namespace {

nlohmann::json json_file(const std::string& path) { return nlohmann::json::parse(read_file(source_path(path))); }

std::optional<double> figure(const std::string& cell) {
  return cell.empty() ? std::nullopt : std::optional<double>(std::stod(cell));
}

model::Series read_case(const std::string& path, bool ratio) {
  model::Series series;
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
    model::SeriesPoint point;
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

model::Series weekly(const std::vector<double>& values) {
  model::Series series;
  text::Date date = *text::parse_date("2024-01-01");
  for (const double value : values) {
    model::SeriesPoint point;
    point.date = date;
    if (!std::isnan(value)) point.value = value;
    series.points.push_back(point);
    date += std::chrono::days(7);
  }
  return series;
}

text::Value data_tree(const std::string& name) {
  text::Diagnostics problems;
  const auto document = yaml::parse(text::Source(name, std::string(data::file(name))), problems);
  if (!document) throw std::runtime_error(name + " cannot be read");
  return yaml::to_value(*document, document->root());
}

measures::RuleSet rule_set(const std::string& name) {
  text::Diagnostics problems;
  const std::string file = "rules/" + name + ".yaml";
  const auto rules = measures::read_rule_set(data_tree(file), file, problems);
  if (!rules) throw std::runtime_error(text::format(problems.entries().front()));
  return *rules;
}

}  // namespace thrive::tests
