// SPDX-License-Identifier: MIT
#include "libthrive/project/editing/definitions.hpp"

#include <utility>

#include "libthrive/project/references.hpp"
#include "libthrive/records/shape.hpp"

namespace thrive::project {

namespace {

using records::Shape;

/// Goes through a record, its entries and theirs.
class Collector {
 public:
  std::multiset<Definition> found{};

  void record(const records::RecordShape& shape, const void* record) {
    for (const records::Field& field : shape.fields)
      if (const void* value = field.shape->value(field.of(record))) member(field.shape->plain(), field.rule, value);
  }

 private:
  void member(const Shape& shape, const model::Rule& rule, const void* value) {
    if (shape.is_record()) return record(shape.record(), value);
    if (!shape.has_entries()) return;
    const bool defines = shape.kind == records::Kind::keyed && !rule.defined_kind.empty();
    for (std::size_t i = 0; i < shape.size(value); ++i) {
      const bool is_keyed = shape.kind == records::Kind::keyed;
      const std::string id(is_keyed ? shape.id(value, i) : std::string_view());
      if (defines) found.insert({std::string(rule.defined_kind), id_of_thing(rule.defined_kind, holder_, id)});
      if (!shape.element->is_record()) continue;
      const std::string outer = is_keyed ? std::exchange(holder_, id) : holder_;
      record(shape.element->record(), shape.item(value, i));
      holder_ = outer;
    }
  }

  std::string holder_{};  // the id of the entry whose fields are looked at
};

}  // namespace

std::multiset<Definition> everything_defined(const model::Project& project) {
  Collector collector;
  collector.record(records::shape_of<model::Project>(), &project);
  for (const auto& [id, pathway] : project.pathways)
    for (const model::Flow& flow : pathway.flows) collector.found.insert({"flow", flow.from + " -> " + flow.to});
  return std::move(collector.found);
}

std::vector<Definition> lost_definitions(const model::Project& before, const model::Project& after) {
  const std::multiset<Definition> defined_after = everything_defined(after);
  std::vector<Definition> lost;
  for (const Definition& definition : everything_defined(before))
    if (!defined_after.contains(definition) && (lost.empty() || lost.back() != definition)) lost.push_back(definition);
  return lost;
}

}  // namespace thrive::project
