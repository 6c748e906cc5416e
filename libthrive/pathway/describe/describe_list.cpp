// SPDX-License-Identifier: MIT
#include "libthrive/pathway/describe/describe_list.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/report/render.hpp"

namespace thrive::pathway {

namespace {

using report::Align;
using report::Cell;
using report::Table;
using text::Value;

Cell maybe(const std::optional<std::string>& text) { return text ? Cell{*text} : Cell{"", Value()}; }
Cell maybe(const std::optional<double>& number) {
  return number ? Cell{fmt::format("{}", *number), Value(*number)} : Cell{"", Value()};
}
Cell truth(bool yes) { return {yes ? "yes" : "no", Value(yes)}; }

Cell joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : "; ") + item;
  return {text};
}

/// The items of a joined cell.
Value items_of(const std::string& joined_text) {
  Value list = Value::list();
  for (std::size_t at = 0; at < joined_text.size();) {
    const std::size_t end = std::min(joined_text.find("; ", at), joined_text.size());
    list.push(Value(joined_text.substr(at, end - at)));
    at = end + 2;
  }
  return list;
}

bool is_list(const std::string& column) {
  return column == "groupings" || column == "accepts" || column == "tables" || column == "principles";
}

Cell maybe(const std::optional<text::Date>& date) { return date ? Cell{text::format_date(*date)} : Cell{"", Value()}; }

Table services(const model::Project& project) {
  Table table{"Services",
              {{"id"},
               {"name"},
               {"category"},
               {"sector"},
               {"groupings"},
               {"assesses"},
               {"start"},
               {"end"},
               {"wte", Align::right},
               {"completes_per_year", Align::right},
               {"stage"},
               {"commissioned_by"},
               {"age"},
               {"hours"},
               {"accepts"},
               {"last_updated"},
               {"since"},
               {"reason"},
               {"note"}},
              {}};
  for (const auto& [id, s] : project.services)
    table.rows.push_back({id, s.name, maybe(s.category), maybe(s.sector), joined(s.groupings), truth(s.assesses),
                          truth(s.start), truth(s.end), maybe(s.wte), maybe(s.completes_per_year), maybe(s.stage),
                          maybe(s.commissioned_by), maybe(s.age), maybe(s.hours), joined(s.accepts),
                          maybe(s.last_updated), maybe(s.since), maybe(s.reason), maybe(s.note)});
  return table;
}

/// What fits across a terminal: the three yes and no columns are words of one.
Table services_to_read(const model::Project& project) {
  Table table{"Services", {{"id"}, {"name"}, {"sector"}, {"groupings"}, {"marks"}}, {}};
  for (const auto& [id, s] : project.services) {
    std::vector<std::string> marks;
    if (s.start) marks.push_back("start");
    if (s.assesses) marks.push_back("assesses");
    if (s.end) marks.push_back("end");
    table.rows.push_back({id, s.name, maybe(s.sector), joined(s.groupings), joined(marks)});
  }
  return table;
}

Table flows(const model::Project& project, const std::string& pathway) {
  Table table{"Flows of " + pathway,
              {{"from"},
               {"to"},
               {"kind"},
               {"per_year", Align::right},
               {"median_days", Align::right},
               {"p90_days", Align::right},
               {"within_28_days_percent", Align::right},
               {"tables"},
               {"from_event"},
               {"criteria"},
               {"note"}},
              {}};
  if (const model::Pathway* drawing = project.pathways.find(pathway))
    for (const model::Flow& f : drawing->flows) {
      const model::Wait wait = f.wait.value_or(model::Wait{});
      table.rows.push_back({f.from, f.to, maybe(f.kind), maybe(f.per_year), maybe(wait.median_days),
                            maybe(wait.p90_days), maybe(wait.within_28_days_percent), joined(f.tables),
                            maybe(wait.from_event), maybe(f.criteria), maybe(f.note)});
    }
  return table;
}

Table observations(const model::Project& project) {
  Table table{"Observations", {{"id"}, {"at"}, {"perspective"}, {"kind"}, {"text"}, {"tables"}, {"principles"}}, {}};
  for (const auto& [id, o] : project.observations)
    table.rows.push_back({id, o.at, o.perspective, o.kind, o.text, joined(o.tables), joined(o.principles)});
  return table;
}

Table pathways(const model::Project& project) {
  Table table{"Pathways",
              {{"id"}, {"name"}, {"flows", Align::right}, {"agreed"}, {"variant_of"}, {"redesign_of"}, {"table"}},
              {}};
  for (const auto& [id, p] : project.pathways)
    table.rows.push_back({id, maybe(p.name), Cell{std::to_string(p.flows.size()), Value(p.flows.size())},
                          p.agreed ? Cell{text::format_date(*p.agreed)} : Cell{"", Value()}, maybe(p.variant_of),
                          maybe(p.redesign_of), maybe(p.table)});
  return table;
}

}  // namespace

std::vector<std::string> list_kinds() { return {"services", "flows", "observations", "pathways"}; }

report::Table list_table(const model::Project& project, const std::string& kind, const std::string& pathway) {
  if (kind == "flows") return flows(project, pathway);
  if (kind == "observations") return observations(project);
  if (kind == "pathways") return pathways(project);
  return services(project);
}

report::Document list_document(const model::Project& project, const std::string& kind, const std::string& pathway) {
  report::Document document;
  report::Table table = kind == "services" ? services_to_read(project) : list_table(project, kind, pathway);
  document.title = table.caption;
  document.subtitle = project.project.name;
  document.classification = project.project.classification.value_or("");
  table.caption.clear();
  if (table.rows.empty()) document.paragraph("There are none yet.");
  // A terminal is too narrow for every column; CSV and JSON have them all.
  const std::size_t columns = kind == "pathways" ? 7 : 5;
  table.columns.resize(columns);
  for (auto& row : table.rows) row.resize(columns);
  if (!table.rows.empty()) document.table(std::move(table));
  return document;
}

text::Value list_contract(const model::Project& project, const std::string& kind, const std::string& pathway) {
  const Table table = list_table(project, kind, pathway);
  Value rows = Value::list();
  for (const auto& row : table.rows) {
    Value entry = Value::map();
    for (std::size_t i = 0; i < row.size(); ++i)
      entry.set(table.columns[i].title, is_list(table.columns[i].title) ? items_of(row[i].text)
                                        : row[i].exact                  ? *row[i].exact
                                                                        : Value(row[i].text));
    rows.push(std::move(entry));
  }
  return Value::map().set("format", 1).set("command", "list").set(kind, std::move(rows));
}

}  // namespace thrive::pathway
