// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "libthrive/assessment/describe/describe.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::assessment {

namespace {

constexpr std::size_t fewest_for_a_test = 6;  // five moves can never reach p = 0.05

std::string change_in_words(const std::optional<double>& change) {
  if (!change) return "not known";
  if (*change == 0) return "same";
  return (*change > 0 ? "up " : "down ") + report::number(std::abs(*change), *change == std::floor(*change) ? 0 : 1);
}

std::string p_in_words(double p) { return p < 0.001 ? "below 0.001" : report::number(p, 3); }

void add_tests(report::Document& document, const ChangeTests& tests) {
  document.heading(1, "Could it be chance?");
  if (tests.n == 0) {
    document.paragraph("No item moved, so there is nothing to test.");
    return;
  }
  if (tests.n < fewest_for_a_test) {
    document.paragraph(
        fmt::format("Too few changes for a test: {} moved, and the smallest p that so many can reach is {}.",
                    report::count_of(tests.n, "item"), report::number(tests.smallest_p, 3)));
    return;
  }
  document.paragraph(fmt::format(
      "Of {} that moved: sign test p {}, signed-rank test p {} (exact, with ties; {} counting the {} that stayed). "
      "The smallest p that so many changes can reach is {}. Rank-biserial effect {}, Hodges-Lehmann shift {}.",
      report::count_of(tests.n, "item"), p_in_words(tests.p_sign), p_in_words(tests.p_exact),
      p_in_words(tests.p_exact_pratt), tests.zeros, p_in_words(tests.smallest_p),
      report::number(*tests.rank_biserial, 2), report::number(*tests.hodges_lehmann, 2)));
}

void add_cautions(report::Document& document) {
  document.heading(1, "Before you quote this");
  document.items(
      {"Comparison areas rose too in the national evaluation: a rise at one site says little about its cause.",
       "Other people may have sat at the tables. People who know more often score lower.",
       "An item at the top of the scale cannot rise, one at the bottom cannot fall, and what was extreme tends to "
       "drift back.",
       "Items are not independent of each other, so the p-values describe and do not prove."});
}

std::vector<std::string> named(const Comparison& comparison, const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  for (const ItemChange& item : comparison.items)
    for (const std::string& id : ids)
      if (id == item.id) names.push_back(id + " (" + item.item->title + ")");
  return names;
}

/// Items by change for one group: "2 up, 3 same, 0 down".
template <class Belongs>
std::vector<report::Cell> group_row(std::string name, const Comparison& comparison, Belongs belongs) {
  std::size_t up = 0, same = 0, down = 0;
  for (const ItemChange& item : comparison.items) {
    if (!item.change || !belongs(item)) continue;
    up += *item.change > 0;
    same += *item.change == 0;
    down += *item.change < 0;
  }
  return {std::move(name), std::to_string(up), std::to_string(same), std::to_string(down)};
}

report::Table groups_table(const Comparison& comparison, const model::Vocabulary& vocabulary) {
  report::Table table;
  table.columns = {{"Level or principle"},
                   {"Up", report::Align::right},
                   {"Same", report::Align::right},
                   {"Down", report::Align::right}};
  for (const Group& level : comparison.to->levels)
    table.rows.push_back(group_row(vocabulary.name("levels", level.id), comparison,
                                   [&level](const ItemChange& item) { return item.item->level == level.id; }));
  for (const Group& principle : comparison.to->principles)
    table.rows.push_back(
        group_row(vocabulary.name("principles", principle.id), comparison, [&principle](const ItemChange& item) {
          return std::find(item.item->principles.begin(), item.item->principles.end(), principle.id) !=
                 item.item->principles.end();
        }));
  return table;
}

std::string thrive_like_in_words(const Scoring& scoring) {
  return scoring.of == 0 ? std::string("nothing scored") : fmt::format("{} of {}", scoring.thrive_like, scoring.of);
}

std::string not_compared_in_words(const Comparison& comparison) {
  const auto count = std::count_if(comparison.items.begin(), comparison.items.end(),
                                   [](const ItemChange& item) { return !item.change; });
  if (count == 0) return {};
  return fmt::format(" {} {} not scored both times, and {} in none of these.",
                     report::count_of(static_cast<std::size_t>(count), "item"), count == 1 ? "was" : "were",
                     count == 1 ? "counts" : "count");
}

}  // namespace

