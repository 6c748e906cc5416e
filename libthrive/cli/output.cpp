// SPDX-License-Identifier: MIT
#include "libthrive/cli/output.hpp"

#include <cerrno>

#include "libthrive/system/files.hpp"
#include "libthrive/system/streams.hpp"

namespace thrive::cli {

namespace {

[[noreturn]] void cannot_write(int error) { throw OutputError(system::reason(error)); }

}  // namespace

void write_standard_output(std::string_view text) {
  const int error = system::write_standard_output(text);
  if (error == EPIPE) throw ReaderGone();
  if (error != 0) cannot_write(error);
}

void check_standard_output() {
  if (const int error = system::check_standard_output(); error != 0) cannot_write(error);
}

}  // namespace thrive::cli
