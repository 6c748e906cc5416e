// SPDX-License-Identifier: MIT
#include "libthrive/cli/checker_forms.hpp"

#include "libthrive/findings/annotations.hpp"
#include "libthrive/system/repository.hpp"

namespace thrive::cli {

std::string for_checkers(Format format, const std::vector<findings::Checked>& projects, std::string_view command) {
  const findings::Checkout checkout{system::working_folder(), system::working_tree_of(".")};
  switch (format) {
    case Format::sarif:
      return findings::as_sarif(projects, command, checkout);
    case Format::github:
      return findings::as_github(projects, checkout);
    case Format::gitlab:
      return findings::as_gitlab(projects, checkout);
    default:
      return findings::as_junit(projects, command);
  }
}

}  // namespace thrive::cli
