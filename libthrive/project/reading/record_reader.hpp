// SPDX-License-Identifier: MIT
//
// The visitor behind read_model: one overload of `read` for each kind of member that a described struct can have.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/project/reading/reader.hpp"
#include "libthrive/records/scalars.hpp"

namespace thrive::project {

using records::Misfit;

class RecordReader {
 public:
  RecordReader(const std::vector<yaml::Document>& documents, const Vocabulary& vocabulary, text::Diagnostics& problems)
      : documents_(documents), vocabulary_(vocabulary), problems_(problems) {}

  /// Reads a record whose fields may be spread over several mappings, one a file.
  template <model::Described Record>
  void read_record(Record& into, const std::vector<NodeAt>& parts);

  std::vector<Reference> take_references() { return std::move(references_); }

 private:
  /// A key and its value, waiting for the field that wants them.
  struct Entry {
    NodeAt key;
    NodeAt value;
    bool used = false;
  };
  /// The record being read, for messages: "service 'spa'".
  struct Owner {
    std::string_view title;
    std::string_view id;
  };
  /// What the fields of one record are read with.
  template <class Record>
  struct Fields {
    RecordReader& reader;
    std::size_t begin;  // of the record's entries
    std::size_t end;
    std::size_t cursor;  // where the next field is likely to be: fields mostly come in the order of the description
    NodeAt whole;
    template <class Member>
    void operator()(std::string_view name, Member& member, std::string_view meaning, const model::Rule& rule);
  };

  // Members of records, by kind.
  template <class Member>
  void read_field(Member& into, NodeAt at, const model::Rule& rule);
  template <class Member>
  void read_parts(Member& into, const std::vector<NodeAt>& values, const model::Rule& rule);
  void read(std::string& into, NodeAt at, const model::Rule& rule);
  void read(int& into, NodeAt at, const model::Rule& rule);
  void read(double& into, NodeAt at, const model::Rule& rule);
  void read(bool& into, NodeAt at, const model::Rule& rule);
  void read(text::Date& into, NodeAt at, const model::Rule& rule);
  void read(model::Score& into, NodeAt at, const model::Rule& rule);
  template <model::Named Word>
  void read(Word& into, NodeAt at, const model::Rule& rule);
  template <class T>
  void read(std::optional<T>& into, NodeAt at, const model::Rule& rule);
  template <class T>
  void read(std::vector<T>& into, NodeAt at, const model::Rule& rule);
  template <class T>
  void read(model::OneOrMany<T>& into, NodeAt at, const model::Rule& rule);
  template <class T>
  void read(model::Keyed<T>& into, NodeAt at, const model::Rule& rule);
  template <model::Described Record>
  void read(Record& into, NodeAt at, const model::Rule& rule);

  template <model::Described Record>
  void read_entries(Record& into, std::size_t begin, NodeAt whole);
  template <class T>
  void read_shorthand(T& into, NodeAt at);
  template <class T>
  void read_keyed(model::Keyed<T>& into, NodeAt at, const model::Rule& rule, const std::vector<NodeAt>& parts);
  template <class T>
  void read_item(T& into, NodeAt at, const model::Rule& rule);

  // Words for a person.
  const yaml::Node& node(NodeAt at) const { return documents_[at.file].node(at.node); }
  text::Place place(NodeAt at) const { return documents_[at.file].place(at.node); }
  std::string where() const;
  void report(NodeAt at, const Misfit& misfit);
  void report_missing(std::string_view field, NodeAt whole);
  void report_empty(NodeAt at);
  void report_wrong_kind(NodeAt at, std::string_view wanted, std::string hint = {});
  void report_unknown_keys(std::size_t begin, std::size_t end, const std::vector<std::string>& known);
  void report_given_twice(NodeAt first, NodeAt second, std::string_view what);

  // Parts that are the same for every type.
  void push_entries(NodeAt mapping);
  bool want_scalar(NodeAt at);
  bool want_plain_scalar(NodeAt at);
  bool check_id(NodeAt key);
  void check_range(double number, NodeAt at, const model::Rule& rule);
  void check_data_path(std::string_view path, NodeAt at);
  const std::string* word_of(std::string_view list, std::string_view text) const;
  void refer(const model::Rule& rule, std::string_view id, NodeAt at);

  const std::vector<yaml::Document>& documents_;
  const Vocabulary& vocabulary_;
  text::Diagnostics& problems_;
  std::vector<Reference> references_;
  std::vector<Entry> entries_;  // of the records being read; the innermost record's are last
  Owner owner_;
  std::string_view field_;
  bool in_list_ = false;  // what is read now is an item of the list in `field_`
  std::string_view section_;
  std::string_view entry_;
  int depth_ = 0;
};

/// Collects the names of a record's fields.
struct FieldNames {
  std::vector<std::string> names;
  void operator()(std::string_view name, auto&, std::string_view, const model::Rule&) { names.emplace_back(name); }
};

template <model::Described Record>
std::vector<std::string> field_names() {
  FieldNames collect;
  Record record;
  model::Description<Record>::fields(collect, record);
  return collect.names;
}

/// Members whose value may be spread over the files of a folder: keyed sections, and records made of them.
template <class T>
inline constexpr bool is_mergeable = model::Described<T>;
template <class T>
inline constexpr bool is_mergeable<model::Keyed<T>> = true;
template <class T>
inline constexpr bool is_mergeable<std::optional<T>> = is_mergeable<T>;

}  // namespace thrive::project
