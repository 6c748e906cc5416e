// SPDX-License-Identifier: MIT
#include "libthrive/pathway/comparison.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "libthrive/pathway/kappa.hpp"
#include "libthrive/records/changes.hpp"
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

/// Nothing is recorded where a list is empty, and a number that may have a fraction is one.
text::Value recorded(const records::Field& field, text::Value value) {
  if (value.as_list() != nullptr && value.as_list()->empty()) return {};
  if (field.shape->kind == records::Kind::number && value.as_integer() != nullptr)
    return text::Value(static_cast<double>(*value.as_integer()));
  return value;
}

/// Writes down what two records of one kind say differently, field by field.
template <class Record>
void compare_records(const ChangedField& where, const Record& a, const Record& b, std::vector<ChangedField>& found) {
  for (records::Change& change : records::changes(a, b)) {
    ChangedField changed = where;
    changed.field = text::join(change.path, ".");
    changed.counts_people = change.field->rule.counts_people;
    changed.a = recorded(*change.field, std::move(change.a));
    changed.b = recorded(*change.field, std::move(change.b));
    found.push_back(std::move(changed));
  }
}

/// `b` may call its services by other ids: which two a flow joins has been compared already.
void compare_flow(const FlowIds& ids, const model::Flow& a, model::Flow b, std::vector<ChangedField>& found) {
  b.from = a.from;
  b.to = a.to;
  compare_records({{}, ids, {}, {}, {}, {}}, a, b, found);
}

/// The first drawing of each is held against the first of the other, and so on; a different number is a change too.
void compare_drawings(const FlowIds& ids, const std::vector<const model::Flow*>& a,
                      const std::vector<const model::Flow*>& b, std::vector<ChangedField>& found) {
  if (a.size() != b.size()) found.push_back({{}, ids, "drawn", text::Value(a.size()), text::Value(b.size()), false});
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
    compare_records({id, {}, {}, {}, {}, {}}, *a.project->services.find(id), *b.project->services.find(id_of_b),
                    result.changed);
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
