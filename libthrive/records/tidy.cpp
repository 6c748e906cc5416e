// SPDX-License-Identifier: MIT
#include "libthrive/records/tidy.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "libthrive/model/observations.hpp"
#include "libthrive/records/small_counts.hpp"
#include "libthrive/records/to_value.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::records {

namespace tidy {

/// One value of a row, and the way to it through groups.
struct TidyColumn {
  std::vector<const Field*> way;
  bool is_place = false;
};

/// A collection within a collection is a further key of the same table.
struct Level {
  const Shape* shape = nullptr;
  bool has_key = true;  // a tie in a list of lists has none
};

/// How one table is filled.
struct Filling {
  std::size_t table = 0;
  std::vector<const Field*> way;  // from the record that holds it
  std::vector<Level> levels;      // none for a group that is one row
  std::vector<TidyColumn> columns;
  std::vector<Filling> inner;
};

}  // namespace tidy

namespace {

using tidy::Filling;
using tidy::Level;
using tidy::TidyColumn;

using text::Value;
using Path = std::vector<std::string>;

std::string with_underscores(std::string_view name) {
  std::string result(name);
  std::replace(result.begin(), result.end(), '-', '_');
  std::replace(result.begin(), result.end(), ' ', '_');
  return result;
}

std::string name_of_way(const std::vector<const Field*>& way) {
  std::string name;
  for (const Field* field : way) name += (name.empty() ? "" : "_") + with_underscores(field->name);
  return name;
}

std::string_view type_of(Kind kind) {
  switch (kind) {
    case Kind::whole:
    case Kind::score:
      return "integer";
    case Kind::number:
      return "number";
    case Kind::truth:
      return "boolean";
    case Kind::date:
      return "date";
    default:
      return "string";
  }
}

/// Tables that people call by one name, by their place in the project.
const std::map<std::string, std::string> called_by_one_name = {{"project", "projects"},
                                                               {"pathways/flows", "flows"},
                                                               {"instruments/items", "items"},
                                                               {"assessments/tables", "score_tables"},
                                                               {"assessments/tables/scores", "scores"},
                                                               {"assessments/agreed", "agreed_scores"},
                                                               {"priorities/tables", "ranking_tables"},
                                                               {"priorities/tables/ranking", "rankings"},
                                                               {"priorities/agreed_order", "agreed_priorities"},
                                                               {"gaps/recommendations", "recommendations"},
                                                               {"plan/tasks", "tasks"},
                                                               {"ramps/cycles", "cycles"}};

/// True for a kind whose names are ids of one section.
bool is_simple_kind(std::string_view kind) {
  return !kind.empty() && kind != "place" && kind != "ref" && kind != "source" && kind != "goal";
}

}  // namespace

struct TidyTables::Plan {
  std::vector<tidy::Filling> sections;
};

namespace {

/// Lays out the tables.
class Layout {
 public:
  explicit Layout(std::vector<TidyTable>& tables) : tables_(tables) {}

  std::vector<Filling> of(const RecordShape& project) {
    std::vector<Filling> sections;
    for (const Field& field : project.fields) {
      const Shape& shape = field.shape->plain();
      if (shape.is_record()) sections.push_back(group(field));
      if (shape.has_entries()) sections.push_back(collection({&field}, {}, {project_key()}, {}));
    }
    return sections;
  }

 private:
  using Keys = std::vector<TidyField>;

  static TidyField project_key() { return {"project", "string", "The project, as it was named", true, {}}; }

  /// `path` is the way from the project through sections and collections, ids left out.
  std::size_t new_table(const Path& path, std::string_view parent, std::string meaning) {
    const auto called = called_by_one_name.find(text::join(path, "/"));
    std::string name = with_underscores(path.back());
    if (called != called_by_one_name.end())
      name = called->second;
    else if (!parent.empty())
      name = std::string(parent) + "_" + name;
    tables_.push_back({std::move(name), std::move(meaning), {}, !parent.empty(), {}});
    return tables_.size() - 1;
  }

  /// A record that the project has once: one row, and the tables within it.
  Filling group(const Field& field) {
    Filling filling;
    filling.way = {&field};
    const Path path = {std::string(field.name)};
    filling.table = new_table(path, {}, std::string(field.meaning));
    tables_[filling.table].fields = {project_key()};
    fill_record(field.shape->plain().record(), filling, {project_key()}, path);
    return filling;
  }

