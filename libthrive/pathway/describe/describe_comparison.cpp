// SPDX-License-Identifier: MIT
#include "libthrive/pathway/describe/describe_comparison.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

using report::Align;
using report::Cell;
using report::Table;
using text::Value;

Value pairs(const std::vector<FlowIds>& flows) {
  Value list = Value::list();
  for (const auto& [from, to] : flows) list.push(Value(Value::List{Value(from), Value(to)}));
  return list;
}

/// The name of a service in either project.
std::string name_in(const ComparedSide& a, const ComparedSide& b, const std::string& id) {
  for (const ComparedSide* side : {&a, &b})
    if (const model::Service* service = side->side.project->services.find(id)) return service->name;
  return id;
}

std::string flow_name(const ComparedSide& a, const ComparedSide& b, const FlowIds& flow) {
  return name_in(a, b, flow.first) + " to " + name_in(a, b, flow.second);
}

std::string words_of(const Value& value, const text::SmallNumbers& small = {0}) {
  if (value.is_null()) return "not recorded";
  if (const double* number = value.as_number(); number != nullptr && small.hides(*number))
    return report::people_number(*number, small);
  if (const bool* truth = value.as_bool()) return *truth ? "yes" : "no";
  if (const double* number = value.as_number())
    return report::number(*number, *number == static_cast<double>(static_cast<long long>(*number)) ? 0 : 1);
  if (const std::int64_t* integer = value.as_integer()) return std::to_string(*integer);
  if (const std::string* text = value.as_text()) return *text;
  std::vector<std::string> items;
  if (const Value::List* list = value.as_list())
    for (const Value& item : *list) items.push_back(words_of(item));
  return items.empty() ? "none" : text::join_in_words(items);
}

std::string figure_words(const KeyFigure& figure) {
  if (!figure.value) return "not recorded";
  if (figure.has_hidden) return "more than " + report::number(figure.shown);
  return figure.is_share ? percent(*figure.value) : report::number(*figure.value, 0);
}

/// `better`, `worse`, or nothing when it is the same or cannot be told; `changed` where neither way is better.
std::string verdict(const std::optional<double>& before, const std::optional<double>& after, int better) {
  if (!before || !after || *before == *after) return "";
  if (better == 0) return "changed";
  return (*after > *before) == (better > 0) ? "better" : "worse";
}

std::string verdict(const KeyFigure& before, const KeyFigure& after) {
  if (!can_compare(before, after)) return "not compared";
  return verdict(before.value, after.value, before.better);
}

/// `14 of 20 flows on B`.
std::string missing_in_words(const KeyFigure& figure, const char* side) {
  return fmt::format("{} of {} on {}", figure.missing.size(),
                     report::count_of(figure.missing.size() + figure.summed.size(), figure.part_of), side);
}

/// Why two sums are not compared, and what can be said of the parts that both record.
std::string why_not_compared(const KeyFigure& a, const KeyFigure& b) {
  std::vector<std::string> missing;
  if (!a.missing.empty()) missing.push_back(missing_in_words(a, "A"));
  if (!b.missing.empty()) missing.push_back(missing_in_words(b, "B"));
  std::string words = fmt::format("{}: {} without a figure", a.meaning, text::join_in_words(missing));
  const CommonPart common = common_part(a, b);
  if (common.count == 0) return words;
  const std::string change = verdict(common.a, common.b, a.better);
  words += fmt::format("; {} that both record", report::count_of(common.count, a.part_of));
  if (a.has_hidden || b.has_hidden) return words + ": " + (change.empty() ? "the same" : change);
  return words + fmt::format(": {} on A and {} on B{}", report::number(common.a), report::number(common.b),
                             change.empty() ? "" : ", " + change);
}

void add_list(report::Document& document, const std::string& lead, const std::vector<std::string>& items) {
  if (items.empty()) return;
  document.paragraph(fmt::format("{}:", report::count_of(items.size(), "entry", "entries")), lead + ".");
  document.items(items);
}

