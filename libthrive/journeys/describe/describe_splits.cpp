// SPDX-License-Identifier: MIT
#include "libthrive/journeys/describe/describe_splits.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/journeys/describe/words.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::journeys {

namespace {

using report::Align;
using report::Document;
using report::Table;

/// Groups of fewer say too little by themselves.
constexpr std::int64_t fewest_to_compare = 20;
constexpr double clear_difference = 0.05;

void describe_guard(const Split& split, Document& document) {
  const auto share = [](const Figure& figure) {
    return figure.is_known() ? figure_in_words(figure) + " %" : figure_in_words(figure);
  };
  document.paragraph(fmt::format(
      "'{}' is not known for {} of those not seen and for {} of those seen: it is recorded at the visit. A "
      "curve by it would say that everybody is seen, so there is none, and no test: only the waits of those "
      "who were seen.",
      split.by, share(split.unknown_others_percent), share(split.unknown_completed_percent)));
}

void describe_groups(const Split& split, int last_day, Document& document) {
  Table table;
  table.columns = {{split.by},
                   {"all", Align::right},
                   {"seen", Align::right},
                   {"waiting", Align::right},
                   {"left", Align::right},
                   {"median of seen", Align::right}};
  if (!split.recorded_late) {
    table.columns.push_back({"half seen by day, if nobody left", Align::right});
    table.columns.push_back({fmt::format("seen by day {}", last_day), Align::right});
  }
  for (const Group& group : split.groups) {
    std::vector<report::Cell> row = {group_in_words(group.value),     count_in_words(group.n),
                                     count_in_words(group.completed), count_in_words(group.waiting),
                                     count_in_words(group.left),      figure_in_words(group.completed_median, 1)};
    if (!split.recorded_late) {
      row.emplace_back(curve_day_in_words(group.kaplan_meier_median));
      row.emplace_back(rate_in_words(group.seen));
    }
    table.rows.push_back(std::move(row));
  }
  document.table(table);
}

void describe_test(const Split& split, std::size_t tested, Document& document) {
  if (!split.log_rank || !split.log_rank->p.is_known()) return;
  const double p = split.log_rank->p.value;
  document.paragraph(
      fmt::format("{} (log-rank test of being seen, p {}, with {} split{} tested). Look at the intervals "
                  "first.",
                  p < clear_difference ? "They are seen at different speeds" : "No clear difference between them",
                  p < 0.001 ? "below 0.001" : fmt::format("{:.3f}", p), tested, tested == 1 ? "" : "s"));
}

/// Groups that are too small to say anything of, by their names.
void describe_small(const Split& split, Document& document) {
  std::vector<std::string> small;
  for (const Group& group : split.groups)
    if (group.value && (group.n.hidden || group.n.people < fewest_to_compare)) small.push_back(*group.value);
  if (small.empty()) return;
  document.paragraph("Too few people to say something of by themselves: " + text::join_in_words(small) + ".");
}

}  // namespace

void describe_splits(const WaitsReport& report, Document& document) {
  const Waits& waits = report.waits;
  const auto tested = static_cast<std::size_t>(
      std::count_if(waits.splits.begin(), waits.splits.end(), [](const Split& s) { return s.log_rank.has_value(); }));
  for (const Split& split : waits.splits) {
    document.heading(1, "By " + split.by);
    if (split.recorded_late) describe_guard(split, document);
    describe_groups(split, waits.within.last_day(), document);
    describe_test(split, tested, document);
    describe_small(split, document);
  }
}

}  // namespace thrive::journeys
