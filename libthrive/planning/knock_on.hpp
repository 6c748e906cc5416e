// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/planning/tasks.hpp"

namespace thrive::planning {

/// Works out what late and waiting tasks hold up, and which tasks come after themselves.
///
/// A task that comes straight after a late or waiting one can begin on the day after today, or after that one's last
/// day where this lies ahead. When that is later than planned, it takes as many days as planned from there on, and
/// pushes those that come after it likewise. A task that is not pushed runs as planned and passes nothing on; one that
/// has begun, is done or stopped is not pushed. Of several tasks that push one, the latest counts. Tasks in a circle
/// push nothing and are not pushed.
void add_knock_on(TaskStates& states);

}  // namespace thrive::planning
