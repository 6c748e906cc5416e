// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace thrive::system {

/// A file descriptor that is closed with its object; `close` says whether that went well.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  bool close();

 private:
  int number_;
};

/// Reads to the end, but never more than one byte beyond `most`. `expected` is how many bytes there probably are.
/// False, with errno, when reading fails.
bool read_all(int descriptor, std::size_t expected, std::size_t most, std::string& bytes);

/// Writes everything, however often the system interrupts. False, with errno, when writing fails.
bool write_all(int descriptor, std::string_view bytes);

}  // namespace thrive::system