std::vector<std::string> flow_names(const ComparedSide& a, const ComparedSide& b, const std::vector<FlowIds>& flows) {
  std::vector<std::string> names;
  for (const FlowIds& flow : flows) names.push_back(flow_name(a, b, flow));
  return names;
}

std::vector<std::string> service_names(const ComparedSide& a, const ComparedSide& b,
                                       const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  for (const std::string& id : ids) names.push_back(name_in(a, b, id));
  return names;
}

/// Flows of one side alone, without those that the other draws the other way round.
std::vector<FlowIds> without_turned(const std::vector<FlowIds>& flows, const std::vector<FlowIds>& turned) {
  std::vector<FlowIds> result;
  for (const FlowIds& flow : flows)
    if (std::ranges::find(turned, flow) == turned.end() &&
        std::ranges::find(turned, FlowIds{flow.second, flow.first}) == turned.end())
      result.push_back(flow);
  return result;
}

Table figures_table(const ComparedSide& a, const ComparedSide& b) {
  Table table{"How the figures move", {{"Figure"}, {a.name, Align::right}, {b.name, Align::right}, {"Change"}}, {}};
  const auto before = key_figures(a.analysis);
  const auto after = key_figures(b.analysis);
  for (std::size_t i = 0; i < before.size(); ++i)
    table.rows.push_back({std::string(before[i].meaning), figure_words(before[i]), figure_words(after[i]),
                          verdict(before[i], after[i])});
  return table;
}

std::vector<std::string> not_compared(const ComparedSide& a, const ComparedSide& b) {
  std::vector<std::string> reasons;
  const auto before = key_figures(a.analysis);
  const auto after = key_figures(b.analysis);
  for (std::size_t i = 0; i < before.size(); ++i)
    if (!can_compare(before[i], after[i])) reasons.push_back(why_not_compared(before[i], after[i]));
  return reasons;
}

std::map<std::string, std::size_t> by_code(const std::vector<text::Diagnostic>& findings) {
  std::map<std::string, std::size_t> counts;
  for (const text::Diagnostic& finding : findings) ++counts[finding.code];
  return counts;
}

/// Findings of one side whose very sentence the other does not have.
std::vector<const text::Diagnostic*> only_here(const std::vector<text::Diagnostic>& here,
                                               const std::vector<text::Diagnostic>& there) {
  std::vector<const text::Diagnostic*> result;
  for (const text::Diagnostic& finding : here)
    if (std::ranges::none_of(there, [&](const text::Diagnostic& other) {
          return other.code == finding.code && other.message == finding.message;
        }))
      result.push_back(&finding);
  return result;
}

void add_findings(report::Document& document, const std::string& title,
                  const std::vector<const text::Diagnostic*>& findings) {
  if (findings.empty()) return;
  document.heading(2, title);
  std::vector<std::string> sentences;
  for (const text::Diagnostic* finding : findings)
    sentences.push_back(fmt::format("{} [{}]", finding->message, finding->code));
  document.items(std::move(sentences));
}

/// A value of a changed field, as readers of that side's project may see it.
std::string changed_words(const ComparedSide& side, const ChangedField& change, const Value& value) {
  return words_of(value, change.counts_people ? side.analysis.graph.small : text::SmallNumbers{0});
}

/// What both record and record differently, one by one; what only one records, as a number.
void add_changes(report::Document& document, const ComparedSide& a, const ComparedSide& b,
                 const Comparison& comparison) {
  std::vector<std::string> changed;
  std::size_t only_one = 0;
  for (const ChangedField& change : comparison.changed) {
    if (change.a.is_null() || change.b.is_null()) {
      ++only_one;
      continue;
    }
    changed.push_back(fmt::format(
        "{}: {} {} -> {}", change.service.empty() ? flow_name(a, b, change.flow) : name_in(a, b, change.service),
        change.field, changed_words(a, change, change.a), changed_words(b, change, change.b)));
  }
  add_list(document, "Said differently, A -> B", changed);
  if (only_one > 0)
    document.paragraph(
        fmt::format("{} of flows and services that both have {} recorded by one side only; CSV and JSON "
                    "list them.",
                    report::count_of(only_one, "detail"), only_one == 1 ? "is" : "are"));
}

