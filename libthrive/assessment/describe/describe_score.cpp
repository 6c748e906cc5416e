// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "libthrive/assessment/describe/describe.hpp"
#include "libthrive/assessment/describe/describe_said.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::assessment {

namespace {

/// How many tables chose each number: "1·1·1·0".
std::string counts_in_words(const ItemStatistics& statistics) {
  std::vector<std::string> counts;
  for (const std::size_t count : statistics.counts) counts.push_back(std::to_string(count));
  return text::join(counts, " ");
}

std::string spread_in_words(const ScoredItem& item) {
  std::vector<std::string> flags;
  if (item.statistics.straddles) flags.emplace_back("straddles");
  if (item.statistics.has_gap) flags.emplace_back("gap");
  if (!item.isolated.empty()) flags.push_back("only " + item.isolated.front());
  if (item.unknown > 0) flags.push_back(report::count_of(item.unknown, "unknown", "unknown"));
  return text::join(flags, ", ");
}

/// The room cannot agree a half; it differs from the tables when it leaves the two scores that a half lies between.
bool room_differs(const ScoredItem& item) {
  if (item.agreed == nullptr || !item.agreed->score.points || !item.statistics.median) return false;
  const double agreed = *item.agreed->score.points;
  return agreed < std::floor(*item.statistics.median) || agreed > std::ceil(*item.statistics.median);
}

std::string agreed_in_words(const ScoredItem& item) {
  if (item.agreed == nullptr) return "";
  if (!item.agreed->score.points) return "unknown";
  std::string words = std::to_string(*item.agreed->score.points);
  if (room_differs(item)) words += " (differs)";
  return words;
}

report::Table items_table(const Scoring& scoring) {
  report::Table table;
  std::string scale;
  for (int score = scoring.scale.lowest; score <= scoring.scale.highest; ++score)
    scale += (scale.empty() ? "" : " ") + std::to_string(score);
  table.caption = "Tables that chose each of " + scale + ", and what they make of it";
  table.columns = {{"Item"},   {"What"},  {scale}, {"Median"}, {"THRIVE-like", report::Align::right},
                   {"Spread"}, {"Agreed"}};
  for (const ScoredItem& item : scoring.items) {
    const std::optional<double>& share = item.statistics.percent_thrive_like;
    table.rows.push_back({item.id, item.item->title, counts_in_words(item.statistics),
                          score_in_words(item.statistics.median), share ? report::number(*share) + "%" : "",
                          spread_in_words(item), agreed_in_words(item)});
  }
  return table;
}

report::Table groups_table(std::string_view what, std::string_view list, const std::vector<Group>& groups,
                           const model::Vocabulary& vocabulary) {
  report::Table table;
  table.columns = {
      {std::string(what)}, {"Items", report::Align::right}, {"THRIVE-like", report::Align::right}, {"Median"}};
  for (const Group& group : groups)
    table.rows.push_back({vocabulary.name(list, group.id), std::to_string(group.items),
                          group.scored == 0 ? "" : fmt::format("{} of {}", group.thrive_like, group.scored),
                          score_in_words(group.median)});
  return table;
}

void add_reasons(report::Document& document, const Scoring& scoring) {
  std::vector<std::string> lines;
  std::vector<const ScoredItem*> further;
  for (const ScoredItem& item : scoring.items) {
    if (!room_differs(item)) {
      if (item.agreed != nullptr && item.agreed->reason) further.push_back(&item);
      continue;
    }
    lines.push_back(fmt::format("{}, {}: the room agreed {}, the tables' median is {}. {}", item.id, item.item->title,
                                *item.agreed->score.points, score_in_words(item.statistics.median),
                                item.agreed->reason ? "Reason: " + *item.agreed->reason : "No reason is recorded."));
  }
  if (lines.empty() && further.empty()) return;
  document.heading(1, lines.empty() ? "Why the room agreed" : "Where the room and the tables differ");
  if (!lines.empty()) document.items(lines);
  add_reasons_given(document, further);
}

/// Items by how many tables named no evidence, most first; items with the same number share a line.
void add_evidence(report::Document& document, const Scoring& scoring) {
  std::vector<std::string> lines, by_nobody;
  for (const ScoredItem& item : scoring.items) {
    if (item.without_evidence == 0) continue;
    if (item.without_evidence == item.statistics.n && item.statistics.n > 1)
      by_nobody.push_back(item.id);
    else
      lines.push_back(fmt::format("{}, {}: {} scored without naming any", item.id, item.item->title,
                                  report::count_of(item.without_evidence, "table")));
  }
  if (!by_nobody.empty()) lines.push_back("No table named any for " + text::join_in_words(by_nobody));
  document.heading(1, "Evidence that is missing");
  if (lines.empty()) {
    document.paragraph("Every table named its evidence for every score.");
  } else {
    document.items(lines);
  }
}

void add_talk(report::Document& document, const Scoring& scoring) {
  document.heading(1, "Talk about these first");
  std::vector<std::string> lines;
  for (const ScoredItem* item : items_to_talk_about(scoring)) lines.push_back(talk_starter(*item));
  if (lines.empty()) {
    document.paragraph("No two tables are two or more apart on any item.");
  } else {
    document.items(lines, true);
  }
}

std::string or_undefined(const std::optional<double>& value) {
  return value ? report::number(*value, 2) : "not defined";
}

/// True when two tables or more scored, and every score of every table is the same number.
bool all_the_same(const Scoring& scoring) {
  std::vector<std::size_t> totals(scoring.scale.categories(), 0);
  bool has_pair = false;
  for (const ScoredItem& item : scoring.items) {
    has_pair = has_pair || item.statistics.n > 1;
    for (std::size_t at = 0; at < totals.size(); ++at) totals[at] += item.statistics.counts[at];
  }
  return has_pair && std::count(totals.begin(), totals.end(), 0) + 1 == static_cast<std::ptrdiff_t>(totals.size());
}

std::string alpha_in_words(const Scoring& scoring) {
  if (all_the_same(scoring)) return "all scores identical: complete agreement, alpha not defined";
  return "Krippendorff's alpha (ordinal) " + or_undefined(scoring.alpha.ordinal);
}

void add_agreement(report::Document& document, const Scoring& scoring) {
  if (scoring.tables.size() < 2) return;
  document.paragraph(
      fmt::format("{}; Gwet's AC2 (linear) {}; Kendall's W {} over the {} that all tables scored. They describe; when "
                  "tables nearly always agree there is little left for alpha to explain, and tables that know "
                  "different parts of the system should differ.",
                  alpha_in_words(scoring), or_undefined(scoring.gwet.ac2_linear), or_undefined(scoring.concordance.w),
                  report::count_of(scoring.concordance.items_used, "item")),
      "Agreement between tables:");
}

/// The votes of one item as a row; counts that would show what a seat said are hidden, also from whoever knows how many
/// sat in the room.
std::vector<report::Cell> row_of_votes(const ScoredItem& item, const text::SmallNumbers& small) {
  const std::vector<double> counts(item.votes.begin(), item.votes.end());
  const std::vector<bool> hidden = text::hidden_together(counts, small);
  std::vector<report::Cell> row = {item.id};
  for (std::size_t at = 0; at < counts.size(); ++at)
    row.emplace_back(small.hides(counts[at]) ? report::people_number(counts[at], small)
                     : hidden[at]            ? std::string("not shown")
                                             : report::number(counts[at]));
  return row;
}

/// What single seats said, added up over the room, and only where nobody can be told apart.
void add_votes(report::Document& document, const Scoring& scoring, const text::SmallNumbers& small) {
  report::Table table;
  table.caption = "Votes of all seats before the tables talked";
  if (small.under > 1)
    table.caption +=
        fmt::format(", where there are {} or more", small.under == 5 ? "five" : report::number(small.under));
  table.columns = {{"Item"}};
  for (int score = scoring.scale.lowest; score <= scoring.scale.highest; ++score)
    table.columns.push_back({std::to_string(score), report::Align::right});
  for (const ScoredItem& item : scoring.items) {
    std::size_t votes = 0;
    for (const std::size_t count : item.votes) votes += count;
    if (votes > 0 && !small.hides(static_cast<double>(votes))) table.rows.push_back(row_of_votes(item, small));
  }
  if (!table.rows.empty()) document.table(std::move(table));
}

std::string basis_in_words(Basis basis) {
  switch (basis) {
    case Basis::agreed:
      return "by the scores that the room agreed";
    case Basis::table_medians:
      return "by the tables' medians, as the room has not agreed yet";
    case Basis::agreed_else_table_medians:
      break;
  }
  return "by the room's scores, and the tables' medians where it has not agreed";
}

}  // namespace

