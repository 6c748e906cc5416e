// SPDX-License-Identifier: MIT
#include "libthrive/cli/colour.hpp"

#include <fmt/core.h>

#include <cstdlib>

#include "libthrive/cli/output.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::cli {

namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view(value);
}

std::string_view colour_of(text::Severity severity) {
  switch (severity) {
    case text::Severity::error:
      return "\033[1;31m";
    case text::Severity::warning:
      return "\033[1;33m";
    case text::Severity::note:
      return "\033[1;36m";
  }
  return "";
}

}  // namespace

bool wants_colour(std::string_view when) {
  if (when == "always") return true;
  if (when == "never") return false;
  return environment("NO_COLOR").empty() && environment("TERM") != "dumb" && system::is_terminal(2);
}

std::string shown(const text::Diagnostic& problem, std::string_view tool, bool colour) {
  const bool placed = !problem.place.file.empty();
  std::string line = text::format(problem);
  const std::string severity(text::name(problem.severity));
  if (!placed) {
    // Without a place the line starts with the severity.
    const std::size_t start = line.find(severity);
    line = fmt::format("{}: {}", tool, start == std::string::npos ? line : line.substr(start));
  }
  if (!colour) return line;
  const std::size_t from = placed ? text::without_controls(problem.place.file).size() : tool.size();
  const std::size_t at = line.find(severity + ':', std::min(from, line.size()));
  if (at == std::string::npos) return line;
  line.insert(at + severity.size() + 1, "\033[0m");
  line.insert(at, colour_of(problem.severity));
  return line;
}

}  // namespace thrive::cli
