// SPDX-License-Identifier: MIT
#include "libthrive/pathway/entry/draft.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <type_traits>

#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/spreadsheet_cells.hpp"

namespace thrive::pathway {

namespace {

/// What sheets hold where a figure is not known.
bool says_nothing(std::string_view text) {
  const std::string word = text::kebab(text::trimmed(text));
  for (const char* nothing : {"", "?", "*", "-", "na", "n/a", "not-known", "not-recorded", "unknown"})
    if (word == nothing) return true;
  return false;
}

/// What to do about a figure that cannot be read.
std::string advice_on_number(std::string_view text) {
  const auto has = [text](std::string_view letters) { return text.find_first_of(letters) != std::string_view::npos; };
  constexpr std::string_view empty = "; leave it empty when nobody knows";
  const bool is_digits = text.find_first_not_of("0123456789 ,.+-") == std::string_view::npos;
  if (is_digits && has(", ")) return "write digits without thousands commas or blanks" + std::string(empty);
  if (has("%")) return "write the number without the percent sign" + std::string(empty);
  return "write the number alone, without a unit or other words" + std::string(empty);
}

/// Collects the names of a record's fields.
struct FieldNames {
  std::vector<std::string> names;
  template <class Member>
  void operator()(std::string_view name, Member& member, std::string_view, const model::Rule&) {
    if constexpr (std::is_same_v<std::remove_const_t<Member>, std::optional<model::Wait>>) {
      model::Wait wait;
      model::Description<model::Wait>::fields(*this, wait);
    } else if constexpr (!std::is_same_v<std::remove_const_t<Member>, std::vector<model::Flow>>) {
      static_cast<void>(member);
      names.emplace_back(name);
    }
  }
};

/// Fills a record's fields from the words of a draft.
class Filler {
 public:
  Filler(const Draft& draft, const model::Vocabulary& vocabulary, text::Diagnostics& problems)
      : draft_(draft), vocabulary_(vocabulary), problems_(problems) {}

  template <class Member>
  void operator()(std::string_view name, Member& member, std::string_view, const model::Rule& rule) {
    if constexpr (std::is_same_v<Member, std::optional<model::Wait>>) {
      model::Wait wait;
      model::Description<model::Wait>::fields(*this, wait);
      if (!(wait == model::Wait{})) member = wait;
    } else if constexpr (!std::is_same_v<Member, std::vector<model::Flow>>) {
      const DraftField* field = draft_.find(name);
      if (!field) {
        if (rule.is_required) problems_.error("missing-field", draft_.place, fmt::format("'{}' is missing", name));
        return;
      }
      read(*field, member, rule);
    }
  }

 private:
  void complain(const DraftField& field, const char* code, std::string_view wrong, std::string hint) {
    problems_.error(code, field.place,
                    fmt::format("'{}' of '{}' {}", text::without_controls(field.text), field.name, wrong),
                    std::move(hint));
  }

  std::string word(const DraftField& field, const std::string& text, const model::Rule& rule) {
    if (rule.vocabulary.empty()) return text;
    if (const model::Term* term = vocabulary_.find(rule.vocabulary, text)) return term->id;
    std::vector<std::string> known;
    for (const model::Term& term : vocabulary_.terms(rule.vocabulary)) {
      known.push_back(term.id);
      known.push_back(term.name);
    }
    const std::string near = text::did_you_mean(text, known);
    complain({field.name, text, field.place}, "unknown-word", "is not one of the known words",
             near.empty() ? "known are " + text::join_in_words(vocabulary_.ids(rule.vocabulary)) : near);
    return {};
  }

