// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/cli/tool.hpp"
#include "libthrive/records/shape.hpp"

namespace thrive::cli {

/// Declares an option for every field of a record, named and explained as the description does; `left_out` are fields
/// that the command has other options for. What is given goes into `given` in the order of the command line.
void declare_field_options(Command& command, const records::RecordShape& record, std::vector<Given>& given,
                           const std::vector<std::string_view>& left_out = {});

/// The fields that were given, by the names that they have in a file; the last one counts of one given twice.
std::vector<std::pair<std::string, std::string>> given_fields(const records::RecordShape& record,
                                                              const std::vector<Given>& given);

}  // namespace thrive::cli
