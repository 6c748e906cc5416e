// SPDX-License-Identifier: MIT
#include "tools/pathway-map/analysis_options.hpp"

using namespace thrive;

pathway::AnalysisOptions analysis_options(const project::Opened& project) {
  pathway::AnalysisOptions options;
  options.groupings = project.vocabulary().ids("groupings");
  options.perspectives = project.vocabulary().ids("perspectives");
  options.kinds = project.vocabulary().ids("observation-kinds");
  return options;
}
