// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <filesystem>
#include <map>

#include "libthrive/project/rules/rules.hpp"

namespace thrive::project {

namespace {

void check_baseline(const Opened& project, const std::string& id, const model::Baseline& baseline,
                    text::Diagnostics& problems) {
  const Path path{"measures", id, "baseline"};
  const bool has_dates = baseline.from || baseline.to;
  if (baseline.points && has_dates)
    problems.error("baseline-two-ways", project.place(path),
                   fmt::format("the baseline of measure '{}' is given by points and by dates", id), "keep one of them");
  if (!baseline.points && !has_dates)
    problems.error("baseline-two-ways", project.place(path),
                   fmt::format("the baseline of measure '{}' says neither points nor dates", id),
                   "write points: 20, or from: and to:");
  if (baseline.from && baseline.to && *baseline.to < *baseline.from)
    problems.error("ends-before-it-starts", project.place({"measures", id, "baseline", "to"}),
                   fmt::format("the baseline of measure '{}' ends before it starts", id));
}

template <class Dated>
void check_dates_given_twice(const Opened& project, const std::string& id, const char* field,
                             const std::vector<Dated>& entries, text::Diagnostics& problems) {
  std::map<text::Date, std::size_t> first;
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (!first.try_emplace(entries[i].at, i).second)
      problems.error("date-given-twice", project.place({"measures", id, field, std::to_string(i), "at"}),
                     fmt::format("'{}' of measure '{}' names {} twice", field, id, text::format_date(entries[i].at)),
                     "keep one of them, with both reasons");
}

}  // namespace

bool is_outside(const std::string& folder, const std::string& path) {
  std::error_code failed;
  const auto whole = std::filesystem::canonical(folder, failed);
  if (failed) return true;
  const auto file = std::filesystem::weakly_canonical(std::filesystem::absolute(path), failed);
  if (failed) return true;
  const auto inside = std::mismatch(whole.begin(), whole.end(), file.begin(), file.end());
  return inside.first != whole.end();
}

void check_measures(const Opened& project, text::Diagnostics& problems) {
  for (const auto& [id, measure] : project.model().measures) {
    if (measure.baseline) check_baseline(project, id, *measure.baseline, problems);
    check_dates_given_twice(project, id, "rebase", measure.rebase, problems);
    check_dates_given_twice(project, id, "exclude", measure.exclude, problems);
    const bool is_percent = measure.unit && (*measure.unit == "percent" || *measure.unit == "%");
    if (is_percent && measure.target && (measure.target->value < 0 || measure.target->value > 100))
      problems.warning("target-outside-percent", project.place({"measures", id, "target", "value"}),
                       fmt::format("no percentage is {}", measure.target->value),
                       "the data are shares times 100: write 80 for four in five");
  }
}

}  // namespace thrive::project
