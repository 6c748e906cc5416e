// SPDX-License-Identifier: MIT
#include <algorithm>

#include "libthrive/cli/session.hpp"
#include "libthrive/system/processors.hpp"

namespace thrive::cli {

void Session::at_once(std::size_t count, const std::function<void(std::size_t, text::Diagnostics&)>& work) {
  std::vector<text::Diagnostics> found(count);
  system::on_all_processors(count, [&](std::size_t position) { work(position, found[position]); });
  for (text::Diagnostics& each : found) problems().append(std::move(each));
}

void Session::each_project(const std::function<void(std::size_t, const project::Opened&, text::Diagnostics&)>& look) {
  const std::vector<std::string>& all = paths();
  if (std::count(all.begin(), all.end(), "-") > 1) throw LateUsageError("standard input ('-') can be read only once");
  at_once(all.size(), [&](std::size_t position, text::Diagnostics& found) {
    const auto opened = project::open(all[position], found);
    if (opened) look(position, *opened, found);
  });
}

}  // namespace thrive::cli
