// SPDX-License-Identifier: MIT
#include "libthrive/journeys/describe/describe_waits.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "libthrive/journeys/describe/describe_counts.hpp"
#include "libthrive/journeys/describe/describe_quality.hpp"
#include "libthrive/journeys/describe/describe_queue.hpp"
#include "libthrive/journeys/describe/describe_splits.hpp"
#include "libthrive/journeys/describe/words.hpp"
#include "libthrive/journeys/draw/draw.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::journeys {

namespace {

using report::Align;
using report::Document;
using report::Table;

/// The days of the headline: the wait that is promised, and those of the national lists.
std::vector<const AtDay*> headline_days(const Waits& waits) {
  std::vector<const AtDay*> days;
  for (const AtDay& at : waits.at)
    if (at.day == waits.within.last_day() || at.day == 28 || at.day == 84 || at.day == 126) days.push_back(&at);
  return days;
}

/// Shares of 100 in whole numbers that are 100 together, as the shares are: the parts nearest to the next whole number
/// are rounded up. Shares in coarse steps need not be 100 together, and are rounded one by one.
std::array<int, 3> of_hundred(const std::array<double, 3>& percent) {
  std::array<int, 3> whole{};
  int together = 0;
  if (std::abs(percent[0] + percent[1] + percent[2] - 100) > 0.01) {
    for (std::size_t i = 0; i < percent.size(); ++i) whole[i] = static_cast<int>(std::lround(percent[i]));
    return whole;
  }
  for (std::size_t i = 0; i < percent.size(); ++i) together += whole[i] = static_cast<int>(std::floor(percent[i]));
  for (; together < 100; ++together) {
    std::size_t nearest = 0;
    for (std::size_t i = 1; i < percent.size(); ++i)
      if (percent[i] - whole[i] > percent[nearest] - whole[nearest]) nearest = i;
    ++whole[nearest];
  }
  return whole;
}

/// "Of 100 whose wait started, 28 had been seen, 1 had left and 71 still waited by day 28."
std::string headline(const AtDay& at) {
  if (!at.seen.percent.is_known()) return {};
  if (!at.left.percent.is_known() || !at.waiting.is_known())
    return fmt::format("Of 100 whose wait started, {} had been seen by day {}.", std::round(at.seen.percent.value),
                       at.day);
  const auto [seen, left, waiting] = of_hundred({at.seen.percent.value, at.left.percent.value, at.waiting.value});
  return fmt::format("Of 100 whose wait started, {} had been seen, {} had left and {} still waited by day {}.", seen,
                     left, waiting, at.day);
}

void describe_headline(const WaitsReport& report, Document& document) {
  const Waits& waits = report.waits;
  document.heading(1, "Seen, left, still waiting");
  if (waits.quality.analysed == Count(0)) {
    document.paragraph("No referral came through the gate below, so that there is nothing to say of waits.");
    return;
  }
  for (const AtDay& at : waits.at)
    if (at.day == waits.within.last_day())
      if (const std::string words = headline(at); !words.empty()) document.paragraph(words);
  Table table;
  table.caption = "Of all whose wait started, by day (Aalen-Johansen, 95 % interval)";
  table.columns = {{"by day", Align::right},
                   {"seen", Align::right},
                   {"left unseen", Align::right},
                   {"still waiting", Align::right},
                   {"followed so far", Align::right}};
  for (const AtDay* at : headline_days(waits))
    table.rows.push_back(
        {fmt::format("{}", at->day), rate_in_words(at->seen), rate_in_words(at->left),
         at->waiting.is_known() ? figure_in_words(at->waiting, 1) + " %" : figure_in_words(at->waiting),
         count_in_words(at->at_risk)});
  document.table(table);
  if (has_shares(report)) document.figure(shares_figure(report));
}

void describe_within(const WaitsReport& report, Document& document) {
  const Waits& waits = report.waits;
  document.heading(1, "Kept: " + within_in_words(waits.within));
  Table table;
  table.caption = "The promise, asked in three ways (95 % interval)";
  table.columns = {{"of whom"}, {"seen in time", Align::right}, {"how many", Align::right}, {"what it says"}};
  const auto of = [](const Share& share) {
    if (share.numerator.hidden || share.denominator.hidden) return std::string("*");
    return fmt::format("{} of {}", count_in_words(share.numerator), count_in_words(share.denominator));
  };
  table.rows.push_back({"all whose wait started long enough ago", rate_in_words(waits.within_cohort.rate),
                        of(waits.within_cohort), "the one to quote: nobody is left out who still waits"});
  table.rows.push_back({"those who were seen", rate_in_words(waits.within_completed.rate), of(waits.within_completed),
                        "flattering: who still waits is not in it"});
  table.rows.push_back({"those who still wait", "-", count_in_words(waits.waiting_longer) + " longer",
                        "for them it is too late already"});
  document.table(table);
}

void describe_if_nobody_left(const WaitsReport& report, Document& document) {
  const KaplanMeier& curve = report.waits.kaplan_meier;
  document.heading(1, "If nobody left");
  document.paragraph(
      "How long it would take until people are seen if none of them left (Kaplan-Meier). It overstates who is seen: "
      "those who left are taken to be still in the list.");
  Table table;
  table.columns = {{"seen"}, {"by day (95 % interval)", Align::right}};
  const std::pair<const char*, const CurveDay*> rows[] = {
      {"one in four", &curve.p25}, {"half", &curve.median}, {"three in four", &curve.p75}, {"nine in ten", &curve.p90}};
  for (const auto& [share, day] : rows) table.rows.push_back({share, curve_day_in_words(*day)});
  document.table(table);
  document.paragraph("A dash says that so many have not been seen in the time that the extract covers.");
}

void describe_cohorts(const WaitsReport& report, Document& document) {
  if (report.waits.cohorts.empty()) return;
  document.heading(1, "By the month in which the wait started");
  Table table;
  table.columns = {{"month"},
                   {"started", Align::right},
                   {fmt::format("seen by day {}", report.waits.within.last_day()), Align::right},
                   {"left by then", Align::right},
                   {"neither", Align::right},
                   {"share seen", Align::right}};
  for (const Cohort& cohort : report.waits.cohorts)
    table.rows.push_back({text::format_date(cohort.from).substr(0, 7), count_in_words(cohort.n),
                          count_in_words(cohort.seen), count_in_words(cohort.left), count_in_words(cohort.waiting),
                          cohort.matured ? rate_in_words(cohort.seen_rate) : std::string("too early to say")});
  document.table(table);
}

}  // namespace

Document describe_waits(const WaitsReport& report) {
  Document document;
  document.title = "Waits: " + report.definition.name.value_or(report.extract);
  document.subtitle = "As of " + text::format_date_in_words(report.waits.cut_off);
  document.classification = report.classification;
  document.paragraph(definition_in_words(report), "Definition.");
  document.paragraph(suppression_in_words(report));
  describe_headline(report, document);
  if (report.waits.quality.analysed != Count(0)) {
    describe_counts(report, document);
    describe_within(report, document);
    describe_if_nobody_left(report, document);
    describe_splits(report, document);
    describe_cohorts(report, document);
    describe_queue(report, document);
    describe_weeks(report, document);
  }
  describe_snapshots(report, document);
  describe_quality(report, document);
  return document;
}

}  // namespace thrive::journeys
