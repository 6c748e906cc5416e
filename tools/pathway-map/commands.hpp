// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/cli/tool.hpp"

// The commands of pathway-map, one a file. Each declaration adds its options, its examples and its body.

/// Add a service, a flow or a pathway.
void declare_add(thrive::cli::Command& command);
/// Record what the workshop saw at a service or a flow.
void declare_observe(thrive::cli::Command& command);
/// Add services, flows and observations from CSV.
void declare_import(thrive::cli::Command& command);
/// List services, flows, observations or pathways.
void declare_list(thrive::cli::Command& command);
/// Print a blank for the workshop, or its agenda.
void declare_sheet(thrive::cli::Command& command);
/// What the map shows, as findings with their evidence.
void declare_analyse(thrive::cli::Command& command);
/// The map as a picture, or as sentences.
void declare_draw(thrive::cli::Command& command);
/// What differs between two pathways, and what that means.
void declare_compare(thrive::cli::Command& command);
/// From the tables' maps to one.
void declare_agree(thrive::cli::Command& command);
/// From an event log: how young people really moved, and the drawn map beside it.
void declare_discover(thrive::cli::Command& command);
/// Correct services, pathways and observations.
void declare_edit(thrive::cli::Command& command);
