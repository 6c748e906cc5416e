// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/model/extracts.hpp"

namespace thrive::model {

/// What a day in an extract of referrals is the day of.
enum class DateRole {
  received,
  decision,
  first_contact,
  indirect,
  second_contact,
  care_plan,
  baseline_outcome,
  closed
};

/// How many roles there are.
constexpr std::size_t date_role_count = 8;

/// The column that holds one role, by the name of the field that names it.
struct DateColumn {
  DateRole role;
  std::string_view name;  // of the field, as in `first_contact`
  std::optional<std::string> ExtractColumns::*title;
};

/// All roles, in the order of the enumeration.
inline constexpr std::array<DateColumn, date_role_count> date_columns = {{
    {DateRole::received, "received", &ExtractColumns::received},
    {DateRole::decision, "decision", &ExtractColumns::decision},
    {DateRole::first_contact, "first_contact", &ExtractColumns::first_contact},
    {DateRole::indirect, "indirect", &ExtractColumns::indirect},
    {DateRole::second_contact, "second_contact", &ExtractColumns::second_contact},
    {DateRole::care_plan, "care_plan", &ExtractColumns::care_plan},
    {DateRole::baseline_outcome, "baseline_outcome", &ExtractColumns::baseline_outcome},
    {DateRole::closed, "closed", &ExtractColumns::closed},
}};

/// The role that a wait starts with.
DateRole role_of(ClockStart start);
/// The roles without whose columns the end of a wait cannot be told. The indirect activity of `full` is used where
/// there is a column for it.
std::vector<DateRole> roles_needed(ClockStop stop);
/// The name of the field that names the column of a role.
std::string_view name_of(DateRole role);

/// The titles of an extract that would tell one person from another: its columns of ids and persons.
bool is_key_of_extract(const ExtractColumns& columns, std::string_view title);

}  // namespace thrive::model
