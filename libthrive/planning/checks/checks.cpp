// SPDX-License-Identifier: MIT
#include "libthrive/planning/checks/checks.hpp"

#include <algorithm>

#include "libthrive/planning/checks/check_governance.hpp"
#include "libthrive/planning/checks/check_people.hpp"
#include "libthrive/planning/checks/check_risks.hpp"
#include "libthrive/planning/checks/check_steps.hpp"
#include "libthrive/planning/checks/check_tasks.hpp"

namespace thrive::planning {

Findings check_whatever_the_day(const CheckInput& input) {
  Findings found;
  check_tasks(input, found);
  check_governance(input, found);
  check_people(input, found);
  check_messages(input, found);
  check_risks(input, found);
  return found;
}

Findings check_plan(const CheckInput& input) {
  Findings found = check_whatever_the_day(input);
  check_tasks_on_day(input, found);
  check_meetings_on_day(input, found);
  check_steps_on_day(input, found);
  check_people_on_day(input, found);
  check_messages_on_day(input, found);
  check_risks_on_day(input, found);
  return found;
}

std::vector<std::string> measures_watched(const model::Project& project) {
  std::vector<std::string> measures;
  for (const auto& [id, risk] : project.risks)
    if (risk.watch && std::find(measures.begin(), measures.end(), risk.watch->measure) == measures.end())
      measures.push_back(risk.watch->measure);
  return measures;
}

}  // namespace thrive::planning
