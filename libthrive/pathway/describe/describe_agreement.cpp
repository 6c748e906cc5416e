// SPDX-License-Identifier: MIT
#include "libthrive/pathway/describe/describe_agreement.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

using report::Align;
using report::Cell;
using report::Table;
using text::Value;

const char* status_of(const SharedFlow& flow, std::size_t tables) {
  if (flow.tables.empty()) return "no-table";
  return flow.tables.size() == tables ? "all-tables" : "disputed";
}

std::string name_of(const model::Project& project, const std::string& id) {
  const model::Service* service = project.services.find(id);
  return service ? service->name : id;
}

std::string differences_of(const SharedFlow& flow, const text::SmallNumbers& small) {
  std::vector<std::string> details;
  for (const DifferentDetail& detail : flow.different) {
    std::vector<std::string> said;
    for (const SaidByTable& by : detail.said)
      said.push_back(fmt::format("{} says {}", by.table,
                                 small.hides(by.people) ? report::people_number(by.people, small) : by.value));
    details.push_back(fmt::format("{}: {}", detail.field, text::join_in_words(said)));
  }
  std::string result;
  for (const std::string& detail : details) result += (result.empty() ? "" : "; ") + detail;
  return result;
}

std::vector<std::string> others(const Agreement& agreement, const SharedFlow& flow) {
  std::vector<std::string> result;
  for (const TableMap& map : agreement.tables)
    if (std::ranges::find(flow.tables, map.table) == flow.tables.end()) result.push_back(map.table);
  return result;
}

void add_group(report::Document& document, const model::Project& project, const Agreement& agreement,
               const char* status, const std::string& title, const std::string& caption) {
  Table table{caption, {{"From"}, {"To"}, {"Drawn by"}, {"Not by"}, {"On the map"}, {"Tables differ"}}, {}};
  for (const SharedFlow& flow : agreement.flows) {
    if (std::string_view(status_of(flow, agreement.tables.size())) != status) continue;
    table.rows.push_back({name_of(project, flow.flow.first), name_of(project, flow.flow.second),
                          text::join_in_words(flow.tables), text::join_in_words(others(agreement, flow)),
                          flow.is_on_common_map ? "yes" : "no",
                          differences_of(flow, model::small_numbers(project.project))});
  }
  if (table.rows.empty()) return;
  document.heading(1, title);
  document.table(std::move(table));
}

}  // namespace

report::Document describe_agreement(const model::Project& project, const Agreement& agreement) {
  report::Document document;
  document.title = "From the tables' maps to one";
  const model::Pathway* common = project.pathways.find(agreement.common);
  document.subtitle = common ? common->name.value_or(agreement.common) : agreement.common;
  document.classification = project.project.classification.value_or("");
  if (agreement.tables.empty()) {
    document.paragraph("No table's map is in the project yet. 'pathway-map add pathway --table A --variant-of " +
                       (agreement.common.empty() ? "current" : agreement.common) +
                       "' begins one; its flows are then drawn with --pathway. A drawing of the common map says so "
                       "with 'variant_of'.");
    return document;
  }
  document.paragraph(
      fmt::format("{} and the common map have {}; {} disputed. {}{}",
                  report::count_of(agreement.tables.size(), "table"), report::count_of(agreement.flows.size(), "flow"),
                  agreement.disputed() == 1 ? "1 is" : fmt::format("{} are", agreement.disputed()),
                  agreement.is_agreed ? "The room has agreed on the common map: nothing is added to it any more."
                                      : "The common map is still a draft.",
                  agreement.mean_kappa ? fmt::format(" Agreement between tables beyond chance: mean kappa {}.",
                                                     report::number(*agreement.mean_kappa, 2))
                                       : ""),
      "In short.");
  add_group(document, project, agreement, "disputed", "To talk about", "Drawn by some tables and not by others");
  add_group(document, project, agreement, "all-tables", "Drawn by every table", "Drawn by every table");
  add_group(document, project, agreement, "no-table", "Drawn by no table", "On the common map only");
  return document;
}

report::Table agreement_table(const model::Project& project, const Agreement& agreement) {
  Table table{"Flows and the tables that drew them",
              {{"from"},
               {"to"},
               {"tables"},
               {"drawn_by", Align::right},
               {"of", Align::right},
               {"status"},
               {"on_common_map"},
               {"differences"}},
              {}};
  for (const SharedFlow& flow : agreement.flows) {
    std::string tables;
    for (const std::string& name : flow.tables) tables += (tables.empty() ? "" : " ") + name;
    table.rows.push_back({flow.flow.first, flow.flow.second, tables,
                          Cell{std::to_string(flow.tables.size()), Value(flow.tables.size())},
                          Cell{std::to_string(agreement.tables.size()), Value(agreement.tables.size())},
                          status_of(flow, agreement.tables.size()), flow.is_on_common_map ? "yes" : "no",
                          differences_of(flow, model::small_numbers(project.project))});
  }
  return table;
}

text::Value agreement_contract(const Agreement& agreement) {
  Value tables = Value::list();
  for (const TableMap& map : agreement.tables)
    tables.push(Value::map().set("table", map.table).set("pathway", map.pathway));
  Value flows = Value::list();
  for (const SharedFlow& flow : agreement.flows) {
    Value different = Value::list();
    for (const DifferentDetail& detail : flow.different) {
      Value said = Value::map();
      for (const SaidByTable& by : detail.said) said.set(by.table, by.value);
      different.push(Value::map().set("field", detail.field).set("said", std::move(said)));
    }
    flows.push(Value::map()
                   .set("flow", Value(Value::List{Value(flow.flow.first), Value(flow.flow.second)}))
                   .set("tables", Value::list_of(flow.tables))
                   .set("status", status_of(flow, agreement.tables.size()))
                   .set("on_common_map", flow.is_on_common_map)
                   .set("different", std::move(different)));
  }
  return Value::map()
      .set("format", 1)
      .set("command", "agree")
      .set("pathway", agreement.common)
      .set("agreed", agreement.is_agreed)
      .set("tables", std::move(tables))
      .set("disputed", agreement.disputed())
      .set("mean_kappa", Value(agreement.mean_kappa))
      .set("flows", std::move(flows));
}

}  // namespace thrive::pathway
