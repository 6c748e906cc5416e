// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/cli/tool.hpp"
#include "libthrive/journeys/journeys_found.hpp"
#include "libthrive/journeys/partial.hpp"
#include "libthrive/journeys/report.hpp"
#include "libthrive/journeys/untold.hpp"

// How the commands of pathway-map read event logs: by a definition of the project or by options, rows or summaries of
// parts.

/// What can be asked of a log.
struct LogOptions {
  std::string from;
  std::vector<std::string> merge;
  std::string log;
  thrive::journeys::LogColumns columns;
  std::optional<thrive::journeys::TieRule> ties;
  std::string pathway;
  std::optional<thrive::journeys::SuppressionRule> suppress;

  /// True when anything is asked of a log beside its file.
  bool asks_for_something() const;
};

/// Adds the options that say how a log is read, but for its file.
void add_log_options(thrive::cli::Command& command, LogOptions& options);

/// A log that was read and counted, with the map that it is held against.
class CountedLog {
 public:
  /// Reads what the options name. Nothing, with problems, when that cannot be done. The project must outlive it.
  static std::optional<CountedLog> read(const LogOptions& options, const thrive::project::Opened* project,
                                        thrive::cli::Session& session);

  thrive::journeys::PartOfLog part;
  std::string id;                                                 // of its definition; empty without one
  const thrive::model::EventLogDefinition* definition = nullptr;  // may be none
  thrive::journeys::DrawnMap map;                                 // without a project there is none

  /// Everything that it says, exactly.
  thrive::journeys::JourneysFound found(thrive::cli::Session& session);
};

/// Work for all processors.
thrive::journeys::AtOnce at_once_of(thrive::cli::Session& session);

/// False, with an error of this code, for a file that lies in the folder of a project, links followed.
bool stays_outside(const thrive::project::Opened* project, const std::string& file, const char* code,
                   thrive::cli::Session& session);

/// What a log says, with small numbers left untold. Nothing, with an error, when it may not be told where it would go.
std::optional<thrive::journeys::JourneysFound> told_in(CountedLog& counted, const LogOptions& options,
                                                       const thrive::project::Opened* project,
                                                       thrive::cli::Session& session);
