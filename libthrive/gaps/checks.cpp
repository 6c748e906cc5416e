// SPDX-License-Identifier: MIT
#include "libthrive/gaps/checks.hpp"

#include <algorithm>
#include <unordered_set>

#include "libthrive/gaps/draft.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::gaps {

namespace {

using Findings = std::vector<findings::Finding>;

void check_columns(const std::string& id, const model::GapSheet& sheet, Findings& found) {
  const auto empty = [&](bool is_empty, const char* column) {
    if (is_empty) found.push_back({"gap-column-empty", {"gaps", id}, {{"sheet", id}, {"column", column}}});
  };
  empty(!sheet.ideal, "ideal");
  empty(sheet.in_place.empty(), "in place");
  empty(sheet.in_development.empty(), "in development");
  empty(sheet.gaps.empty(), "gaps");
  empty(sheet.training.empty(), "training");
  empty(sheet.recommendations.empty(), "recommendations");
}

using Words = std::unordered_set<std::string_view>;

/// What recommendations may call the gaps of a sheet: each line's words and, where it was drafted, its source.
Words names_of_gaps(const model::GapSheet& sheet) {
  Words names;
  for (const model::GapLine& gap : sheet.gaps) {
    names.insert(gap.text);
    if (gap.from) names.insert(*gap.from);
  }
  return names;
}

/// The gaps that recommendations say they close.
Words gaps_named(const model::GapSheet& sheet) {
  Words names;
  for (const auto& recommendation : sheet.recommendations)
    if (recommendation.value.gap) names.insert(*recommendation.value.gap);
  return names;
}

void check_recommendations(const std::string& id, const model::GapSheet& sheet, Findings& found) {
  const Words named = gaps_named(sheet);
  const Words gaps = names_of_gaps(sheet);
  const auto has_recommendation = [&named](const model::GapLine& gap) {
    return named.contains(gap.text) || (gap.from && named.contains(*gap.from));
  };
  const auto has_its_gap = [&gaps](const model::Recommendation& recommendation) {
    return !recommendation.gap || gaps.contains(*recommendation.gap);
  };
  for (std::size_t at = 0; at < sheet.gaps.size(); ++at)
    if (!has_recommendation(sheet.gaps[at]))
      found.push_back({"gap-without-recommendation",
                       {"gaps", id, "gaps", std::to_string(at)},
                       {{"sheet", id}, {"gap", sheet.gaps[at].text}}});
  for (const auto& recommendation : sheet.recommendations) {
    if (!has_its_gap(recommendation.value))
      found.push_back({"recommendation-for-no-gap",
                       {"gaps", id, "recommendations", recommendation.id, "gap"},
                       {{"sheet", id}, {"gap", recommendation.value.gap}}});
    if (!recommendation.value.owner)
      found.push_back({"recommendation-without-owner",
                       {"gaps", id, "recommendations", recommendation.id},
                       {{"sheet", id}, {"recommendation", recommendation.value.text}}});
    if (!recommendation.value.by)
      found.push_back({"recommendation-without-date",
                       {"gaps", id, "recommendations", recommendation.id},
                       {{"sheet", id}, {"recommendation", recommendation.value.text}}});
  }
}

/// The same words twice in one column, as after a merge: `gap record` refuses the second.
template <class Line>
void check_twice(const std::string& id, const char* column, const std::vector<Line>& lines, Findings& found) {
  Words seen;
  for (std::size_t at = 0; at < lines.size(); ++at)
    if (!seen.insert(lines[at].text).second)
      found.push_back({"gap-line-twice",
                       {"gaps", id, column, std::to_string(at)},
                       {{"sheet", id}, {"column", column}, {"line", lines[at].text}}});
}

void check_lines(const std::string& id, const model::GapSheet& sheet, Findings& found) {
  check_twice(id, "in_place", sheet.in_place, found);
  check_twice(id, "in_development", sheet.in_development, found);
  check_twice(id, "gaps", sheet.gaps, found);
  check_twice(id, "training", sheet.training, found);
  Words seen;
  for (const auto& recommendation : sheet.recommendations)
    if (!seen.insert(recommendation.value.text).second)
      found.push_back({"gap-line-twice",
                       {"gaps", id, "recommendations", recommendation.id},
                       {{"sheet", id}, {"column", "recommendations"}, {"line", recommendation.value.text}}});
}

/// True for a word that begins with "train": train, training, trained. A constraint is none.
bool speaks_of_training(std::string_view text) {
  const std::string folded = " " + text::kebab(text);
  for (std::size_t at = folded.find("train"); at != std::string::npos; at = folded.find("train", at + 1)) {
    const char before = folded[at - 1];
    if (before < 'a' || before > 'z') return true;
  }
  return false;
}

/// Training that no module is named for, nobody is named for, and no recommendation speaks of will not happen by
/// itself.
void check_training(const std::string& id, const model::GapSheet& sheet, Findings& found) {
  const bool is_recommended =
      std::any_of(sheet.recommendations.begin(), sheet.recommendations.end(),
                  [](const auto& recommendation) { return speaks_of_training(recommendation.value.text); });
  if (is_recommended) return;
  for (std::size_t at = 0; at < sheet.training.size(); ++at) {
    const model::TrainingNeed& need = sheet.training[at];
    if (!need.module && !need.who)
      found.push_back({"training-nowhere-else",
                       {"gaps", id, "training", std::to_string(at)},
                       {{"sheet", id}, {"training", need.text}}});
  }
}

/// Whose view a line is stands there in the group's own words: young-person, Young advisers, YP, care-experienced
/// child.
bool is_young(const std::optional<std::string>& voice) {
  const std::string words = text::kebab(voice.value_or(""));
  return words.find("young") != std::string::npos || words.find("child") != std::string::npos ||
         ("-" + words + "-").find("-yp-") != std::string::npos;
}

bool speaks_for_young_people(const std::vector<model::GapLine>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const model::GapLine& line) { return is_young(line.voice); });
}

}  // namespace

std::vector<findings::Finding> check_sheets(const model::Project& project) {
  Findings found;
  std::vector<std::string> order = priorities_to_draft(project);
  const std::unordered_set<std::string> agreed(order.begin(), order.end());
  for (const std::string& priority : order)
    if (!project.gaps.contains(priority))
      found.push_back({"priority-without-sheet", {"priorities", "agreed", "order"}, {{"priority", priority}}});
  for (const auto& entry : project.gaps)
    if (!agreed.contains(entry.id)) order.push_back(entry.id);
  for (const std::string& priority : order) {
    const model::GapSheet* sheet = project.gaps.find(priority);
    if (sheet == nullptr) continue;
    check_columns(priority, *sheet, found);
    check_lines(priority, *sheet, found);
    check_recommendations(priority, *sheet, found);
    check_training(priority, *sheet, found);
    if (!speaks_for_young_people(sheet->in_place) && !speaks_for_young_people(sheet->gaps))
      found.push_back({"no-young-persons-view", {"gaps", priority}, {{"sheet", priority}}});
  }
  return found;
}

}  // namespace thrive::gaps
