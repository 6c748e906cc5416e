// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace thrive::report {

/// An SVG file as an element of an HTML page: without its XML declaration, its ids and style rules kept apart from
/// those of the page and of other pictures, and named by `alternative` when it has no name of its own.
std::string inline_svg(std::string_view svg, std::string_view alternative);

/// How large a picture is drawn for, in CSS pixels, 96 to the inch; zero where its first tag does not say.
struct PictureSize {
  double width = 0;
  double height = 0;
};
PictureSize natural_size(std::string_view svg);

/// Style rules that hold only inside `scope`, a selector: `.a,.b{...}` becomes `scope .a,scope .b{...}`.
std::string scoped_style(std::string_view rules, std::string_view scope);

}  // namespace thrive::report
