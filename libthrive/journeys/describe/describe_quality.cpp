// SPDX-License-Identifier: MIT
#include "libthrive/journeys/describe/describe_quality.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/journeys/describe/words.hpp"

namespace thrive::journeys {

using report::Align;
using report::Document;
using report::Table;

void describe_quality(const WaitsReport& report, Document& document) {
  const Quality& quality = report.waits.quality;
  document.heading(1, "Where every row went");
  Table table;
  table.columns = {{""}, {"rows", Align::right}};
  table.rows.push_back({"rows of the extract", count_in_words(quality.rows)});
  for (const WayOut& way : ways_out)
    if (quality.*way.count != Count(0))
      table.rows.push_back({std::string(way.words), count_in_words(quality.*way.count)});
  table.rows.push_back({"analysed", count_in_words(quality.analysed)});
  document.table(table);
  Table also;
  also.caption = "Counted, and left in";
  also.columns = {{""}, {"", Align::right}};
  const auto add = [&also](const std::string& what, const Count& count) {
    if (count != Count(0)) also.rows.push_back({what, count_in_words(count)});
  };
  add("duplicates that say something else", quality.conflicting_duplicates);
  add("second contact before the first: swapped", quality.second_before_first);
  add("with a day after the cut-off, which had not come yet", quality.after_cut_off);
  add("seen after they were closed: counted as left", quality.stop_after_closed);
  if (quality.closed_without_reason) add("closed without a reason", *quality.closed_without_reason);
  if (quality.age_impossible) add("aged below 0 or over 25", *quality.age_impossible);
  for (const auto& [role, count] : quality.unreadable_dates) add("unreadable days: " + role, count);
  for (const auto& [role, count] : quality.implausible_dates) add("placeholders for days: " + role, count);
  for (const auto& [title, count] : quality.unknown) add("not known: " + title, count);
  // Where nothing of it is told there is nothing to read.
  const bool told = std::any_of(also.rows.begin(), also.rows.end(), [](const auto& row) { return row[1].text != "*"; });
  if (told) document.table(also);
}

void describe_snapshots(const WaitsReport& report, Document& document) {
  if (!report.waits.comparison) return;
  const Comparison& comparison = *report.waits.comparison;
  document.heading(1, "Beside the extract of " + text::format_date_in_words(comparison.earlier));
  document.paragraph(fmt::format("In both: {}. New since: {}. Gone: {}.", count_in_words(comparison.in_both),
                                 count_in_words(comparison.added), count_in_words(comparison.gone)));
  Table table;
  table.caption = "Days of referrals in both";
  table.columns = {{""}, {"typed late", Align::right}, {"removed", Align::right}, {"altered", Align::right}};
  for (const ChangedDays& days : comparison.days)
    table.rows.push_back({std::string(days.role), count_in_words(days.typed_since), count_in_words(days.removed),
                          count_in_words(days.altered)});
  document.table(table);
  document.paragraph(
      comparison.suggested_provisional_weeks == 0
          ? std::string("No week's count of those seen changed by more than 5 %.")
          : fmt::format(
                "Counts of those seen changed by more than 5 % as far back as {} weeks before: 'provisional_weeks' "
                "of {} would cover that.",
                comparison.suggested_provisional_weeks, comparison.suggested_provisional_weeks));
}

}  // namespace thrive::journeys
