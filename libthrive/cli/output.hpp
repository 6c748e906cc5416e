// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace thrive::cli {

/// Output that could not be written: what and why, for the line after the tool's name.
struct OutputError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Output that could not be written, and the reason is among the problems already.
struct NotWritten : std::runtime_error {
  NotWritten() : std::runtime_error("not written") {}
};

/// The reader at the other end of a pipe has gone: nobody is there to be told.
struct ReaderGone : std::runtime_error {
  ReaderGone() : std::runtime_error("the reader has gone") {}
};

/// Makes sure that the three standard streams are open, so that no file that is opened later takes the place of one,
/// and that a closed pipe is an error of `write` instead of a signal. A stream that was closed stays unusable.
void prepare_streams();

/// Writes all of it to standard output. Throws OutputError, or ReaderGone.
void write_standard_output(std::string_view text);
/// Writes to standard error; nothing can be done when that fails.
void write_standard_error(std::string_view text);
/// Asks the system whether all that was written has arrived. Throws OutputError when it has not.
void check_standard_output();

/// True when a stream (0, 1, 2) is a terminal.
bool is_terminal(int stream);

}  // namespace thrive::cli
