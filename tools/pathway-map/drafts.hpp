// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/cli/tool.hpp"
#include "libthrive/pathway/entry/additions.hpp"

// How the recording commands of pathway-map write into the project.

/// Adds flows to a pathway, one a line.
void write_flows(const std::string& pathway, const std::vector<thrive::model::Flow>& flows,
                 thrive::project::Changes& changes);

/// Adds all drafts to the project, or none.
thrive::cli::Exit record_drafts(thrive::cli::Session& session, const thrive::pathway::Drafts& drafts,
                                const std::string& summary);

/// Items as a field of a spreadsheet holds them: `a; b`.
std::string joined(const std::vector<std::string>& items);
