// SPDX-License-Identifier: MIT
#include "libthrive/pathway/describe/describe_list.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/records/listing.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

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

/// The same for a reader.
Cell shown_cell(const records::ListedField& field, const Value& value, const text::SmallNumbers& small) {
  const double* number = value.as_number();
  if (!field.counts_people || number == nullptr || !small.hides(*number)) return cell_of(value);
  return {report::people_number(*number, small)};
}

/// True for what goes without saying.
bool is_usual(const records::ListedField& field, const Value& value) {
  if (const bool* truth = value.as_bool()) return !*truth;
  const std::string* word = value.as_text();
  return field.name == "counts" && word != nullptr && *word == model::word(model::Counted::people);
}

/// `spa, CAMHS single point of access`, `gp -> spa`: the columns that come first.
std::string name_of_row(const std::vector<Value>& row, const std::string& kind) {
  const std::string first = cell_of(row[0]).text, second = cell_of(row[1]).text;
  if (kind == "flows") return first + " -> " + second;
  return kind == "observations" || second.empty() ? first : first + ", " + second;
}

/// `commissioned_by` as `commissioned by`.
std::string label_of(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

/// What a table across a terminal has no room for, an entry a line: `spa, Single point of access: hours: Mon to Fri`.
std::vector<std::string> further_details(const records::Listing& list, const std::string& kind,
                                         const std::vector<std::string>& told, const text::SmallNumbers& small) {
  std::vector<std::string> lines;
  for (const auto& row : list.rows) {
    std::vector<std::string> details;
    for (std::size_t at = 0; at < row.size(); ++at) {
      const records::ListedField& field = list.columns[at];
      if (std::find(told.begin(), told.end(), field.name) != told.end() || is_usual(field, row[at])) continue;
      const std::string words = shown_cell(field, row[at], small).text;
      if (!words.empty()) details.push_back(label_of(field.name) + ": " + words);
    }
    if (!details.empty()) lines.push_back(name_of_row(row, kind) + ": " + text::join(details, "; "));
  }
  return lines;
}

bool is_number(const records::ListedField& field) {
  return field.kind == records::Kind::whole || field.kind == records::Kind::number;
}

Table table_of(const Listed& list, const text::SmallNumbers& small) {
  Table table{list.caption, {}, {}};
  for (const records::ListedField& field : list.fields.columns)
    table.columns.push_back({field.name, is_number(field) ? Align::right : Align::left});
  for (const auto& fields : list.fields.rows) {
    auto& row = table.rows.emplace_back();
    for (std::size_t at = 0; at < fields.size(); ++at)
      row.push_back(shown_cell(list.fields.columns[at], fields[at], small));
  }
  return table;
}

}  // namespace

std::vector<std::string> list_kinds() { return {"services", "flows", "observations", "pathways"}; }

report::Table list_table(const model::Project& project, const std::string& kind, const std::string& pathway) {
  return table_of(listed(project, kind, pathway), text::SmallNumbers{0});
}

report::Document list_document(const model::Project& project, const std::string& kind, const std::string& pathway) {
  report::Document document;
  const text::SmallNumbers small = model::small_numbers(project.project);
  const Listed list = listed(project, kind, pathway);
  report::Table table = kind == "services" ? services_to_read(project) : table_of(list, small);
  document.title = table.caption;
  document.subtitle = project.project.name;
  document.classification = project.project.classification.value_or("");
  table.caption.clear();
  if (table.rows.empty()) document.paragraph("There are none yet.");
  // A terminal is too narrow for every column; CSV and JSON have them all.
  const std::size_t columns = kind == "pathways" ? 7 : 5;
  std::vector<std::string> told{"id", "name", "sector", "groupings", "start", "assesses", "end"};
  if (kind != "services") {
    table.columns.resize(columns);
    for (auto& row : table.rows) row.resize(columns);
    told.clear();
    for (const report::Column& column : table.columns) told.push_back(column.title);
  }
  if (!table.rows.empty()) document.table(std::move(table));
  if (auto details = further_details(list.fields, kind, told, small); !details.empty()) {
    document.heading(1, "What else is recorded");
    document.items(std::move(details));
  }
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