  /// A keyed section or a list. The way leads to it from the record that holds it.
  Filling collection(std::vector<const Field*> way, std::string_view parent, const Keys& outer, Path path) {
    const Field& field = *way.back();
    Filling filling;
    path.push_back(name_of_way(way));
    filling.table = new_table(path, parent, std::string(field.meaning));
    const Shape* shape = &field.shape->plain();
    while (shape->has_entries()) {
      filling.levels.push_back({shape, shape->kind != Kind::one_or_many || filling.levels.empty()});
      shape = &shape->element->plain();
    }
    std::set<std::string> taken;
    for (const TidyField& key : outer) taken.insert(key.name);
    if (shape->is_record())
      for (const Field& inner : shape->record().fields) taken.insert(with_underscores(inner.name));
    Keys keys = outer;
    for (const Level& level : filling.levels)
      if (level.has_key) keys.push_back(key_of(level, field, filling.levels.size() > 1, taken));
    filling.way = std::move(way);
    tables_[filling.table].fields = keys;
    if (shape->is_record())
      fill_record(shape->record(), filling, keys, path);
    else
      fill_value(*shape, field, filling);
    return filling;
  }

  static TidyField key_of(const Level& level, const Field& field, bool is_nested, std::set<std::string>& taken) {
    TidyField key{"position", "integer", "The place in the list, counted from 1", true, {}};
    if (level.shape->kind == Kind::keyed) {
      const bool is_outermost = &field.shape->plain() == level.shape;
      const std::string_view kind = field.rule.defined_kind.empty() ? field.rule.refers_to : field.rule.defined_kind;
      key.type = field.rule.has_date_keys && is_outermost ? "date" : "string";
      key.name = key.type == "date" ? "date" : is_outermost && is_simple_kind(kind) ? with_underscores(kind) : "key";
      key.meaning = is_nested && !is_outermost ? "The key within it" : "The id";
      if (is_outermost && field.rule.defined_kind.empty()) key.refers_to = field.rule.refers_to;
    }
    const std::string wanted = key.name;
    for (int number = 2; !taken.insert(key.name).second; ++number)
      key.name = number == 2 && wanted != "key" ? wanted + "_id" : wanted + "_" + std::to_string(number);
    return key;
  }

  void fill_record(const RecordShape& shape, Filling& filling, const Keys& keys, const Path& path) {
    std::vector<const Field*> way;
    add_fields(shape, way, filling, keys, path);
  }

  void add_fields(const RecordShape& shape, std::vector<const Field*>& way, Filling& filling, const Keys& keys,
                  const Path& path) {
    for (const Field& field : shape.fields) {
      way.push_back(&field);
      const Shape& plain = field.shape->plain();
      if (plain.is_record())
        add_fields(plain.record(), way, filling, keys, path);
      else if (plain.has_entries())
        filling.inner.push_back(collection(way, tables_[filling.table].name, keys, path));
      else
        add_column(name_of_way(way), plain, field, way, filling);
      way.pop_back();
    }
  }

  void add_column(const std::string& name, const Shape& shape, const Field& field, const std::vector<const Field*>& way,
                  Filling& filling) {
    std::vector<TidyField>& fields = tables_[filling.table].fields;
    const std::string_view kind = field.rule.refers_to;
    const bool names_one = is_simple_kind(kind) && !field.rule.may_be_words && field.rule.vocabulary.empty();
    fields.push_back({name, std::string(type_of(shape.kind)), std::string(field.meaning), false,
                      names_one ? std::string(kind) : std::string()});
    if (shape.kind == Kind::score)
      fields.push_back({name + "_unknown", "boolean", "True where nobody knew", false, {}});
    if (field.rule.counts_people)
      fields.push_back({name + "_hidden", "boolean", "True where the number is too small to be shown", false, {}});
    const bool is_place = kind == "place" && shape.kind == Kind::text;
    if (is_place)
      for (const char* part : {"service", "from", "to"})
        fields.push_back({part, "string", std::string("The end of the place: ") + part, false, "service"});
    filling.columns.push_back({way, is_place});
  }

  /// A collection of single values: one column, named like what it names.
  void fill_value(const Shape& shape, const Field& field, Filling& filling) {
    std::vector<TidyField>& fields = tables_[filling.table].fields;
    const bool is_keyed = filling.levels.front().shape->kind == Kind::keyed;
    const std::string_view kind = is_keyed ? std::string_view() : field.rule.refers_to;
    std::string name = is_simple_kind(kind) && !field.rule.may_be_words ? with_underscores(kind) : "value";
    for (const TidyField& key : fields)
      if (key.name == name) name = "value";
    fields.push_back({name, std::string(type_of(shape.kind)), std::string(field.meaning), !is_keyed,
                      name == "value" ? std::string() : std::string(kind)});
    if (shape.kind == Kind::score)
      fields.push_back({name + "_unknown", "boolean", "True where nobody knew", false, {}});
  }

  std::vector<TidyTable>& tables_;
};

/// Fills the tables from one project.
class Filler {
 public:
  Filler(std::vector<TidyTable>& tables, std::set<Path> hidden) : tables_(tables), hidden_(std::move(hidden)) {}

  void fill(const Filling& filling, const void* record, const std::vector<Value>& keys, Path path) {
    const void* value = follow(filling.way, record, path);
    if (value == nullptr) return;
    if (filling.levels.empty()) return row(filling, value, keys, path);
    if (!hidden_.contains(path)) level(filling, 0, value, keys, path);
  }

