// SPDX-License-Identifier: MIT
//
// What stands behind read_model: one function for each kind of member that a record can have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/project/reading/reader.hpp"
#include "libthrive/records/scalar.hpp"

namespace thrive::project {

/// Where names stand that are found while reading.
struct Names {
  std::vector<Name> references;
  std::vector<Name> definitions;
};

class RecordReader {
 public:
  RecordReader(const std::vector<yaml::Document>& documents, const model::Vocabulary& vocabulary,
               text::Diagnostics& problems)
      : documents_(documents), vocabulary_(vocabulary), problems_(problems) {}

  /// Reads a record whose fields may be spread over several mappings, one a file.
  void read_record(const records::RecordShape& shape, void* into, const std::vector<NodeAt>& parts);

  Names take_names() { return std::move(names_); }

 private:
  using Shape = records::Shape;
  using RecordShape = records::RecordShape;
  using Field = records::Field;
  using Rule = model::Rule;

  /// The record being read, for messages: "service 'spa'".
  struct Owner {
    std::string_view title;
    std::string_view id;
  };

  // Records and their fields.
  void read_fields(const RecordShape& shape, void* into, NodeAt whole);
  void read_field_in_place(const Field& field, void* record, NodeAt value);
  void read_field(const Shape& shape, void* member, NodeAt at, const Rule& rule);
  void read_parts(const Shape& shape, void* member, const std::vector<NodeAt>& values, const Rule& rule);
  std::vector<NodeAt> values_of(std::string_view name, const std::vector<NodeAt>& parts) const;
  void report_keys_of_parts(const RecordShape& shape, const std::vector<NodeAt>& parts);

  // Members of records, by kind.
  void read(const Shape& shape, void* member, NodeAt at, const Rule& rule);
  void read_one(const Shape& shape, void* into, NodeAt at, const Rule& rule);
  void read_scalar(const Shape& shape, void* into, NodeAt at, const Rule& rule);
  void read_list(const Shape& shape, void* into, NodeAt at, const Rule& rule);
  void read_keyed(const Shape& shape, void* into, NodeAt at, const Rule& rule, const std::vector<NodeAt>& parts);
  void read_nested(const RecordShape& shape, void* into, NodeAt at);
  void read_shorthand(const RecordShape& shape, void* into, NodeAt at);
  void read_item(const Shape& shape, void* into, NodeAt at, const Rule& rule);

  // Words for a person.
  // Always part of the caller, as Document::node is: what is not asked for is not worked out.
  [[gnu::always_inline]] yaml::Node node(NodeAt at) const { return documents_[at.file].node(at.node); }
  text::Place place(NodeAt at) const { return documents_[at.file].place(at.node); }
  std::string where() const;
  void report(NodeAt at, const records::Misfit& misfit);
  void report_missing(std::string_view field, NodeAt whole);
  void report_empty(NodeAt at);
  void report_wrong_kind(NodeAt at, std::string_view wanted, std::string hint = {});
  void report_two_spellings(const Field& several, NodeAt whole);
  void report_unknown_key(NodeAt key, const RecordShape& shape);
  void report_given_twice(NodeAt first, NodeAt second, std::string_view what);
  void report_second_entry(NodeAt key, const std::vector<NodeAt>& parts);

  bool want_scalar(NodeAt at);
  bool check_id(NodeAt key, const Rule& rule);
  void refer(const Rule& rule, NodeAt at);

  const std::vector<yaml::Document>& documents_;
  const model::Vocabulary& vocabulary_;
  text::Diagnostics& problems_;
  Names names_;
  Owner owner_;
  const Field* rules_ = nullptr;  // the field whose rule is followed now
  std::string_view field_;        // what messages call it; empty when they are about the record as a whole
  bool in_list_ = false;          // what is read now is an item of the list in `field_`
  std::uint32_t section_ = 0;
  yaml::NodeId entry_ = yaml::no_node;
  int depth_ = 0;
};

}  // namespace thrive::project
