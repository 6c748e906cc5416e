// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/text/source.hpp"

namespace thrive::text {

/// A text with a plain sign for every one that only looks like it: full-width and other digits and letters, blanks of
/// any width, dashes, dots, slashes; what has no width is left out. Whoever searches it need not know Unicode, and
/// still learns where in the text itself something stands.
class Folded {
 public:
  /// Letters that ASCII does not have, and signs that it does not have.
  static constexpr char foreign_letter = '\x80';
  static constexpr char foreign_sign = '\x81';

  /// The text must live as long as this does.
  explicit Folded(std::string_view text);

  std::string_view text() const { return folded_.empty() ? whole_ : std::string_view(folded_); }
  /// Where a stretch of the folded text stands in the text itself.
  Span original(std::size_t begin, std::size_t end) const;

 private:
  /// From `folded` on, as far as the next such place, every byte is one byte of the text.
  struct Shift {
    std::uint32_t folded;
    std::uint32_t original;
  };

  void add(std::size_t at);

  std::string_view whole_;
  std::string folded_;  // empty when the text is plain ASCII
  std::vector<Shift> shifts_;
};

}  // namespace thrive::text
