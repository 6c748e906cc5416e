// SPDX-License-Identifier: MIT
#include "libthrive/assessment/entry/recording.hpp"

#include <algorithm>
#include <utility>

#include "libthrive/records/to_value.hpp"

namespace thrive::assessment {

namespace {

using records::Edit;

/// A score with every detail under its name, also when the file has the score alone.
template <class Score>
text::Value in_full(const Score& score) {
  return records::to_value(score, records::Fullness::full);
}

bool goes(const Meeting& meeting, ScoreDetail detail) {
  return std::find(meeting.without.begin(), meeting.without.end(), detail) != meeting.without.end();
}

/// A known score with the details that another gives, and without those that are to go.
model::TableScore with_details(model::TableScore known, const model::TableScore& given, const Meeting& meeting) {
  known.score = given.score;
  if (given.evidence || goes(meeting, ScoreDetail::evidence)) known.evidence = given.evidence;
  if (!given.votes.empty() || goes(meeting, ScoreDetail::votes)) known.votes = given.votes;
  return known;
}

/// What makes one score into another. A score that stands alone in the file becomes one with details.
template <class Score>
records::Update replacement(const Score& there, const Score& after, const std::vector<std::string>& path) {
  records::Update update = records::replacement_of(in_full(there), in_full(after), path);
  if (!update.empty() && records::to_value(there).as_map() == nullptr)
    update.changes = {{Edit::Kind::set, path, {}, records::to_value(after), true}};
  return update;
}

}  // namespace

RecordedScores record_scores(const std::string& id, const model::Assessment& assessment,
                             const std::vector<ImportedScore>& scores, const Meeting& meeting) {
  RecordedScores recorded;
  for (const ImportedScore& score : scores) {
    const std::vector<std::string> section = {"assessments", id, "tables", score.table, "scores"};
    std::vector<std::string> path = section;
    path.push_back(score.item);
    const model::TableAssessment* table = assessment.tables.find(score.table);
    const model::TableScore* there = table == nullptr ? nullptr : table->scores.find(score.item);
    if (there == nullptr) {
      recorded.changes.push_back({Edit::Kind::insert, section, score.item, records::to_value(score.score), true, true});
      continue;
    }
    records::Update update = replacement(*there, with_details(*there, score.score, meeting), path);
    if (update.empty()) continue;
    if (meeting.known == Known::refused) {
      recorded.conflicts.push_back({path, score.table, score.item, update.as_refusal()});
      continue;
    }
    recorded.changes.insert(recorded.changes.end(), update.changes.begin(), update.changes.end());
    recorded.update.append(std::move(update));
  }
  return recorded;
}

records::Update record_agreed_score(const std::string& id, const std::string& item, const model::AgreedScore* there,
                                    const model::AgreedScore& given, bool without_reason) {
  const std::vector<std::string> path = {"assessments", id, "agreed", item};
  if (there == nullptr) {
    records::Update first;
    first.changes.push_back({Edit::Kind::set, path, {}, records::to_value(given), true, true});
    return first;
  }
  model::AgreedScore after = given;
  if (!after.reason && !without_reason) after.reason = there->reason;
  return replacement(*there, after, path);
}

}  // namespace thrive::assessment
