// SPDX-License-Identifier: MIT
#include "libthrive/measures/describe/contract.hpp"

#include "libthrive/findings/say.hpp"
#include "libthrive/measures/describe/describe_words.hpp"
#include "libthrive/measures/describe/sentences.hpp"
#include "libthrive/measures/targets.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::measures {

using text::JsonWriter;
using text::Value;

namespace {

template <class E>
std::optional<std::string_view> word_of(std::optional<E> maybe) {
  return maybe ? std::optional(model::word(*maybe)) : std::nullopt;
}

Value date_of(text::Date date) { return Value(text::format_date(date)); }

void write(JsonWriter& json, const RuleSet& rules) {
  json.map().field("name", rules.name).field("version", rules.version);
  if (rules.own_lengths) {
    json.key("own_lengths").map();
    if (rules.shift && !rules.shift->longest_run) json.field("shift", rules.shift->length);
    if (rules.trend) json.field("trend", rules.trend->length);
    json.end();
  }
  json.end();
}

void write(JsonWriter& json, const Segment& segment) {
  json.map().field("start", text::format_date(segment.start)).field("n", segment.end - segment.begin);
  json.field("n_present", segment.present);
  json.field("centre", segment.centre).field("lower", segment.lower).field("upper", segment.upper);
  json.field("limits", word_of(segment.limits)).field("short", segment.is_short);
  json.field("judged", segment.is_judged).field("behind_limits", segment.base);
  json.field("varying", segment.varying).field("moving_ranges", segment.ranges).field("screened", segment.screened);
  json.end();
}

void write(JsonWriter& json, const FiredRule& fired, const Analysis& analysis) {
  json.map().field("rule", model::word(fired.rule)).field("direction", model::word(fired.direction));
  json.field("from", text::format_date(analysis.data[fired.from].date));
  json.field("to", text::format_date(analysis.data[fired.to].date));
  json.field("length", fired.length).field("needed", fired.needed).field("line", fired.limit);
  json.end();
}

void write(JsonWriter& json, const AnalysedPoint& point, const Analysis& analysis) {
  json.map().field("date", text::format_date(point.date)).field("value", point.value);
  json.field("numerator", point.numerator).field("denominator", point.denominator).field("segment", point.segment);
  json.field("centre", point.centre).field("lower", point.lower).field("upper", point.upper);
  json.field("side", point.side).field("outside", point.outside).field("near_limit", point.near_limit);
  json.key("rules").list();
  for (const FiredRule& fired : point.rules) write(json, fired, analysis);
  json.end();
  json.field("label", point.label ? model::word(*point.label) : std::string_view("common-cause"));
  json.field("reading", model::word(point.reading));
  json.field("near_lower", point.near_lower).field("near_upper", point.near_upper);
  json.field("baseline", point.baseline).field("excluded", point.excluded).field("provisional", point.provisional);
  json.field("unfinished", point.unfinished).field("measured", point.measured).field("target", point.target);
  json.end();
}

void write(JsonWriter& json, const Runs& runs) {
  json.map().field("segment", runs.segment).field("useful", runs.useful);
  json.field("longest_run", runs.longest_run).field("longest_run_limit", runs.longest_run_limit);
  json.field("crossings", runs.crossings).field("crossings_limit", runs.crossings_limit).field("signal", runs.signal);
  if (runs.runs)
    json.field("runs", runs.runs).field("fewest_runs", runs.fewest_runs).field("most_runs", runs.most_runs);
  json.end();
}

std::string_view points_word(Chart chart) {
  switch (kind_of(chart).points) {
    case Points::ranges:
      return "moving-range";
    case Points::counts:
      return "numerator";
    case Points::single:
    case Points::counted:
    case Points::between:
      break;
  }
  return "value";
}

/// How often each target was met of late, and what is known of the time since the latest value.
void write_targets(JsonWriter& json, const Analysis& analysis) {
  json.field("shifted", analysis.has_shifted);
  json.field("late_days", analysis.late ? std::optional(analysis.late->days) : std::nullopt);
  json.key("targets").list();
  for (const Met& met : analysis.met) {
    const std::optional<double> now =
        analysis.latest ? target_of(analysis.settings, analysis.data[*analysis.latest].date, met.target) : std::nullopt;
    json.map().field("name", met.target.empty() ? std::nullopt : std::optional(met.target)).field("value", now);
    json.field("met", met.met).field("of", met.points).end();
  }
  json.end();
}

/// The facts of one series, inside a map that was opened and may hold keys already.
void write_facts(JsonWriter& json, const Read& read) {
  const Analysis& analysis = read.analysis;
  const Subject& subject = read.subject;
  json.field("measure", subject.id).key("rules");
  write(json, analysis.settings.rules);
  json.field("chart", model::word(analysis.settings.chart)).field("better", model::word(analysis.settings.better));
  json.field("plotted", analysis.plots_value ? "value" : points_word(analysis.settings.chart));
  json.field("unit", analysis.settings.unit).field("target", latest_target(analysis));
  json.field("points", analysis.points).field("missing", analysis.missing);
  json.key("segments").list();
  for (const Segment& segment : analysis.segments) write(json, segment);
  json.end().key("data").list();
  for (const AnalysedPoint& point : analysis.data) write(json, point, analysis);
  json.end().key("runs").list();
  for (const Runs& each : analysis.runs) write(json, each);
  json.end();
  json.field("variation", word_of(analysis.variation)).field("assurance", word_of(analysis.assurance));
  json.field("chance_to_meet_target", analysis.chance_to_meet_target).field("stale", analysis.stale);
  write_targets(json, analysis);
  json.key("latest");
  if (analysis.latest)
    json.value(text::format_date(analysis.data[*analysis.latest].date));
  else
    json.value(nullptr);
  json.field("false_alarm_percent", analysis.false_alarm_percent).key("warnings").list();
  for (const findings::Finding& warning : analysis.warnings) {
    text::Diagnostic said = findings::in_words(warning);
    json.map().field("code", said.code).field("severity", text::name(said.severity)).field("message", said.message);
    json.key("facts").value(Value(std::move(said.facts))).end();
  }
  json.end().field("verdict", verdict(analysis, subject)).key("sentences").list();
  for (const Said& said : sentences_of(analysis, subject))
    json.map().field("pattern", said.pattern).field("words", said.words).end();
  json.end();
}

Value head_of(std::string_view command) {
  Value value = Value::map();
  value.set("format", 1).set("command", command);
  return value;
}

}  // namespace

