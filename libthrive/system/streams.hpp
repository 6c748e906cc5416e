// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace thrive::system {

/// Makes sure that the three standard streams are open, so that no file that is opened later takes the place of one,
/// and that a closed pipe is an error of `write` instead of a signal. A stream that was closed stays unusable.
void prepare_streams();

/// Writes all of it to standard output. Returns 0 or the error number: EPIPE when the reader has gone.
int write_standard_output(std::string_view text);
/// Writes to standard error; nothing can be done when that fails.
void write_standard_error(std::string_view text);
/// Asks the system whether all that was written has arrived. Returns 0 or the error number.
int check_standard_output();

/// True when a stream (0, 1, 2) is a terminal.
bool is_terminal(int stream);

}  // namespace thrive::system
