// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "libthrive/project/rules/rules.hpp"

namespace thrive::project {

namespace {

void check_day(const Opened& project, const Path& path, const std::optional<text::Date>& day, text::Date today,
               std::string_view what, text::Diagnostics& problems) {
  if (!day || *day <= today) return;
  problems.warning("date-in-future", project.place(path),
                   fmt::format("{} on {}, which is after {}", what, text::format_date(*day), text::format_date(today)),
                   "leave the date out until the day has come");
}

}  // namespace

void check_dates(const Opened& project, text::Date today, text::Diagnostics& problems) {
  const model::Project& model = project.model();
  for (const auto& [id, pathway] : model.pathways)
    check_day(project, {"pathways", id, "agreed"}, pathway.agreed, today, fmt::format("pathway '{}' was agreed", id),
              problems);
  for (const auto& [id, assessment] : model.assessments)
    if (!assessment.agreed.empty() || !assessment.tables.empty())
      check_day(project, {"assessments", id, "date"}, assessment.date, today,
                fmt::format("assessment '{}' has scores from a workshop", id), problems);
  if (model.priorities && model.priorities->agreed)
    check_day(project, {"priorities", "agreed", "date"}, model.priorities->agreed->date, today,
              "the priorities were agreed", problems);
}

void check_sections(const Opened& project, text::Diagnostics& problems) {
  check_pathways(project, problems);
  check_assessments(project, problems);
  check_priorities(project, problems);
  check_gaps(project, problems);
  check_measures(project, problems);
  check_ramps(project, problems);
}

}  // namespace thrive::project
