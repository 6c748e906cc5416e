// SPDX-License-Identifier: MIT
//
// Ids that changed between two versions of a project, so that what refers to them is not told as a change of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/records/shape.hpp"

namespace thrive::versions {

/// An entry of a section that has another id.
struct Renamed {
  std::string_view kind;  // what the ids of its section are ids of
  std::string from;
  std::string to;
};

/// All of them, and what a reference says when it follows them.
class Renames {
 public:
  /// Looks through all sections of two records of one shape: where one entry is gone and another is new, and their
  /// fields agree in all but at most one and in one that says something, the entry was renamed. Those that agree in all
  /// come first, then the order of the sections decides.
  static Renames between(const records::RecordShape& shape, const void* a, const void* b);

  bool empty() const { return renamed_.empty(); }
  /// The text of a reference in the newer version's ids; itself where it names nothing that was renamed.
  std::string followed(const model::Rule& rule, std::string_view text) const;
  /// The key of an entry in the newer version's ids: of a section that defines a kind, or whose keys are references.
  std::string key(const model::Rule& rule, std::string_view id) const;

 private:
  std::string_view new_id(std::string_view kind, std::string_view id) const;
  std::vector<Renamed> renamed_;
};

/// The number of fields that two records say differently, counted to two; `agreeing` is how many say the same and say
/// something.
std::size_t differing_fields(const records::RecordShape& shape, const void* a, const void* b, std::size_t& agreeing);

}  // namespace thrive::versions
