// SPDX-License-Identifier: MIT
#include "libthrive/assessment/entry/agreeing.hpp"

#include <algorithm>

#include "libthrive/assessment/entry/imported.hpp"
#include "libthrive/findings/say.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::assessment {

namespace {

/// True when the tables scored the item and none of them said so much or so little.
bool leaves_range(const model::Assessment& assessment, std::string_view item, const model::Score& score) {
  const auto range = range_of_tables(assessment, item);
  return range && score.points && (*score.points < range->first || *score.points > range->second);
}

}  // namespace

std::optional<std::pair<int, int>> range_of_tables(const model::Assessment& assessment, std::string_view item) {
  std::optional<std::pair<int, int>> range;
  for (const auto& table : assessment.tables) {
    const model::TableScore* answer = table.value.scores.find(item);
    if (answer == nullptr || !answer->score.points) continue;
    const int points = *answer->score.points;
    range =
        range ? std::pair(std::min(range->first, points), std::max(range->second, points)) : std::pair(points, points);
  }
  return range;
}

std::optional<model::Score> check_agreement(const WrittenAgreement& written, const model::Assessment& assessment,
                                            const model::Instrument& instrument, const text::Place& place,
                                            text::Diagnostics& problems) {
  if (!instrument.items.contains(written.item)) {
    problems.error("unknown-item", place, "the instrument has no item '" + written.item + "'",
                   text::did_you_mean(written.item, instrument.items.ids()));
    return std::nullopt;
  }
  const auto score = parse_score(written.score, instrument.scale);
  if (!score) {
    findings::say(
        problems,
        {"score-outside-scale", place, {{"case", "agreed"}, {"score", written.score}, {"item", written.item}}});
    return std::nullopt;
  }
  const model::AgreedScore* there = assessment.agreed.find(written.item);
  if (there != nullptr && !written.replace) {
    findings::say(problems, {"agreed-already", place, {{"item", written.item}}});
    return std::nullopt;
  }
  const bool keeps_reason = there != nullptr && there->reason && there->score == *score && !written.without_reason;
  if (leaves_range(assessment, written.item, *score) && written.reason.empty() && !keeps_reason) {
    findings::say(
        problems,
        {"agreed-without-reason", place, {{"case", "recording"}, {"score", *score->points}, {"item", written.item}}});
    return std::nullopt;
  }
  return score;
}

std::vector<findings::Finding> agreed_without_reason(const std::string& id, const model::Assessment& assessment) {
  std::vector<findings::Finding> found;
  for (const auto& [item, agreed] : assessment.agreed)
    if (!agreed.reason && leaves_range(assessment, item, agreed.score))
      found.push_back({"agreed-without-reason",
                       {"assessments", id, "agreed", item},
                       {{"score", *agreed.score.points}, {"item", item}}});
  return found;
}

}  // namespace thrive::assessment
