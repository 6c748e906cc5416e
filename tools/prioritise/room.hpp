// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/cli/tool.hpp"
#include "libthrive/priorities/candidates.hpp"
#include "libthrive/priorities/describe/describe.hpp"

/// What is to be chosen from, and by which rules.
struct Room {
  thrive::model::Priorities priorities;
  std::string assessment;  // the one to go by; empty when there is none
  std::vector<std::string> candidates;
  thrive::priorities::ItemNames names;
  thrive::priorities::Heading heading;
  std::vector<thrive::priorities::Candidate> known;  // what is known of the candidates
};

/// What a project's room has to choose from; the scores are those of `assessment`, or of the one to go by when it is
/// empty.
Room room_of(const thrive::project::Opened& project, const std::string& assessment = {});

/// False, with a problem, when there is nothing to count or a weight cannot be counted exactly.
bool can_count(const thrive::project::Opened& project, const Room& room, thrive::text::Diagnostics& problems);