text::JsonFrame analyses_frame() { return text::json_frame(head_of("measure analyse"), "measures"); }

std::string analysis_json(const Read& read) {
  JsonWriter json(2);
  json.map();
  write_facts(json, read);
  return json.end().take();
}

std::string analyses_json(const std::vector<Read>& all, bool one) {
  if (one && all.size() == 1) {
    JsonWriter json;
    json.map().field("format", 1).field("command", "measure analyse");
    write_facts(json, all.front());
    return json.end().take() + "\n";
  }
  JsonWriter json;
  json.map().field("format", 1).field("command", "measure analyse").key("measures").list();
  for (const Read& read : all) json.written(analysis_json(read));
  return json.end().end().take() + "\n";
}

namespace {

report::Cell exact(const std::optional<double>& figure, int decimals) {
  return figure ? report::Cell(report::number(*figure, decimals), Value(*figure)) : report::Cell();
}

/// A numerator and its denominator, as readers may see them: beside the value, each would give the other away.
std::pair<report::Cell, report::Cell> counts_of(const AnalysedPoint& point, const text::SmallNumbers& small) {
  if (!small.hides(point.numerator)) return {exact(point.numerator, 0), exact(point.denominator, 0)};
  return {report::Cell(report::people_number(point.numerator, small)), report::Cell("not shown")};
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
    auto [numerator, denominator] = counts_of(point, subject.small);
    table.rows.push_back({subject.id, text::format_date(point.date), exact(point.value, decimals), std::move(numerator),
                          std::move(denominator), std::to_string(point.segment), exact(point.centre, decimals),
                          exact(point.lower, decimals), exact(point.upper, decimals),
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
  value.set("provisional", news.signal.provisional).set("message", news.message);
  Value doubts = Value::list();
  for (const std::string& code : news.doubts) doubts.push(code);
  value.set("doubts", std::move(doubts));
  return value;
}

}  // namespace

Value signals_value(const SignalsTold& told) {
  const auto listed = [](const std::vector<SignalNews>& news) {
    Value list = Value::list();
    for (const SignalNews& each : news) list.push(to_value(each));
    return list;
  };
  Value unheard = Value::list();
  for (const Unheard& each : told.unheard)
    unheard.push(Value()
                     .set("project", each.project)
                     .set("measure", each.measure)
                     .set("late_days", each.late_days ? Value(*each.late_days) : Value())
                     .set("not_judged", each.not_judged.empty() ? Value() : Value(each.not_judged)));
  Value value = head_of("measure signals");
  value.set("signals", listed(told.fresh)).set("going_on", listed(told.going_on));
  return value.set("unheard", std::move(unheard));
}

report::Table signals_table(const std::vector<SignalNews>& news) {
  report::Table table;
  for (const char* title : {"project", "measure", "since", "rule", "direction", "from", "to", "reading", "message"})
    table.columns.push_back({title, report::Align::left});
  for (const SignalNews& each : news) {
    const SignalEvent& signal = each.signal;
    table.rows.push_back({each.project, signal.measure, text::format_date(signal.since), signal.rule, signal.direction,
                          text::format_date(signal.from), text::format_date(signal.to),
                          std::string(model::word(signal.reading)), each.message});
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
    none.set("measure", each.subject.id).set("at", Value()).set("reason", why_not_in_words(each));
    list.push(std::move(none));
  }
  value.set("suggestions", std::move(list));
  return value;
}

}  // namespace thrive::measures
