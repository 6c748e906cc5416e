// SPDX-License-Identifier: MIT
#include "libthrive/project/reading/reader.hpp"

#include <fmt/core.h>

#include <utility>

#include "libthrive/project/reading/record_reader.hpp"
#include "libthrive/records/moved.hpp"

namespace thrive::project {

using records::Kind;

namespace {

/// Members whose value may be spread over the files of a folder: keyed sections, and records made of them.
bool is_mergeable(const records::Shape& shape) { return shape.kind == Kind::record || shape.kind == Kind::keyed; }

/// True for a key that a record neither has nor ever had.
bool is_unknown(std::string_view key, const records::RecordShape& shape) {
  return shape.find(key) == nullptr && records::moved_from(shape.title, key) == nullptr;
}

/// Which field a key of a mapping is. Fields mostly come in the order of the description.
class FieldFinder {
 public:
  explicit FieldFinder(const records::RecordShape& shape) : fields_(shape.fields) {}

  const records::Field* find(std::string_view name) {
    for (std::size_t tried = 0; tried < fields_.size(); ++tried, ++next_) {
      if (next_ == fields_.size()) next_ = 0;
      if (fields_[next_].name == name) return &fields_[next_++];
    }
    return nullptr;
  }

 private:
  const std::vector<records::Field>& fields_;
  std::size_t next_ = 0;
};

/// The fields of a record that a mapping has, by their places in the description.
class Given {
 public:
  explicit Given(const records::RecordShape& shape) : fields_(shape.fields) {}
  void add(const records::Field* field) { bits_ |= 1ULL << (field - fields_.data()); }
  bool has(const records::Field& field) const { return (bits_ >> (&field - fields_.data()) & 1) != 0; }

