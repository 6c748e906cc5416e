// SPDX-License-Identifier: MIT
// Figures that a command reads besides its project.
#include "libthrive/project/series.hpp"
#include "libthrive/cli/session.hpp"

namespace thrive::cli {

namespace {

bool names(std::string_view header, const std::string& column) {
  for (std::size_t at = header.find(column); at != std::string_view::npos; at = header.find(column, at + 1)) {
    const auto stands_alone = [&](std::size_t place) {
      return place >= header.size() || header[place] == ',' || header[place] == '"' || header[place] == '\r';
    };
    if ((at == 0 || stands_alone(at - 1)) && stands_alone(at + column.size())) return true;
  }
  return false;
}

/// A file with values and a column of denominators that was named: the values are the numerators.
project::SeriesColumns understood(project::SeriesColumns columns, const std::string& bytes) {
  const std::string_view header = std::string_view(bytes).substr(0, bytes.find('\n'));
  const bool named = columns.denominator != project::SeriesColumns().denominator;
  if (named && !names(header, columns.numerator) && names(header, columns.value)) columns.numerator = columns.value;
  return columns;
}

}  // namespace

std::optional<model::Series> Session::series(const std::string& path, const project::SeriesColumns& columns) {
  const std::optional<text::Source> source = read(path);
  if (!source) return std::nullopt;
  return project::read_series(*source, understood(columns, source->bytes()), problems());
}

}  // namespace thrive::cli
