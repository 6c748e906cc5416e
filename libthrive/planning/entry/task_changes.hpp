// SPDX-License-Identifier: MIT
//
// What may be recorded of a task that is there, and why not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/planning/tasks.hpp"
#include "libthrive/records/edit.hpp"

namespace thrive::planning {

/// What recording would change, or why it cannot be.
struct Recorded {
  std::vector<records::Edit> changes;
  std::optional<findings::Finding> refusal;
};

/// A task was done on a day that has been, which it was not yet.
Recorded record_done(const model::Project& project, const std::string& task, text::Date date,
                     const std::string& evidence, text::Date today);
/// The end of an open task moves to another day, and the task keeps where it was and why.
Recorded record_move(const model::Project& project, const std::string& task, text::Date end, const std::string& reason);
/// An open task is stopped, with the reason.
Recorded record_stop(const model::Project& project, const std::string& task, text::Date date, const std::string& reason,
                     text::Date today);

/// A meeting was held, and the next one is booked or nobody wants one.
struct MeetingHeld {
  std::string meeting;
  text::Date date{};
  std::optional<text::Date> next;
  std::string no_next;  // why there is none
};
Recorded record_met(const model::Project& project, const MeetingHeld& held, text::Date today);

}  // namespace thrive::planning
