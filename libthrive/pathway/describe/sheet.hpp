// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/model/vocabulary.hpp"
#include "libthrive/pathway/agenda.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::pathway {

/// The blank for finding the services: one box a category, with examples, and which services start and end journeys.
report::Document scope_sheet(const model::Project& project, const model::Vocabulary& vocabulary);
/// The blank for the review: a page a perspective with the workshop's questions and a column a kind of observation.
report::Document review_sheet(const model::Project& project, const model::Vocabulary& vocabulary);
/// The agenda with times, and in words where the exercises do not fit their slot. `begin` in minutes after midnight.
report::Document agenda_sheet(const model::Project& project, const std::vector<SessionPlan>& sessions, int begin);

}  // namespace thrive::pathway
