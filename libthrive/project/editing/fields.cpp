// SPDX-License-Identifier: MIT
#include "libthrive/project/editing/fields.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "libthrive/project/editing/definitions.hpp"
#include "libthrive/project/editing/paths.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "libthrive/records/type_in_words.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

namespace {

using records::Field;
using records::Kind;
using records::NoField;
using records::RecordShape;
using records::Shape;

const Vocabulary& vocabulary_of(const Opened* project) {
  return project == nullptr ? built_in_vocabulary() : project->vocabulary();
}

const model::Project& model_of(const Opened* project) {
  static const model::Project nothing;
  return project == nullptr ? nothing : project->model();
}

/// The shape of a single value, below lists and sections.
const Shape& innermost(const Shape& shape) {
  const Shape* at = &shape;
  while (at->has_entries()) at = at->plain().element;
  return *at;
}

/// The only values that a field takes: of a closed list, of the vocabulary, or ids that the project defines.
std::vector<std::string> words_of(const Opened* project, const Shape& shape, const model::Rule& rule) {
  const Shape& one = innermost(shape);
  if (one.kind == Kind::truth) return {"true", "false"};
  if (one.kind == Kind::word) {
    const Shape& closed = one.plain();
    return {closed.words.begin(), closed.words.end()};
  }
  if (one.kind != Kind::text) return {};
  if (!rule.vocabulary.empty()) return vocabulary_of(project).ids(rule.vocabulary);
  return {};
}

/// The ids that a field may name, for completion; those of other places too where it takes more than ids.
std::vector<std::string> names_for(const Opened* project, const Shape& shape, const model::Rule& rule) {
  if (project == nullptr || rule.refers_to.empty() || innermost(shape).kind != Kind::text) return {};
  std::set<std::string> ids;
  for (const Definition& definition : everything_defined(project->model()))
    if (definition.kind == rule.refers_to || (rule.refers_to == "place" && definition.kind == "service"))
      ids.insert(definition.id);
  return {ids.begin(), ids.end()};
}

/// Follows a path through the description alone: any step will do for an entry.
class Description {
 public:
  std::string path;
  const Field* field = nullptr;
  const Shape* shape = nullptr;
  const RecordShape* record = &records::shape_of<model::Project>();
  bool is_entry = false;

  bool follow(std::string_view rest, NoField& problem) {
    while (!rest.empty()) {
      const std::size_t slash = std::min(rest.find('/'), rest.size());
      const std::string step(rest.substr(0, slash));
      rest.remove_prefix(std::min(slash + 1, rest.size()));
      if (!go(step, problem)) return false;
      path += (path.empty() ? "" : "/") + step;
    }
    return true;
  }

  bool go(const std::string& step, NoField& problem) {
    if (record == nullptr && shape->has_entries()) {
      arrive(*shape->plain().element);
      is_entry = true;
      return true;
    }
    if (record == nullptr) {
      problem = {fmt::format("'{}' is a single value and has no '{}'", path, step)};
      return false;
    }
    const Field* found = record->find(step);
    if (found == nullptr) {
      problem = {path.empty() ? fmt::format("a project has no section '{}'", step)
                              : fmt::format("'{}' has no field '{}'", path, step),
                 text::did_you_mean(step, record->names())};
      if (problem.hint.empty()) problem.hint = "it has " + text::join(record->names(), ", ");
      return false;
    }
    field = found;
    is_entry = false;
    arrive(*found->shape);
    return true;
  }

  model::Rule rule() const {
    if (field == nullptr) return {};
    return is_entry ? records::rule_of_entry(*field, field->shape->plain()) : field->rule;
  }

