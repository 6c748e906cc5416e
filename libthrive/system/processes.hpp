// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace thrive::system {

/// The folder of this program; empty when the system does not say.
std::string own_folder();

/// What a program that ended by itself came to.
struct Ran {
  int status = 0;
  std::string said;  // on its standard output
};
/// Runs a program that is on PATH, without its errors; nothing when it could not be run, was stopped, or said more than
/// `most` bytes.
std::optional<Ran> run_program(const std::string& name, const std::vector<std::string>& arguments, std::size_t most);
/// What a program that is on PATH writes to its standard output, without its errors; nothing when it could not be run,
/// did not end with status 0, or wrote more than `most` bytes.
std::optional<std::string> output_of(const std::string& name, const std::vector<std::string>& arguments,
                                     std::size_t most = std::size_t{1} << 20);

/// Becomes the program `name`, which lies beside this one or else on PATH, with these arguments behind its name.
/// Returns only when that was not possible, with the reason.
std::string become(const std::string& name, const std::vector<std::string>& arguments);

/// From now on this process leaves no picture of its memory behind when it crashes: there may be rows about people in
/// it.
void leave_no_core_dump();

}  // namespace thrive::system
