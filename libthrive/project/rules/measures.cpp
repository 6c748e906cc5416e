// SPDX-License-Identifier: MIT
#include <filesystem>
#include <map>

#include "libthrive/project/found.hpp"
#include "libthrive/project/rules/rules.hpp"

namespace thrive::project {

namespace {

void check_baseline(const Opened& project, const std::string& id, const model::Baseline& baseline,
                    text::Diagnostics& problems) {
  const Path path{"measures", id, "baseline"};
  const bool has_dates = baseline.from || baseline.to;
  if (baseline.points && has_dates)
    say(project, problems, {"baseline-two-ways", path, {{"case", "both"}, {"measure", id}}});
  if (!baseline.points && !has_dates)
    say(project, problems, {"baseline-two-ways", path, {{"case", "neither"}, {"measure", id}}});
  if (baseline.from && baseline.to && *baseline.to < *baseline.from)
    say(project, problems, {"ends-before-it-starts", {"measures", id, "baseline", "to"}, {{"measure", id}}});
}

template <class Dated>
void check_dates_given_twice(const Opened& project, const std::string& id, const char* field,
                             const std::vector<Dated>& entries, text::Diagnostics& problems) {
  std::map<text::Date, std::size_t> first;
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (!first.try_emplace(entries[i].at, i).second)
      say(project, problems,
          {"date-given-twice",
           {"measures", id, field, std::to_string(i), "at"},
           {{"field", field}, {"measure", id}, {"date", text::format_date(entries[i].at)}}});
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
      say(project, problems,
          {"target-outside-percent", {"measures", id, "target", "value"}, {{"target", measure.target->value}}});
  }
}

}  // namespace thrive::project
