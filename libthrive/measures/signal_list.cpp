// SPDX-License-Identifier: MIT
#include "libthrive/measures/signal_list.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "libthrive/measures/reading.hpp"

namespace thrive::measures {

namespace {

/// The row at which a window had enough points: a shift is a shift from its seventh point on.
std::size_t decided_at(const FiredRule& fired, const Analysis& analysis) {
  if (fired.rule == Rule::two_in_three) return fired.to;
  int counted = 0;
  for (std::size_t row = fired.from; row <= fired.to; ++row) {
    const auto& rules = analysis.data[row].rules;
    const bool member = std::any_of(rules.begin(), rules.end(), [&](const FiredRule& each) {
      return each.rule == fired.rule && each.from == fired.from;
    });
    counted += member ? 1 : 0;
    if (counted == fired.needed) return row;
  }
  return fired.to;
}

bool is_single(Rule rule) { return rule == Rule::outside || rule == Rule::astronomical || rule == Rule::two_in_three; }

/// Nothing is told of a stretch too short to judge, nor of figures that have to be looked at first.
bool says_anything(const Analysis& analysis, std::size_t segment) {
  if (analysis.settings.rules.to_the_letter) return true;
  return !analysis.far && analysis.segments[segment].is_judged;
}

const FiredRule* same_rule(const AnalysedPoint& point, const FiredRule& wanted) {
  for (const FiredRule& fired : point.rules)
    if (fired.rule == wanted.rule && fired.direction == wanted.direction) return &fired;
  return nullptr;
}

/// Neighbouring points that the same rule calls special are one signal: its window grows from the first to the last.
FiredRule joined(FiredRule fired, std::size_t row, const Analysis& analysis) {
  int points = 1;
  std::size_t last = row;
  for (std::size_t next = row + 1; next < analysis.data.size(); ++next) {
    const AnalysedPoint& point = analysis.data[next];
    if (point.segment != analysis.data[row].segment) break;
    const FiredRule* same = same_rule(point, fired);
    const bool may_skip = point.is_left_out() || (fired.rule == Rule::two_in_three && next == last + 1);
    if (!same && !may_skip) break;
    if (!same) continue;
    ++points;
    last = next;
    fired.to = std::max(fired.to, same->to);
    fired.limit = same->limit;
  }
  if (fired.rule != Rule::two_in_three) fired.length = points;
  return fired;
}

SignalEvent event_of(const FiredRule& fired, std::size_t decided, const Analysis& analysis, const Subject& subject) {
  return {subject.id,
          std::string(model::word(fired.rule)),
          std::string(model::word(fired.direction)),
          analysis.data[fired.from].date,
          analysis.data[fired.to].date,
          analysis.data[decided].date,
          reading_of(fired.direction, analysis.settings.better),
          analysis.latest && fired.to >= *analysis.latest,
          analysis.data[decided].provisional,
          fired};
}

void add_point_signals(const Analysis& analysis, const Subject& subject, std::vector<SignalEvent>& events) {
  std::map<std::pair<Rule, Direction>, std::size_t> told;  // the last row of the latest event of single points
  for (std::size_t row = 0; row < analysis.data.size(); ++row) {
    if (!says_anything(analysis, analysis.data[row].segment)) continue;
    for (const FiredRule& fired : analysis.data[row].rules) {
      if (!is_single(fired.rule)) {
        if (fired.from == row) events.push_back(event_of(fired, decided_at(fired, analysis), analysis, subject));
        continue;
      }
      const auto known = told.find({fired.rule, fired.direction});
      if (known != told.end() && row <= known->second) continue;
      const FiredRule whole = joined(fired, row, analysis);
      told[{fired.rule, fired.direction}] = whole.to;
      events.push_back(event_of(whole, fired.to, analysis, subject));
    }
  }
}

void add_run_signals(const Analysis& analysis, const Subject& subject, std::vector<SignalEvent>& events) {
  for (const Runs& runs : analysis.runs) {
    if (!says_anything(analysis, runs.segment)) continue;
    const bool few =
        (analysis.settings.rules.runs_signal && runs.crossings < runs.crossings_limit && runs.useful > 0) ||
        (runs.runs && *runs.runs < *runs.fewest_runs);
    const bool many = runs.runs && *runs.runs > *runs.most_runs;
    if (!few && !many) continue;
    const Segment& segment = analysis.segments[runs.segment];
    const text::Date to = analysis.data[segment.end - 1].date;
    events.push_back({subject.id, "runs", few ? "few" : "many", segment.start, to, to, Reading::common_cause,
                      segment.end == analysis.data.size(), false, runs});
  }
}

}  // namespace

std::vector<SignalEvent> signal_events(const Analysis& analysis, const Subject& subject) {
  std::vector<SignalEvent> events;
  add_point_signals(analysis, subject, events);
  add_run_signals(analysis, subject, events);
  std::stable_sort(events.begin(), events.end(),
                   [](const SignalEvent& a, const SignalEvent& b) { return a.since < b.since; });
  return events;
}

namespace {

constexpr std::string_view first_words = "# signals that";

/// A field of a state file: no tab, no line break.
std::string field(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char letter) { return letter == '\t' || letter == '\n' || letter == '\r'; }, ' ');
  return text;
}

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> fields;
  std::size_t at = 0;
  while (at <= line.size()) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    fields.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

