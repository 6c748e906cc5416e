// SPDX-License-Identifier: MIT
#include "libthrive/journeys/describe/words.hpp"

#include <fmt/core.h>

#include <vector>

#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::journeys {

namespace {

const char* start_in_words(model::ClockStart start) {
  switch (start) {
    case model::ClockStart::received:
      return "the day the referral was received";
    case model::ClockStart::decision:
      return "the decision";
    case model::ClockStart::first_contact:
      return "the first contact";
  }
  return "";
}

const char* stop_in_words(model::ClockStop stop) {
  switch (stop) {
    case model::ClockStop::decision:
      return "the decision";
    case model::ClockStop::first_contact:
      return "the first contact";
    case model::ClockStop::first_contact_or_indirect:
      return "the first contact or indirect activity, whichever came first";
    case model::ClockStop::second_contact:
      return "the second contact";
    case model::ClockStop::care_plan:
      return "the care plan";
    case model::ClockStop::baseline_outcome:
      return "the first outcome score";
    case model::ClockStop::full:
      return "the latest of first contact (or indirect activity), first outcome score and care plan, all of which must "
             "be there";
  }
  return "";
}

}  // namespace

std::string within_in_words(const model::Within& within) {
  return fmt::format("within {} days, {}", within.days,
                     within.inclusive ? fmt::format("day {} included", within.days)
                                      : fmt::format("day {} being the last", within.last_day()));
}

std::string definition_in_words(const WaitsReport& report) {
  const model::Extract& extract = report.definition;
  std::string words = fmt::format(
      "A wait runs from {} to {}; the same day is 0 days, and nothing stops the clock in "
      "between. Promised: {}.",
      start_in_words(extract.start), stop_in_words(extract.stop), within_in_words(extract.within));
  if (extract.spell_days)
    words +=
        fmt::format(" Referrals of one person count as one when the next came at most {} after the last was closed.",
                    report::count_of(static_cast<std::size_t>(*extract.spell_days), "day"));
  for (const auto& [title, values] : extract.scope)
    words += fmt::format(" Only rows with {}: {}.", title, text::join(values.items, ", "));
  if (!report.changed.empty())
    words += " Other than the project says, by option: " + text::join_in_words(report.changed) + ".";
  return words;
}

std::string suppression_in_words(const WaitsReport& report) {
  switch (report.rule) {
    case SuppressionRule::mhsds:
      return "Suppressed: MHSDS rule, with secondary suppression. Counts under 5 are *, others are to the nearest 5; "
             "percentages go in steps of five people or more.";
    case SuppressionRule::lt5:
      return "Suppressed: counts under 5 are *, with secondary suppression; percentages go in steps of five people or "
             "more.";
    case SuppressionRule::lt10:
      return "Suppressed: counts under 10 are *, with secondary suppression; percentages go in steps of five people or "
             "more.";
    case SuppressionRule::none:
      return "Not suppressed: small counts are shown as they are. Not for publication.";
  }
  return {};
}

std::string count_in_words(const Count& count) {
  return count.hidden ? "*" : report::number(static_cast<double>(count.people));
}

std::string figure_in_words(const Figure& figure, int decimals) {
  if (figure.is_hidden()) return "*";
  if (!figure.is_known()) return "-";
  std::string words = report::number(figure.value, decimals);
  if (decimals == 0) return words;
  while (words.back() == '0') words.pop_back();
  if (words.back() == '.') words.pop_back();
  return words;
}

std::string rate_in_words(const Rate& rate) {
  if (!rate.percent.is_known()) return figure_in_words(rate.percent);
  std::string words = figure_in_words(rate.percent, 1) + " %";
  if (rate.lower.is_known() && rate.upper.is_known())
    words += fmt::format(" ({} to {})", figure_in_words(rate.lower, 1), figure_in_words(rate.upper, 1));
  return words;
}

std::string curve_day_in_words(const CurveDay& day) {
  if (!day.days.is_known()) return figure_in_words(day.days);
  const auto bound = [](const Figure& figure) { return figure.is_known() ? figure_in_words(figure) : "not reached"; };
  if (!day.lower.is_known() && !day.upper.is_known()) return figure_in_words(day.days);
  return fmt::format("{} ({} to {})", figure_in_words(day.days), bound(day.lower), bound(day.upper));
}

std::string group_in_words(const std::optional<std::string>& value) { return value.value_or("not known"); }

std::string band_in_words(const Band& band) {
  return band.to ? fmt::format("{}-{}", band.from, *band.to) : fmt::format("{} and more", band.from);
}

}  // namespace thrive::journeys
