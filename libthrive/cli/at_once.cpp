// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "libthrive/cli/session.hpp"
#include "libthrive/system/processors.hpp"

namespace thrive::cli {

void Session::at_once(std::size_t count, const std::function<void(std::size_t, text::Diagnostics&)>& work,
                      text::Diagnostics& found) {
  std::vector<text::Diagnostics> each(count);
  system::on_all_processors(count, [&](std::size_t position) { work(position, each[position]); });
  for (text::Diagnostics& one : each) found.append(std::move(one));
}

void Session::at_once(std::size_t count, const std::function<void(std::size_t, text::Diagnostics&)>& work) {
  at_once(count, work, problems());
}

void Session::each_project(const std::function<void(std::size_t, const project::Opened&, text::Diagnostics&)>& look) {
  const std::vector<std::string>& all = paths();
  if (std::count(all.begin(), all.end(), "-") > 1) throw LateUsageError("standard input ('-') can be read only once");
  std::vector<std::optional<project::Opened>> opened(all.size() == 1 ? 1 : 0);  // what `-o` may not take the place of
  at_once(all.size(), [&](std::size_t position, text::Diagnostics& found) {
    auto project = project::open(all[position], found);
    if (!project) return;
    look(position, *project, found);
    if (!opened.empty()) opened.front() = std::move(project);
  });
  if (!opened.empty() && opened.front()) state_.inputs.add_data_of(*opened.front());
}

}  // namespace thrive::cli
