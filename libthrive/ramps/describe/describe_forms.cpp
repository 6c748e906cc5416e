// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "libthrive/ramps/describe/describe.hpp"
#include "libthrive/text/fingerprint.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::ramps {

namespace {

/// The indentation of a stage: ramps, ramp, cycles, cycle, stage.
constexpr std::string_view margin = "        ";

std::string line(std::string_view words) { return std::string(margin) + std::string(words) + "\n"; }

/// Words of the project as a comment; they may hold anything, so line breaks must not end it.
std::string comment(std::string_view words) { return line("# " + text::without_controls(words)); }

std::string comments(std::string_view lead, const std::vector<std::string>& lines) {
  if (lines.empty()) return {};
  std::string form = comment(lead);
  for (const std::string& words : lines) form += comment("- " + words);
  return form;
}

std::string recorded(text::Date today) { return line("  recorded: " + text::format_date(today)); }

const std::vector<std::string>& predictions_of(const CyclePlace& place) {
  static const std::vector<std::string> none;
  return place.cycle->plan ? place.cycle->plan->predictions : none;
}

std::string blank_do(const CyclePlace& place, text::Date today) {
  std::string form = comment("Put this below 'plan:' of " + place.id + " and fill in what stands in quotes.");
  form += comments("Predicted; from now on these words stay as they are:", predictions_of(place));
  form += line("do:");
  form += line("  as_planned: true        # false when anything was done otherwise; say what below");
  form += line("  observed: \"\"            # what happened, counted where it can be");
  form += line("  surprises: \"\"           # what nobody expected");
  form += recorded(today);
  if (place.cycle->plan) form += line("  predictions_hash: \"" + text::fingerprint(predictions_of(place)) + "\"");
  return form;
}

std::string blank_study(const CyclePlace& place, const std::vector<std::string>& data, text::Date today) {
  std::string form = comment("Put this below 'do:' of " + place.id + " and fill in what stands in quotes.");
  form += comments("Predicted:", predictions_of(place));
  if (place.cycle->do_ && place.cycle->do_->observed) form += comments("What happened:", {*place.cycle->do_->observed});
  form += comments("What the data say since it began:", data);
  form += line("study:");
  form += line("  findings:");
  form += line("    - \"\"                  # what the data show beside each prediction, with the numbers");
  form += line("  predictions_held: []    # yes, no or partly for each, in their order");
  form += line("  learning: \"\"            # what the team knows now and did not before");
  return form + recorded(today);
}

std::string blank_act(const CyclePlace& place, text::Date today) {
  std::string form = comment("Put this below 'study:' of " + place.id + " and fill in what stands in quotes.");
  if (place.cycle->study) form += comments("What it showed:", place.cycle->study->findings);
  form += line("act:");
  form += line("  decision: adapt         # adopt, adapt, expand or abandon");
  form += line("  reason: \"\"              # why; when adapting, what will be different");
  form += line("  # next: CYCLE           # the cycle that follows; 'pdsa new' fills this in");
  form += line("  # When adopting: who keeps it, where it is talked about, and how often the data are looked at.");
  form += line("  # Less often with time, never never.");
  form += line("  # sustain: {owner: \"\", agenda: \"\", look_every_weeks: 4, next_look: " +
               text::format_date(today + std::chrono::days{28}) + "}");
  return form + recorded(today);
}

}  // namespace

std::string blank_stage(const Reported& reported, const CyclePlace& place, Stage stage) {
  switch (stage) {
    case Stage::studying:
      return blank_study(place, what_the_data_say(reported, place), reported.today);
    case Stage::deciding:
      return blank_act(place, reported.today);
    default:
      return blank_do(place, reported.today);
  }
}

}  // namespace thrive::ramps
