// SPDX-License-Identifier: MIT
#include "libthrive/project/figures.hpp"

#include <utility>

namespace thrive::project {

std::map<std::string, model::Series> figures_of(const Opened& project, const std::vector<std::string>& measures,
                                                text::Diagnostics& problems) {
  std::map<std::string, model::Series> series;
  for (const std::string& measure : measures)
    if (auto figures = project.series(measure, problems)) series.emplace(measure, std::move(*figures));
  return series;
}

}  // namespace thrive::project
