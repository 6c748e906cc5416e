// SPDX-License-Identifier: MIT
#include "libthrive/pathway/agreement.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

#include "libthrive/pathway/kappa.hpp"

namespace thrive::pathway {

namespace {

/// One table's drawing of a flow.
struct Drawing {
  std::string table;
  const model::Flow* flow;
};

std::string words(const std::string& text) { return text; }
std::string words(double number) { return fmt::format("{}", number); }

/// Takes over a detail that all tables say the same of; writes down who says what where they differ.
template <class T>
void merge(std::string field, const std::vector<Drawing>& drawings, std::optional<T> model::Flow::*member,
           SharedFlow& shared) {
  DifferentDetail said{std::move(field), {}};
  std::optional<T> first;
  bool differs = false;
  for (const Drawing& drawing : drawings) {
    const std::optional<T>& value = drawing.flow->*member;
    if (!value) continue;
    said.said.push_back({drawing.table, words(*value), {}});
    differs = differs || (first && !(*first == *value));
    if (!first) first = value;
  }
  if (differs) {
    shared.different.push_back(std::move(said));
  } else {
    shared.merged.*member = first;
  }
}

/// The number of a flow goes with what it counts: visits of one table and people of another are no agreement.
void merge_number(const std::vector<Drawing>& drawings, SharedFlow& shared) {
  DifferentDetail said{"per_year", {}};
  const model::Flow* first = nullptr;
  bool differs = false;
  for (const Drawing& drawing : drawings) {
    const model::Flow& flow = *drawing.flow;
    if (!flow.per_year) continue;
    const std::string number = words(*flow.per_year);
    said.said.push_back({drawing.table, flow.counts_visits() ? number + " visits" : number, flow.people_per_year()});
    differs = differs || (first && (first->per_year != flow.per_year || first->counts != flow.counts));
    if (!first) first = &flow;
  }
  if (differs) {
    shared.different.push_back(std::move(said));
  } else if (first) {
    shared.merged.per_year = first->per_year;
    shared.merged.counts = first->counts;
  }
}

/// Waits are merged as a whole: a median of one table beside another's ninetieth percentile would be nobody's wait.
void merge_wait(const std::vector<Drawing>& drawings, SharedFlow& shared) {
  DifferentDetail said{"wait.median_days", {}};
  std::optional<model::Wait> first;
  bool differs = false;
  for (const Drawing& drawing : drawings) {
    const auto& wait = drawing.flow->wait;
    if (!wait) continue;
    said.said.push_back({drawing.table, wait->median_days ? words(*wait->median_days) : "other details", {}});
    differs = differs || (first && !(*first == *wait));
    if (!first) first = wait;
  }
  if (differs) {
    shared.different.push_back(std::move(said));
  } else {
    shared.merged.wait = first;
  }
}

/// 0 for a flow that half of the tables drew, larger the more the tables are of one mind.
std::size_t distance_from_half(const SharedFlow& flow, std::size_t tables) {
  const std::size_t twice = 2 * flow.tables.size();
  return twice > tables ? twice - tables : tables - twice;
}

bool is_disputed(const SharedFlow& flow, std::size_t tables) {
  return !flow.tables.empty() && flow.tables.size() < tables;
}

/// 0 disputed, 1 drawn by all, 2 drawn by no table.
int group_of(const SharedFlow& flow, std::size_t tables) {
  if (is_disputed(flow, tables)) return 0;
  return flow.tables.empty() ? 2 : 1;
}

}  // namespace

std::size_t Agreement::disputed() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(flows, [&](const SharedFlow& flow) { return is_disputed(flow, tables.size()); }));
}

std::string common_pathway(const model::Project& project, const std::string& asked) {
  for (const auto& [id, pathway] : project.pathways)
    if (pathway.variant_of && (asked.empty() || *pathway.variant_of == asked)) return *pathway.variant_of;
  return {};
}

Agreement agreement(const model::Project& project, const std::string& common) {
  Agreement result;
  result.common = common;
  std::vector<FlowIds> order;
  std::map<FlowIds, std::vector<Drawing>> drawings;
  std::map<FlowIds, bool> on_common;
  const auto meet = [&](const FlowIds& ids) {
    if (!drawings.contains(ids)) order.push_back(ids);
    return &drawings[ids];
  };
  for (const auto& [id, pathway] : project.pathways) {
    if (pathway.variant_of != common) continue;
    const std::string table = pathway.table.value_or(id);
    result.tables.push_back({id, table});
    for (const model::Flow& flow : pathway.flows) meet({flow.from, flow.to})->push_back({table, &flow});
  }
  if (const model::Pathway* pathway = project.pathways.find(common)) {
    result.is_agreed = pathway->agreed.has_value();
    for (const model::Flow& flow : pathway->flows) {
      meet({flow.from, flow.to});
      on_common[{flow.from, flow.to}] = true;
    }
  }
  for (const FlowIds& ids : order) {
    const std::vector<Drawing>& drawn = drawings[ids];
    SharedFlow shared{ids, {}, on_common[ids], {}, {}};
    std::set<std::string_view> met;
    for (const Drawing& drawing : drawn)
      if (met.insert(drawing.table).second) shared.tables.push_back(drawing.table);
    shared.merged.from = ids.first;
    shared.merged.to = ids.second;
    merge("kind", drawn, &model::Flow::kind, shared);
    merge_number(drawn, shared);
    merge_wait(drawn, shared);
    merge("criteria", drawn, &model::Flow::criteria, shared);
    shared.merged.tables = shared.tables;
    result.flows.push_back(std::move(shared));
  }
  const std::size_t tables = result.tables.size();
  std::ranges::stable_sort(result.flows, [&](const SharedFlow& a, const SharedFlow& b) {
    const int group_a = group_of(a, tables);
    const int group_b = group_of(b, tables);
    if (group_a != group_b || group_a != 0) return group_a < group_b;
    return distance_from_half(a, tables) < distance_from_half(b, tables);
  });
  std::vector<std::string> pathways;
  for (const TableMap& table : result.tables) pathways.push_back(table.pathway);
  result.mean_kappa = mean_kappa(project, pathways);
  return result;
}

std::vector<model::Flow> flows_to_add(const Agreement& agreement, std::size_t at_least) {
  std::vector<model::Flow> flows;
  for (const SharedFlow& flow : agreement.flows)
    if (!flow.is_on_common_map && flow.tables.size() >= at_least) flows.push_back(flow.merged);
  return flows;
}

}  // namespace thrive::pathway
