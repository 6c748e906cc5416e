// SPDX-License-Identifier: MIT
#include <string>

#include "libthrive/ramps/describe/describe.hpp"
#include "libthrive/ramps/entry/recording.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::ramps {

std::string blank_cycle(const model::Ramp* ramp, const std::string& id, text::Date start) {
  const std::string learned = ramp == nullptr ? std::string() : carried_over(*ramp);
  std::string form;
  form += "      # Put this below 'cycles:' of the ramp and fill in what stands in quotes.\n";
  if (!learned.empty()) form += "      # " + text::without_controls(learned) + "\n";
  form += "      " + id + ":\n";
  form += "        name: \"\"              # the test in a few words\n";
  form += "        kind: test            # collect, test or implement\n";
  form += "        start: " + text::format_date(start) + "\n";
  form += "        end: " + text::format_date(start + std::chrono::days{11}) +
          "       # a first test is short: two weeks at most\n";
  form += "        scale: {people: 1, sites: 1}   # as small as can teach something\n";
  form += "        plan:\n";
  form += "          # First of all: what do you think will happen? With a number, a direction, or a yes or no.\n";
  form += "          predictions:\n            - \"\"\n";
  form += "          # What should this cycle answer?\n";
  form += "          questions:\n            - \"\"\n";
  form += "          tasks:\n            - {what: \"\", who: \"\", when: \"\", where: \"\"}   # roles, never names\n";
  form += "          data: {what: \"\", who: \"\", how: \"\"}   # counted by hand is fine\n";
  return form;
}

}  // namespace thrive::ramps
