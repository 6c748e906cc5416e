// SPDX-License-Identifier: MIT
#include <filesystem>
#include <map>

#include "libthrive/model/figures.hpp"
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

/// Targets that no percentage can reach, two of one name on one day, and ends before beginnings.
void check_targets(const Opened& project, const std::string& id, const model::Measure& measure,
                   text::Diagnostics& problems) {
  const auto check_reach = [&](double target, Path path) {
    if (model::is_percent(measure.unit) && (target < 0 || target > 100))
      say(project, problems, {"target-outside-percent", std::move(path), {{"target", target}}});
  };
  if (measure.target) check_reach(measure.target->value, {"measures", id, "target", "value"});
  std::map<std::pair<std::string, std::optional<text::Date>>, std::size_t> first;
  for (std::size_t i = 0; i < measure.targets.size(); ++i) {
    const model::DatedTarget& target = measure.targets[i];
    const auto at = [&](const char* field) { return Path{"measures", id, "targets", std::to_string(i), field}; };
    const std::string name = target.name.value_or("");
    check_reach(target.value, at("value"));
    if (measure.target && name.empty()) say(project, problems, {"target-two-ways", at("value"), {{"measure", id}}});
    if (target.from && target.until && *target.until < *target.from)
      say(project, problems, {"ends-before-it-starts", at("until"), {{"measure", id}}});
    if (!first.try_emplace({name, target.from}, i).second)
      say(project, problems,
          {"date-given-twice",
           at(target.from ? "from" : "value"),
           {{"field", "targets"},
            {"measure", id},
            {"date", target.from ? text::format_date(*target.from) : std::string("the beginning")}}});
  }
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
    check_targets(project, id, measure, problems);
    if (measure.per && model::is_percent(measure.unit))
      say(project, problems, {"per-of-percent", {"measures", id, "per"}, {{"measure", id}}});
  }
}

}  // namespace thrive::project
