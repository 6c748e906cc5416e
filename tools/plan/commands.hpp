// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/cli/tool.hpp"

// The commands of plan, one a file. Each declaration adds its options, its examples and its body.

/// A new task.
void declare_add(thrive::cli::Command& command);
/// A task is done.
void declare_done(thrive::cli::Command& command);
/// A task ends on another day.
void declare_move(thrive::cli::Command& command);
/// A task is stopped.
void declare_stop(thrive::cli::Command& command);
/// A meeting was held, and the next one is booked.
void declare_met(thrive::cli::Command& command);
/// Tasks from a sheet.
void declare_import(thrive::cli::Command& command);
/// Tasks by phase, and what is late.
void declare_list(thrive::cli::Command& command);
/// What is late or missing.
void declare_check(thrive::cli::Command& command);
/// Which steps of implementation the project shows.
void declare_coverage(thrive::cli::Command& command);
/// Everything with a date, for calendar programs.
void declare_calendar(thrive::cli::Command& command);
/// The plan as a picture.
void declare_draw(thrive::cli::Command& command);
/// Who has an interest in the change.
void declare_people(thrive::cli::Command& command);
/// What is told to whom.
void declare_messages(thrive::cli::Command& command);
/// What may happen, and who watches it.
void declare_risks(thrive::cli::Command& command);
/// Correct the plan.
void declare_edit(thrive::cli::Command& command);
