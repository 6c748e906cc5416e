// SPDX-License-Identifier: MIT
#include "libthrive/standing/describe/contract.hpp"

#include "libthrive/findings/forms.hpp"

namespace thrive::standing {

namespace {

using text::Value;

Value score_value(const std::optional<ItemScore>& score) { return score ? Value(score->value) : Value(); }

Value row_value(const ChainRow& row) {
  Value measures = Value::list();
  for (const MeasureShown& each : row.measures)
    measures.push(
        Value().set("measure", each.measure).set("reading", model::word(each.shown)).set("points", each.points));
  Value value;
  value.set("item", row.item).set("notes", row.notes).set("good_practice", row.good_practice).set("heard", row.heard);
  value.set("score_from", score_value(row.score_from)).set("score_to", score_value(row.score_to));
  value.set("sheet", row.sheet ? Value(model::word(*row.sheet)) : Value());
  value.set("gaps", row.sheet ? Value(row.gaps) : Value());
  value.set("gaps_answered", row.sheet ? Value(row.gaps_answered) : Value());
  value.set("recommendations", row.sheet ? Value(row.recommendations) : Value());
  value.set("recommendations_ready", row.sheet ? Value(row.recommendations_ready) : Value());
  value.set("recommendations_answered", row.sheet ? Value(row.recommendations_answered) : Value());
  value.set("ideas", row.ideas).set("ideas_tested", row.ideas_tested).set("ideas_parked", row.ideas_parked);
  value.set("ramps", Value::list_of(row.ramps))
      .set("cycles_open", row.open_cycles)
      .set("cycles_closed", row.closed_cycles);
  value.set("measures", std::move(measures));
  value.set("adopted", row.adopted).set("kept", row.kept).set("looks_overdue", row.looks_overdue);
  value.set("testing", row.testing.empty() ? Value() : Value(row.testing));
  value.set("stops_at", row.stops_at ? Value(model::word(*row.stops_at)) : Value());
  return value;
}

Value date_value(const Reported& reported, const DateAhead& each) {
  const text::Place place = reported.place(each.path);
  return Value()
      .set("date", each.date ? Value(text::format_date(*each.date)) : Value())
      .set("days", each.date ? Value(each.days) : Value())
      .set("kind", each.kind)
      .set("id", each.id)
      .set("what", each.what)
      .set("owner", each.owner.empty() ? Value() : Value(each.owner))
      .set("file", place.file)
      .set("line", place.from.line)
      .set("group", model::word(each.when));
}

}  // namespace

text::Value status_contract(const Reported& reported) {
  Value priorities, next, findings;
  if (reported.shows_chain) {
    priorities = Value::list();
    for (const ChainRow& row : reported.chain.rows) priorities.push(row_value(row));
  }
  if (reported.shows_next) {
    next = Value::list();
    for (const DateAhead& each : reported.ahead.dates) next.push(date_value(reported, each));
  }
  if (reported.shows_findings) {
    findings = Value::list();
    for (const text::Diagnostic& finding : reported.findings) findings.push(findings::as_json(finding));
  }
  const bool is_agreed = !reported.chain.rows.empty();
  return Value()
      .set("format", 1)
      .set("command", "thrive status")
      .set("as_of", text::format_date(reported.today))
      .set("within", reported.within)
      .set("reached", !reported.shows_chain || is_agreed ? Value() : Value(model::word(reported.chain.reached)))
      .set("weeks_since_agreed", reported.shows_chain ? Value(reported.chain.weeks_since_agreed) : Value())
      .set("without_test", reported.shows_chain ? Value::list_of(reported.chain.without_test()) : Value())
      .set("priorities", std::move(priorities))
      .set("next", std::move(next))
      .set("findings", std::move(findings));
}

}  // namespace thrive::standing
