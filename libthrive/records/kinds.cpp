// SPDX-License-Identifier: MIT
#include "libthrive/records/kinds.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "libthrive/model/project.hpp"

namespace thrive::records {

namespace {

NamedPart part(std::string_view kind, std::string_view text, std::string_view within) {
  return {kind, static_cast<std::size_t>(within.data() - text.data()), within.size()};
}

/// A service, or a flow between two.
std::vector<NamedPart> parts_of_place(std::string_view text) {
  const auto flow = model::flow_of(text);
  if (!flow) return {part("service", text, text)};
  return {part("service", text, flow->first), part("service", text, flow->second)};
}

/// "o05", "score M6" or "descriptor M6 4".
std::vector<NamedPart> parts_of_source(std::string_view text) {
  for (const std::string_view word : {"score ", "descriptor "}) {
    if (!text.starts_with(word)) continue;
    const std::string_view behind = text.substr(word.size());
    return {part("item", text, behind.substr(0, behind.find(' ')))};
  }
  return {part("observation", text, text)};
}

/// Kinds that are made of others.
struct Composite {
  std::string_view kind;
  std::vector<NamedPart> (*parts)(std::string_view text);
  std::string_view made_of[2];
};
constexpr Composite composites[] = {{"place", parts_of_place, {"service", "service"}},
                                    {"source", parts_of_source, {"observation", "item"}}};

const Composite* composite(std::string_view kind) {
  for (const Composite& known : composites)
    if (known.kind == kind) return &known;
  return nullptr;
}

/// Calls `visit` for every field of a record and of all records that it leads to, each once.
class EveryField {
 public:
  template <class Visit>
  void visit(const RecordShape& shape, const Visit& use) {
    if (!seen_.insert(&shape).second) return;
    for (const Field& field : shape.fields) use(field);
    for (const Field& field : shape.fields) {
      const Shape* inner = &field.shape->plain();
      while (inner->element != nullptr) inner = &inner->element->plain();
      if (inner->is_record()) visit(inner->record(), use);
    }
  }

 private:
  std::set<const RecordShape*> seen_;
};

KindOfThing* find(std::vector<KindOfThing>& kinds, std::string_view kind) {
  const auto at =
      std::find_if(kinds.begin(), kinds.end(), [&](const KindOfThing& known) { return known.kind == kind; });
  return at == kinds.end() ? nullptr : &*at;
}

void mark_as_referred_to(std::vector<KindOfThing>& kinds, std::string_view kind, const Field& by) {
  KindOfThing* known = find(kinds, kind);
  if (known == nullptr)
    throw std::logic_error(fmt::format("the field '{}' names a '{}', which no section defines", by.name, kind));
  known->is_referred_to = true;
  if (!by.rule.vocabulary.empty()) known->vocabulary = by.rule.vocabulary;
}

}  // namespace

std::vector<KindOfThing> kinds_of(const RecordShape& shape) {
  std::vector<KindOfThing> kinds;
  EveryField().visit(shape, [&](const Field& field) {
    const std::string_view kind = field.rule.defined_kind;
    if (!kind.empty() && find(kinds, kind) == nullptr) kinds.push_back({kind, field.name, {}, false});
  });
  EveryField().visit(shape, [&](const Field& field) {
    const std::string_view kind = field.rule.refers_to;
    if (kind.empty()) return;
    if (const Composite* known = composite(kind)) {
      for (const std::string_view part : known->made_of) mark_as_referred_to(kinds, part, field);
    } else {
      mark_as_referred_to(kinds, kind, field);
    }
  });
  return kinds;
}

const std::vector<KindOfThing>& kinds_of_model() {
  static const std::vector<KindOfThing> kinds = kinds_of(shape_of<model::Project>());
  return kinds;
}

std::vector<NamedPart> named_parts(std::string_view kind, std::string_view text) {
  const Composite* known = composite(kind);
  return known == nullptr ? std::vector<NamedPart>{{kind, 0, text.size()}} : known->parts(text);
}

}  // namespace thrive::records
