// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/ramps/describe/describe.hpp"
#include "libthrive/ramps/describe/draw_ramp.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::ramps {

namespace {

void add_lines(report::Document& document, std::string_view lead, const std::vector<std::string>& lines) {
  if (lines.size() == 1) {
    document.paragraph(lines.front(), std::string(lead));
  } else if (!lines.empty()) {
    document.paragraph("", std::string(lead));
    document.items(lines);
  }
}

/// Each prediction with what became of it.
std::vector<std::string> predictions_and_fates(const model::Cycle& cycle) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < cycle.plan->predictions.size(); ++at) {
    std::string line = cycle.plan->predictions[at];
    if (cycle.study && at < cycle.study->predictions_held.size()) {
      const model::Held held = cycle.study->predictions_held[at];
      line += held == model::Held::yes ? " (held)" : held == model::Held::no ? " (did not hold)" : " (held in part)";
    }
    lines.push_back(line);
  }
  return lines;
}

std::string decision_in_words(const model::Act& act) {
  std::string words = std::string(model::word(*act.decision));
  words.front() = static_cast<char>(words.front() - 'a' + 'A');
  if (act.reason) words += ": " + *act.reason;
  if (act.next) words += ". Next: " + *act.next;
  return words + ".";
}

std::string sustain_in_words(const model::Sustain& sustain) {
  std::vector<std::string> parts;
  if (sustain.owner) parts.push_back("kept by " + *sustain.owner);
  if (sustain.agenda) parts.push_back("on the agenda of " + *sustain.agenda);
  if (sustain.look_every_weeks) parts.push_back(fmt::format("looked at every {} weeks", *sustain.look_every_weeks));
  if (sustain.next_look) parts.push_back("next on " + text::format_date_in_words(*sustain.next_look));
  return text::join(parts, ", ") + ".";
}

/// What is to be done, by whom, when and where, and what will be counted.
void add_plan(report::Document& document, const model::Plan& plan) {
  if (!plan.tasks.empty()) {
    report::Table table;
    table.caption = "What is to be done";
    table.columns = {{"What"}, {"Who"}, {"When"}, {"Where"}};
    for (const model::Task& task : plan.tasks)
      table.rows.push_back({task.what, task.who.value_or(""), task.when.value_or(""), task.where.value_or("")});
    document.table(std::move(table));
  }
  if (!plan.data) return;
  std::string words = plan.data->what;
  if (plan.data->who) words += "; counted by " + *plan.data->who;
  if (plan.data->how) words += "; written down: " + *plan.data->how;
  document.paragraph(words + ".", "What is counted:");
}

void add_happened(report::Document& document, const model::Cycle& cycle) {
  std::vector<std::string> lines;
  if (cycle.do_ && cycle.do_->observed) lines.push_back(*cycle.do_->observed);
  if (cycle.do_ && cycle.do_->as_planned == false) lines.emplace_back("It was not carried out as planned");
  add_lines(document, "What happened:", lines);
  if (cycle.do_ && cycle.do_->surprises) document.paragraph(*cycle.do_->surprises, "What nobody expected:");
}

void add_cycle(report::Document& document, const Reported& reported, const RampState& ramp, const CycleState& state) {
  const model::Cycle& cycle = *state.cycle;
  const std::string size = size_in_words(cycle.scale, model::small_numbers(reported.project.project));
  document.heading(1, state.id + ": " + cycle.name);
  document.paragraph(fmt::format("{}, {} to {}{}.", model::word(cycle.kind), text::format_date_in_words(cycle.start),
                                 cycle.end ? text::format_date_in_words(*cycle.end) : "open",
                                 size.empty() ? "" : "; " + size));
  if (cycle.plan) {
    add_lines(document, "Question:", cycle.plan->questions);
    add_lines(document, "Prediction:", predictions_and_fates(cycle));
    add_plan(document, *cycle.plan);
  }
  add_happened(document, cycle);
  if (cycle.study) {
    add_lines(document, "What it showed:", cycle.study->findings);
    if (cycle.study->learning) document.paragraph(*cycle.study->learning, "Learned:");
  }
  if (has_decision(cycle))
    document.paragraph(decision_in_words(*cycle.act), "Decision:");
  else if (cycle.act && cycle.act->reason)
    document.paragraph(*cycle.act->reason, "Towards a decision:");
  if (cycle.act && cycle.act->sustain) document.paragraph(sustain_in_words(*cycle.act->sustain), "Sustained:");
  if (state.is_open) document.paragraph(fmt::format("this cycle waits for '{}'.", model::word(state.stage)), "Open:");
  if (cycle.note) document.paragraph(*cycle.note, "Note:");
  add_lines(document, "What the data say since it began:", what_the_data_say(reported, ramp, state));
}

