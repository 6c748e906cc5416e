// SPDX-License-Identifier: MIT
#include "libthrive/export/package.hpp"

#include <algorithm>
#include <utility>

#include "libthrive/report/render.hpp"

namespace thrive::exports {

namespace {

using records::TidyField;
using records::TidyTable;
using text::Value;

/// True for what stands within another table's rows, and no project has.
bool is_left_out(const TidyTable& table) { return table.is_within && table.rows.empty(); }

std::string csv_of(const TidyTable& table) {
  report::Table cells;
  for (const TidyField& field : table.fields) cells.columns.push_back({field.name});
  for (const std::vector<Value>& row : table.rows) {
    std::vector<report::Cell>& line = cells.rows.emplace_back();
    for (const Value& value : row) line.push_back(report::Cell("", value));
  }
  return report::to_csv(cells);
}

std::string dictionary_of(const std::vector<TidyTable>& tables) {
  report::Table dictionary;
  dictionary.columns = {{"table"}, {"column"}, {"type"}, {"key"}, {"names"}, {"meaning"}};
  for (const TidyTable& table : tables)
    for (const TidyField& field : table.fields)
      dictionary.rows.push_back(
          {table.name, field.name, field.type, field.is_key ? "key" : "", field.refers_to, field.meaning});
  return report::to_csv(dictionary);
}

Value names_of_keys(const TidyTable& table) {
  Value keys = Value::list();
  for (const TidyField& field : table.fields)
    if (field.is_key) keys.push(field.name);
  return keys;
}

/// A table of the export that is written; null pointer when there is none.
const TidyTable* written_table(const std::vector<TidyTable>& tables, const std::string& name) {
  const auto table = std::find_if(tables.begin(), tables.end(), [&](const TidyTable& one) { return one.name == name; });
  return table == tables.end() || is_left_out(*table) ? nullptr : &*table;
}

/// Where columns lead. Readers take an empty cell for a broken reference, so that only columns that are never empty
/// are told; the dictionary has the others.
Value foreign_keys(const std::vector<TidyTable>& tables, const TidyTable& table) {
  Value list = Value::list();
  for (std::size_t column = 0; column < table.fields.size(); ++column) {
    const TidyField& field = table.fields[column];
    const TidyTable* named = field.refers_to.empty() ? nullptr : written_table(tables, field.refers_to);
    const auto is_empty = [&](const std::vector<Value>& row) { return row[column].is_null(); };
    if (named == nullptr || std::any_of(table.rows.begin(), table.rows.end(), is_empty)) continue;
    Value reference = Value::map().set("resource", named->name);
    reference.set("fields", Value::list().push("project").push(named->fields[1].name));
    list.push(Value::map()
                  .set("fields", Value::list().push("project").push(field.name))
                  .set("reference", std::move(reference)));
  }
  return list;
}

Value resource_of(const std::vector<TidyTable>& tables, const TidyTable& table) {
  Value fields = Value::list();
  for (const TidyField& field : table.fields)
    fields.push(Value::map().set("name", field.name).set("type", field.type).set("description", field.meaning));
  Value schema = Value::map().set("fields", std::move(fields)).set("primaryKey", names_of_keys(table));
  schema.set("missingValues", Value::list().push(""));
  const Value foreign = foreign_keys(tables, table);
  if (!foreign.as_list()->empty()) schema.set("foreignKeys", foreign);
  Value resource = Value::map().set("name", table.name).set("path", table.name + ".csv");
  resource.set("profile", "tabular-data-resource").set("description", table.meaning).set("encoding", "utf-8");
  resource.set("dialect", Value::map().set("delimiter", ",").set("quoteChar", "\"").set("doubleQuote", true));
  return resource.set("schema", std::move(schema));
}

}  // namespace

std::vector<ExportedFile> files_of(const std::vector<TidyTable>& tables) {
  std::vector<ExportedFile> files;
  Value resources = Value::list();
  for (const TidyTable& table : tables) {
    files.push_back({table.name + ".csv", is_left_out(table) ? std::nullopt : std::optional(csv_of(table))});
    if (is_left_out(table)) continue;
    resources.push(resource_of(tables, table));
  }
  files.push_back({"dictionary.csv", dictionary_of(tables)});
  Value package = Value::map().set("profile", "tabular-data-package").set("name", "thrive-export");
  package.set("title", "THRIVE projects as tables").set("resources", std::move(resources));
  files.push_back({descriptor_name, text::to_json(package)});
  return files;
}

}  // namespace thrive::exports