report::Document describe_score(const Scoring& scoring, const model::Project& project,
                                const model::Vocabulary& vocabulary) {
  report::Document document;
  document.title = "How THRIVE-like we are";
  document.subtitle = fmt::format("{}: {}, {}, instrument {}", project.project.locality.value_or(project.project.name),
                                  scoring.id, text::format_date_in_words(scoring.date), scoring.instrument);
  document.classification = project.project.classification.value_or("");
  document.paragraph(fmt::format("{} of {} items are THRIVE-like ({} or more), {}. {} scored.", scoring.thrive_like,
                                 scoring.of, scoring.scale.thrive_like_from, basis_in_words(scoring.basis),
                                 report::count_of(scoring.tables.size(), "table")));
  document.table(items_table(scoring));
  document.paragraph(
      "Straddles: at least two tables, and a quarter of them, on each side of the line. Gap: two or more apart. Only "
      "A: table A alone stands apart.");
  document.figure({heatmap_svg(scoring, project, vocabulary),
                   "Scores of every table for every item, and levels about the THRIVE-like line", "",
                   "Scores by item and table"});
  document.heading(1, "By level and principle");
  document.table(groups_table("Level", "levels", scoring.levels, vocabulary));
  document.table(groups_table("Principle", "principles", scoring.principles, vocabulary));
  add_reasons(document, scoring);
  add_evidence(document, scoring);
  add_talk(document, scoring);
  add_votes(document, scoring, model::small_numbers(project.project));
  add_agreement(document, scoring);
  if (const model::Assessment* assessment = project.assessments.find(scoring.id))
    add_who_and_what(document, scoring, *assessment);
  add_what_tables_said(document, scoring);
  return document;
}

