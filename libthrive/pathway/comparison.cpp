// SPDX-License-Identifier: MIT
#include "libthrive/pathway/comparison.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "libthrive/pathway/kappa.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

using Drawings = std::map<FlowIds, std::vector<const model::Flow*>>;

/// One side in a form that can be looked up.
struct Drawn {
  std::vector<std::string> services;
  std::set<std::string> has_service;
  std::vector<FlowIds> flows;  // each once, in the order of the file
  Drawings drawings;
};

/// By B's id the id that A has for the same service, where they differ.
using Translation = std::map<std::string, std::string>;

std::string translated(const Translation& ids, const std::string& id) {
  const auto at = ids.find(id);
  return at == ids.end() ? id : at->second;
}

/// The ids of services whose name only they have, by name.
std::map<std::string, std::string> ids_by_name(const model::Project& project) {
  std::map<std::string, std::vector<std::string>> ids;
  for (const auto& [id, service] : project.services) ids[text::kebab(service.name)].push_back(id);
  std::map<std::string, std::string> single;
  for (const auto& [name, of_name] : ids)
    if (of_name.size() == 1) single.emplace(name, of_name.front());
  return single;
}

Translation matched_by_name(const model::Project& a, const model::Project& b) {
  const auto names_of_a = ids_by_name(a);
  Translation result;
  for (const auto& [name, id_of_b] : ids_by_name(b)) {
    const auto at = names_of_a.find(name);
    if (at == names_of_a.end() || a.services.contains(id_of_b) || b.services.contains(at->second)) continue;
    result.emplace(id_of_b, at->second);
  }
  return result;
}

Drawn drawn(const Side& side, bool all_services, const Translation& ids = {}) {
  Drawn result;
  std::set<std::string> touched;
  if (const model::Pathway* pathway = side.project->pathways.find(side.pathway))
    for (const model::Flow& flow : pathway->flows) {
      const FlowIds step{translated(ids, flow.from), translated(ids, flow.to)};
      if (result.drawings[step].empty()) result.flows.push_back(step);
      result.drawings[step].push_back(&flow);
      touched.insert({flow.from, flow.to});
    }
  for (const auto& [id, service] : side.project->services)
    if (all_services || touched.contains(id)) result.services.push_back(translated(ids, id));
  result.has_service.insert(result.services.begin(), result.services.end());
  return result;
}

/// Writes down the fields of two records of one kind that differ.
struct Differences {
  std::vector<ChangedField>& found;
  ChangedField where;
  std::string prefix;

  template <class T>
  static text::Value value_of(const T& value) {
    return text::Value(value);
  }
  static text::Value value_of(const std::vector<std::string>& value) { return text::Value::list_of(value); }
  static text::Value value_of(const std::optional<text::Date>& value) {
    return value ? text::Value(text::format_date(*value)) : text::Value();
  }

  template <class T>
  void compare(std::string_view name, const T& a, const T& b) {
    if (a == b) return;
    where.field = prefix + std::string(name);
    where.a = value_of(a);
    where.b = value_of(b);
    found.push_back(where);
  }
};

void compare_flow(const FlowIds& ids, const model::Flow& a, const model::Flow& b, std::vector<ChangedField>& found) {
  Differences differences{found, {{}, ids, {}, {}, {}}, {}};
  differences.compare("kind", a.kind, b.kind);
  differences.compare("per_year", a.per_year, b.per_year);
  differences.compare("criteria", a.criteria, b.criteria);
  differences.prefix = "wait.";
  const model::Wait wait_a = a.wait.value_or(model::Wait{});
  const model::Wait wait_b = b.wait.value_or(model::Wait{});
  differences.compare("median_days", wait_a.median_days, wait_b.median_days);
  differences.compare("p90_days", wait_a.p90_days, wait_b.p90_days);
  differences.compare("within_28_days_percent", wait_a.within_28_days_percent, wait_b.within_28_days_percent);
  differences.compare("from_event", wait_a.from_event, wait_b.from_event);
}