report::Document describe_comparison(const Comparison& comparison, const model::Project& project,
                                     const model::Vocabulary& vocabulary) {
  report::Document document;
  document.title = "What moved between two assessments";
  document.subtitle = fmt::format("{}: {} ({}) to {} ({})", project.project.locality.value_or(project.project.name),
                                  comparison.from->id, text::format_date_in_words(comparison.from->date),
                                  comparison.to->id, text::format_date_in_words(comparison.to->date));
  document.classification = project.project.classification.value_or("");
  document.paragraph(fmt::format("{} up, {} the same, {} down. THRIVE-like: {} then, {} now.{}",
                                 report::count_of(comparison.up, "item"), comparison.same, comparison.down,
                                 thrive_like_in_words(*comparison.from), thrive_like_in_words(*comparison.to),
                                 not_compared_in_words(comparison)));
  const auto newly = named(comparison, comparison.newly_thrive_like), slipped = named(comparison, comparison.slipped);
  if (!newly.empty()) document.paragraph(text::join_in_words(newly) + ".", "Newly THRIVE-like:");
  if (!slipped.empty()) document.paragraph(text::join_in_words(slipped) + ".", "Slipped below the line:");
  report::Table table;
  table.columns = {{"Item"}, {"What"}, {"Then"}, {"Now"}, {"Change"}};
  for (const ItemChange& item : comparison.items)
    table.rows.push_back(
        {item.id, item.item->title, score_in_words(item.from), score_in_words(item.to), change_in_words(item.change)});
  document.table(std::move(table));
  document.table(groups_table(comparison, vocabulary));
  add_tests(document, comparison.tests);
  add_cautions(document);
  return document;
}

report::Table table_of_changes(const Comparison& comparison) {
  report::Table table;
  table.columns = {{"item"}, {"title"}, {"from"}, {"to"}, {"change"}};
  const auto exact = [](const std::optional<double>& value) {
    return report::Cell(value ? fmt::format("{}", *value) : "", text::Value(value));
  };
  for (const ItemChange& item : comparison.items)
    table.rows.push_back({item.id, item.item->title, exact(item.from), exact(item.to), exact(item.change)});
  return table;
}

report::Document describe_sites(const std::vector<std::pair<std::string, Scoring>>& sites,
                                const model::Vocabulary& vocabulary) {
  report::Document document;
  document.title = "Assessments side by side";
  document.subtitle = "In the order given. Sites differ in who scored and what they know: this is no league table.";
  const bool is_one_instrument = std::all_of(sites.begin(), sites.end(), [&sites](const auto& site) {
    return site.second.instrument == sites.front().second.instrument;
  });
  if (!is_one_instrument)
    document.paragraph(
        "These assessments were made with different instruments: their scores cannot be set beside each other, only "
        "read one by one.",
        "Caution:");
  document.figure({sites_svg(sites, vocabulary),
                   "One panel a site, one bar a level about the THRIVE-like line; the tables below hold the numbers",
                   "", "Shares of scores by level"});
  for (const auto& [site, scoring] : sites) {
    document.heading(1, site);
    document.paragraph(fmt::format("{}, {}, instrument {}: {} of {} items THRIVE-like, {}.", scoring.id,
                                   text::format_date_in_words(scoring.date), scoring.instrument, scoring.thrive_like,
                                   scoring.of, report::count_of(scoring.tables.size(), "table")));
    report::Table table;
    table.columns = {{"Level"}};
    for (int score = scoring.scale.lowest; score <= scoring.scale.highest; ++score)
      table.columns.push_back({std::to_string(score), report::Align::right});
    for (const Group& level : scoring.levels) {
      const std::vector<std::size_t> counts = counts_of_level(scoring, level.id);
      std::vector<report::Cell> row = {vocabulary.name("levels", level.id)};
      for (const std::size_t count : counts) row.emplace_back(std::to_string(count), count);
      table.rows.push_back(std::move(row));
    }
    table.caption = "How often tables chose each score";
    document.table(std::move(table));
  }
  return document;
}

report::Table table_of_sites(const std::vector<std::pair<std::string, Scoring>>& sites) {
  report::Table table;
  table.columns = {{"site"}, {"assessment"}, {"level"}, {"score"}, {"times_chosen"}};
  for (const auto& [site, scoring] : sites)
    for (const Group& level : scoring.levels) {
      const std::vector<std::size_t> counts = counts_of_level(scoring, level.id);
      for (std::size_t at = 0; at < counts.size(); ++at) {
        const int score = scoring.scale.lowest + static_cast<int>(at);
        table.rows.push_back(
            {site, scoring.id, level.id, {std::to_string(score), score}, {std::to_string(counts[at]), counts[at]}});
      }
    }
  return table;
}

}  // namespace thrive::assessment
