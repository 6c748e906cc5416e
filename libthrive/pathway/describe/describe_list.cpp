// SPDX-License-Identifier: MIT
#include "libthrive/pathway/describe/describe_list.hpp"

#include <fmt/core.h>

#include "libthrive/records/listing.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::pathway {

namespace {

using report::Align;
using report::Cell;
using report::Table;
using text::Value;

Cell maybe(const std::optional<std::string>& text) { return text ? Cell{*text} : Cell{"", Value()}; }
Cell joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : "; ") + item;
  return {text};
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

/// What `pathway-map list` shows of one kind: where the entries stand, and the columns that come first. Every other
/// field follows in the order of thrive-project(5).
struct Listed {
  std::string caption;
  records::Listing fields;
};

template <class Entries>
Listed listed(std::string caption, const records::RecordShape& owner, std::string_view field, const Entries* entries,
              const std::vector<std::string_view>& first) {
  return {std::move(caption), records::listing(*owner.find(field)->shape, entries, first)};
}

Listed listed(const model::Project& project, const std::string& kind, const std::string& pathway) {
  const records::RecordShape& whole = records::shape_of<model::Project>();
  if (kind == "flows") {
    const model::Pathway* drawing = project.pathways.find(pathway);
    return listed("Flows of " + pathway, records::shape_of<model::Pathway>(), "flows",
                  drawing == nullptr ? nullptr : &drawing->flows,
                  {"from", "to", "kind", "per_year", "median_days", "p90_days", "within_28_days_percent", "tables",
                   "from_event", "criteria", "note"});
  }
  if (kind == "observations") return listed("Observations", whole, "observations", &project.observations, {});
  if (kind == "pathways")
    return listed("Pathways", whole, "pathways", &project.pathways,
                  {"id", "name", "flows", "agreed", "variant_of", "redesign_of", "table"});
  return listed("Services", whole, "services", &project.services,
                {"id", "name", "category", "sector", "groupings", "assesses", "start", "end", "wte",
                 "completes_per_year", "stage"});
}

/// A value as it stands in a cell.
Cell cell_of(const Value& value) {
  if (value.is_null()) return {"", Value()};
  if (const bool* truth = value.as_bool()) return {*truth ? "yes" : "no", value};
  if (const Value::List* list = value.as_list()) {
    std::vector<std::string> items;
    for (const Value& item : *list) items.push_back(*item.as_text());
    return {joined(items).text, value};
  }
  if (const std::string* text = value.as_text()) return {*text};
  const std::int64_t* whole = value.as_integer();
  return {whole != nullptr ? fmt::format("{}", *whole) : fmt::format("{}", *value.as_number()), value};
}

bool is_number(const records::ListedField& field) {
  return field.kind == records::Kind::whole || field.kind == records::Kind::number;
}

}  // namespace

std::vector<std::string> list_kinds() { return {"services", "flows", "observations", "pathways"}; }

report::Table list_table(const model::Project& project, const std::string& kind, const std::string& pathway) {
  const Listed list = listed(project, kind, pathway);
  Table table{list.caption, {}, {}};
  for (const records::ListedField& field : list.fields.columns)
    table.columns.push_back({field.name, is_number(field) ? Align::right : Align::left});
  for (const auto& fields : list.fields.rows) {
    auto& row = table.rows.emplace_back();
    for (const Value& value : fields) row.push_back(cell_of(value));
  }
  return table;
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
  Listed list = listed(project, kind, pathway);
  Value rows = Value::list();
  for (auto& fields : list.fields.rows) {
    Value entry = Value::map();
    for (std::size_t i = 0; i < fields.size(); ++i)
      entry.as_map()->emplace_back(list.fields.columns[i].name, std::move(fields[i]));
    rows.push(std::move(entry));
  }
  return Value::map().set("format", 1).set("command", "list").set(kind, std::move(rows));
}

}  // namespace thrive::pathway
