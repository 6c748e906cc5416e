// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/cli/tool.hpp"
#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/measures/false_alarms.hpp"
#include "libthrive/measures/request.hpp"
#include "libthrive/measures/rule_book.hpp"

// How the commands of measure read figures: from a project or a file, on which chart, by which rules.

/// What the commands that read figures have in common.
struct Reading {
  std::vector<std::string> measures;
  std::string series;
  thrive::project::SeriesColumns columns;
  std::string value_column;
  bool percent = false;
  thrive::measures::Request request;
};

/// Adds the option that chooses a rule set: one of those that come with the toolkit, or that a site has put beside
/// them.
void add_rules_option(thrive::cli::Command& command, Reading& reading);

/// Adds the options that choose a measure, its chart and its rules.
void add_reading_options(thrive::cli::Command& command, Reading& reading);

/// Adds the options that read a file instead of a project.
void add_series_options(thrive::cli::Command& command, Reading& reading);

/// A usage mistake where options would be ignored: those that read a file without one, and a measure beside a file.
void refuse_ignored(const Reading& reading, const thrive::cli::Session& session);

/// The rule sets that have been read, by name. Asked from several threads.
class DatedRules : public thrive::measures::RuleBook {
 public:
  explicit DatedRules(thrive::cli::Session& session);
  /// The day to read figures on, and whether `--as-of` named it.
  thrive::text::Date today() const;
  bool names_as_of() const;

 private:
  thrive::cli::Session& session_;
};

/// A measure's figures, read by the rules asked for. Nothing, with problems added, when that cannot be done.
std::optional<thrive::measures::Read> read_measure(const Reading& reading, const thrive::project::Opened& project,
                                                   const std::string& id, DatedRules& book,
                                                   thrive::text::Diagnostics& problems);

/// The figures of a file, read by the rules asked for. Nothing, with problems added, when that cannot be done.
std::optional<std::vector<thrive::measures::Read>> read_file(const Reading& reading, thrive::cli::Session& session);

/// Measures of a project, all of them, on all processors. One whose figures are not here is left out, with a warning;
/// nothing when no figures are, or one of them cannot be used.
std::optional<std::vector<thrive::measures::Read>> read_measures(const Reading& reading,
                                                                 const thrive::project::Opened& project,
                                                                 const std::vector<std::string>& ids, DatedRules& book,
                                                                 thrive::text::Diagnostics& problems);
/// The same of the one project of a session.
std::optional<std::vector<thrive::measures::Read>> read_measures(const Reading& reading,
                                                                 const thrive::project::Opened& project,
                                                                 const std::vector<std::string>& ids,
                                                                 thrive::cli::Session& session);

/// The file or the measures asked for, all of them, on all processors. Nothing when one of them cannot be read.
std::optional<std::vector<thrive::measures::Read>> read_all(const Reading& reading, thrive::cli::Session& session);

/// How often rules cry wolf, by chart and length.
thrive::measures::FalseAlarmTable read_false_alarms(thrive::cli::Session& session);

/// Adds to each chart how often its rules cry wolf.
void add_false_alarms(std::vector<thrive::measures::Read>& all, thrive::cli::Session& session);