std::string agreement_words(const Comparison& comparison) {
  std::string result = comparison.jaccard
                           ? fmt::format("{} of all flows drawn on either are on both (Jaccard {}).",
                                         percent(*comparison.jaccard), report::number(*comparison.jaccard, 2))
                           : "Neither draws a flow.";
  if (comparison.kappa)
    result += fmt::format(
        " Agreement beyond chance on which services flow to which: kappa {} (1 is full agreement, 0 "
        "what chance would give).",
        report::number(*comparison.kappa, 2));
  return result;
}

}  // namespace

report::Document describe_comparison(const ComparedSide& a, const ComparedSide& b, const Comparison& comparison) {
  report::Document document;
  document.title = "Two maps side by side";
  document.subtitle = fmt::format("A: {}; B: {}", a.name, b.name);
  document.classification = a.side.project->project.classification.value_or("");
  document.paragraph(
      fmt::format("{} and {} are on both maps. {}", report::count_of(comparison.services_both.size(), "service"),
                  report::count_of(comparison.flows_both.size(), "flow"), agreement_words(comparison)),
      "In short.");
  std::vector<std::string> matched;
  for (const auto& [id_of_a, id_of_b] : comparison.same_name)
    matched.push_back(fmt::format("{}: '{}' in A, '{}' in B", name_in(a, b, id_of_a), id_of_a, id_of_b));
  document.heading(1, "What differs");
  add_list(document, "Taken for the same service because of the name", matched);
  add_list(document, "Services only on A", service_names(a, b, comparison.services_only_a));
  add_list(document, "Services only on B", service_names(a, b, comparison.services_only_b));
  add_list(document, "Flows only on A", flow_names(a, b, without_turned(comparison.flows_only_a, comparison.reversed)));
  add_list(document, "Flows only on B", flow_names(a, b, without_turned(comparison.flows_only_b, comparison.reversed)));
  add_list(document, "The other way round on B (shown as A draws them)", flow_names(a, b, comparison.reversed));
  add_changes(document, a, b, comparison);
  document.heading(1, "What that means");
  document.table(figures_table(a, b));
  if (std::vector<std::string> reasons = not_compared(a, b); !reasons.empty()) {
    document.paragraph("A sum of fewer figures is smaller for that alone.", "Not compared.");
    document.items(std::move(reasons));
  }
  add_findings(document, "Findings only on A", only_here(a.findings, b.findings));
  add_findings(document, "Findings only on B", only_here(b.findings, a.findings));
  return document;
}

