// SPDX-License-Identifier: MIT
#include "libthrive/project/found.hpp"
#include "libthrive/project/rules/rules.hpp"

namespace thrive::project {

namespace {

/// `what` is the kind of thing that has a date, and `id` which of them, where there are several.
void check_day(const Opened& project, const Path& path, const std::optional<text::Date>& day, text::Date today,
               const char* what, const std::string& id, text::Diagnostics& problems) {
  if (!day || *day <= today) return;
  say(project, problems,
      {"date-in-future",
       path,
       {{"case", what}, {"id", id}, {"date", text::format_date(*day)}, {"today", text::format_date(today)}}});
}

}  // namespace

void check_dates(const Opened& project, text::Date today, text::Diagnostics& problems) {
  const model::Project& model = project.model();
  for (const auto& [id, pathway] : model.pathways)
    check_day(project, {"pathways", id, "agreed"}, pathway.agreed, today, "pathway", id, problems);
  for (const auto& [id, assessment] : model.assessments)
    if (!assessment.agreed.empty() || !assessment.tables.empty())
      check_day(project, {"assessments", id, "date"}, assessment.date, today, "assessment", id, problems);
  if (model.priorities && model.priorities->agreed)
    check_day(project, {"priorities", "agreed", "date"}, model.priorities->agreed->date, today, "priorities", {},
              problems);
}

void check_sections(const Opened& project, text::Diagnostics& problems) {
  check_pathways(project, problems);
  check_assessments(project, problems);
  check_priorities(project, problems);
  check_gaps(project, problems);
  check_drivers(project, problems);
  check_causes(project, problems);
  check_moved_sections(project, problems);
  check_measures(project, problems);
  check_extracts(project, problems);
  check_ramps(project, problems);
  check_acceptances(project, problems);
}

}  // namespace thrive::project
