// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/cli/tool.hpp"

// The commands of prioritise, one a file. Each declaration adds its options, its examples and its body.

/// What is known of each item before the room prioritises.
void declare_candidates(thrive::cli::Command& command);
/// Blank sheets for the tables to rank on.
void declare_sheet(thrive::cli::Command& command);
/// Read tables' lists from sheets, text ballots or PrefLib.
void declare_import(thrive::cli::Command& command);
/// Record a table's list, or that it hands in nothing.
void declare_record(thrive::cli::Command& command);
/// What the tables' lists come to, and how sure that is.
void declare_consensus(thrive::cli::Command& command);
/// Record what the room agreed, with reasons and dissent.
void declare_agree(thrive::cli::Command& command);
/// Change ideas by benefit and ease.
void declare_matrix(thrive::cli::Command& command);
/// Record a change idea and its ratings.
void declare_idea(thrive::cli::Command& command);
/// Correct rules, lists, ideas and what was agreed.
void declare_edit(thrive::cli::Command& command);
