// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace thrive::tests {

/// One document of tests/cases/yaml.
struct CorpusDocument {
  std::string name;
  std::string bytes;
};

/// All of them, by name.
std::vector<CorpusDocument> yaml_corpus();

/// Chance that is the same on every machine and in every run (a 64-bit linear congruence, upper bits).
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 2862933555777941757u + 3037000493u) {}
  /// From 0 up to but not including `below`.
  std::size_t number(std::size_t below) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return below == 0 ? 0 : static_cast<std::size_t>((state_ >> 33) % below);
  }
  template <class T>
  const T& one_of(const std::vector<T>& items) {
    return items[number(items.size())];
  }

 private:
  std::uint64_t state_;
};

/// Texts that YAML readers take for something else, or stumble over: some 160 picked ones, then `count` random ones.
std::vector<std::string> nasty_texts(std::size_t count);

/// The document with a few slips of the kind that hands make: characters lost, doubled or typed wrongly, lines moved,
/// lost, repeated or indented.
std::string with_slips(std::string bytes, Chance& chance);

}  // namespace thrive::tests
