// SPDX-License-Identifier: MIT
// Figures that a command reads besides its project.
#include "libthrive/project/series.hpp"

#include "libthrive/cli/session.hpp"

namespace thrive::cli {

std::optional<model::Series> Session::series(const std::string& path, const project::SeriesColumns& columns) {
  const std::optional<tables::Input> input = table(path);
  if (!input) return std::nullopt;
  return project::read_series(*input, columns, tables::Manner::lenient, problems());
}

}  // namespace thrive::cli
