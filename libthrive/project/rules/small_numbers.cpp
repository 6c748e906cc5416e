// SPDX-License-Identifier: MIT
#include <map>

#include "libthrive/project/found.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/records/small_counts.hpp"

namespace thrive::project {

namespace {

struct CountsInFile {
  Path first;
  std::size_t count = 0;
};

}  // namespace

void check_small_numbers(const Opened& project, text::Diagnostics& problems) {
  const text::SmallNumbers small = model::small_numbers(project.model().project);
  if (small.under == 0) return;
  std::map<std::string, CountsInFile> files;
  for (const Path& path : records::small_counts(records::shape_of<model::Project>(), &project.model(), small)) {
    CountsInFile& file = files[project.place(path).file];
    if (file.count++ == 0) file.first = path;
  }
  for (const auto& [name, counts] : files)
    say(project, problems, {"small-numbers", counts.first, {{"count", counts.count}, {"under", small.under}}});
}

}  // namespace thrive::project
