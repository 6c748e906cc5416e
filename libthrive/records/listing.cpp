// SPDX-License-Identifier: MIT
#include "libthrive/records/listing.hpp"

#include <algorithm>

#include "libthrive/records/to_value.hpp"

namespace thrive::records {

namespace {

/// A column and the way to its value: fields within fields.
struct Column {
  ListedField listed;
  std::vector<const Field*> way;  // empty for the id
};

bool is_counted(const Shape& shape) {
  return shape.kind == Kind::keyed || (shape.kind == Kind::list && shape.element->is_record());
}

void add_columns(const RecordShape& shape, std::vector<const Field*>& way, std::vector<Column>& columns) {
  for (const Field& field : shape.fields) {
    way.push_back(&field);
    if (field.shape->is_record()) {
      add_columns(field.shape->plain().record(), way, columns);
    } else {
      const bool counted = is_counted(field.shape->plain());
      const Kind kind = counted ? Kind::whole : field.shape->kind;
      columns.push_back({{std::string(field.name), field.meaning, kind, counted, field.rule.counts_people}, way});
    }
    way.pop_back();
  }
}

std::vector<Column> columns_of(const Shape& section, const std::vector<std::string_view>& first) {
  std::vector<Column> columns;
  if (section.kind == Kind::keyed) columns.push_back({{"id", "The id", Kind::text, false, false}, {}});
  std::vector<const Field*> way;
  add_columns(section.element->record(), way, columns);
  const auto rank = [&](const Column& column) {
    return std::find(first.begin(), first.end(), column.listed.name) - first.begin();
  };
  std::stable_sort(columns.begin(), columns.end(),
                   [&](const Column& one, const Column& other) { return rank(one) < rank(other); });
  return columns;
}

text::Value cell(const Column& column, const void* record) {
  for (const Field* field : column.way) {
    record = field->shape->value(field->of(record));
    if (record == nullptr) return {};
  }
  const Shape& shape = column.way.back()->shape->plain();
  if (column.listed.is_counted) return text::Value(shape.size(record));
  if (shape.kind == Kind::number) return text::Value(*static_cast<const double*>(record));
  return to_value(shape, record, Fullness::full);
}

}  // namespace

Listing listing(const Shape& section, const void* value, const std::vector<std::string_view>& first) {
  const std::vector<Column> columns = columns_of(section, first);
  Listing listing;
  for (const Column& column : columns) listing.columns.push_back(column.listed);
  const std::size_t size = value == nullptr ? 0 : section.size(value);
  listing.rows.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    std::vector<text::Value>& row = listing.rows.emplace_back();
    row.reserve(columns.size());
    for (const Column& column : columns)
      row.push_back(column.way.empty() ? text::Value(section.id(value, i)) : cell(column, section.item(value, i)));
  }
  return listing;
}

}  // namespace thrive::records
