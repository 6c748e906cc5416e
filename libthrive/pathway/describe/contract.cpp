// SPDX-License-Identifier: MIT
#include "libthrive/pathway/describe/contract.hpp"
#include "libthrive/findings/forms.hpp"

#include <utility>

namespace thrive::pathway {

namespace {

using text::Value;

void add_fields(Value::Map&) {}

template <class... Others>
void add_fields(Value::Map& map, const char* name, Value value, Others&&... others) {
  map.emplace_back(name, std::move(value));
  add_fields(map, std::forward<Others>(others)...);
}

/// A map of `name, value, name, value ...`, made in one piece: there is one for every flow, and looking for each name
/// among those before it, and moving them all when there is no room, would take longer than the analysis.
template <class... Fields>
Value record(Fields&&... fields) {
  Value::Map map;
  map.reserve(sizeof...(Fields) / 2);
  add_fields(map, std::forward<Fields>(fields)...);
  return Value(std::move(map));
}

Value ids(const Graph& graph, const std::vector<Node>& nodes) { return Value::list_of(ids_of(graph, nodes)); }

Value pair_of(const std::string& a, const std::string& b) { return Value(Value::List{Value(a), Value(b)}); }

Value pairs(const Graph& graph, const std::vector<std::pair<Node, Node>>& of) {
  Value list = Value::list();
  for (const auto& [a, b] : of) list.push(pair_of(graph.ids[a], graph.ids[b]));
  return list;
}

Value groups(const Graph& graph, const std::vector<std::vector<Node>>& of) {
  Value list = Value::list();
  for (const auto& group : of) list.push(ids(graph, group));
  return list;
}

Value gatekeepers(const Analysis& a) {
  Value list = Value::list();
  for (const Gatekeeper& gate : a.gatekeepers)
    list.push(Value::map()
                  .set("service", a.graph.ids[gate.service])
                  .set("behind", ids(a.graph, gate.behind))
                  .set("ends", ids(a.graph, gate.ends)));
  return list;
}

Value immediate(const Graph& graph, const Dominators& dominators, const char* root) {
  Value map = Value::map();
  for (Node node = 0; node < graph.size(); ++node) {
    if (!dominators.reached[node]) continue;
    const Node parent = dominators.immediate[node];
    map.as_map()->emplace_back(graph.ids[node], parent == no_node ? Value(root) : Value(graph.ids[parent]));
  }
  return map;
}

Value betweenness(const Analysis& a) {
  Value map = Value::map();
  for (Node node = 0; node < a.graph.size(); ++node)
    map.as_map()->emplace_back(a.graph.ids[node], Value(a.betweenness[node]));
  return map;
}

Value assessments(const Analysis& a) {
  Value fewest = Value::map();
  for (std::size_t s = 0; s < a.graph.starts.size(); ++s) {
    Value row = Value::map();
    for (std::size_t e = 0; e < a.graph.ends.size(); ++e)
      row.as_map()->emplace_back(a.graph.ids[a.graph.ends[e]], Value(a.fewest_assessments[s][e]));
    fewest.as_map()->emplace_back(a.graph.ids[a.graph.starts[s]], std::move(row));
  }
  const MostAssessments& most = a.most_assessments;
  return Value::map()
      .set("fewest", std::move(fewest))
      .set("most_on_a_route", Value::map()
                                  .set("count", Value(most.count))
                                  .set("route", ids(a.graph, most.route))
                                  .set("limit", most.limit)
                                  .set("complete", most.complete));
}

Value doors(const Analysis& a) {
  Value map = Value::map();
  for (const Door& door : a.doors) {
    Value row = Value::map();
    for (std::size_t i = 0; i < door.access.size(); ++i) {
      const Access& access = door.access[i];
      row.set(a.groupings[i],
              record("reachable", access.reachable, "handoffs", access.handoffs, "sector_changes",
                     access.sector_changes, "assessments", access.assessments, "wait_median_days", access.wait_days));
    }
    map.as_map()->emplace_back(a.graph.ids[door.start], std::move(row));
  }
  return map;
}

Value sectors(const Analysis& a) {
  Value matrix = Value::map();
  for (std::size_t from = 0; from < a.sectors.names.size(); ++from) {
    Value row = Value::map();
    for (std::size_t to = 0; to < a.sectors.names.size(); ++to)
      row.set(a.sectors.names[to], Value(a.sectors.matrix[from][to]));
    matrix.set(a.sectors.names[from], std::move(row));
  }
  Value bridges = Value::list();
  for (const OnlyBridge& bridge : a.only_bridges)
    bridges.push(Value::map()
                     .set("service", a.graph.ids[bridge.service])
                     .set("from", bridge.from)
                     .set("to", bridge.to)
                     .set("flows", bridge.flows));
  return Value::map()
      .set("cross_sector_flows", a.sectors.crossing)
      .set("cross_sector_share", Value(a.sectors.crossing_share()))
      .set("sector_not_recorded_flows", a.sectors.unknown)
      .set("matrix", std::move(matrix))
      .set("only_bridges", std::move(bridges));
}

/// Null where no flow counts visits.
Value visits_of(const Sum& sum) { return sum.visit_flows > 0 ? Value(sum.visits) : Value(); }

Value queues(const Analysis& a) {
  Value list = Value::list();
  for (const Queue& queue : a.queues)
    list.push(record("service", a.graph.ids[queue.service], "in_per_year", queue.in.known(), "out_per_year",
                     queue.out.known(), "completes_per_year", queue.completes, "growth_per_year", queue.growth,
                     "in_not_recorded_flows", queue.in.missing, "out_not_recorded_flows", queue.out.missing,
                     "in_visits_per_year", visits_of(queue.in), "out_visits_per_year", visits_of(queue.out)));
  return list;
}

Value waits(const Analysis& a) {
  Value::List list;
  list.reserve(a.waits.size());
  for (const Waiting& waiting : a.waits) {
    const DrawnFlow& drawn = a.graph.flows[waiting.flow];
    list.push_back(record("from", a.graph.ids[drawn.from], "to", a.graph.ids[drawn.to], "people_per_year",
                          waiting.people, "visits_per_year", waiting.visits, "median_days", waiting.median_days,
                          "person_weeks_per_year", waiting.person_weeks));
  }
  return Value(std::move(list));
}

Value observations(const Analysis& a) {
  const Notes& notes = a.notes;
  Value by_perspective = Value::map();
  Value by_kind = Value::map();
  Value by_service = Value::map();
  Value empty = Value::list();
  for (std::size_t p = 0; p < notes.perspectives.size(); ++p) {
    by_perspective.set(notes.perspectives[p], notes.in_perspective(p));
    for (std::size_t k = 0; k < notes.kinds.size(); ++k)
      if (notes.cells[p][k] == 0)
        empty.push(Value::map().set("perspective", notes.perspectives[p]).set("kind", notes.kinds[k]));
  }
  for (std::size_t k = 0; k < notes.kinds.size(); ++k) by_kind.set(notes.kinds[k], notes.of_kind(k));
  Value by_flow = Value::list();
  for (Node node = 0; node < a.graph.size(); ++node)
    if (notes.at_service[node] > 0) by_service.as_map()->emplace_back(a.graph.ids[node], notes.at_service[node]);
  Value weighed = Value::list();
  for (const Weighed& note : notes.all) {
    weighed.push(Value::map()
                     .set("id", note.id)
                     .set("at", note.observation->at)
                     .set("perspective", note.observation->perspective)
                     .set("kind", note.observation->kind)
                     .set("people_per_year", Value(note.people)));
    if (!note.spot.is_service())
      by_flow.push(Value::map()
                       .set("flow", pair_of(a.graph.ids[note.spot.from], a.graph.ids[note.spot.to]))
                       .set("observation", note.id));
  }
  return Value::map()
      .set("by_perspective", std::move(by_perspective))
      .set("by_kind", std::move(by_kind))
      .set("by_service", std::move(by_service))
      .set("empty_cells", std::move(empty))
      .set("on_flows", std::move(by_flow))
      .set("weighed", std::move(weighed))
      .set("nobody_commented", ids(a.graph, notes.without_any))
      .set("off_the_map", Value::list_of(notes.elsewhere));
}

Value similar(const Analysis& a) {
  Value list = Value::list();
  for (const SimilarPair& pair : a.similar)
    list.push(Value::map()
                  .set("services", pair_of(a.graph.ids[pair.a], a.graph.ids[pair.b]))
                  .set("groupings", Value::list_of(pair.groupings))
                  .set("jaccard", pair.likeness));
  return list;
}

Value parallel(const Analysis& a) {
  Value list = Value::list();
  for (const ParallelFlows& flows : a.parallel) {
    Value people = Value::list();
    for (const std::size_t number : flows.flows) people.push(Value(a.graph.flows[number].flow->people_per_year()));
    list.push(Value::map()
                  .set("flow", pair_of(a.graph.ids[flows.from], a.graph.ids[flows.to]))
                  .set("people_per_year", std::move(people))
                  .set("differ", flows.differ));
  }
  return list;
}

Value lost(const Loss& loss) {
  const auto list_of_pairs = [](const std::vector<std::pair<std::string, std::string>>& of) {
    Value list = Value::list();
    for (const auto& [a, b] : of) list.push(pair_of(a, b));
    return list;
  };
  return Value::map()
      .set("unreachable", Value::list_of(loss.unreachable))
      .set("cannot_reach_end", Value::list_of(loss.cannot_reach_end))
      .set("routes", list_of_pairs(loss.routes))
      .set("doors", list_of_pairs(loss.doors));
}

}  // namespace

text::Value contract(const text::Diagnostic& finding) {
  Value flows = Value::list();
  for (const auto& [from, to] : flows_of(finding)) flows.push(pair_of(from, to));
  return findings::as_json(finding)
      .set("services", Value::list_of(services_of(finding)))
      .set("flows", std::move(flows));
}

text::Value contract(const Analysis& a, const std::vector<text::Diagnostic>& findings,
                     const std::optional<Loss>& loss) {
  Value list = Value::list();
  for (const text::Diagnostic& finding : findings) list.push(contract(finding));
  return Value::map()
      .set("format", 1)
      .set("command", "analyse")
      .set("pathway", a.graph.pathway.empty() ? Value() : Value(a.graph.pathway))
      .set("without", Value::list_of(a.without))
      .set("lost", loss ? lost(*loss) : Value())
      .set("services", a.graph.size())
      .set("flows", a.graph.flows.size())
      .set("starts", ids(a.graph, a.graph.starts))
      .set("starts_assumed", a.graph.starts_assumed)
      .set("ends", ids(a.graph, a.graph.ends))
      .set("ends_assumed", a.graph.ends_assumed)
      .set("unreachable", ids(a.graph, a.unreachable))
      .set("dead_ends", ids(a.graph, a.dead_ends))
      .set("cannot_reach_end", ids(a.graph, a.cannot_reach_end))
      .set("loops", groups(a.graph, a.loops))
      .set("self_loops", ids(a.graph, a.graph.self_loops))
      .set("two_way", pairs(a.graph, a.two_way))
      .set("shortest_cycles", groups(a.graph, a.cycles))
      .set("gatekeepers", gatekeepers(a))
      .set("immediate_dominator", immediate(a.graph, a.before, "START"))
      .set("immediate_post_dominator", immediate(a.graph, a.after, "END"))
      .set("articulation_points", ids(a.graph, a.weak.articulation_points))
      .set("bridges", pairs(a.graph, a.weak.bridges))
      .set("betweenness", betweenness(a))
      .set("assessments", assessments(a))
      .set("no_wrong_door", doors(a))
      .set("sectors", sectors(a))
      .set("queues", queues(a))
      .set("waits", waits(a))
      .set("observations", observations(a))
      .set("similar_services", similar(a))
      .set("parallel_flows", parallel(a))
      .set("findings", std::move(list));
}

}  // namespace thrive::pathway
