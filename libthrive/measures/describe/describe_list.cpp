// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <utility>

#include "libthrive/measures/decimals.hpp"
#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/measures/describe/sentences.hpp"
#include "libthrive/measures/describe/spelling.hpp"
#include "libthrive/measures/spacing.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::measures {

namespace {

/// The latest value of the measure itself, whatever its chart plots and whether or not it is excluded; of a period that
/// is not over only when there is no other.
const AnalysedPoint* latest_value(const Analysis& analysis) {
  const AnalysedPoint* unfinished = nullptr;
  for (std::size_t row = analysis.data.size(); row-- > 0;) {
    if (!analysis.data[row].measured) continue;
    if (!analysis.data[row].unfinished) return &analysis.data[row];
    if (unfinished == nullptr) unfinished = &analysis.data[row];
  }
  return unfinished;
}

/// Whether the figures come in: one judgement with `stale` and with what the charts say.
std::string age_words(const Read& read, text::Date latest, text::Date today) {
  const Analysis& analysis = read.analysis;
  if (latest > today) return "in the future";
  if (analysis.late) {
    const auto periods = static_cast<std::size_t>(analysis.late->periods);
    return report::count_of(periods, period_word(analysis.late->frequency)) + " late";
  }
  return analysis.data.back().value ? "up to date" : "latest missing";
}

std::string reading_words(const Read& read) {
  const std::string aim = aim_in_words(read.analysis);
  return change_in_words(read.analysis) + (aim.empty() ? "" : "; " + aim);
}

/// The value as the measure has it, whatever its chart plots.
std::string measured_in_words(const Read& read, double value) {
  if (read.analysis.plots_value) return value_in_words(value, read.analysis, read.analysis.settings.unit);
  Analysis own;  // digits as the measure's own values want them
  own.settings.scale = model::multiplied_by(read.subject.measure);
  own.settings.unit = read.subject.measure.unit;
  for (AnalysedPoint point : read.analysis.data) {
    point.value = point.measured;
    own.data.push_back(std::move(point));
  }
  own.decimals = decimals_of(own);
  return value_in_words(value, own, read.subject.measure.unit);
}

}  // namespace

report::Table list_table(const std::vector<Read>& all, text::Date today) {
  report::Table table;
  table.columns = {{"measure"},
                   {"name"},
                   {"latest_value", report::Align::right},
                   {"latest_date"},
                   {"age_days", report::Align::right},
                   {"points", report::Align::right},
                   {"variation"},
                   {"assurance"},
                   {"stale"},
                   {"late_days", report::Align::right}};
  for (const Read& read : all) {
    const AnalysedPoint* latest = latest_value(read.analysis);
    report::Cell value, age;
    if (latest) {
      value = report::Cell(fmt::format("{}", *latest->measured), text::Value(*latest->measured));
      age = report::Cell(std::to_string(text::days_between(latest->date, today)));
    }
    table.rows.push_back(
        {read.subject.id, read.subject.measure.name, value, latest ? text::format_date(latest->date) : std::string(),
         age, std::to_string(read.analysis.points - read.analysis.missing),
         read.analysis.variation ? std::string(model::word(*read.analysis.variation)) : std::string(),
         read.analysis.assurance ? std::string(model::word(*read.analysis.assurance)) : std::string(),
         read.analysis.stale ? "true" : "false",
         read.analysis.late ? report::Cell(std::to_string(read.analysis.late->days)) : report::Cell()});
  }
  return table;
}

report::Document describe_list(const std::vector<Read>& all, text::Date today) {
  report::Document document;
  document.title = "Measures";
  if (!all.empty()) document.classification = all.front().subject.classification;
  report::Table table;
  table.columns = {{"Measure"}, {"Latest", report::Align::right}, {"Date"}, {"Figures"}, {"Reading"}};
  for (const Read& read : all) {
    const AnalysedPoint* latest = latest_value(read.analysis);
    table.rows.push_back({read.subject.id, latest ? measured_in_words(read, *latest->measured) : "none",
                          latest ? text::format_date(latest->date) : "never",
                          latest ? age_words(read, latest->date, today) : "none", reading_words(read)});
  }
  document.table(std::move(table));
  return document;
}

text::Value list_value(const std::vector<Read>& all, text::Date today) {
  text::Value list = text::Value::list();
  for (const Read& read : all) {
    const AnalysedPoint* latest = latest_value(read.analysis);
    text::Value value = text::Value::map();
    value.set("measure", read.subject.id).set("name", read.subject.measure.name).set("unit", read.subject.measure.unit);
    value.set("points", read.analysis.points - read.analysis.missing);
    value.set("latest_value", latest ? text::Value(*latest->measured) : text::Value());
    value.set("latest_date", latest ? text::Value(text::format_date(latest->date)) : text::Value());
    value.set("age_days", latest ? text::Value(text::days_between(latest->date, today)) : text::Value());
    value.set("variation",
              read.analysis.variation ? text::Value(model::word(*read.analysis.variation)) : text::Value());
    value.set("assurance",
              read.analysis.assurance ? text::Value(model::word(*read.analysis.assurance)) : text::Value());
    value.set("late_days", read.analysis.late ? text::Value(read.analysis.late->days) : text::Value());
    value.set("stale", read.analysis.stale).set("verdict", verdict(read.analysis, read.subject));
    list.push(std::move(value));
  }
  text::Value whole = text::Value::map();
  whole.set("format", 1)
      .set("command", "measure list")
      .set("as_of", text::format_date(today))
      .set("measures", std::move(list));
  return whole;
}

std::string signals_text(const std::vector<SignalNews>& news, bool several_projects) {
  std::string text;
  for (const SignalNews& each : news) {
    if (several_projects) text += each.project + ": ";
    text += fmt::format("{} {}: {}", text::format_date(each.signal.since), each.signal.measure, each.message);
    if (each.signal.reading == Reading::improvement) text += ": improvement";
    if (each.signal.reading == Reading::concern) text += ": concern";
    if (each.signal.provisional) text += " (provisional figures)";
    text += " [" + each.signal.rule + "]\n";
  }
  return text;
}

}  // namespace thrive::measures
