// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/measures/checks.hpp"
#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/measures/describe/describe_words.hpp"
#include "libthrive/measures/spacing.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::measures {

namespace {

/// The latest value of a measure, whether or not it is excluded.
const AnalysedPoint* latest_value(const Analysis& analysis) {
  for (std::size_t row = analysis.data.size(); row-- > 0;)
    if (analysis.data[row].value) return &analysis.data[row];
  return nullptr;
}

std::string age_words(int days, const Subject& subject) {
  if (days < 0) return "in the future";
  const int period = days_in(subject.measure.frequency);
  if (days <= 2 * period) return "up to date";
  return fmt::format("{} {}s late", days / period - 1, period_word(subject.measure.frequency));
}

std::string reading_words(const Read& read) {
  std::string words = variation_in_words(read.analysis.variation);
  if (!read.analysis.latest) words = "No figures";
  if (read.analysis.segments.size() > 0 && read.analysis.segments.back().growing) words += ", a trend";
  if (read.analysis.assurance) words += "; " + assurance_in_words(*read.analysis.assurance);
  return words;
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
                   {"assurance"}};
  for (const Read& read : all) {
    const AnalysedPoint* latest = latest_value(read.analysis);
    report::Cell value, age;
    if (latest) {
      value = report::Cell(report::number(*latest->value, read.analysis.decimals), text::Value(*latest->value));
      age = report::Cell(std::to_string(text::days_between(latest->date, today)));
    }
    table.rows.push_back(
        {read.subject.id, read.subject.measure.name, value, latest ? text::format_date(latest->date) : std::string(),
         age, std::to_string(read.analysis.points - read.analysis.missing),
         std::string(model::word(read.analysis.variation)),
         read.analysis.assurance ? std::string(model::word(*read.analysis.assurance)) : std::string()});
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
    table.rows.push_back(
        {read.subject.id, latest ? figure(*latest->value, read.analysis.decimals, read.subject.measure.unit) : "none",
         latest ? text::format_date(latest->date) : "never",
         latest ? age_words(text::days_between(latest->date, today), read.subject) : "none", reading_words(read)});
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
    value.set("latest_value", latest ? text::Value(*latest->value) : text::Value());
    value.set("latest_date", latest ? text::Value(text::format_date(latest->date)) : text::Value());
    value.set("age_days", latest ? text::Value(text::days_between(latest->date, today)) : text::Value());
    value.set("variation", model::word(read.analysis.variation));
    value.set("assurance",
              read.analysis.assurance ? text::Value(model::word(*read.analysis.assurance)) : text::Value());
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
