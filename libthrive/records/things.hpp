// SPDX-License-Identifier: MIT
//
// What there is in a project to be referred to: kind -> ids -> places.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/records/kinds.hpp"

namespace thrive::records {

/// A thing that a project defines: the entry of a keyed section.
struct Thing {
  std::string_view id;  // lives as long as the record
  std::vector<std::string> path;
};

/// The things of one record, which is mostly the project. All are looked up at the first question about one.
class Things {
 public:
  Things(const RecordShape& shape, const void* record) : shape_(shape), record_(record) {}

  bool has(std::string_view kind, std::string_view id);
  /// The ids of a kind in the order of the project, each once.
  std::vector<std::string> ids(std::string_view kind);
  /// Where the things of a kind are defined; one id may be defined in several sections.
  std::vector<Thing> all(std::string_view kind) const;

 private:
  struct Known {
    std::vector<std::string_view> ids;     // in the order of the project; one that is defined twice stands here twice
    std::vector<std::string_view> sorted;  // the same to look something up in, made at the first question
  };
  Known& known(std::string_view kind);

  const RecordShape& shape_;
  const void* record_;
  std::map<std::string_view, Known> kinds_;
  bool is_searched_ = false;
};

}  // namespace thrive::records
