// SPDX-License-Identifier: MIT
//
// What becomes of scores that come in: new ones are added, and what is there already stays unless somebody says
// otherwise.
#pragma once

#include <string>
#include <vector>

#include "libthrive/assessment/entry/imported.hpp"
#include "libthrive/records/update.hpp"

namespace thrive::assessment {

/// What becomes of a score that the project has in other words.
enum class Known {
  refused,
  replaced,  // by what comes in, whole
  updated    // blanks are filled, other details change, nothing is erased
};

/// A score that is there in other words and may not change.
struct ScoreConflict {
  std::vector<std::string> path;
  std::string table, item;
  std::string differences;  // in words
};

/// Scores as they go into the project.
struct RecordedScores {
  std::vector<records::Edit> changes;
  records::Update update;  // of scores that are there; its changes are among `changes`
  std::vector<ScoreConflict> conflicts;
};

/// Compares scores with an assessment, whose id is `id`, and says what to write.
RecordedScores record_scores(const std::string& id, const model::Assessment& assessment,
                             const std::vector<ImportedScore>& scores, Known known);

}  // namespace thrive::assessment