std::string driver_in_words(const model::Project& project, const std::string& id) {
  const model::Driver* driver = project.drivers ? project.drivers->nodes.find(id) : nullptr;
  return driver == nullptr ? id : fmt::format("{} ({})", driver->name, id);
}

/// The idea and what it is for, up to the aim: "Daily triage huddle (c1), for: Senior clinician time, aim".
std::string idea_in_words(const model::Project& project, const std::string& id) {
  const model::Idea* idea = project.ideas.find(id);
  if (idea == nullptr) return id;
  std::vector<std::string> way, open(idea->drives.rbegin(), idea->drives.rend());
  bool reaches_aim = false;
  while (!open.empty()) {
    const std::string next = open.back();
    open.pop_back();
    reaches_aim = reaches_aim || next == "aim";
    const model::Driver* driver = project.drivers ? project.drivers->nodes.find(next) : nullptr;
    if (driver == nullptr || std::find(way.begin(), way.end(), driver->name) != way.end()) continue;
    way.push_back(driver->name);
    open.insert(open.end(), driver->drives.rbegin(), driver->drives.rend());
  }
  if (reaches_aim) way.emplace_back("aim");
  const std::string words = fmt::format("{} ({})", idea->text, id);
  return way.empty() ? words : fmt::format("{}, for: {}", words, text::join(way, ", "));
}

/// Who leads the ramp, what it serves, works on and tests, and how far the team sees itself.
void add_about(report::Document& document, const model::Project& project, const model::Ramp& ramp) {
  if (ramp.owner) document.paragraph(*ramp.owner, "Led by:");
  if (ramp.priority) document.paragraph(*ramp.priority, "Priority:");
  if (ramp.driver) document.paragraph(driver_in_words(project, *ramp.driver), "Works on the driver:");
  if (ramp.idea) document.paragraph(idea_in_words(project, *ramp.idea), "Tests:");
  for (const std::string& idea : ramp.ideas)
    if (ramp.idea != idea) document.paragraph(idea_in_words(project, idea), "Tests:");
  if (ramp.progress_score)
    document.paragraph(fmt::format("{} of 5", *ramp.progress_score), "The team's own progress score:");
}

/// The charts that a board would see, with the cycles as flags on them; the sentences of each cycle follow in the
/// story.
void add_charts(report::Document& document, const Reported& reported, const model::Ramp& ramp) {
  const std::vector<const Chart*> charts = charts_of(ramp, reported.charts);
  if (charts.empty()) return;
  document.heading(1, "What the measures show");
  for (const Chart* chart : charts) {
    document.paragraph(chart->name, ramp.measure == chart->id ? "Should move:" : "Must not get worse:");
    document.figure(measures::figure_of({chart->subject, chart->analysis}, measures::Theme::colour));
  }
}

}  // namespace

report::Document describe_ramp(const Reported& reported, const RampState& ramp) {
  report::Document document;
  document.title = ramp.ramp->name;
  document.subtitle = "Ramp " + ramp.id + ", as of " + text::format_date_in_words(reported.today);
  document.classification = reported.project.project.classification.value_or("");
  add_about(document, reported.project, *ramp.ramp);
  if (ramp.ramp->change) document.paragraph(*ramp.ramp->change, "The change:");
  if (ramp.ramp->co_produced_with) document.paragraph(*ramp.ramp->co_produced_with, "Shaped with:");
  if (ramp.ramp->stop_rule) document.paragraph(ramp.ramp->stop_rule->text, "Stop rule:");
  const text::SmallNumbers small = model::small_numbers(reported.project.project);
  document.figure({ramp_svg(ramp, reported.today, small), ramp_in_words(ramp, small), "",
                   "The cycles of " + ramp.ramp->name + " and their size"});
  add_charts(document, reported, *ramp.ramp);
  for (const CycleState& state : ramp.cycles) add_cycle(document, reported, ramp, state);
  if (!ramp.next.empty()) document.paragraph(ramp.next + ".", "Next:");
  return document;
}

}  // namespace thrive::ramps
