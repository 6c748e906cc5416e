// SPDX-License-Identifier: MIT
#include "libthrive/project/reading/reader.hpp"

#include <fmt/core.h>

#include <type_traits>
#include <utility>

#include "libthrive/project/reading/record_reader.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

using yaml::Kind;

template <class Record>
template <class Member>
void RecordReader::Fields<Record>::operator()(std::string_view name, Member& member, std::string_view,
                                              const model::Rule& rule) {
  std::vector<NodeAt> more;  // values of the same field in other files; stays empty for all but split sections
  NodeAt value;
  const bool one_file = end == begin || reader.entries_[end - 1].key.file == whole.file;
  if (!one_file) cursor = begin;
  for (std::size_t tried = 0; tried < end - begin; ++tried) {
    if (cursor == end) cursor = begin;
    Entry& entry = reader.entries_[cursor++];
    if (entry.used || reader.node(entry.key).value != name) continue;
    entry.used = true;
    if (value.node == yaml::no_node) {
      value = entry.value;
      if (one_file) break;
    } else {
      more.push_back(entry.value);
    }
  }
  const std::string_view outer = reader.field_;
  reader.field_ = name;
  if (reader.depth_ == 1) reader.section_ = name;
  if (value.node == yaml::no_node) {
    if (rule.is_required) reader.report_missing(name, whole);
  } else if (more.empty()) {
    reader.read_field(member, value, rule);
  } else {
    more.insert(more.begin(), value);
    reader.read_parts(member, more, rule);
  }
  reader.field_ = outer;
}

template <class Member>
void RecordReader::read_field(Member& into, NodeAt at, const model::Rule& rule) {
  if (is_nothing(node(at))) {
    if constexpr (model::Described<Member>) return read(into, at, rule);  // says which of its fields are missing
    if (rule.is_required) report_empty(at);
    return;
  }
  read(into, at, rule);
}

template <class Member>
void RecordReader::read_parts(Member& into, const std::vector<NodeAt>& values, const model::Rule& rule) {
  if constexpr (model::Described<Member>) {
    read_record(into, values);
  } else if constexpr (is_mergeable<Member> && requires { into.emplace(); }) {
    read_parts(into.emplace(), values, rule);
  } else if constexpr (is_mergeable<Member>) {
    for (const NodeAt at : values)
      if (!is_nothing(node(at))) read_keyed(into, at, rule, values);
  } else {
    read_field(into, values.front(), rule);
    for (std::size_t i = 1; i < values.size(); ++i)
      if (depth_ > 1 || node(values[i]).kind != Kind::scalar || node(values[i]).value != node(values[0]).value)
        report_given_twice(values[0], values[i], where());
  }
}

template <model::Named Word>
void RecordReader::read(Word& into, NodeAt at, const model::Rule&) {
  if (!want_scalar(at)) return;
  const std::string_view text = node(at).value;
  for (const auto& [value, word] : model::Names<Word>::values)
    if (word == text) {
      into = value;
      return;
    }
  const std::string list = text::kebab(model::Names<Word>::title) + "s";
  const std::string* known = word_of(list, text);
  const std::string folded = known == nullptr ? text::kebab(text) : *known;
  std::vector<std::string> words;
  for (const auto& [value, word] : model::Names<Word>::values) {
    if (word == folded) {
      into = value;
      return;
    }
    words.emplace_back(word);
  }
  std::string hint = text::did_you_mean(text, words);
  if (hint.empty()) hint = "known words: " + text::join(words, ", ");
  report(at, {"unknown-word", "is not one of the known words", std::move(hint)});
}

template <class T>
void RecordReader::read(std::optional<T>& into, NodeAt at, const model::Rule& rule) {
  read(into.emplace(), at, rule);
}

/// An item of a list or an entry of a mapping: nothing written there is a mistake, but for a seat that did not vote.
template <class T>
void RecordReader::read_item(T& into, NodeAt at, const model::Rule& rule) {
  if (!is_nothing(node(at))) return read(into, at, rule);
  if constexpr (!std::is_same_v<T, model::Score>) report_empty(at);
}

template <class T>
void RecordReader::read(std::vector<T>& into, NodeAt at, const model::Rule& rule) {
  const yaml::Node& list = node(at);
  if (list.kind != Kind::sequence) {
    std::string hint;
    if (list.kind == Kind::scalar && !std::is_same_v<T, model::Score>) hint = "write [" + std::string(list.value) + "]";
    return report_wrong_kind(at, "a list", std::move(hint));
  }
  if (rule.is_non_empty && list.count == 0) return report_empty(at);
  into.clear();
  into.reserve(list.count);
  const bool outer = std::exchange(in_list_, true);
  for (yaml::NodeId item = list.first; item != yaml::no_node; item = documents_[at.file].node(item).next)
    read_item(into.emplace_back(), {at.file, item}, rule);
  in_list_ = outer;
}

template <class T>
void RecordReader::read(model::OneOrMany<T>& into, NodeAt at, const model::Rule& rule) {
  if (node(at).kind == Kind::sequence) return read(into.items, at, rule);
  read(into.items.emplace_back(), at, rule);
}

