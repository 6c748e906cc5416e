// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/findings/forms.hpp"
#include "libthrive/model/measures.hpp"
#include "libthrive/model/series.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::project {

/// What those who know charts doubt about the figures of a measure; findings with paths. Asked from several threads.
using Doubts = std::function<std::vector<findings::Finding>(const model::Measure& measure, const model::Series& series,
                                                            const std::vector<std::string>& path)>;

/// Everything that is wrong with one project: YAML, fields, references, dates after `today`, data files, personal data,
/// and what `doubts` says of the figures of each measure.
findings::Checked check(const std::string& path, text::Date today, const Doubts& doubts = {});

/// Checks many projects, on all processors, in the order given. Memory holds the findings, and one project a processor.
std::vector<findings::Checked> check_all(const std::vector<std::string>& paths, text::Date today,
                                         const Doubts& doubts = {});

}  // namespace thrive::project
