// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "libthrive/findings/forms.hpp"
#include "libthrive/project/opened.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::project {

/// What those who know more of a subject demand of a project: each is asked of every project that opens, in several
/// threads at once.
struct Demands {
  std::function<void(const Opened& project, text::Date today, text::Diagnostics& problems)> of_project{};
  /// The same of a measure and its figures.
  std::function<void(const Opened& project, const std::string& measure, const model::Series& series,
                     text::Diagnostics& problems)>
      of_measure{};
};

/// Everything that is wrong with one project: YAML, fields, references, dates after `today`, data files, personal data,
/// and what is demanded besides.
findings::Checked check(const std::string& path, text::Date today, const Demands& demands = {});

/// Checks many projects, on all processors, in the order given. Memory holds the findings, and one project a processor.
std::vector<findings::Checked> check_all(const std::vector<std::string>& paths, text::Date today,
                                         const Demands& demands = {});

}  // namespace thrive::project
