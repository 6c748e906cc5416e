// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace thrive::project {

/// True when a heading of a table is that of a column about single people, judged by its words however they are joined:
/// `NHS No`, `DateOfBirth`, `patient_name`, `Home Address`. Counts of people, and names of services, are not.
bool is_about_one_person(std::string_view heading);

}  // namespace thrive::project