 private:
  const std::vector<records::Field>& fields_;
  std::uint64_t bits_ = 0;
};

}  // namespace

void RecordReader::read_fields(const RecordShape& shape, void* into, NodeAt whole) {
  const std::string_view outer_field = field_;
  const Field* outer_rules = rules_;
  const bool outer_list = std::exchange(in_list_, false);
  ++depth_;
  FieldFinder finder(shape);
  Given given(shape);
  std::size_t unknown = 0;
  const yaml::Document& document = documents_[whole.file];
  const yaml::NodeId first = node(whole).kind == yaml::Kind::mapping ? node(whole).first : yaml::no_node;
  for (yaml::NodeId key = first; key != yaml::no_node;) {
    const yaml::NodeId value = document.node(key).next;
    if (const Field* field = finder.find(document.node(key).value)) {
      const bool is_list = document.node(value).kind == yaml::Kind::sequence;
      const Field& meant = is_list ? shape.for_several(*field) : *field;
      if (given.has(meant)) report_two_spellings(meant, whole);
      given.add(&meant);
      read_field_in_place(meant, into, {whole.file, value});
    } else if (records::moved_from(shape.title, document.node(key).value) == nullptr) {
      ++unknown;
    }
    key = document.node(value).next;
  }
  for (const Field& field : shape.fields)
    if (field.rule.is_required && !given.has(field)) report_missing(field.name, whole);
  for (yaml::NodeId key = first; unknown > 0 && key != yaml::no_node; key = document.node(document.node(key).next).next)
    if (is_unknown(document.node(key).value, shape)) report_unknown_key({whole.file, key}, shape);
  --depth_;
  field_ = outer_field;
  rules_ = outer_rules;
  in_list_ = outer_list;
}

void RecordReader::read_field_in_place(const Field& field, void* record, NodeAt value) {
  field_ = field.name;
  rules_ = &field;
  read_field(*field.shape, field.of(record), value, field.rule);
}

void RecordReader::read_record(const RecordShape& shape, void* into, const std::vector<NodeAt>& parts) {
  const Owner outer = std::exchange(owner_, {shape.title, {}});
  const std::string_view outer_field = field_;
  const Field* outer_rules = rules_;
  ++depth_;
  for (const NodeAt part : parts)
    if (node(part).kind != yaml::Kind::mapping && !is_nothing(node(part))) report_wrong_kind(part, "a group of keys");
  for (const Field& field : shape.fields) {
    if (depth_ == 1) section_ = static_cast<std::uint32_t>(&field - shape.fields.data());
    const std::vector<NodeAt> values = values_of(field.name, parts);
    if (values.empty()) {
      if (field.rule.is_required) report_missing(field.name, parts.front());
    } else if (values.size() == 1) {
      read_field_in_place(field, into, values.front());
    } else {
      field_ = field.name;
      rules_ = &field;
      read_parts(*field.shape, field.of(into), values, field.rule);
    }
  }
  report_keys_of_parts(shape, parts);
  --depth_;
  field_ = outer_field;
  rules_ = outer_rules;
  owner_ = outer;
}

/// What the parts of a record say of one field, each a value in a file of its own, or where the section stood before.
std::vector<NodeAt> RecordReader::values_of(std::string_view name, const std::vector<NodeAt>& parts) const {
  std::vector<NodeAt> values;
  for (const NodeAt part : parts) {
    const yaml::NodeId value = documents_[part.file].child(part.node, name);
    if (value != yaml::no_node) values.push_back({part.file, value});
  }
  const records::MovedSection* moved = depth_ == 1 ? records::moved_to(name) : nullptr;
  for (std::size_t i = 0; moved != nullptr && i < parts.size(); ++i) {
    const yaml::NodeId value = documents_[parts[i].file].find({std::string(moved->within), std::string(moved->field)});
    if (value != yaml::no_node) values.push_back({parts[i].file, value});
  }
  return values;
}

void RecordReader::report_keys_of_parts(const RecordShape& shape, const std::vector<NodeAt>& parts) {
  for (const NodeAt part : parts) {
    const yaml::Document& document = documents_[part.file];
    if (node(part).kind != yaml::Kind::mapping) continue;
    for (yaml::NodeId key = node(part).first; key != yaml::no_node; key = document.node(document.node(key).next).next)
      if (is_unknown(document.node(key).value, shape)) report_unknown_key({part.file, key}, shape);
  }
}

void RecordReader::read_field(const Shape& shape, void* member, NodeAt at, const Rule& rule) {
  const bool says_which_fields_are_missing = shape.kind == Kind::record && !shape.is_optional();
  if (is_nothing(node(at)) && !says_which_fields_are_missing) {
    if (rule.is_required) report_empty(at);
    return;
  }
  read(shape, member, at, rule);
}

void RecordReader::read_parts(const Shape& shape, void* member, const std::vector<NodeAt>& values, const Rule& rule) {
  if (is_mergeable(shape)) {
    void* into = shape.is_optional() ? shape.emplace(member) : member;
    if (shape.kind == Kind::record) return read_record(shape.record(), into, values);
    for (const NodeAt at : values)
      if (!is_nothing(node(at))) read_keyed(shape.plain(), into, at, rule, values);
    return;
  }
  read_field(shape, member, values.front(), rule);
  for (std::size_t i = 1; i < values.size(); ++i)
    if (depth_ > 1 || node(values[i]).kind != yaml::Kind::scalar || node(values[i]).value != node(values[0]).value)
      report_given_twice(values[0], values[i], where());
}

void RecordReader::read(const Shape& shape, void* member, NodeAt at, const Rule& rule) {
  read_one(shape.plain(), shape.is_optional() ? shape.emplace(member) : member, at, rule);
}

void RecordReader::read_one(const Shape& shape, void* into, NodeAt at, const Rule& rule) {
  switch (shape.kind) {
    case Kind::record:
      return read_nested(shape.record(), into, at);
    case Kind::list:
      return read_list(shape, into, at, rule);
    case Kind::keyed:
      return read_keyed(shape, into, at, rule, {});
    case Kind::one_or_many:
      if (node(at).kind == yaml::Kind::sequence) return read_list(shape, into, at, rule);
      return read(*shape.element, shape.append(into), at, rule);
    default:
      return read_scalar(shape, into, at, rule);
  }
}

/// An item of a list or an entry of a mapping: nothing written there is a mistake, but for a seat that did not vote.
void RecordReader::read_item(const Shape& shape, void* into, NodeAt at, const Rule& rule) {
  if (!is_nothing(node(at))) return read(shape, into, at, rule);
  if (shape.kind != Kind::score) report_empty(at);
}

void RecordReader::read_list(const Shape& shape, void* into, NodeAt at, const Rule& rule) {
  const yaml::Node& list = node(at);
  if (list.kind != yaml::Kind::sequence) {
    std::string hint;
    if (list.kind == yaml::Kind::scalar && shape.element->kind != Kind::score)
      hint = "write [" + std::string(list.value) + "]";
    return report_wrong_kind(at, "a list", std::move(hint));
  }
  if (rule.is_non_empty && list.count == 0) return report_empty(at);
  shape.make_room(into, list.count);
  const bool outer = std::exchange(in_list_, true);
  for (yaml::NodeId item = list.first; item != yaml::no_node; item = documents_[at.file].node(item).next)
    read_item(*shape.element, shape.append(into), {at.file, item}, rule);
  in_list_ = outer;
}

void RecordReader::read_keyed(const Shape& shape, void* into, NodeAt at, const Rule& rule,
                              const std::vector<NodeAt>& parts) {
  const yaml::Document& document = documents_[at.file];
  const yaml::Node& mapping = document.node(at.node);
  if (mapping.kind != yaml::Kind::mapping) return report_wrong_kind(at, "a group of keys", "write ID: and what it is");
  shape.make_room(into, mapping.count);
  const Owner outer = owner_;
  const std::string_view outer_field = field_;
  const bool starts_entry = entry_ == yaml::no_node;
  Rule value_rule = rule;
  value_rule.refers_to = {};  // the ids are references, not what is said of them
  value_rule.has_date_keys = false;
  for (yaml::NodeId key = mapping.first; key != yaml::no_node;) {
    const yaml::NodeId value = document.node(key).next;
    const NodeAt key_at{at.file, key}, value_at{at.file, value};
    key = document.node(value).next;
    if (!check_id(key_at, rule)) continue;
    const std::string_view id = node(key_at).value;
    if (parts.size() > 1 && shape.find(into, id) != nullptr) {
      report_second_entry(key_at, parts);
      continue;
    }
    if (starts_entry) entry_ = key_at.node;
    refer(rule, key_at);
    if (!rule.defined_kind.empty()) names_.definitions.push_back({rules_, key_at, entry_, section_});
    void* entry = shape.add(into, id);
    if (shape.element->is_record()) {
      owner_ = {shape.element->record().title, id};
      field_ = {};
      read(*shape.element, entry, value_at, rule);
      owner_ = outer;
      field_ = outer_field;
    } else {
      read_item(*shape.element, entry, value_at, value_rule);
    }
  }
  if (starts_entry) entry_ = yaml::no_node;
}

void RecordReader::read_nested(const RecordShape& shape, void* into, NodeAt at) {
  const Owner outer = owner_;
  // An entry of a keyed section has been given its owner, with its id, by the section.
  if (owner_.title != shape.title) owner_ = {shape.title, {}};
  if (node(at).kind == yaml::Kind::mapping || is_nothing(node(at))) {
    read_fields(shape, into, at);
  } else if (!shape.shorthand.empty() && node(at).kind == yaml::Kind::scalar) {
    read_shorthand(shape, into, at);
  } else {
    owner_ = outer;  // the field belongs to what surrounds the record
    report_wrong_kind(at, "a group of keys");
  }
  owner_ = outer;
}

void RecordReader::read_shorthand(const RecordShape& shape, void* into, NodeAt at) {
  const std::string_view outer = field_;
  const Field* outer_rules = rules_;
  read_field_in_place(*shape.find(shape.shorthand), into, at);
  field_ = outer;
  rules_ = outer_rules;
}

Reading read_model(const std::vector<yaml::Document>& documents, const model::Vocabulary& vocabulary,
                   text::Diagnostics& problems) {
  RecordReader reader(documents, vocabulary, problems);
  std::vector<NodeAt> roots;
  for (std::uint32_t file = 0; file < documents.size(); ++file)
    if (documents[file].root() != yaml::no_node && !is_nothing(documents[file].node(documents[file].root())))
      roots.push_back({file, documents[file].root()});
  Reading reading;
  if (roots.empty()) {
    const std::string name = documents.empty() ? std::string() : documents.front().source().name();
    problems.error("empty-project", text::whole_file(name), "the project file is empty",
                   "start with 'thrive: 1' and 'project:'");
    return reading;
  }
  reader.read_record(records::shape_of<model::Project>(), &reading.model, roots);
  Names names = reader.take_names();
  reading.references = std::move(names.references);
  reading.definitions = std::move(names.definitions);
  return reading;
}

std::optional<model::Instrument> read_instrument(const yaml::Document& document, const model::Vocabulary& vocabulary,
                                                 text::Diagnostics& problems) {
  text::Diagnostics found;
  const std::vector<yaml::Document> documents{document};
  RecordReader reader(documents, vocabulary, found);
  model::Instrument instrument;
  if (document.root() == yaml::no_node) {
    found.error("empty-project", text::whole_file(document.source().name()), "the instrument file is empty");
  } else {
    reader.read_record(records::shape_of<model::Instrument>(), &instrument, {{0, document.root()}});
  }
  const bool usable = !found.has_errors();
  problems.append(std::move(found));
  if (!usable) return std::nullopt;
  return instrument;
}

}  // namespace thrive::project
