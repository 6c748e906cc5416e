// SPDX-License-Identifier: MIT
#include "libthrive/priorities/checks.hpp"

#include <algorithm>

#include "libthrive/model/serving.hpp"

namespace thrive::priorities {

namespace {

using Findings = std::vector<findings::Finding>;

void check_weights(const model::Priorities& priorities, Findings& found) {
  for (const std::string& table : tables_with_too_fine_weights(priorities))
    found.push_back({"weight-too-fine", {"priorities", "tables", table, "weight"}, {{"table", table}}});
}

bool has_lists(const model::Priorities& priorities) {
  return std::any_of(priorities.tables.begin(), priorities.tables.end(),
                     [](const auto& table) { return !table.value.ranking.empty(); });
}

/// True when the project is where the work is kept: it has a ramp, a gap sheet or a change idea at all.
bool keeps_work(const model::Project& project) {
  return !project.ramps.empty() || !project.gaps.empty() || !project.ideas.empty();
}

/// True when a ramp serves the item, a sheet recommends something for it, or a change idea is for it.
bool is_worked_on(const model::Project& project, const std::string& item) {
  const auto serves = [&](const auto& entry) { return entry.value.priority == item; };
  const auto is_for_it = [&](const auto& entry) {
    const std::vector<std::string> items = model::items_served(project, entry.value);
    return std::find(items.begin(), items.end(), item) != items.end();
  };
  const model::GapSheet* sheet = project.gaps.find(item);
  return std::any_of(project.ramps.begin(), project.ramps.end(), serves) ||
         std::any_of(project.ideas.begin(), project.ideas.end(), is_for_it) ||
         (sheet != nullptr && !sheet->recommendations.empty());
}

/// A room that agrees needs some weeks to begin; after three months nobody has taken it up.
void check_work(const model::Project& project, const model::AgreedPriorities& agreed, text::Date today,
                Findings& found) {
  constexpr int days_to_begin = 91;
  if (!agreed.date || text::days_between(*agreed.date, today) <= days_to_begin || !keeps_work(project)) return;
  for (std::size_t at = 0; at < agreed.order.size(); ++at)
    if (!is_worked_on(project, agreed.order[at]))
      found.push_back({"priority-not-worked-on",
                       {"priorities", "agreed", "order", std::to_string(at)},
                       {{"item", agreed.order[at]}, {"date", text::format_date(*agreed.date)}}});
}

}  // namespace

std::vector<MissingReason> missing_reasons(const Consensus& consensus, const model::AgreedPriorities& agreed) {
  std::vector<MissingReason> missing;
  const Departure away = departure(consensus, agreed.order);
  for (const std::string& item : away.reasons_wanted())
    if (!agreed.reasons.contains(item))
      missing.push_back({item, std::find(away.added.begin(), away.added.end(), item) != away.added.end()});
  return missing;
}

std::vector<findings::Finding> agreed_without_reason(const Consensus& consensus,
                                                     const model::AgreedPriorities& agreed) {
  std::vector<findings::Finding> found;
  for (const MissingReason& missing : missing_reasons(consensus, agreed)) {
    std::vector<std::string> path = {"priorities", "agreed", "order"};
    const auto at = std::find(agreed.order.begin(), agreed.order.end(), missing.item);
    if (at != agreed.order.end()) path.push_back(std::to_string(at - agreed.order.begin()));
    found.push_back({"reason-wanted",
                     std::move(path),
                     {{"case", missing.is_added ? "added-in-file" : "dropped-in-file"}, {"item", missing.item}}});
  }
  return found;
}

std::vector<findings::Finding> check_priorities(const model::Project& project,
                                                const std::vector<std::string>& candidates, text::Date today) {
  Findings found;
  if (!project.priorities) return found;
  const model::Priorities& priorities = *project.priorities;
  check_weights(priorities, found);
  if (!priorities.agreed) return found;
  if (found.empty() && has_lists(priorities))
    found = agreed_without_reason(counted(make_profile(priorities, candidates), priorities.rules.method),
                                  *priorities.agreed);
  check_work(project, *priorities.agreed, today, found);
  return found;
}

}  // namespace thrive::priorities