  void read(const DraftField& field, std::string& into, const model::Rule& rule) {
    into = word(field, field.text, rule);
  }
  void read(const DraftField& field, std::optional<std::string>& into, const model::Rule& rule) {
    into = word(field, field.text, rule);
  }
  void read(const DraftField& field, std::vector<std::string>& into, const model::Rule& rule) {
    for (const std::string& part : text::items_in_cell(field.text)) into.push_back(word(field, part, rule));
  }
  void read(const DraftField& field, bool& into, const model::Rule&) {
    const std::string said = text::kebab(text::trimmed(field.text));
    for (const char* yes : {"yes", "y", "true", "x", "1"})
      if (said == yes) into = true;
    for (const char* no : {"no", "n", "false", "0"})
      if (said == no) return;
    if (!into) complain(field, "not-true-or-false", "is neither yes nor no", "write yes or no");
  }
  void read(const DraftField& field, std::optional<double>& into, const model::Rule& rule) {
    if (says_nothing(field.text)) return;
    const std::string_view digits = text::trimmed(field.text);
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size())
      return complain(field, "not-a-number", "is not a number", advice_on_number(digits));
    if ((rule.minimum && number < *rule.minimum) || (rule.maximum && number > *rule.maximum) || number - number != 0)
      return complain(field, "out-of-range", "is out of range",
                      rule.maximum ? fmt::format("{} to {}", rule.minimum.value_or(0), *rule.maximum)
                                   : fmt::format("at least {}", rule.minimum.value_or(0)));
    into = number;
  }
  void read(const DraftField& field, std::optional<text::Date>& into, const model::Rule&) {
    if (says_nothing(field.text)) return;
    into = text::parse_date(text::trimmed(field.text));
    if (!into) complain(field, "not-a-date", "is not a date", "write it as 2024-03-20");
  }

  const Draft& draft_;
  const model::Vocabulary& vocabulary_;
  text::Diagnostics& problems_;
};

template <class Record>
Record filled(const Draft& draft, const model::Vocabulary& vocabulary, text::Diagnostics& problems) {
  Record record;
  Filler filler(draft, vocabulary, problems);
  model::Description<Record>::fields(filler, record);
  return record;
}

template <class Record>
std::vector<std::string> field_names() {
  FieldNames visitor;
  Record record;
  model::Description<Record>::fields(visitor, record);
  return visitor.names;
}

// What else sheets call a field.
constexpr std::pair<std::string_view, std::string_view> other_names[] = {{"people", "per_year"},
                                                                         {"people-a-year", "per_year"},
                                                                         {"source", "from"},
                                                                         {"target", "to"},
                                                                         {"wait", "median_days"},
                                                                         {"wait-median-days", "median_days"},
                                                                         {"wait-p90-days", "p90_days"},
                                                                         {"grouping", "groupings"},
                                                                         {"table", "tables"},
                                                                         {"place", "at"},
                                                                         {"principle", "principles"}};

/// The columns of a kind of sheet; those in `keys` tell what it is.
void add_columns(const std::vector<std::string>& fields, const std::vector<std::string>& keys,
                 tables::KnownColumns& known) {
  for (const std::string& field : fields) {
    std::vector<std::string> others;
    for (const auto& [other, meant] : other_names)
      if (meant == field) others.emplace_back(other);
    if (std::ranges::find(keys, field) != keys.end())
      known.add_key(field, others);
    else
      known.add(field, others);
  }
}

tables::KnownColumns columns_of(DraftKind kind) {
  tables::KnownColumns known;
  add_columns(draft_fields(kind), {}, known);
  return known;
}

bool has_column(const tables::Heading& heading, std::string_view name, DraftKind kind) {
  const tables::KnownColumns known = columns_of(kind);
  return std::ranges::any_of(heading.titles,
                             [&](const tables::Title& title) { return known.named(title.text) == name; });
}

}  // namespace

void Draft::add(std::string name, std::string text, text::Place at) {
  if (const std::string words(text::trimmed(text)); !words.empty())
    fields.push_back({std::move(name), words, std::move(at)});
}

const DraftField* Draft::find(std::string_view name) const {
  const auto at = std::ranges::find(fields, name, &DraftField::name);
  return at == fields.end() ? nullptr : &*at;
}

std::vector<std::string> draft_fields(DraftKind kind) {
  std::vector<std::string> names;
  if (kind != DraftKind::flow) names.push_back("id");
  const auto more = kind == DraftKind::service       ? field_names<model::Service>()
                    : kind == DraftKind::flow        ? field_names<model::Flow>()
                    : kind == DraftKind::observation ? field_names<model::Observation>()
                                                     : field_names<model::Pathway>();
  names.insert(names.end(), more.begin(), more.end());
  return names;
}

std::string stray_field(const Draft& draft, DraftKind kind) {
  const auto known = draft_fields(kind);
  const auto stray = std::ranges::find_if(
      draft.fields, [&](const DraftField& field) { return std::ranges::find(known, field.name) == known.end(); });
  return stray == draft.fields.end() ? std::string() : stray->name;
}

