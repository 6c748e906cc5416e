// SPDX-License-Identifier: MIT
#include "libthrive/measures/describe/contract.hpp"

#include "libthrive/findings/say.hpp"
#include "libthrive/measures/describe/describe_words.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::measures {

using text::Value;

namespace {

template <class E>
Value word_of(std::optional<E> maybe) {
  return maybe ? Value(model::word(*maybe)) : Value();
}

Value date_of(text::Date date) { return Value(text::format_date(date)); }

Value to_value(const RuleSet& rules) {
  Value value = Value::map();
  value.set("name", rules.name).set("version", rules.version);
  if (rules.own_lengths) {
    Value lengths = Value::map();
    if (rules.shift && !rules.shift->longest_run) lengths.set("shift", rules.shift->length);
    if (rules.trend) lengths.set("trend", rules.trend->length);
    value.set("own_lengths", std::move(lengths));
  }
  return value;
}

Value to_value(const Segment& segment) {
  Value value = Value::map();
  value.set("start", date_of(segment.start)).set("n", segment.end - segment.begin).set("n_present", segment.present);
  value.set("centre", segment.centre).set("lower", segment.lower).set("upper", segment.upper);
  value.set("limits", word_of(segment.limits)).set("short", segment.is_short);
  value.set("varying", segment.varying).set("moving_ranges", segment.ranges).set("screened", segment.screened);
  return value;
}

Value to_value(const FiredRule& fired, const Analysis& analysis) {
  Value value = Value::map();
  value.set("rule", model::word(fired.rule)).set("direction", model::word(fired.direction));
  value.set("from", date_of(analysis.data[fired.from].date)).set("to", date_of(analysis.data[fired.to].date));
  value.set("length", fired.length).set("needed", fired.needed).set("line", fired.limit);
  return value;
}

Value to_value(const AnalysedPoint& point, const Analysis& analysis) {
  Value value = Value::map();
  value.set("date", date_of(point.date)).set("value", point.value);
  value.set("numerator", point.numerator).set("denominator", point.denominator).set("segment", point.segment);
  value.set("centre", point.centre).set("lower", point.lower).set("upper", point.upper).set("side", point.side);
  value.set("outside", point.outside).set("near_limit", point.near_limit);
  Value rules = Value::list();
  for (const FiredRule& fired : point.rules) rules.push(to_value(fired, analysis));
  value.set("rules", std::move(rules));
  value.set("label", point.label ? model::word(*point.label) : std::string_view("common-cause"));
  value.set("reading", model::word(point.reading));
  value.set("near_lower", point.near_lower).set("near_upper", point.near_upper);
  value.set("baseline", point.baseline).set("excluded", point.excluded).set("provisional", point.provisional);
  return value;
}

Value to_value(const Runs& runs) {
  Value value = Value::map();
  value.set("segment", runs.segment).set("useful", runs.useful);
  value.set("longest_run", runs.longest_run).set("longest_run_limit", runs.longest_run_limit);
  value.set("crossings", runs.crossings).set("crossings_limit", runs.crossings_limit).set("signal", runs.signal);
  if (runs.runs) value.set("runs", runs.runs).set("fewest_runs", runs.fewest_runs).set("most_runs", runs.most_runs);
  return value;
}

/// Puts the facts of one series into a map that may hold keys already.
Value facts_of(const Read& read, Value value) {
  const Analysis& analysis = read.analysis;
  const Subject& subject = read.subject;
  value.set("measure", subject.id).set("rules", to_value(analysis.settings.rules));
  value.set("chart", model::word(analysis.settings.chart)).set("better", model::word(analysis.settings.better));
  value.set("target", analysis.settings.target).set("points", analysis.points).set("missing", analysis.missing);
  Value segments = Value::list();
  for (const Segment& segment : analysis.segments) segments.push(to_value(segment));
  value.set("segments", std::move(segments));
  Value data = Value::list();
  for (const AnalysedPoint& point : analysis.data) data.push(to_value(point, analysis));
  value.set("data", std::move(data));
  Value runs = Value::list();
  for (const Runs& each : analysis.runs) runs.push(to_value(each));
  value.set("runs", std::move(runs));
  value.set("variation", model::word(analysis.variation)).set("assurance", word_of(analysis.assurance));
  value.set("chance_to_meet_target", analysis.chance_to_meet_target).set("stale", analysis.stale);
  value.set("latest", analysis.latest ? date_of(analysis.data[*analysis.latest].date) : Value());
  value.set("false_alarm_percent", analysis.false_alarm_percent);
  Value warnings = Value::list();
  for (const findings::Finding& warning : analysis.warnings) {
    text::Diagnostic said = findings::in_words(warning);
    warnings.push(Value::map()
                      .set("code", said.code)
                      .set("severity", text::name(said.severity))
                      .set("message", said.message)
                      .set("facts", Value(std::move(said.facts))));
  }
  value.set("warnings", std::move(warnings));
  value.set("verdict", verdict(analysis, subject));
  return value;
}

Value head_of(std::string_view command) {
  Value value = Value::map();
  value.set("format", 1).set("command", command);
  return value;
}

}  // namespace

