// SPDX-License-Identifier: MIT
#include "libthrive/journeys/describe/describe_counts.hpp"

#include <fmt/core.h>

#include "libthrive/journeys/describe/words.hpp"
#include "libthrive/journeys/draw/draw.hpp"

namespace thrive::journeys {

namespace {

using report::Align;
using report::Document;
using report::Table;

std::vector<report::Cell> spread_row(std::string name, const Spread& spread) {
  return {std::move(name),
          count_in_words(spread.n),
          figure_in_words(spread.median, 1),
          fmt::format("{} to {}", figure_in_words(spread.p25, 1), figure_in_words(spread.p75, 1)),
          figure_in_words(spread.p90, 1),
          figure_in_words(spread.p92, 1),
          figure_in_words(spread.mean, 1)};
}

void describe_second_wait(const SecondWait& second, Document& document) {
  document.heading(1, "The hidden wait: from first to second contact");
  document.paragraph(
      "A first contact is often an assessment, and help begins with the second. Closing after one contact counts as "
      "leaving: one can be all that was needed.");
  Table table;
  table.columns = {{""},
                   {"people", Align::right},
                   {"median days", Align::right},
                   {"middle half", Align::right},
                   {"nine in ten", Align::right},
                   {"92 %", Align::right},
                   {"mean", Align::right}};
  table.rows.push_back(spread_row("had a second contact", second.completed));
  table.rows.push_back(spread_row("wait for it so far", second.waiting));
  document.table(table);
  document.paragraph(fmt::format("Closed after one contact: {}. Half would have had a second by day {} if nobody left.",
                                 count_in_words(second.left), curve_day_in_words(second.median)));
}

}  // namespace

void describe_counts(const WaitsReport& report, Document& document) {
  const Waits& waits = report.waits;
  document.heading(1, "How long it took, and has taken so far");
  Table table;
  table.caption = "Days (quantiles of type 7, as Excel's PERCENTILE.INC)";
  table.columns = {{""},
                   {"people", Align::right},
                   {"median", Align::right},
                   {"middle half", Align::right},
                   {"nine in ten", Align::right},
                   {"92 %", Align::right},
                   {"mean", Align::right}};
  table.rows.push_back(spread_row("seen", waits.completed));
  table.rows.push_back(spread_row("still waiting, so far", waits.waiting));
  table.rows.push_back(
      {"left unseen", count_in_words(waits.left), figure_in_words(waits.left_median, 1), "", "", "", ""});
  document.table(table);
  document.paragraph(
      "The waits of those who were seen leave out everybody who still waits, and look better when a list grows. "
      "Quantiles beyond three in four need 20 people.");

  document.heading(1, "Who waits, and since when");
  document.figure(list_figure(report));
  Table bands;
  bands.columns = {{"days"}, {"waiting", Align::right}};
  for (const Band& band : waits.bands) bands.rows.push_back({band_in_words(band), count_in_words(band.n)});
  document.table(bands);

  if (waits.left != Count(0)) {
    document.heading(1, "Why people left");
    Table reasons;
    reasons.columns = {{"reason"}, {"people", Align::right}};
    for (const Reason& reason : waits.reasons)
      reasons.rows.push_back({reason.reason.value_or("not recorded"), count_in_words(reason.n)});
    document.table(reasons);
  }
  if (waits.second_wait) describe_second_wait(*waits.second_wait, document);
}

}  // namespace thrive::journeys