void compare_service(const std::string& id, const model::Service& a, const model::Service& b,
                     std::vector<ChangedField>& found) {
  Differences differences{found, {id, {}, {}, {}, {}}, {}};
  differences.compare("name", a.name, b.name);
  differences.compare("category", a.category, b.category);
  differences.compare("sector", a.sector, b.sector);
  differences.compare("groupings", a.groupings, b.groupings);
  differences.compare("assesses", a.assesses, b.assesses);
  differences.compare("start", a.start, b.start);
  differences.compare("end", a.end, b.end);
  differences.compare("wte", a.wte, b.wte);
  differences.compare("completes_per_year", a.completes_per_year, b.completes_per_year);
}

/// The first drawing of each is held against the first of the other, and so on; a different number is a change too.
void compare_drawings(const FlowIds& ids, const std::vector<const model::Flow*>& a,
                      const std::vector<const model::Flow*>& b, std::vector<ChangedField>& found) {
  if (a.size() != b.size()) found.push_back({{}, ids, "drawn", text::Value(a.size()), text::Value(b.size())});
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) compare_flow(ids, *a[i], *b[i], found);
}

void compare_services(const Side& a, const Side& b, const Drawn& in_a, const Drawn& in_b, Comparison& result) {
  for (const std::string& id : in_a.services)
    (in_b.has_service.contains(id) ? result.services_both : result.services_only_a).push_back(id);
  for (const std::string& id : in_b.services)
    if (!in_a.has_service.contains(id)) result.services_only_b.push_back(id);
  if (a.project == b.project) return;
  for (const std::string& id : result.services_both) {
    const auto other = std::ranges::find(result.same_name, id, &std::pair<std::string, std::string>::first);
    const std::string& id_of_b = other == result.same_name.end() ? id : other->second;
    compare_service(id, *a.project->services.find(id), *b.project->services.find(id_of_b), result.changed);
  }
}

void compare_flows(const Drawn& in_a, const Drawn& in_b, Comparison& result) {
  for (const FlowIds& ids : in_a.flows) {
    const auto other = in_b.drawings.find(ids);
    if (other != in_b.drawings.end()) {
      result.flows_both.push_back(ids);
      compare_drawings(ids, in_a.drawings.at(ids), other->second, result.changed);
      continue;
    }
    result.flows_only_a.push_back(ids);
    const FlowIds turned{ids.second, ids.first};
    if (in_b.drawings.contains(turned) && !in_a.drawings.contains(turned)) result.reversed.push_back(ids);
  }
  for (const FlowIds& ids : in_b.flows)
    if (!in_a.drawings.contains(ids)) result.flows_only_b.push_back(ids);
  const std::size_t all = result.flows_both.size() + result.flows_only_a.size() + result.flows_only_b.size();
  if (all > 0) result.jaccard = static_cast<double>(result.flows_both.size()) / static_cast<double>(all);
}

std::optional<double> kappa_of(const Drawn& in_a, const Drawn& in_b, const std::vector<std::string>& shared) {
  const std::set<std::string> is_shared(shared.begin(), shared.end());
  const auto counts = [&](const FlowIds& ids) {
    return ids.first != ids.second && is_shared.contains(ids.first) && is_shared.contains(ids.second);
  };
  FlowCounts found;
  found.services = shared.size();
  for (const FlowIds& ids : in_a.flows) {
    if (!counts(ids)) continue;
    ++found.of_a;
    if (in_b.drawings.contains(ids)) ++found.both;
  }
  for (const FlowIds& ids : in_b.flows)
    if (counts(ids)) ++found.of_b;
  return kappa(found);
}

}  // namespace

Comparison compare(const Side& a, const Side& b) {
  const bool two_projects = a.project != b.project;
  const Drawn in_a = drawn(a, two_projects);
  const Translation ids = two_projects ? matched_by_name(*a.project, *b.project) : Translation{};
  const Drawn in_b = drawn(b, two_projects, ids);
  Comparison result;
  for (const auto& [id_of_b, id_of_a] : ids) result.same_name.emplace_back(id_of_a, id_of_b);
  compare_services(a, b, in_a, in_b, result);
  compare_flows(in_a, in_b, result);
  result.kappa = kappa_of(in_a, in_b, result.services_both);
  return result;
}

}  // namespace thrive::pathway
