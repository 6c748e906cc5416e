// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/planning/describe/reported.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::planning {

/// Whether it is told how people stand: an opinion about colleagues, which stays in the team.
enum class Stance { told, left_out };

/// Stakeholders by quarter, with when they were last and are next reached; within `weeks` or not.
report::Document describe_people(const Reported& reported, Stance stance, int weeks);
/// A row a stakeholder.
report::Table table_of_people(const Reported& reported, Stance stance, int weeks);
/// `plan people list`.
text::Value people_contract(const Reported& reported, Stance stance, int weeks);
/// A form to fill in together: who is there, and room for what is not known. It never has a stance.
report::Document people_sheet(const Reported& reported);

/// Messages: who is told what, how often, when last and next.
report::Document describe_messages(const Reported& reported);
report::Table table_of_messages(const Reported& reported);
text::Value messages_contract(const Reported& reported);

}  // namespace thrive::planning