report::Table table_of_scores(const Scoring& scoring) {
  report::Table table;
  table.columns = {{"item"}, {"title"}, {"level"}};
  for (const std::string& name : scoring.tables) table.columns.push_back({"table_" + name});
  for (const char* column :
       {"n", "median", "percent_thrive_like", "leik_dispersion", "straddles", "gap", "agreed", "mean"})
    table.columns.push_back({column});
  const auto exact = [](const std::optional<double>& value) {
    return report::Cell(value ? fmt::format("{}", *value) : "", text::Value(value));
  };
  for (const ScoredItem& item : scoring.items) {
    std::vector<report::Cell> row = {item.id, item.item->title, item.item->level};
    for (const TableAnswer& given : item.answers) {
      if (given.answer == nullptr)
        row.emplace_back("");
      else
        row.emplace_back(given.answer->score.points ? std::to_string(*given.answer->score.points) : "unknown");
    }
    row.emplace_back(std::to_string(item.statistics.n), item.statistics.n);
    row.push_back(exact(item.statistics.median));
    row.push_back(exact(item.statistics.percent_thrive_like));
    row.push_back(exact(item.statistics.leik_dispersion));
    row.emplace_back(item.statistics.straddles ? "true" : "false");
    row.emplace_back(item.statistics.has_gap ? "true" : "false");
    row.emplace_back(item.agreed == nullptr      ? ""
                     : item.agreed->score.points ? std::to_string(*item.agreed->score.points)
                                                 : "unknown");
    row.push_back(exact(item.statistics.mean));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace thrive::assessment
