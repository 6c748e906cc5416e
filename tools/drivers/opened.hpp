// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/cli/tool.hpp"
#include "libthrive/improvement/describe/describe.hpp"
#include "libthrive/project/acceptance.hpp"
#include "libthrive/project/editing/correct.hpp"
#include "libthrive/ramps/charts.hpp"

// What the commands of drivers work with.

/// What every project is looked at with: the rule sets of charts and the thresholds of the checks.
struct Known {
  thrive::ramps::Rules rules;
  thrive::improvement::Thresholds thresholds;
};
/// Nothing, with problems, when the thresholds are unreadable.
std::optional<Known> known(thrive::cli::Session& session);

/// A project, and all that has been worked out of its theory.
struct OpenedTheory {
  thrive::project::Opened project;
  thrive::ramps::Charts charts;
  thrive::improvement::Thresholds thresholds;
  std::optional<thrive::improvement::Worked> worked{};

  /// The findings of `drivers check`, less those that the project accepts.
  thrive::project::Judged judged() const;
};
/// Works out everything of an opened project. Problems with the figures of its measures are added.
std::shared_ptr<const OpenedTheory> open(const thrive::project::Opened& project, const Known& known,
                                         thrive::text::Date today, thrive::text::Diagnostics& problems);

/// Makes corrections of the project's sections, and adds them to the changes; says what else was done.
bool make_corrections(thrive::cli::Session& session, const thrive::project::Opened& project,
                      std::vector<thrive::project::Correction> corrections, thrive::project::Changes& changes);
/// A list as it is typed into one field: `[d1, "a, b"]`.
std::string typed_list(const std::vector<std::string>& items);
