// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace thrive::project {

/// Hints for names that refer to nothing, so that a file with thousands of them is refused as fast as it is read: the
/// known names are listed once a kind, an unknown name is compared with them once however often it is written, and
/// after the first twenty different ones of a kind there is nothing more to learn from another.
class NearNames {
 public:
  /// `did you mean 'NAME'?`, or empty when no known name of the kind is near, or twenty have been looked for.
  std::string hint(std::string_view kind, std::string_view id, const std::function<std::vector<std::string>()>& known);

 private:
  struct Kind {
    std::vector<std::string> known;
    std::map<std::string, std::string, std::less<>> hints;  // by unknown name
  };
  std::map<std::string, Kind, std::less<>> kinds_;
};

}  // namespace thrive::project
