// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "libthrive/system/streams.hpp"

namespace thrive::cli {

using system::write_standard_error;

/// Standard output that could not be written: why.
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

/// Writes all of it to standard output. Throws OutputError, or ReaderGone.
void write_standard_output(std::string_view text);
/// Asks the system whether all that was written has arrived. Throws OutputError when it has not.
void check_standard_output();

}  // namespace thrive::cli
