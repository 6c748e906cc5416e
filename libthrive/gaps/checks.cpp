// SPDX-License-Identifier: MIT
#include "libthrive/gaps/checks.hpp"

#include <algorithm>
#include <unordered_set>

#include "libthrive/gaps/draft.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::gaps {

namespace {

using text::Severity;

/// Collects the findings about one sheet.
class SheetFindings {
 public:
  SheetFindings(std::string priority, std::vector<Finding>& findings)
      : priority_(std::move(priority)), findings_(findings) {}
  void add(std::string code, Severity severity, std::string message, std::vector<std::string> below = {}) {
    std::vector<std::string> path = {"gaps", priority_};
    path.insert(path.end(), below.begin(), below.end());
    findings_.push_back({std::move(code), severity, "sheet '" + priority_ + "' " + message, std::move(path)});
  }

 private:
  std::string priority_;
  std::vector<Finding>& findings_;
};

void check_columns(const model::GapSheet& sheet, SheetFindings& findings) {
  const auto empty = [&findings](bool is_empty, const char* words) {
    if (is_empty) findings.add("gap-column-empty", Severity::warning, std::string("has nothing under ") + words);
  };
  empty(!sheet.ideal, "'ideal'");
  empty(sheet.in_place.empty(), "'in place'");
  empty(sheet.in_development.empty(), "'in development'");
  empty(sheet.gaps.empty(), "'gaps'");
  empty(sheet.training.empty(), "'training'");
  empty(sheet.recommendations.empty(), "'recommendations'");
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

void check_recommendations(const model::GapSheet& sheet, SheetFindings& findings) {
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
      findings.add("gap-without-recommendation", Severity::warning,
                   "has no recommendation for the gap '" + sheet.gaps[at].text + "'", {"gaps", std::to_string(at)});
  for (const auto& recommendation : sheet.recommendations) {
    if (!has_its_gap(recommendation.value))
      findings.add("recommendation-for-no-gap", Severity::warning,
                   "has a recommendation for a gap that is not on it: '" + *recommendation.value.gap + "'",
                   {"recommendations", recommendation.id, "gap"});
    if (!recommendation.value.owner)
      findings.add("recommendation-without-owner", Severity::warning,
                   "has a recommendation that nobody owns: '" + recommendation.value.text + "'",
                   {"recommendations", recommendation.id});
    if (!recommendation.value.by)
      findings.add("recommendation-without-date", Severity::warning,
                   "has a recommendation without a date: '" + recommendation.value.text + "'",
                   {"recommendations", recommendation.id});
  }
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
void check_training(const model::GapSheet& sheet, SheetFindings& findings) {
  const bool is_recommended =
      std::any_of(sheet.recommendations.begin(), sheet.recommendations.end(),
                  [](const auto& recommendation) { return speaks_of_training(recommendation.value.text); });
  if (is_recommended) return;
  for (std::size_t at = 0; at < sheet.training.size(); ++at) {
    const model::TrainingNeed& need = sheet.training[at];
    if (!need.module && !need.who)
      findings.add("training-nowhere-else", Severity::note,
                   "names training that nothing else does: '" + need.text + "'; who needs it?",
                   {"training", std::to_string(at)});
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

std::vector<Finding> check_sheets(const model::Project& project) {
  std::vector<Finding> findings;
  std::vector<std::string> order = priorities_to_draft(project);
  const std::unordered_set<std::string> agreed(order.begin(), order.end());
  for (const std::string& priority : order)
    if (!project.gaps.contains(priority))
      findings.push_back({"priority-without-sheet",
                          Severity::warning,
                          "priority '" + priority + "' has no gap sheet",
                          {"priorities", "agreed", "order"}});
  for (const auto& entry : project.gaps)
    if (!agreed.contains(entry.id)) order.push_back(entry.id);
  for (const std::string& priority : order) {
    const model::GapSheet* sheet = project.gaps.find(priority);
    if (sheet == nullptr) continue;
    SheetFindings about(priority, findings);
    check_columns(*sheet, about);
    check_recommendations(*sheet, about);
    check_training(*sheet, about);
    if (!speaks_for_young_people(sheet->in_place) && !speaks_for_young_people(sheet->gaps))
      about.add("no-young-persons-view", Severity::warning, "has no line marked as a young person's view");
  }
  return findings;
}

}  // namespace thrive::gaps
