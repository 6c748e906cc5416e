// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thrive::report {

/// Writes an SVG picture element by element: escaped text, numbers with at most two decimals, one element a line, so
/// that the same picture is always the same bytes and git shows small differences.
class Svg {
 public:
  using Attributes = std::vector<std::pair<std::string_view, std::string>>;

  /// A picture with a title and a description for people who cannot see it.
  /// `root` adds attributes to the outermost element or replaces them: a size on paper, another role.
  Svg(double width, double height, std::string_view title, std::string_view description, const Attributes& root = {});

  Svg& open(std::string_view element, const Attributes& attributes = {});
  Svg& close();
  Svg& element(std::string_view element, const Attributes& attributes = {});
  Svg& text(double x, double y, std::string_view words, const Attributes& attributes = {});
  Svg& line(double x1, double y1, double x2, double y2, const Attributes& attributes = {});
  Svg& rectangle(double x, double y, double width, double height, const Attributes& attributes = {});
  Svg& circle(double x, double y, double radius, const Attributes& attributes = {});
  Svg& path(std::string_view data, const Attributes& attributes = {});
  Svg& comment(std::string_view words);
  /// What the element just opened is, in words: read aloud by screen readers and shown on hovering.
  Svg& explain(std::string_view words);
  /// Raw style rules, before anything is drawn.
  Svg& style(std::string_view rules);
  /// Closes what is open and returns the file.
  std::string finish();

 private:
  std::string text_;
  std::vector<std::string> open_;
};

/// A coordinate: at most two decimals, no trailing zeros, never "-0".
std::string coordinate(double value);
/// Width of a text at a font size (both in the picture's units), from the widths of DejaVu Sans, the widest of the
/// common sans-serif faces; the same on every machine. `bold` is 13 % wider.
double text_width(std::string_view utf8, double font_size, bool bold = false);
/// The words broken into lines no wider than `width`; a word that is wider is broken inside. Never empty.
std::vector<std::string> wrap_text(std::string_view words, double width, double font_size, bool bold = false);

}  // namespace thrive::report