std::string add_setting(const std::string& setting, DraftKind kind, Draft& draft) {
  const auto sign = setting.find('=');
  if (sign == std::string::npos) return fmt::format("--set takes FIELD=VALUE, not '{}'", setting);
  const auto known = draft_fields(kind);
  const std::string field = setting.substr(0, sign);
  if (std::ranges::find(known, field) == known.end()) {
    const std::string near = text::did_you_mean(field, known);
    return fmt::format("--set knows no field '{}' here; {}", field,
                       near.empty() ? "it knows " + text::join_in_words(known) : near);
  }
  if (draft.find(field) != nullptr) return fmt::format("'{}' is given twice; which is meant?", field);
  draft.add(field, setting.substr(sign + 1));
  return {};
}

tables::KnownColumns columns_of_drafts() {
  tables::KnownColumns known;
  add_columns(draft_fields(DraftKind::flow), {"from", "to"}, known);
  add_columns(draft_fields(DraftKind::observation), {"at"}, known);
  add_columns(draft_fields(DraftKind::service), {"name"}, known);
  return known;
}

std::optional<DraftKind> kind_of(const tables::Table& sheet, text::Diagnostics& problems) {
  const tables::Heading& heading = sheet.heading();
  if (has_column(heading, "from", DraftKind::flow) && has_column(heading, "to", DraftKind::flow))
    return DraftKind::flow;
  if (has_column(heading, "at", DraftKind::observation)) return DraftKind::observation;
  if (has_column(heading, "name", DraftKind::service)) return DraftKind::service;
  problems.error("sheet-of-what", text::whole_file(sheet.file()), "cannot tell what the rows are",
                 "the first row names the columns: services have 'name', flows 'from' and 'to', observations 'at'");
  return std::nullopt;
}

namespace {

/// The field that each column of a sheet is for; empty for a column without a title. Unknown columns, and two for one
/// field, are reported.
std::vector<std::string> fields_of(const tables::Heading& heading, DraftKind kind, text::Diagnostics& problems) {
  const tables::KnownColumns known = columns_of(kind);
  std::vector<std::string> fields;
  for (std::size_t column = 0; column < heading.titles.size(); ++column) {
    const std::string& title = heading.titles[column].text;
    const std::string& field = known.named(title);
    if (!title.empty() && field.empty()) {
      const auto names = draft_fields(kind);
      const std::string near = text::did_you_mean(title, names);
      problems.error("unknown-column", heading.place(column),
                     fmt::format("unknown column '{}'", text::without_controls(title)),
                     near.empty() ? "columns are " + text::join_in_words(names) : near);
    } else if (!field.empty() && std::ranges::find(fields, field) != fields.end()) {
      problems.error("column-twice", heading.place(column),
                     fmt::format("column '{}' is there twice", text::without_controls(title)));
    }
    fields.push_back(field);
  }
  return fields;
}

}  // namespace

std::vector<Draft> drafts_of(tables::Table& sheet, DraftKind kind, text::Diagnostics& problems) {
  const std::vector<std::string> fields = fields_of(sheet.heading(), kind, problems);
  std::vector<Draft> drafts;
  for (tables::Row row; sheet.next(row);) {
    Draft draft;
    draft.place = row.place();
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (row.text(column).empty()) continue;
      if (!sheet.heading().names(column))
        problems.error("cell-without-column", row.place(column),
                       fmt::format("'{}' stands in no named column", text::without_controls(row.text(column))),
                       "put text that has a comma into quotes");
      else if (!fields[column].empty())
        draft.add(fields[column], std::string(row.text(column)), row.place(column));
    }
    if (!draft.fields.empty()) drafts.push_back(std::move(draft));
  }
  return drafts;
}

model::Service service_of(const Draft& draft, const model::Vocabulary& vocabulary, text::Diagnostics& problems) {
  return filled<model::Service>(draft, vocabulary, problems);
}

model::Flow flow_of(const Draft& draft, const model::Vocabulary& vocabulary, text::Diagnostics& problems) {
  return filled<model::Flow>(draft, vocabulary, problems);
}

model::Observation observation_of(const Draft& draft, const model::Vocabulary& vocabulary,
                                  text::Diagnostics& problems) {
  return filled<model::Observation>(draft, vocabulary, problems);
}

model::Pathway pathway_of(const Draft& draft, const model::Vocabulary& vocabulary, text::Diagnostics& problems) {
  return filled<model::Pathway>(draft, vocabulary, problems);
}

}  // namespace thrive::pathway
