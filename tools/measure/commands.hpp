// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/cli/tool.hpp"

// The commands of measure, one a file. Each declaration adds its options, its examples and its body.

/// Put the figures of an extract into a measure's data file.
void declare_import(thrive::cli::Command& command);
/// What the figures say: signals, limits, runs, data checks.
void declare_analyse(thrive::cli::Command& command);
/// A chart for a board paper, a terminal or a page.
void declare_chart(thrive::cli::Command& command);
/// What became special since a date or the last run.
void declare_signals(thrive::cli::Command& command);
/// Where limits might start anew, with the evidence.
void declare_suggest_rebase(thrive::cli::Command& command);
/// Each measure: latest value, how late, what it says.
void declare_list(thrive::cli::Command& command);
/// How long people wait, from an extract of referrals.
void declare_waits(thrive::cli::Command& command);
/// The weekly figures of measures, from an extract of referrals.
void declare_compute(thrive::cli::Command& command);
/// Define a measure.
void declare_add(thrive::cli::Command& command);
/// Correct how measures are defined.
void declare_edit(thrive::cli::Command& command);