Value analyses_value(const std::vector<Read>& all, bool one) {
  Value value = head_of("measure analyse");
  if (one && all.size() == 1) return facts_of(all.front(), std::move(value));
  Value list = Value::list();
  for (const Read& read : all) list.push(facts_of(read, Value::map()));
  value.set("measures", std::move(list));
  return value;
}

namespace {

report::Cell exact(const std::optional<double>& figure, int decimals) {
  return figure ? report::Cell(report::number(*figure, decimals), Value(*figure)) : report::Cell();
}

std::string names_of(const std::vector<FiredRule>& rules) {
  std::string names;
  for (const FiredRule& fired : rules) {
    if (!names.empty()) names += ' ';
    names += model::word(fired.rule);
    names += '-';
    names += model::word(fired.direction);
  }
  return names;
}

std::string yes_or_no(const std::optional<bool>& truth) { return truth ? (*truth ? "true" : "false") : ""; }

void add_rows(report::Table& table, const Analysis& analysis, const Subject& subject) {
  const int decimals = analysis.decimals;
  for (const AnalysedPoint& point : analysis.data) {
    table.rows.push_back({subject.id, text::format_date(point.date), exact(point.value, decimals),
                          exact(point.numerator, 0), exact(point.denominator, 0), std::to_string(point.segment),
                          exact(point.centre, decimals), exact(point.lower, decimals), exact(point.upper, decimals),
                          point.side ? report::Cell(std::to_string(*point.side), Value(*point.side)) : report::Cell(),
                          yes_or_no(point.outside), yes_or_no(point.near_limit), point.excluded ? "true" : "false",
                          names_of(point.rules), std::string(point.label ? model::word(*point.label) : "common-cause"),
                          std::string(model::word(point.reading))});
  }
}

}  // namespace

report::Table data_table(const std::vector<Read>& all) {
  report::Table table;
  for (const char* title : {"measure", "date", "value", "numerator", "denominator", "segment", "centre", "lower",
                            "upper", "side", "outside", "near_limit", "excluded", "rules", "label", "reading"})
    table.columns.push_back({title, report::Align::left});
  for (const Read& read : all) add_rows(table, read.analysis, read.subject);
  return table;
}

namespace {

Value to_value(const SignalNews& news) {
  Value value = Value::map();
  value.set("project", news.project).set("measure", news.signal.measure).set("rule", news.signal.rule);
  value.set("direction", news.signal.direction)
      .set("from", date_of(news.signal.from))
      .set("to", date_of(news.signal.to));
  value.set("since", date_of(news.signal.since)).set("reading", model::word(news.signal.reading));
  value.set("provisional", news.signal.provisional).set("message", news.signal.message);
  return value;
}

}  // namespace

Value signals_value(const std::vector<SignalNews>& news) {
  Value list = Value::list();
  for (const SignalNews& each : news) list.push(to_value(each));
  Value value = head_of("measure signals");
  value.set("signals", std::move(list));
  return value;
}

report::Table signals_table(const std::vector<SignalNews>& news) {
  report::Table table;
  for (const char* title : {"project", "measure", "since", "rule", "direction", "from", "to", "reading", "message"})
    table.columns.push_back({title, report::Align::left});
  for (const SignalNews& each : news) {
    const SignalEvent& signal = each.signal;
    table.rows.push_back({each.project, signal.measure, text::format_date(signal.since), signal.rule, signal.direction,
                          text::format_date(signal.from), text::format_date(signal.to),
                          std::string(model::word(signal.reading)), signal.message});
  }
  return table;
}

namespace {

Value to_value(const RebaseSuggestion& suggestion, const Subject& subject) {
  Value value = Value::map();
  value.set("measure", subject.id).set("at", date_of(suggestion.at)).set("reading", model::word(suggestion.reading));
  value.set("advice", suggestion.reading == Reading::concern ? "investigate" : "rebase");
  value.set("points_before", suggestion.points_before).set("points_after", suggestion.points_after);
  value.set("mean_before", suggestion.mean_before).set("mean_after", suggestion.mean_after);
  value.set("sigma_before", suggestion.sigma_before).set("sigmas", suggestion.sigmas);
  value.set("on_one_side", suggestion.on_one_side);
  value.set("longest_run", suggestion.runs.longest_run).set("longest_run_limit", suggestion.runs.longest_run_limit);
  value.set("crossings", suggestion.runs.crossings).set("crossings_limit", suggestion.runs.crossings_limit);
  value.set("settled", suggestion.settled).set("cycle", suggestion.cycle ? Value(*suggestion.cycle) : Value());
  value.set("line", suggestion.line.empty() ? Value() : Value(suggestion.line));
  return value;
}

}  // namespace

Value suggestions_value(const std::vector<Suggested>& all) {
  Value value = head_of("measure suggest-rebase");
  Value list = Value::list();
  for (const Suggested& each : all) {
    if (each.suggestion) {
      list.push(to_value(*each.suggestion, each.subject));
      continue;
    }
    Value none = Value::map();
    none.set("measure", each.subject.id).set("at", Value()).set("reason", each.why_not.reason);
    list.push(std::move(none));
  }
  value.set("suggestions", std::move(list));
  return value;
}

}  // namespace thrive::measures
