// SPDX-License-Identifier: MIT
#include <algorithm>

#include "libthrive/findings/forms.hpp"
#include "libthrive/improvement/describe/describe.hpp"

namespace thrive::improvement {

namespace {

using text::Value;

Value median_of(const model::Keyed<double>& ratings) {
  std::vector<double> given;
  for (const auto& rating : ratings) given.push_back(rating.value);
  if (given.empty()) return {};
  std::sort(given.begin(), given.end());
  return (given[(given.size() - 1) / 2] + given[given.size() / 2]) / 2;
}

Value day_or_null(const std::optional<text::Date>& day) { return day ? Value(text::format_date(*day)) : Value(); }

Value aim_of(const Worked& worked) {
  if (!worked.project.drivers || !worked.project.drivers->aim) return {};
  const model::Aim& aim = *worked.project.drivers->aim;
  Value measures = Value::list();
  for (const AimProgress& one : worked.aim)
    measures.push(Value()
                      .set("measure", one.measure)
                      .set("from", one.from)
                      .set("to", one.to)
                      .set("by", day_or_null(one.by))
                      .set("began", one.began)
                      .set("latest", one.latest)
                      .set("way", one.way)
                      .set("points", one.points)
                      .set("baseline_median", one.baseline_median)
                      .set("baseline_mean", one.baseline_mean));
  return Value()
      .set("text", aim.text)
      .set("for_whom", aim.for_whom)
      .set("where", aim.where)
      .set("agreed", day_or_null(aim.agreed))
      .set("measures", std::move(measures));
}

Value nodes_of(const Theory& theory) {
  Value nodes = Value::list();
  for (const DriverStanding& driver : theory.drivers)
    nodes.push(Value()
                   .set("id", driver.id)
                   .set("name", driver.driver->name)
                   .set("level", driver.level)
                   .set("drives", Value::list_of(driver.driver->drives))
                   .set("priorities", Value::list_of(driver.driver->priorities))
                   .set("measures", Value::list_of(driver.driver->measures))
                   .set("ideas", driver.all_ideas.size())
                   .set("ideas_tested", driver.tested)
                   .set("theory_tested", driver.is_tested));
  return nodes;
}

Value ideas_of_theory(const Theory& theory) {
  Value ideas = Value::list();
  for (const IdeaStanding& idea : theory.ideas)
    ideas.push(Value()
                   .set("id", idea.id)
                   .set("text", idea.idea->text)
                   .set("drives", Value::list_of(idea.idea->drives))
                   .set("answers", Value::list_of(idea.idea->answers))
                   .set("ramps", Value::list_of(idea.ramps))
                   .set("task", idea.idea->task)
                   .set("state", model::word(idea.state))
                   .set("benefit", median_of(idea.idea->benefit))
                   .set("ease", median_of(idea.idea->ease)));
  return ideas;
}

}  // namespace

text::Value theory_contract(const Worked& worked, const Findings& findings) {
  Value ramps = Value::list();
  for (const Ceiling& ceiling : worked.ceilings)
    ramps.push(Value()
                   .set("id", ceiling.ramp)
                   .set("team_score", ceiling.team_score)
                   .set("ceiling", ceiling.score)
                   .set("way", ceiling.way)
                   .set("missing", Value::list_of(ceiling.missing())));
  Value list = Value::list();
  for (const text::Diagnostic& finding : findings) list.push(findings::as_json(finding));
  return Value()
      .set("format", 1)
      .set("command", "drivers list")
      .set("as_of", text::format_date(worked.today))
      .set("aim", aim_of(worked))
      .set("nodes", nodes_of(worked.theory))
      .set("ideas", ideas_of_theory(worked.theory))
      .set("ramps", std::move(ramps))
      .set("findings", std::move(list));
}

}  // namespace thrive::improvement
