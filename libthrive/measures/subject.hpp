// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/measures/analysis.hpp"
#include "libthrive/model/project.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::measures {

/// A PDSA cycle that may have changed the process.
struct CycleMark {
  std::string id;
  std::string name;
  text::Date start{};
  std::optional<text::Date> end;
  std::string ramp;
};

/// Words that stand at a date.
struct Note {
  text::Date at{};
  std::string text;
};

/// What is charted: the measure's own words, the cycles and notes to show beside the figures, and where they come from.
struct Subject {
  std::string id;
  model::Measure measure;
  std::vector<CycleMark> cycles;  // by start
  std::vector<Note> notes;        // from the data file
  std::string source;             // the data file, or what the measure says
  std::string classification;
  text::SmallNumbers small{0};  // which counts readers do not see; a bare file belongs to no project that says so
  bool has_frequency = true;    // false for a bare file: how often is seen from its dates
  std::optional<double> scale;  // of a bare file: its ratios are numerator / denominator times this
};

/// A measure of a project with the cycles of the ramps that name it.
Subject subject_of(const model::Project& project, const std::string& measure, const model::Series& series);

/// A bare CSV file: named after itself.
Subject subject_of_file(const std::string& path, double scale, const model::Series& series);

/// The measures asked for, all of them when none is named. An unknown one is left out, with an error in `problems`.
std::vector<std::string> wanted(const model::Project& project, const std::vector<std::string>& asked,
                                text::Diagnostics& problems);

}  // namespace thrive::measures
