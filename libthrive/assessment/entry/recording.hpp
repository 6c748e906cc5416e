// SPDX-License-Identifier: MIT
//
// What becomes of scores that come in: new ones are added, and what is there already stays unless somebody says
// otherwise.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "libthrive/assessment/entry/imported.hpp"
#include "libthrive/records/update.hpp"

namespace thrive::assessment {

/// What becomes of a score that the project has in other words.
enum class Known {
  refused,
  replaced  // by what is given of it; a detail that is not given stays
};

/// A detail of a score that can be taken away by its name.
enum class ScoreDetail { evidence, votes };

/// How scores meet those that are there.
struct Meeting {
  Known known = Known::refused;
  std::vector<ScoreDetail> without{};  // what goes of a score that is replaced and gives no other
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
                             const std::vector<ImportedScore>& scores, const Meeting& meeting);

/// What the room agreed for an item as it goes into the project, whose words for it are `there`; a null pointer when it
/// has none. A reason that is not given stays, unless it is to go.
records::Update record_agreed_score(const std::string& id, const std::string& item, const model::AgreedScore* there,
                                    const model::AgreedScore& given, bool without_reason);

}  // namespace thrive::assessment

namespace thrive::model {

template <>
struct Names<assessment::ScoreDetail> {
  static constexpr std::string_view title = "detail of a score";
  static constexpr std::pair<assessment::ScoreDetail, std::string_view> values[] = {
      {assessment::ScoreDetail::evidence, "evidence"}, {assessment::ScoreDetail::votes, "votes"}};
};

}  // namespace thrive::model
