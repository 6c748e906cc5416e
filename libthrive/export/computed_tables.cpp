// SPDX-License-Identifier: MIT
#include "libthrive/export/computed_tables.hpp"

#include <optional>
#include <utility>

#include "libthrive/measures/describe/sentences.hpp"
#include "libthrive/measures/targets.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::exports {

namespace {

using records::TidyField;
using records::TidyTable;
using text::Value;

enum Place { figures, readings, findings_place };

TidyField key(std::string name, std::string type, std::string meaning, std::string refers_to = {}) {
  return {std::move(name), std::move(type), std::move(meaning), true, std::move(refers_to)};
}
TidyField field(std::string name, std::string type, std::string meaning) {
  return {std::move(name), std::move(type), std::move(meaning), false, {}};
}
const TidyField project_key = key("project", "string", "The project, as it was named");

TidyTable figures_table() {
  return {"figures",
          "The figures of each measure, with what the chart has for them",
          {project_key, key("measure", "string", "The measure", "measures"),
           key("date", "date", "The date of the figure"), field("value", "number", "The value that is plotted"),
           field("numerator", "number", "What is counted above the line"),
           field("denominator", "number", "What is counted below the line"),
           field("hidden", "boolean", "True where the numbers are too small to be shown"),
           field("segment", "integer", "The stretch between new starts that it lies in, counted from 1"),
           field("centre", "number", "The centre line at this date"),
           field("lower", "number", "The lower limit at this date"),
           field("upper", "number", "The upper limit at this date"),
           field("target", "number", "The target in force on this date"),
           field("rules", "string", "The rules that fired here, with + between them"),
           field("reading", "string", "What they mean: common-cause, improvement, concern, high or low"),
           field("excluded", "boolean", "True where it is left out of centre and limits"),
           field("provisional", "boolean", "True where it may still change"),
           field("unfinished", "boolean", "True where its period is not over")},
          false,
          {}};
}

TidyTable readings_table() {
  return {"readings",
          "What each measure's chart says",
          {project_key, key("measure", "string", "The measure", "measures"), field("rule_set", "string", "The rules"),
           field("chart", "string", "The chart"), field("points", "integer", "Dates there are"),
           field("missing", "integer", "Dates without a value"), field("latest", "date", "The date it speaks of"),
           field("target", "number", "The target in force then"), field("variation", "string", "The variation icon"),
           field("assurance", "string", "The assurance icon"),
           field("late_days", "integer", "How long the latest value has been the latest, where it is late"),
           field("verdict", "string", "The sentence")},
          false,
          {}};
}

TidyTable findings_table() {
  return {"findings",
          "What thrive check says of each project",
          {project_key, key("position", "integer", "The place in the order of the check, counted from 1"),
           field("code", "string", "The code"), field("severity", "string", "error, warning or note"),
           field("file", "string", "The file"), field("line", "integer", "The line, counted from 1"),
           field("column", "integer", "The column, counted from 1"), field("message", "string", "What is wrong"),
           field("hint", "string", "What to do"), field("accepted", "boolean", "True where the project lets it stand")},
          false,
          {}};
}

Value number(const std::optional<double>& maybe) { return maybe ? Value(*maybe) : Value(); }

template <class E>
Value word_of(const std::optional<E>& maybe) {
  return maybe ? Value(model::word(*maybe)) : Value();
}

std::string rules_of(const measures::AnalysedPoint& point) {
  std::vector<std::string> rules;
  for (const measures::FiredRule& fired : point.rules) rules.emplace_back(model::word(fired.rule));
  return text::join(rules, "+");
}

std::vector<Value> row_of(const std::string& project, const std::string& measure, const measures::AnalysedPoint& point,
                          bool is_hidden) {
  const auto shown = [&](const std::optional<double>& maybe) { return is_hidden ? Value() : number(maybe); };
  return {Value(project),
          Value(measure),
          Value::day(text::format_date(point.date)),
          shown(point.value),
          shown(point.numerator),
          shown(point.denominator),
          Value(is_hidden),
          Value(point.segment + 1),
          number(point.centre),
          number(point.lower),
          number(point.upper),
          number(point.target),
          Value(rules_of(point)),
          Value(model::word(point.reading)),
          Value(point.excluded),
          Value(point.provisional),
          Value(point.unfinished)};
}

}  // namespace

ComputedTables::ComputedTables() : tables_{figures_table(), readings_table(), findings_table()} {}

void ComputedTables::add(const std::string& project, const measures::Read& read, const text::SmallNumbers& small) {
  const measures::Analysis& analysis = read.analysis;
  for (const measures::AnalysedPoint& point : analysis.data) {
    const bool is_hidden = small.hides(point.numerator) || small.hides(point.denominator);
    tables_[figures].rows.push_back(row_of(project, read.subject.id, point, is_hidden));
  }
  const std::optional<text::Date> latest =
      analysis.latest ? std::optional(analysis.data[*analysis.latest].date) : std::nullopt;
  tables_[readings].rows.push_back({Value(project), Value(read.subject.id), Value(analysis.settings.rules.name),
                                    Value(model::word(analysis.settings.chart)), Value(analysis.points),
                                    Value(analysis.missing), latest ? Value::day(text::format_date(*latest)) : Value(),
                                    number(measures::latest_target(analysis)), word_of(analysis.variation),
                                    word_of(analysis.assurance), analysis.late ? Value(analysis.late->days) : Value(),
                                    Value(measures::verdict(analysis, read.subject))});
}

void ComputedTables::add(const std::string& project, const findings::Checked& checked) {
  std::size_t position = 0;
  const auto add_row = [&](const text::Diagnostic& finding, bool is_accepted) {
    tables_[findings_place].rows.push_back({Value(project), Value(++position), Value(finding.code),
                                            Value(text::name(finding.severity)), Value(finding.place.file),
                                            Value(finding.place.from.line), Value(finding.place.from.column),
                                            Value(finding.message), Value(finding.hint), Value(is_accepted)});
  };
  for (const text::Diagnostic& finding : checked.findings) add_row(finding, false);
  for (const text::Diagnostic& finding : checked.accepted) add_row(finding, true);
}

}  // namespace thrive::exports