template <class T>
void RecordReader::read(model::Keyed<T>& into, NodeAt at, const model::Rule& rule) {
  read_keyed(into, at, rule, {});
}

template <class T>
void RecordReader::read_keyed(model::Keyed<T>& into, NodeAt at, const model::Rule& rule,
                              const std::vector<NodeAt>& parts) {
  const yaml::Document& document = documents_[at.file];
  const yaml::Node& mapping = document.node(at.node);
  if (mapping.kind != Kind::mapping) return report_wrong_kind(at, "a group of keys", "write ID: and what it is");
  const Owner outer = owner_;
  const std::string_view outer_field = field_;
  const bool starts_entry = entry_.empty();
  for (yaml::NodeId key = mapping.first; key != yaml::no_node;) {
    const yaml::NodeId value = document.node(key).next;
    const NodeAt key_at{at.file, key}, value_at{at.file, value};
    key = document.node(value).next;
    if (!check_id(key_at)) continue;
    const std::string_view id = node(key_at).value;
    if (parts.size() > 1 && into.contains(id)) {
      for (const NodeAt part : parts) {
        const yaml::NodeId first = documents_[part.file].key_node(part.node, id);
        if (first == yaml::no_node) continue;
        report_given_twice({part.file, first}, key_at, fmt::format("'{}'", id));
        break;
      }
      continue;
    }
    if (starts_entry) entry_ = id;
    refer(rule, id, key_at);
    T& entry = into.add(std::string(id));
    if constexpr (model::Described<T>) {
      owner_ = {model::Description<T>::title, id};
      field_ = {};
      read(entry, value_at, rule);
      owner_ = outer;
      field_ = outer_field;
    } else {
      model::Rule value_rule = rule;
      value_rule.refers_to = {};  // the ids are references, not what is said of them
      read_item(entry, value_at, value_rule);
    }
  }
  if (starts_entry) entry_ = {};
}

template <model::Described Record>
void RecordReader::read(Record& into, NodeAt at, const model::Rule&) {
  constexpr std::string_view shorthand = model::Description<Record>::shorthand;
  const Owner outer = owner_;
  // An entry of a keyed section has been given its owner, with its id, by the section.
  if (owner_.title != model::Description<Record>::title) owner_ = {model::Description<Record>::title, {}};
  if (node(at).kind == Kind::mapping || is_nothing(node(at))) {
    const std::size_t begin = entries_.size();
    if (node(at).kind == Kind::mapping) push_entries(at);
    read_entries(into, begin, at);
  } else if (!shorthand.empty() && node(at).kind == Kind::scalar) {
    read_shorthand(into, at);
  } else {
    owner_ = outer;  // the field belongs to what surrounds the record
    report_wrong_kind(at, "a group of keys");
  }
  owner_ = outer;
}

template <model::Described Record>
void RecordReader::read_entries(Record& into, std::size_t begin, NodeAt whole) {
  const std::string_view outer_field = field_;
  const bool outer_list = std::exchange(in_list_, false);
  ++depth_;
  Fields<Record> fields{*this, begin, entries_.size(), begin, whole};
  model::Description<Record>::fields(fields, into);
  for (std::size_t i = fields.begin; i < fields.end; ++i) {
    if (entries_[i].used) continue;
    report_unknown_keys(fields.begin, fields.end, field_names<Record>());
    break;
  }
  --depth_;
  entries_.resize(begin);
  field_ = outer_field;
  in_list_ = outer_list;
}

template <model::Described Record>
void RecordReader::read_record(Record& into, const std::vector<NodeAt>& parts) {
  const Owner outer = owner_;
  owner_ = {model::Description<Record>::title, {}};
  const std::size_t begin = entries_.size();
  for (const NodeAt part : parts) {
    if (node(part).kind == Kind::mapping) {
      push_entries(part);
    } else if (!is_nothing(node(part))) {
      report_wrong_kind(part, "a group of keys");
    }
  }
  read_entries(into, begin, parts.front());
  owner_ = outer;
}

namespace {

/// Finds the field of a record that stands for the whole of it.
template <class Use>
struct OneField {
  std::string_view wanted;
  Use use;
  void operator()(std::string_view name, auto& member, std::string_view, const model::Rule& rule) {
    if (name == wanted) use(member, rule);
  }
};

}  // namespace

template <class T>
void RecordReader::read_shorthand(T& into, NodeAt at) {
  const std::string_view shorthand = model::Description<T>::shorthand;
  const auto use = [this, at](auto& member, const model::Rule& rule) { this->read_field(member, at, rule); };
  OneField<decltype(use)> visit{shorthand, use};
  const std::string_view outer = field_;
  field_ = shorthand;
  model::Description<T>::fields(visit, into);
  field_ = outer;
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
  reader.read_record(reading.model, roots);
  reading.references = reader.take_references();
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
    reader.read_record(instrument, {{0, document.root()}});
  }
  const bool usable = !found.has_errors();
  problems.append(std::move(found));
  if (!usable) return std::nullopt;
  return instrument;
}

}  // namespace thrive::project
