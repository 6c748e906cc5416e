// SPDX-License-Identifier: MIT
#include "libthrive/assessment/entry/recording.hpp"

#include <set>
#include <utility>

#include "libthrive/records/to_value.hpp"

namespace thrive::assessment {

namespace {

using records::Edit;

/// A score with every detail under its name, also when the file has the score alone.
text::Value in_full(const model::TableScore& score) { return records::to_value(score, records::Fullness::full); }

/// A known score with the details that another gives.
model::TableScore with_details(model::TableScore known, const model::TableScore& given) {
  known.score = given.score;
  if (given.evidence) known.evidence = given.evidence;
  if (!given.votes.empty()) known.votes = given.votes;
  return known;
}

}  // namespace

RecordedScores record_scores(const std::string& id, const model::Assessment& assessment,
                             const std::vector<ImportedScore>& scores, Known known) {
  RecordedScores recorded;
  std::set<std::string> added_tables;
  for (const ImportedScore& score : scores) {
    const std::vector<std::string> section = {"assessments", id, "tables", score.table, "scores"};
    std::vector<std::string> path = section;
    path.push_back(score.item);
    const model::TableAssessment* table = assessment.tables.find(score.table);
    const model::TableScore* there = table == nullptr ? nullptr : table->scores.find(score.item);
    const text::Value value = records::to_value(score.score);
    if (table == nullptr && added_tables.insert(score.table).second) {
      text::Value added = text::Value::map();
      added.set("scores", text::Value::map().set(score.item, value));
      recorded.changes.push_back({Edit::Kind::insert, {"assessments", id, "tables"}, score.table, std::move(added)});
      continue;
    }
    if (there == nullptr) {
      recorded.changes.push_back({Edit::Kind::insert, section, score.item, value, true});
      continue;
    }
    if (*there == score.score) continue;
    if (known == Known::replaced) {
      recorded.changes.push_back({Edit::Kind::set, path, {}, value, true});
      continue;
    }
    records::Update update = records::update_of(in_full(*there), in_full(score.score), path);
    if (update.empty()) continue;
    if (known == Known::refused) {
      recorded.conflicts.push_back({path, score.table, score.item, update.as_refusal()});
      continue;
    }
    // A score that stands alone in the file becomes one with details.
    if (records::to_value(*there).as_map() == nullptr)
      update.changes = {{Edit::Kind::set, path, {}, records::to_value(with_details(*there, score.score)), true}};
    recorded.changes.insert(recorded.changes.end(), update.changes.begin(), update.changes.end());
    recorded.update.append(std::move(update));
  }
  return recorded;
}

}  // namespace thrive::assessment