const std::string& kept_as_of(const SignalNews& news) { return news.kept_as.empty() ? news.project : news.kept_as; }

}  // namespace

bool KnownSignals::is_one(const std::string& text) { return text.empty() || text.starts_with(first_words); }

KnownSignals KnownSignals::read(const std::string& text) {
  KnownSignals known;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::vector<std::string> fields = split(text.substr(at, end - at));
    at = end + 1;
    if (fields.size() != 6) continue;
    const auto from = text::parse_date(fields[4]), to = text::parse_date(fields[5]);
    if (from && to) known.entries_.push_back({fields[0], fields[1], fields[2], fields[3], *from, *to});
  }
  return known;
}

bool KnownSignals::knows(const SignalNews& news) const {
  const SignalEvent& signal = news.signal;
  // Files of version 1.0.0 call projects as they were named.
  const std::string kept_as = field(kept_as_of(news)), named = field(news.project);
  return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return (entry.project == kept_as || entry.project == named) && entry.measure == signal.measure &&
           entry.rule == signal.rule && entry.direction == signal.direction && entry.from <= signal.to &&
           signal.from <= entry.to;
  });
}

std::string KnownSignals::write(const std::vector<SignalNews>& all, const std::vector<MeasureRead>& read_now,
                                const std::string& earlier) {
  const auto line = [](const std::string& project, const std::string& measure, const std::string& rule,
                       const std::string& direction, text::Date from, text::Date to) {
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", project, measure, rule, direction, text::format_date(from),
                       text::format_date(to));
  };
  std::set<std::string> lines;
  for (const SignalNews& news : all)
    lines.insert(line(field(kept_as_of(news)), news.signal.measure, news.signal.rule, news.signal.direction,
                      news.signal.from, news.signal.to));
  std::set<std::pair<std::string, std::string>> looked_at;
  for (const MeasureRead& one : read_now) {
    looked_at.emplace(field(one.kept_as), one.measure);
    looked_at.emplace(field(one.project), one.measure);
  }
  for (const Entry& entry : read(earlier).entries_)
    if (!looked_at.contains({entry.project, entry.measure}))
      lines.insert(line(entry.project, entry.measure, entry.rule, entry.direction, entry.from, entry.to));
  std::string text =
      fmt::format("{} `measure signals --state` has told: project, measure, rule, direction, from, to\n", first_words);
  for (const std::string& each : lines) text += each;
  return text;
}

std::optional<Unheard> unheard_of(const Analysis& analysis, const Subject& subject, const std::string& project) {
  Unheard unheard{project, subject.id};
  if (analysis.late) unheard.late_days = analysis.late->days;
  if (!analysis.variation) unheard.not_judged = analysis.latest && analysis.far ? "look-first" : "too-few";
  if (!unheard.late_days && unheard.not_judged.empty()) return std::nullopt;
  return unheard;
}

std::vector<std::string> doubts_of(const Analysis& analysis) {
  static constexpr std::string_view raising_doubts[] = {"season", "alike-neighbours", "short-baseline"};
  std::vector<std::string> doubts;
  for (const findings::Finding& warning : analysis.warnings)
    if (std::find(std::begin(raising_doubts), std::end(raising_doubts), warning.code) != std::end(raising_doubts))
      doubts.push_back(warning.code);
  return doubts;
}

std::vector<SignalNews> signals_going_on(const std::vector<SignalNews>& all, text::Date since) {
  std::vector<SignalNews> going_on;
  for (const SignalNews& news : all)
    if (news.signal.since < since && news.signal.current) going_on.push_back(news);
  return going_on;
}

std::vector<SignalNews> fresh_signals(const std::vector<SignalNews>& all, const std::optional<text::Date>& since,
                                      const KnownSignals& known, bool has_state) {
  std::vector<SignalNews> fresh;
  for (const SignalNews& news : all) {
    if (since && news.signal.since < *since) continue;
    if (has_state && known.knows(news)) continue;
    if (!since && !has_state && !news.signal.current) continue;
    fresh.push_back(news);
  }
  return fresh;
}

}  // namespace thrive::measures