 private:
  static const void* follow(const std::vector<const Field*>& way, const void* record, Path& path) {
    for (const Field* field : way) {
      path.emplace_back(field->name);
      record = field->shape->value(field->of(record));
      if (record == nullptr) return nullptr;
    }
    return record;
  }

  void level(const Filling& filling, std::size_t depth, const void* value, const std::vector<Value>& keys,
             const Path& path) {
    if (depth == filling.levels.size()) return row(filling, value, keys, path);
    const Level& level_of = filling.levels[depth];
    const Shape& shape = *level_of.shape;
    for (std::size_t i = 0; i < shape.size(value); ++i) {
      const void* entry = shape.element->value(shape.item(value, i));
      if (entry == nullptr) continue;
      std::vector<Value> with_own = keys;
      const bool is_keyed = shape.kind == Kind::keyed;
      if (level_of.has_key) with_own.push_back(is_keyed ? Value(shape.id(value, i)) : Value(i + 1));
      Path inner = path;
      inner.push_back(is_keyed ? std::string(shape.id(value, i)) : std::to_string(i));
      level(filling, depth + 1, entry, with_own, inner);
    }
  }

  void row(const Filling& filling, const void* value, const std::vector<Value>& keys, const Path& path) {
    std::vector<Value> cells = keys;
    if (!filling.levels.empty()) {
      const Shape& element = filling.levels.back().shape->element->plain();
      if (!element.is_record()) add_value(element, value, cells);
    }
    for (const TidyColumn& column : filling.columns) add_cell(column, value, path, cells);
    tables_[filling.table].rows.push_back(std::move(cells));
    for (const Filling& inner : filling.inner) fill(inner, value, keys, path);
  }

  static void add_value(const Shape& shape, const void* value, std::vector<Value>& cells) {
    if (shape.kind == Kind::score) {
      const Value score = value == nullptr ? Value() : to_value(shape, value, Fullness::full);
      const bool is_unknown = score.as_text() != nullptr;
      cells.push_back(is_unknown ? Value() : score);
      cells.push_back(value == nullptr ? Value() : Value(is_unknown));
    } else if (value == nullptr) {
      cells.emplace_back();
    } else if (shape.kind == Kind::number) {
      cells.emplace_back(*static_cast<const double*>(value));
    } else {
      cells.push_back(to_value(shape, value, Fullness::full));
    }
  }

  void add_cell(const TidyColumn& column, const void* record, Path path, std::vector<Value>& cells) {
    const void* value = follow(column.way, record, path);
    const Field& field = *column.way.back();
    const bool is_hidden = field.rule.counts_people && hidden_.contains(path);
    add_value(field.shape->plain(), is_hidden ? nullptr : value, cells);
    if (field.rule.counts_people) cells.emplace_back(is_hidden);
    if (column.is_place) add_place(value, cells);
  }

  static void add_place(const void* value, std::vector<Value>& cells) {
    std::vector<Value> parts(3);
    if (value != nullptr) {
      const std::string& place = *static_cast<const std::string*>(value);
      if (const auto flow = model::flow_of(place)) {
        parts[1] = Value(flow->first);
        parts[2] = Value(flow->second);
      } else {
        parts[0] = Value(place);
      }
    }
    cells.insert(cells.end(), parts.begin(), parts.end());
  }

  std::vector<TidyTable>& tables_;
  std::set<Path> hidden_;
};

/// References name a kind while the tables are laid out; at the end, the table that has the things of that kind.
void point_at_tables(std::vector<TidyTable>& tables) {
  std::map<std::string, std::string> homes;  // kind -> the first table that has it as its own last key
  for (const TidyTable& table : tables) {
    std::size_t keys = 0;
    for (const TidyField& field : table.fields) keys += field.is_key;
    const bool has_one_key = keys == 2 && table.fields.size() > 2 && table.fields[1].refers_to.empty();
    if (has_one_key) homes.emplace(table.fields[1].name, table.name);
  }
  for (TidyTable& table : tables)
    for (TidyField& field : table.fields) {
      const auto home = homes.find(with_underscores(field.refers_to));
      field.refers_to = home == homes.end() ? std::string() : home->second;
    }
}

}  // namespace

TidyTables::TidyTables(const RecordShape& project) : shape_(&project), plan_(std::make_unique<Plan>()) {
  plan_->sections = Layout(tables_).of(project);
  point_at_tables(tables_);
}
TidyTables::TidyTables(TidyTables&&) noexcept = default;
TidyTables::~TidyTables() = default;

void TidyTables::add(const std::string& project, const void* record, const text::SmallNumbers& small) {
  std::set<Path> hidden;
  for (Path& path : small_counts(*shape_, record, small)) hidden.insert(std::move(path));
  Filler filler(tables_, std::move(hidden));
  for (const Filling& section : plan_->sections) filler.fill(section, record, {Value(project)}, {});
}

}  // namespace thrive::records
