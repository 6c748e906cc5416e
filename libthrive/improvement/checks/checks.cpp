// SPDX-License-Identifier: MIT
#include "libthrive/improvement/checks/checks.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/improvement/checks/check_ideas.hpp"
#include "libthrive/ramps/stages.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::improvement {

namespace {

using Found = std::vector<findings::Finding>;
using Path = std::vector<std::string>;

/// The latest day on which a cycle was abandoned or adopted, before or on today: when it was decided, else when it
/// ended.
std::optional<text::Date> last_word_of_tests(const Worked& worked) {
  std::optional<text::Date> latest;
  for (const auto& ramp : worked.project.ramps)
    for (const auto& entry : ramp.value.cycles) {
      const model::Cycle& cycle = entry.value;
      if (!ramps::has_decision(cycle)) continue;
      if (cycle.act->decision != model::Decision::adopt && cycle.act->decision != model::Decision::abandon) continue;
      const text::Date day = cycle.act->recorded.value_or(cycle.end.value_or(cycle.start));
      if (day <= worked.today && (!latest || day > *latest)) latest = day;
    }
  return latest;
}

void check_review(const Worked& worked, Found& found) {
  const std::optional<text::Date> reviewed = worked.project.drivers->reviewed;
  const std::optional<text::Date> last = last_word_of_tests(worked);
  if (!reviewed || !last || *last <= *reviewed) return;
  // Weeks since the first test that spoke after the review would punish a team that goes on testing: the last one
  // counts.
  if (text::days_between(*last, worked.today) < 7 * worked.thresholds.limits.revisit_weeks) return;
  found.push_back({"theory-not-revisited",
                   {"drivers", "reviewed"},
                   {{"reviewed", text::format_date(*reviewed)}, {"decided", text::format_date(*last)}}});
}

}  // namespace

void check_aim(const Worked& worked, Found& found) {
  const auto& aim = worked.project.drivers->aim;
  if (!aim) {
    found.push_back({"aim-without-measure", {"drivers"}, {{"case", "no-aim"}}});
    return;
  }
  const Path path{"drivers", "aim"};
  const auto has_target = [](const AimProgress& one) { return one.to.has_value(); };
  const auto has_date = [](const AimProgress& one) { return one.by.has_value(); };
  if (std::none_of(worked.aim.begin(), worked.aim.end(), has_target)) found.push_back({"aim-without-measure", path});
  if (std::none_of(worked.aim.begin(), worked.aim.end(), has_date)) found.push_back({"aim-without-date", path});
  if (!aim->for_whom) found.push_back({"aim-without-people", path});
  for (const AimProgress& one : worked.aim) {
    if (!begins_elsewhere(one)) continue;
    found.push_back({"aim-starts-elsewhere",
                     {"drivers", "aim", "measures", one.measure, "from"},
                     {{"measure", one.measure},
                      {"from", fmt::format("{}", one.from)},
                      {"median", *one.baseline_median},
                      {"mean", *one.baseline_mean}}});
  }
  std::optional<text::Date> last;
  for (const AimProgress& one : worked.aim)
    if (one.by && (!last || *one.by > *last)) last = one.by;
  if (last && *last < worked.today && !aim->closed)
    found.push_back({"aim-past", path, {{"date", text::format_date(*last)}}});
}

void check_drivers(const Worked& worked, Found& found) {
  const Theory& theory = worked.theory;
  const std::size_t primary = theory.primary().size();
  const TheoryLimits& limits = worked.thresholds.limits;
  if (primary < limits.fewest_primary || primary > limits.most_primary)
    found.push_back({"drivers-many",
                     {"drivers", "nodes"},
                     {{"case", primary < limits.fewest_primary ? "few" : "many"},
                      {"primary", primary},
                      {"fewest", limits.fewest_primary},
                      {"most", limits.most_primary}}});
  for (const DriverStanding& driver : theory.drivers) {
    const Path path{"drivers", "nodes", driver.id};
    if (driver.measures.empty())
      found.push_back(
          {"driver-without-measure",
           path,
           {{"case", driver.level == 1 ? "primary" : "other"}, {"driver", driver.id}, {"name", driver.driver->name}}});
    if (driver.below.empty() && driver.ideas.empty())
      found.push_back({"driver-without-idea", path, {{"driver", driver.id}, {"name", driver.driver->name}}});
    if (driver.level == 1 && driver.driver->priorities.empty())
      found.push_back({"driver-serves-no-priority", path, {{"driver", driver.id}, {"name", driver.driver->name}}});
  }
  if (worked.project.priorities && worked.project.priorities->agreed) {
    const auto& order = worked.project.priorities->agreed->order;
    for (std::size_t at = 0; at < order.size(); ++at) {
      const auto serves = [&](const DriverStanding& driver) {
        const auto& items = driver.driver->priorities;
        return std::find(items.begin(), items.end(), order[at]) != items.end();
      };
      if (std::none_of(theory.drivers.begin(), theory.drivers.end(), serves))
        found.push_back(
            {"priority-without-driver", {"priorities", "agreed", "order", std::to_string(at)}, {{"item", order[at]}}});
    }
  }
  check_review(worked, found);
}

void check_ramps(const Worked& worked, Found& found) {
  const Theory& theory = worked.theory;
  for (const auto& entry : worked.project.ramps) {
    const model::Ramp& ramp = entry.value;
    if (ramp.driver && theory.driver(*ramp.driver) != nullptr) {
      for (const std::string& id : ideas_of(ramp)) {
        const IdeaStanding* idea = theory.idea(id);
        if (idea == nullptr || idea->idea->drives.empty()) continue;
        const std::vector<std::size_t> above = theory.above(*idea);
        const auto is_it = [&](std::size_t at) { return theory.drivers[at].id == *ramp.driver; };
        if (std::any_of(above.begin(), above.end(), is_it)) continue;
        found.push_back({"ramp-under-another-driver",
                         {"ramps", entry.id, "driver"},
                         {{"ramp", entry.id},
                          {"driver", *ramp.driver},
                          {"idea", id},
                          {"drives", text::join(idea->idea->drives, ", ")}}});
      }
    }
  }
  for (const Ceiling& ceiling : worked.ceilings) {
    if (!ceiling.is_exceeded()) continue;
    const model::Ramp& ramp = *worked.project.ramps.find(ceiling.ramp);
    const char* field = ramp.progress.empty() ? "progress_score" : "progress";
    // Evidence for 5 is never in a file: there is nothing to be named that is missing.
    const std::string missing = text::join(ceiling.missing(), "; ");
    found.push_back({"progress-above-evidence",
                     {"ramps", ceiling.ramp, field},
                     {{"case", missing.empty() ? "people-decide" : "missing"},
                      {"ramp", ceiling.ramp},
                      {"score", *ceiling.team_score},
                      {"ceiling", ceiling.score},
                      {"missing", missing}}});
  }
}

std::vector<findings::Finding> check_theory(const Worked& worked) {
  Found found;
  if (worked.project.drivers) {
    check_aim(worked, found);
    check_drivers(worked, found);
  }
  check_ideas(worked, found);
  check_ramps(worked, found);
  return found;
}

}  // namespace thrive::improvement
