// SPDX-License-Identifier: MIT
#include "libthrive/records/kinds.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <initializer_list>
#include <set>
#include <span>
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

/// What drives leads to: a driver, or the aim itself.
std::vector<NamedPart> parts_of_goal(std::string_view text) {
  if (text == "aim") return {};
  return {part("driver", text, text)};
}

constexpr std::string_view services[] = {"service"};
constexpr std::string_view sources[] = {"observation", "item"};
constexpr std::string_view goals[] = {"driver"};
constexpr std::string_view anything[] = {
    "item",     "service", "observation", "theme",   "voice",       "problem",       "driver", "idea",
    "task",     "ask",     "barrier",     "meeting", "stakeholder", "communication", "risk",   "course",
    "workshop", "measure", "ramp",        "cycle",   "event",       "recommendation"};

/// Anything that has an id, a flow `spa -> gp`, or a recommendation of a sheet `S3.r1`. An id may contain a dot: every
/// dot may be the one behind the sheet.
std::vector<NamedPart> parts_of_ref(std::string_view text) {
  if (model::flow_of(text)) return parts_of_place(text);
  std::vector<NamedPart> parts;
  for (const std::string_view kind : anything)
    if (kind != "recommendation") parts.push_back(part(kind, text, text));
  for (std::size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.', dot + 1)) {
    parts.push_back(part("item", text, text.substr(0, dot)));
    parts.push_back(part("recommendation", text, text.substr(dot + 1)));
  }
  return parts;
}

/// Kinds that are made of others.
struct Composite {
  std::string_view kind;
  std::vector<NamedPart> (*parts)(std::string_view text);
  std::span<const std::string_view> made_of;
};
constexpr Composite composites[] = {{"place", parts_of_place, services},
                                    {"source", parts_of_source, sources},
                                    {"goal", parts_of_goal, goals},
                                    {"ref", parts_of_ref, anything}};

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

std::span<const std::string_view> kinds_of_ref() { return anything; }

bool may_mean(const Field& field, std::string_view kind) {
  const auto is_among = [&](std::initializer_list<std::string_view> kinds) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  };
  // What led to an idea is a list; what an ask is for is one thing of any kind.
  if (field.name == "because" && field.shape->plain().kind == Kind::list)
    return is_among({"observation", "theme", "problem", "voice", "cycle"});
  if (field.name == "answers") return is_among({"recommendation", "item"});  // the item is the sheet in front of it
  return true;
}

std::vector<NamedPart> named_parts(std::string_view kind, std::string_view text) {
  const Composite* known = composite(kind);
  return known == nullptr ? std::vector<NamedPart>{{kind, 0, text.size()}} : known->parts(text);
}

}  // namespace thrive::records
