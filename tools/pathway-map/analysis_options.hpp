// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/cli/tool.hpp"
#include "libthrive/pathway/analysis.hpp"

/// The words that an analysis counts by, from the project's vocabulary.
thrive::pathway::AnalysisOptions analysis_options(const thrive::project::Opened& project);