report::Table comparison_table(const ComparedSide& a, const ComparedSide& b, const Comparison& comparison) {
  Table table{"Comparison", {{"what"}, {"from"}, {"to"}, {"field"}, {"status"}, {"a"}, {"b"}}, {}};
  const auto add = [&](const char* what, const std::string& from, const std::string& to, const std::string& field,
                       const char* status, const Value& in_a, const Value& in_b) {
    table.rows.push_back({what, from, to, field, status, Cell{in_a.is_null() ? "" : words_of(in_a), in_a},
                          Cell{in_b.is_null() ? "" : words_of(in_b), in_b}});
  };
  // Tables are for readers too: a small count is words in the cell.
  const auto shown = [](const ComparedSide& side, const ChangedField& change, const Value& value) {
    const double* number = value.as_number();
    const bool is_small = change.counts_people && number != nullptr && side.analysis.graph.small.hides(*number);
    return is_small ? Value(changed_words(side, change, value)) : value;
  };
  const auto sum = [](const KeyFigure& figure) {
    return figure.has_hidden ? Value(figure_words(figure)) : Value(figure.value);
  };
  for (const std::string& id : comparison.services_both) add("service", id, "", "", "both", {}, {});
  for (const std::string& id : comparison.services_only_a) add("service", id, "", "", "only-a", {}, {});
  for (const std::string& id : comparison.services_only_b) add("service", id, "", "", "only-b", {}, {});
  for (const auto& [from, to] : comparison.flows_both) add("flow", from, to, "", "both", {}, {});
  for (const auto& [from, to] : comparison.flows_only_a) add("flow", from, to, "", "only-a", {}, {});
  for (const auto& [from, to] : comparison.flows_only_b) add("flow", from, to, "", "only-b", {}, {});
  for (const auto& [from, to] : comparison.reversed) add("flow", from, to, "", "reversed", {}, {});
  for (const ChangedField& change : comparison.changed)
    add(change.service.empty() ? "flow" : "service", change.service.empty() ? change.flow.first : change.service,
        change.flow.second, change.field, "changed", shown(a, change, change.a), shown(b, change, change.b));
  const auto before = key_figures(a.analysis);
  const auto after = key_figures(b.analysis);
  for (std::size_t i = 0; i < before.size(); ++i)
    add("figure", "", "", std::string(before[i].id), "figure", sum(before[i]), sum(after[i]));
  return table;
}

text::Value comparison_contract(const ComparedSide& a, const ComparedSide& b, const Comparison& comparison) {
  Value changed = Value::list();
  Value changed_services = Value::list();
  for (const ChangedField& change : comparison.changed) {
    Value entry = Value::map();
    if (change.service.empty()) {
      entry.set("flow", Value(Value::List{Value(change.flow.first), Value(change.flow.second)}));
    } else {
      entry.set("service", change.service);
    }
    entry.set("field", change.field).set("a", change.a).set("b", change.b);
    (change.service.empty() ? changed : changed_services).push(std::move(entry));
  }
  Value figures = Value::list();
  const auto before = key_figures(a.analysis);
  const auto after = key_figures(b.analysis);
  for (std::size_t i = 0; i < before.size(); ++i)
    figures.push(Value::map()
                     .set("figure", before[i].id)
                     .set("a", Value(before[i].value))
                     .set("b", Value(after[i].value))
                     .set("a_not_recorded", before[i].missing.size())
                     .set("b_not_recorded", after[i].missing.size())
                     .set("comparable", can_compare(before[i], after[i])));
  Value findings = Value::list();
  auto counts_a = by_code(a.findings);
  auto counts_b = by_code(b.findings);
  for (const auto& [code, count] : counts_b) counts_a.try_emplace(code, 0);
  for (const auto& [code, count] : counts_a)
    findings.push(Value::map().set("code", code).set("a", count).set("b", counts_b[code]));
  return Value::map()
      .set("format", 1)
      .set("command", "compare")
      .set("a", a.side.pathway)
      .set("b", b.side.pathway)
      .set("services", Value::map()
                           .set("both", Value::list_of(comparison.services_both))
                           .set("only_a", Value::list_of(comparison.services_only_a))
                           .set("only_b", Value::list_of(comparison.services_only_b))
                           .set("same_name", pairs(comparison.same_name))
                           .set("changed", std::move(changed_services)))
      .set("flows", Value::map()
                        .set("both", pairs(comparison.flows_both))
                        .set("only_a", pairs(comparison.flows_only_a))
                        .set("only_b", pairs(comparison.flows_only_b))
                        .set("reversed", pairs(comparison.reversed))
                        .set("changed", std::move(changed)))
      .set("jaccard", Value(comparison.jaccard))
      .set("kappa", Value(comparison.kappa))
      .set("figures", std::move(figures))
      .set("findings", std::move(findings));
}

}  // namespace thrive::pathway
