// SPDX-License-Identifier: MIT
#include <algorithm>

#include "libthrive/project/found.hpp"
#include "libthrive/project/rules/rules.hpp"

namespace thrive::project {

// Where nobody records sectors none is missing; places outside the system, such as home, are in none.
void check_sectors(const Opened& project, text::Diagnostics& problems) {
  const auto& services = project.model().services;
  const auto has_sector = [](const auto& entry) { return entry.value.sector.has_value(); };
  if (std::none_of(services.begin(), services.end(), has_sector)) return;
  for (const auto& [id, service] : services)
    if (!service.sector && service.category != "boundary")
      say_of_key(project, problems, {"service-without-sector", {"services", id}, {{"service", id}}});
}

}  // namespace thrive::project
