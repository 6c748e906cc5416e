// SPDX-License-Identifier: MIT
#include "libthrive/model/extract_roles.hpp"

namespace thrive::model {

DateRole role_of(ClockStart start) {
  switch (start) {
    case ClockStart::received:
      return DateRole::received;
    case ClockStart::decision:
      return DateRole::decision;
    case ClockStart::first_contact:
      return DateRole::first_contact;
  }
  return DateRole::received;
}

std::vector<DateRole> roles_needed(ClockStop stop) {
  switch (stop) {
    case ClockStop::decision:
      return {DateRole::decision};
    case ClockStop::first_contact:
      return {DateRole::first_contact};
    case ClockStop::first_contact_or_indirect:
      return {DateRole::first_contact, DateRole::indirect};
    case ClockStop::second_contact:
      return {DateRole::second_contact};
    case ClockStop::care_plan:
      return {DateRole::care_plan};
    case ClockStop::baseline_outcome:
      return {DateRole::baseline_outcome};
    case ClockStop::full:
      return {DateRole::first_contact, DateRole::baseline_outcome, DateRole::care_plan};
  }
  return {};
}

std::string_view name_of(DateRole role) { return date_columns[static_cast<std::size_t>(role)].name; }

bool is_key_of_extract(const ExtractColumns& columns, std::string_view title) {
  return columns.id == title || columns.person == title;
}

}  // namespace thrive::model
