// SPDX-License-Identifier: MIT
#include "libthrive/measures/describe/describe.hpp"

#include <fmt/core.h>

#include "libthrive/findings/say.hpp"
#include "libthrive/measures/describe/describe_words.hpp"
#include "libthrive/measures/describe/sentences.hpp"
#include "libthrive/measures/describe/spelling.hpp"
#include "libthrive/measures/draw/draw.hpp"
#include "libthrive/measures/shown.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::measures {

using report::Document;

namespace {

void describe_warnings(Document& document, const Analysis& analysis) {
  if (analysis.warnings.empty()) return;
  std::vector<std::string> lines;
  for (const findings::Finding& warning : analysis.warnings)
    lines.push_back(findings::in_words(warning).message + " [" + warning.code + "]");
  document.heading(2, "Before you read it");
  document.items(std::move(lines));
}

void describe_signals(Document& document, const Read& read) {
  std::vector<std::string> lines;
  for (const SignalEvent& event : signal_events(read.analysis, read.subject)) {
    std::string line = signal_in_words(event, read.analysis, read.analysis.settings.unit);
    if (event.reading == Reading::improvement) line += ": improvement";
    if (event.reading == Reading::concern) line += ": concern";
    lines.push_back(line + (event.provisional ? " (provisional figures)" : "") + " [" + event.rule + "]");
  }
  document.heading(2, "Signals");
  if (lines.empty())
    document.paragraph(read.analysis.variation ? "None." : "Nothing is judged.");
  else
    document.items(std::move(lines));
}

std::string limits_words(const Segment& segment, const Analysis& analysis) {
  if (!segment.limits) return "none";
  if (!is_shown(segment, analysis)) return analysis.far ? "not judged" : "none, too few points";
  std::string words = *segment.limits == LimitKind::fixed ? "fixed on the baseline"
                      : segment.is_short                  ? "trial, too few points"
                                                          : "from all points";
  if (!segment.is_short && segment.base < model::fewest_behind_limits)
    words += fmt::format(", {}", report::count_of(segment.base, "point"));
  return words;
}

void describe_segments(Document& document, const Read& read) {
  const Analysis& analysis = read.analysis;
  report::Table table;
  table.columns = {
      {"From"},
      {"Points", report::Align::right},
      {"With a value", report::Align::right},
      {std::string(centre_word(read.analysis.settings.chart)) == "mean" ? "Mean" : "Median", report::Align::right},
      {"Lower limit", report::Align::right},
      {"Upper limit", report::Align::right},
      {"Limits"}};
  for (const Segment& segment : analysis.segments) {
    const auto limit = [&](const std::optional<double>& value) {
      return value && is_shown(segment, analysis) ? limit_in_words(*value, analysis) : std::string("none");
    };
    table.rows.push_back({text::format_date(segment.start), std::to_string(segment.end - segment.begin),
                          std::to_string(segment.present),
                          segment.centre ? average_in_words(*segment.centre, analysis) : std::string("none"),
                          limit(segment.lower), limit(segment.upper), limits_words(segment, analysis)});
  }
  document.heading(2, "Centre and limits");
  document.table(std::move(table));
}

void describe_runs(Document& document, const Analysis& analysis) {
  if (kind_of(analysis.settings.chart).points == Points::ranges || analysis.runs.empty()) return;
  std::vector<std::string> lines;
  for (const Runs& runs : analysis.runs) {
    std::string line =
        fmt::format("from {}: longest run {} (at most {} is usual), {} (at least {} are usual)",
                    text::format_date(analysis.segments[runs.segment].start), runs.longest_run, runs.longest_run_limit,
                    report::count_of(static_cast<std::size_t>(runs.crossings), "crossing"), runs.crossings_limit);
    if (runs.runs)
      line += fmt::format(", {} runs ({} to {} are usual)", *runs.runs, *runs.fewest_runs, *runs.most_runs);
    lines.push_back(line + fmt::format(", {} useful points: {}", runs.useful,
                                       !is_shown(analysis.segments[runs.segment], analysis) ? "not judged"
                                       : runs.signal                                        ? "signal"
                                                                                            : "no signal"));
  }
  document.heading(2, "Runs about the " + std::string(centre_word(analysis.settings.chart)));
  document.items(std::move(lines));
}

void describe_analysis(Document& document, const Read& read) {
  describe_warnings(document, read.analysis);
  document.heading(2, "Reading");
  document.paragraph(verdict(read.analysis, read.subject));
  document.verbatim(draw_in_text(read, 80));
  describe_signals(document, read);
  describe_segments(document, read);
  describe_runs(document, read.analysis);
  document.paragraph(caption(read.analysis, read.subject));
  const std::string honest = false_alarms_in_words(read.analysis, read.subject);
  if (!honest.empty()) document.paragraph(honest);
  std::vector<std::string> about = measure_in_words(read.subject);
  if (about.empty()) return;
  document.heading(2, "What is measured");
  document.items(std::move(about));
}

}  // namespace

