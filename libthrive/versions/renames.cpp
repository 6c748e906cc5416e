// SPDX-License-Identifier: MIT
#include "libthrive/versions/renames.hpp"

#include "libthrive/records/kinds.hpp"

namespace thrive::versions {

using records::Field;
using records::Kind;
using records::RecordShape;
using records::Shape;

namespace {

/// The entries of one keyed section that only one of two versions has.
struct Unmatched {
  std::vector<std::size_t> gone;
  std::vector<std::size_t> added;
};

Unmatched unmatched_of(const Shape& section, const void* a, const void* b) {
  Unmatched unmatched;
  for (std::size_t i = 0; i < section.size(a); ++i)
    if (section.find(b, section.id(a, i)) == nullptr) unmatched.gone.push_back(i);
  for (std::size_t i = 0; i < section.size(b); ++i)
    if (section.find(a, section.id(b, i)) == nullptr) unmatched.added.push_back(i);
  return unmatched;
}

/// How far two entries are from each other: the fields that differ, none when nothing that they say agrees.
std::optional<std::size_t> distance(const Shape& element, const void* one, const void* other) {
  if (!element.is_record()) return records::is_same(element, one, other) ? std::optional<std::size_t>(0) : std::nullopt;
  std::size_t agreeing = 0;
  const std::size_t differing = differing_fields(element.record(), one, other, agreeing);
  return agreeing == 0 ? std::nullopt : std::optional(differing);
}

/// Looks for renamed entries in all sections of two records.
class LookingForRenames {
 public:
  explicit LookingForRenames(std::vector<Renamed>& found) : found_(found) {}

  void records(const RecordShape& shape, const void* a, const void* b) {
    for (const Field& field : shape.fields) {
      const Shape& plain = field.shape->plain();
      if (!plain.is_record() && plain.kind != Kind::keyed) continue;
      const void* in_a = field.shape->value(field.of(a));
      const void* in_b = field.shape->value(field.of(b));
      if (in_a == nullptr || in_b == nullptr) continue;
      if (plain.is_record())
        records(plain.record(), in_a, in_b);
      else
        section(field, plain, in_a, in_b);
    }
  }

 private:
  void section(const Field& field, const Shape& shape, const void* a, const void* b) {
    if (!field.rule.defined_kind.empty()) pair(field, shape, a, b);
    if (!shape.element->is_record()) return;
    for (std::size_t i = 0; i < shape.size(a); ++i)
      if (const void* other = shape.find(b, shape.id(a, i))) records(shape.element->record(), shape.item(a, i), other);
  }

  void pair(const Field& field, const Shape& shape, const void* a, const void* b) {
    Unmatched unmatched = unmatched_of(shape, a, b);
    for (const std::size_t most : {std::size_t{0}, std::size_t{1}}) {
      for (std::size_t& gone : unmatched.gone) {
        for (std::size_t& added : unmatched.added) {
          if (gone == taken || added == taken) continue;
          const auto apart = distance(*shape.element, shape.item(a, gone), shape.item(b, added));
          if (!apart || *apart > most) continue;
          found_.push_back({field.rule.defined_kind, std::string(shape.id(a, gone)), std::string(shape.id(b, added))});
          if (shape.element->is_record()) records(shape.element->record(), shape.item(a, gone), shape.item(b, added));
          gone = added = taken;
        }
      }
    }
  }

  static constexpr std::size_t taken = static_cast<std::size_t>(-1);
  std::vector<Renamed>& found_;
};

}  // namespace

std::size_t differing_fields(const RecordShape& shape, const void* a, const void* b, std::size_t& agreeing) {
  std::size_t differing = 0;
  for (const Field& field : shape.fields) {
    if (!records::is_same(*field.shape, field.of(a), field.of(b))) {
      if (++differing == 2) return differing;
    } else if (!records::is_empty(*field.shape, field.of(a))) {
      const void* usual = shape.usual == nullptr ? nullptr : field.of(shape.usual);
      if (field.rule.is_required || usual == nullptr || !records::is_same(*field.shape, field.of(a), usual)) ++agreeing;
    }
  }
  return differing;
}

Renames Renames::between(const RecordShape& shape, const void* a, const void* b) {
  Renames renames;
  LookingForRenames(renames.renamed_).records(shape, a, b);
  return renames;
}

std::string_view Renames::new_id(std::string_view kind, std::string_view id) const {
  for (const Renamed& renamed : renamed_)
    if (renamed.kind == kind && renamed.from == id) return renamed.to;
  return id;
}

std::string Renames::followed(const model::Rule& rule, std::string_view text) const {
  std::string result(text);
  if (renamed_.empty() || rule.refers_to.empty()) return result;
  const std::vector<records::NamedPart> parts = records::named_parts(rule.refers_to, text);
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    const std::string_view named = text.substr(part->begin, part->length);
    std::string_view id = new_id(part->kind, named);
    if (part->kind == "ref")
      for (const std::string_view kind : records::kinds_of_ref())
        if (id == named) id = new_id(kind, named);
    result.replace(part->begin, part->length, id);
  }
  return result;
}

std::string Renames::key(const model::Rule& rule, std::string_view id) const {
  if (renamed_.empty()) return std::string(id);
  if (!rule.defined_kind.empty()) {
    const std::string_view renamed = new_id(rule.defined_kind, id);
    if (renamed != id) return std::string(renamed);
  }
  return rule.refers_to.empty() ? std::string(id) : followed(rule, id);
}

}  // namespace thrive::versions
