// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <string>

#include "libthrive/project/found.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/records/scalars.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

namespace {

bool is_on(const model::Scale& scale, int points) { return points >= scale.min && points <= scale.max; }

/// False when the scale itself makes no sense: then nothing can be said of the scores.
bool check_scale(const Opened& project, const std::string& id, const model::Scale& scale, text::Diagnostics& problems) {
  const Path path{"instruments", id, "scale"};
  if (scale.min >= scale.max)
    say(project, problems, {"scale-upside-down", path, {{"instrument", id}, {"min", scale.min}, {"max", scale.max}}});
  else if (scale.thrive_like_from <= scale.min || scale.thrive_like_from > scale.max)
    say(project, problems,
        {"scale-upside-down",
         path,
         {{"case", "threshold"},
          {"instrument", id},
          {"thrive_like_from", scale.thrive_like_from},
          {"min", scale.min},
          {"max", scale.max}}});
  return scale.min < scale.max;
}

void check_descriptors(const Opened& project, const std::string& id, const model::Instrument& instrument,
                       text::Diagnostics& problems) {
  const model::Scale& scale = instrument.scale;
  for (const auto& [item_id, item] : instrument.items) {
    std::size_t described = 0;
    for (const auto& [score, words] : item.descriptors) {
      records::Misfit ignored;
      const auto points = records::parse_whole_number(score, ignored);
      described += points && is_on(scale, *points);
      if (points && is_on(scale, *points)) continue;
      say_of_key(project, problems,
                 {"score-outside-scale",
                  {"instruments", id, "items", item_id, "descriptors", score},
                  {{"case", "descriptor"}, {"score", score}, {"min", scale.min}, {"max", scale.max}}});
    }
    const auto wanted = static_cast<std::size_t>(scale.max - scale.min) + 1;
    if (described < wanted && described == item.descriptors.size())
      say_of_key(project, problems,
                 {"descriptor-missing",
                  {"instruments", id, "items", item_id},
                  {{"item", item_id}, {"described", described}, {"scores", wanted}}});
  }
}

/// Checks the scores of one assessment against the scale of its instrument.
class ScoreChecker {
 public:
  ScoreChecker(const Opened& project, const model::Scale& scale, text::Diagnostics& problems)
      : project_(project), scale_(scale), problems_(problems) {}

  void check(const model::Score& score, const Path& path) {
    if (score.is_unknown() || is_on(scale_, *score.points)) return;
    say(project_, problems_,
        {"score-outside-scale", path, {{"score", *score.points}, {"min", scale_.min}, {"max", scale_.max}}});
  }

  /// A table that scored nothing while others did: it would be counted among those that scored.
  void check_answers(const std::string& id, const model::Assessment& assessment) {
    const auto has_scores = [](const auto& table) { return !table.value.scores.empty(); };
    if (std::none_of(assessment.tables.begin(), assessment.tables.end(), has_scores)) return;
    for (const auto& table : assessment.tables)
      if (!has_scores(table))
        say_of_key(project_, problems_,
                   {"table-without-scores", {"assessments", id, "tables", table.id}, {{"table", table.id}}});
  }

  /// Two tables whose names differ in capitals or dashes only are mostly one.
  void check_names(const std::string& id, const model::Assessment& assessment) {
    std::map<std::string, std::string> spelling;
    for (const auto& table : assessment.tables) {
      const auto [other, is_new] = spelling.emplace(text::kebab(table.id), table.id);
      if (!is_new)
        say_of_key(project_, problems_,
                   {"table-spelt-two-ways",
                    {"assessments", id, "tables", table.id},
                    {{"table", table.id}, {"other", other->second}}});
    }
  }

  void check_table(const std::string& assessment, const std::string& id, const model::TableAssessment& table) {
    for (const auto& [item, answer] : table.scores) {
      const Path path{"assessments", assessment, "tables", id, "scores", item};
      check(answer.score, below(path, "score"));
      for (std::size_t i = 0; i < answer.votes.size(); ++i) {
        Path vote = below(path, "votes");
        vote.push_back(std::to_string(i));
        check(answer.votes[i], vote);
      }
      if (table.seats && !answer.votes.empty() && answer.votes.size() != static_cast<std::size_t>(*table.seats))
        say(project_, problems_,
            {"votes-and-seats",
             below(path, "votes"),
             {{"votes", answer.votes.size()}, {"item", item}, {"seats", *table.seats}}});
    }
  }

 private:
  static Path below(Path path, std::string key) {
    path.push_back(std::move(key));
    return path;
  }

  const Opened& project_;
  const model::Scale& scale_;
  text::Diagnostics& problems_;
};

}  // namespace

void check_assessments(const Opened& project, text::Diagnostics& problems) {
  for (const auto& [id, instrument] : project.model().instruments) {
    if (check_scale(project, id, instrument.scale, problems)) check_descriptors(project, id, instrument, problems);
  }
  for (const auto& [id, assessment] : project.model().assessments) {
    const model::Instrument* instrument = project.instrument(assessment.instrument);
    // A missing instrument and a scale upside down have been reported.
    if (instrument == nullptr || instrument->scale.min >= instrument->scale.max) continue;
    ScoreChecker checker(project, instrument->scale, problems);
    checker.check_answers(id, assessment);
    checker.check_names(id, assessment);
    for (const auto& [table_id, table] : assessment.tables) checker.check_table(id, table_id, table);
    for (const auto& [item, agreed] : assessment.agreed)
      checker.check(agreed.score, {"assessments", id, "agreed", item, "score"});
  }
}

}  // namespace thrive::project
