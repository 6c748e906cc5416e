// SPDX-License-Identifier: MIT
#include "libthrive/data/embedded.hpp"

#include <algorithm>
#include <span>

#include "libthrive/data/embedded_files.hpp"

namespace thrive::data {

std::string_view file(std::string_view name) {
  const std::span<const EmbeddedFile> files = embedded_files();
  const auto found =
      std::lower_bound(files.begin(), files.end(), name,
                       [](const EmbeddedFile& entry, std::string_view wanted) { return entry.name < wanted; });
  return found != files.end() && found->name == name ? found->text : std::string_view{};
}

std::vector<std::string_view> names() {
  std::vector<std::string_view> result;
  for (const EmbeddedFile& entry : embedded_files()) result.push_back(entry.name);
  return result;
}

}  // namespace thrive::data
