// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/cli/tool.hpp"
#include "libthrive/journeys/entry/extract_reader.hpp"
#include "libthrive/journeys/gate.hpp"
#include "libthrive/journeys/report.hpp"

// How the commands of measure read an extract of referrals: by a definition of the project, checked before a row is
// looked at.

/// The definition that is meant: the one named, or the only one there is.
struct ChosenExtract {
  std::string id;
  thrive::model::Extract definition;
};
std::optional<ChosenExtract> chosen_extract(const thrive::project::Opened& project, const std::string& id,
                                            thrive::cli::Session& session);

/// False, with an error, for a file about people that lies in the folder of a project, links followed.
bool stays_outside(const thrive::project::Opened& project, const std::string& file, thrive::cli::Session& session);

/// The rule for small numbers that goes with a definition when no option names one.
thrive::journeys::SuppressionRule usual_rule(const thrive::project::Opened& project,
                                             const thrive::model::Extract& definition);

/// What the reader is asked, by a definition.
thrive::journeys::ExtractQuestion question_of(const thrive::model::Extract& definition, thrive::text::Date cut_off);

/// An extract that came through the gate.
struct GatedExtract {
  thrive::journeys::Episodes episodes;
  thrive::journeys::Quality quality;
  /// The referrals in scope before the gate, when their keys were asked for.
  std::optional<thrive::journeys::Referrals> referrals;
};

/// Reads an extract and takes it through the gate, with its faults said. Nothing when it cannot be used.
std::optional<GatedExtract> read_gated(const std::string& file, const thrive::journeys::ExtractQuestion& question,
                                       const thrive::model::Extract& definition, thrive::cli::Session& session);

/// Exit::findings, with an error, when more than so many percent of the rows in scope had to be left out.
thrive::cli::Exit judged(const thrive::journeys::Quality& quality, double max_faults, const std::string& file,
                         thrive::cli::Session& session);
