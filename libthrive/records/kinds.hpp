// SPDX-License-Identifier: MIT
//
// The kinds of things that a project names: services, items, cycles ... What defines them and what refers to them is
// said in the rules of the model's fields, and collected here.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/records/shape.hpp"

namespace thrive::records {

/// One kind of thing.
struct KindOfThing {
  std::string_view kind;        // "service"
  std::string_view section;     // the keyed section that defines it, by the name of its field: "services"
  std::string_view vocabulary;  // the list of words that those ids are added to; mostly empty
  bool is_referred_to = false;
};

/// The kinds of a record and all that its fields lead to, in the order in which the fields define them. Throws
/// std::logic_error when a field refers to a kind that nothing defines: a misspelt kind must not pass as checked.
std::vector<KindOfThing> kinds_of(const RecordShape& shape);
/// Those of the project file; made at the first question.
const std::vector<KindOfThing>& kinds_of_model();

/// The kinds that a reference to anything may mean.
std::span<const std::string_view> kinds_of_ref();

/// Whether a field that refers to anything means things of this kind: some fields say what they may mean, so that an id
/// which a measure and a problem share is clear where only the problem can be meant.
bool may_mean(const Field& field, std::string_view kind);

/// A part of a text that names one thing.
struct NamedPart {
  std::string_view kind;
  std::size_t begin = 0;
  std::size_t length = 0;
};
/// What a text names that refers to a kind: mostly itself; both ends of a place `spa -> gp`; the observation or the
/// item that a drafted line comes from.
std::vector<NamedPart> named_parts(std::string_view kind, std::string_view text);

}  // namespace thrive::records