Document describe_analyses(const std::vector<Read>& all) {
  Document document = head_of_analyses(all.empty() ? std::string() : all.front().subject.classification);
  if (all.size() == 1) document.title = all.front().subject.measure.name;
  for (const Read& read : all) {
    if (all.size() > 1) document.heading(1, read.subject.measure.name);
    describe_analysis(document, read);
  }
  return document;
}

Document head_of_analyses(const std::string& classification) {
  Document document;
  document.title = "Measures";
  document.classification = classification;
  return document;
}

Document describe_one_of_many(const Read& read) {
  Document document;
  document.heading(1, read.subject.measure.name);
  describe_analysis(document, read);
  return document;
}

std::string why_not_in_words(const Suggested& suggested) {
  if (!suggested.why_not.season) return suggested.why_not.reason;
  const SeasonBefore& season = *suggested.why_not.season;
  const Analysis& analysis = *suggested.analysis;
  return fmt::format("the same weeks of the year before were as {} ({}: mean {}), so it may be the season",
                     season.is_high ? "high" : "low", dates_in_words(season.from, season.to),
                     average_in_words(season.mean, analysis, analysis.settings.unit));
}

Document describe_suggestions(const std::vector<Suggested>& all) {
  Document document;
  document.title = "Suggested rebases";
  if (!all.empty()) document.classification = all.front().subject.classification;
  for (const Suggested& each : all) {
    document.heading(1, each.subject.measure.name);
    if (!each.suggestion) {
      document.paragraph("None: " + why_not_in_words(each) + ".");
      continue;
    }
    const RebaseSuggestion& suggestion = *each.suggestion;
    const Analysis& analysis = *each.analysis;
    const std::optional<std::string>& unit = analysis.settings.unit;
    const bool worse = suggestion.reading == Reading::concern;
    document.paragraph(fmt::format("{} since {}: mean {} before, {} after, a change of {:.1f} sigma.",
                                   worse ? "Investigate: it has been worse" : "A new level",
                                   text::format_date_in_words(suggestion.at),
                                   average_in_words(suggestion.mean_before, analysis, unit),
                                   average_in_words(suggestion.mean_after, analysis, unit), suggestion.sigmas));
    std::vector<std::string> evidence = {
        fmt::format("{} points before and {} after, provisional ones left out; {:.0f}% of those after lie on the new "
                    "side of the old mean",
                    suggestion.points_before, suggestion.points_after, 100 * suggestion.on_one_side),
        fmt::format("as one process the figures have a run of {} where at most {} is usual, and {} crossings where at "
                    "least {} are",
                    suggestion.runs.longest_run, suggestion.runs.longest_run_limit, suggestion.runs.crossings,
                    suggestion.runs.crossings_limit)};
    if (!suggestion.settled) evidence.push_back("the figures after the date are not stable yet: waiting may be wiser");
    if (suggestion.points_after < 13)
      evidence.push_back(
          fmt::format("a rebase would leave {} points, and 13 are needed for limits that can be relied on",
                      suggestion.points_after));
    if (suggestion.cycle)
      evidence.push_back("cycle " + *suggestion.cycle + " began shortly before; that does not make it the cause");
    document.items(std::move(evidence));
    if (worse) {
      document.paragraph("A worsening is never rebased: find out what happened first.");
    } else {
      document.paragraph("If the team agrees, and knows why, write under the measure '" + each.subject.id + "':");
      document.verbatim("    " + suggestion.line);
    }
  }
  return document;
}

std::vector<Suggested> suggest_rebases(const std::vector<Read>& all) {
  std::vector<Suggested> suggested;
  for (const Read& read : all) {
    Suggested each{read.subject, &read.analysis, std::nullopt, {}};
    each.suggestion = suggest_rebase(read.analysis, read.subject, each.why_not);
    suggested.push_back(std::move(each));
  }
  return suggested;
}

}  // namespace thrive::measures
