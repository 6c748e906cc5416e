// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/text/value.hpp"

namespace thrive::records {

/// One edit of a project as a plain value: what a subject's entry room decides, and the saving room carries out.
struct Edit {
  enum class Kind {
    set,     // a field gets a value; the entry that holds it is made when it is missing
    append,  // a list gets one more entry
    insert,  // a keyed section gets the entry `key`
    remove   // what stands at the path goes
  };
  Kind kind = Kind::set;
  std::vector<std::string> path;
  std::string key{};
  text::Value value{};
  bool on_one_line = false;
  bool is_entry = false;  // on one line: a new group around it gets a line for each entry
};

}  // namespace thrive::records