 private:
  void arrive(const Shape& to) {
    shape = &to;
    record = to.is_record() ? &to.plain().record() : nullptr;
  }
};

text::Value present_at(const Opened* project, std::string_view path) {
  if (project == nullptr) return {};
  NoField ignored;
  const auto at = records::field_at(project->model(), path, ignored);
  return at && at->exists() ? at->present() : text::Value();
}

FieldFacts facts(const Opened* project, const std::string& path, const Field& field, const Shape& shape,
                 const model::Rule& rule) {
  return {path,
          std::string(field.meaning),
          records::type_in_words(shape, rule),
          rule.is_required,
          words_of(project, shape, rule),
          present_at(project, path)};
}

std::vector<FieldFacts> facts_of_fields(const Opened* project, const std::string& path, const RecordShape& record) {
  std::vector<FieldFacts> all;
  for (const Field& field : record.fields) {
    const std::string here = path + (path.empty() ? "" : "/") + std::string(field.name);
    all.push_back(facts(project, here, field, *field.shape, field.rule));
  }
  return all;
}

}  // namespace

std::optional<std::vector<FieldFacts>> fields_at(const Opened* project, const std::vector<std::string>& sections,
                                                 std::string_view path, NoField& problem) {
  const auto whole =
      path.empty() ? std::optional<std::string>("") : whole_path(model_of(project), sections, path, problem);
  Description at;
  if (!whole || !at.follow(*whole, problem)) return std::nullopt;
  if (at.record != nullptr) return facts_of_fields(project, at.path, *at.record);
  const Shape& shape = *at.shape;
  std::vector<FieldFacts> all = {facts(project, at.path, *at.field, shape, at.rule())};
  if (shape.has_entries() && shape.plain().element->is_record()) {
    const std::string entry = at.path + (shape.kind == Kind::keyed ? "/ID" : "/PLACE");
    for (FieldFacts& below : facts_of_fields(nullptr, entry, shape.plain().element->record()))
      all.push_back(std::move(below));
  }
  return all;
}

namespace {

/// `/` behind what leads on, `=` behind what takes a value.
std::string with_ending(const std::string& path, const Shape& shape) {
  const bool leads_on =
      shape.is_record() || (shape.has_entries() && innermost(shape).is_record()) || shape.kind == Kind::keyed;
  return path + (leads_on ? "/" : "=");
}

std::vector<std::string> values_after(const Opened* project, const Description& at, const std::string& typed_path) {
  std::vector<std::string> values = words_of(project, *at.shape, at.rule());
  if (values.empty()) values = names_for(project, *at.shape, at.rule());
  for (std::string& value : values) value = typed_path + "=" + value;
  return values;
}

void keep_beginning_with(std::vector<std::string>& all, std::string_view typed) {
  std::erase_if(all, [&](const std::string& one) { return !one.starts_with(typed); });
}

/// The steps below a path, as they are typed.
void add_steps(const Opened* project, const std::string& whole, const std::string& typed_folder,
               std::vector<std::string>& all) {
  Description at;
  NoField ignored;
  if (!at.follow(whole, ignored)) return;
  if (at.record != nullptr) {
    for (const Field& field : at.record->fields)
      all.push_back(with_ending(typed_folder + std::string(field.name), *field.shape));
    return;
  }
  const auto there = records::field_at(model_of(project), whole, ignored);
  if (!there || !at.shape->has_entries()) return;
  for (const records::Step& step : records::steps_below(*there))
    all.push_back(with_ending(typed_folder + step.name, *at.shape->plain().element));
}

}  // namespace

std::vector<std::string> completions(const Opened* project, const std::vector<std::string>& sections,
                                     std::string_view typed) {
  std::vector<std::string> all;
  NoField ignored;
  const std::size_t equals = typed.find('=');
  if (equals != std::string_view::npos) {
    const std::string path(typed.substr(0, equals));
    const auto whole = whole_path(model_of(project), sections, path, ignored);
    Description at;
    if (whole && at.follow(*whole, ignored) && at.shape != nullptr) all = values_after(project, at, path);
  } else if (const std::size_t slash = typed.rfind('/'); slash != std::string_view::npos) {
    const std::string folder(typed.substr(0, slash));
    if (const auto whole = whole_path(model_of(project), sections, folder, ignored))
      add_steps(project, *whole, folder + "/", all);
  } else if (sections.empty()) {
    add_steps(project, "", "", all);
  } else {
    for (const std::string& section : sections) {
      all.push_back(section + "/");
      add_steps(project, section, "", all);
    }
  }
  keep_beginning_with(all, typed);
  return all;
}

}  // namespace thrive::project
