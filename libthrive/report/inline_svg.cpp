// SPDX-License-Identifier: MIT
#include "libthrive/report/inline_svg.hpp"

#include <fmt/core.h>

#include <charconv>
#include <cstdint>

#include "libthrive/report/render.hpp"
#include "libthrive/text/blanks.hpp"

namespace thrive::report {

namespace {

/// FNV-1a: a name for a picture that is the same wherever and whenever the page is made.
std::uint32_t fingerprint(std::string_view bytes) {
  std::uint32_t hash = 2166136261u;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// The end of the block that starts behind an opening brace.
std::size_t closing_brace(std::string_view rules, std::size_t at) {
  int depth = 1;
  for (; at < rules.size(); ++at) {
    if (rules[at] == '{') ++depth;
    if (rules[at] == '}' && --depth == 0) return at;
  }
  return rules.size();
}

std::string scoped_selectors(std::string_view selectors, std::string_view scope) {
  std::string result;
  while (true) {
    const std::size_t comma = selectors.find(',');
    result += fmt::format("{}{} {}", result.empty() ? "" : ",", scope, text::trimmed(selectors.substr(0, comma)));
    if (comma == std::string_view::npos) return result;
    selectors.remove_prefix(comma + 1);
  }
}

/// The length that an attribute of the first tag gives, in CSS pixels: a number, or a number of millimetres.
double length_of(std::string_view svg, std::string_view attribute) {
  const std::size_t start = svg.find("<svg");
  if (start == std::string_view::npos) return 0;
  const std::string_view tag = svg.substr(start, svg.find('>', start) - start);
  const std::string name = fmt::format(" {}=\"", attribute);
  const std::size_t at = tag.find(name);
  if (at == std::string_view::npos) return 0;
  const std::string_view written = tag.substr(at + name.size());
  double length = 0;
  const auto end = std::from_chars(written.data(), written.data() + written.size(), length).ptr;
  constexpr double pixels_per_millimetre = 96 / 25.4;
  return written.substr(static_cast<std::size_t>(end - written.data())).starts_with("mm")
             ? length * pixels_per_millimetre
             : length;
}

}  // namespace

PictureSize natural_size(std::string_view svg) { return {length_of(svg, "width"), length_of(svg, "height")}; }

std::string scoped_style(std::string_view rules, std::string_view scope) {
  std::string result;
  while (true) {
    const std::size_t brace = rules.find('{');
    if (brace == std::string_view::npos) return result;
    const std::size_t end = closing_brace(rules, brace + 1);
    const std::string_view selectors = text::trimmed(rules.substr(0, brace));
    const std::string_view body = rules.substr(brace + 1, end - brace - 1);
    if (selectors.starts_with("@media")) {
      result += fmt::format("{}{{{}}}\n", selectors, scoped_style(body, scope));
    } else if (selectors.starts_with('@')) {
      result += fmt::format("{}{{{}}}\n", selectors, body);
    } else {
      result += fmt::format("{}{{{}}}\n", scoped_selectors(selectors, scope), text::trimmed(body));
    }
    rules.remove_prefix(std::min(end + 1, rules.size()));
  }
}

std::string inline_svg(std::string_view svg, std::string_view alternative) {
  const std::size_t start = svg.find("<svg");
  if (start == std::string_view::npos) return "<p>" + escape_html(alternative) + "</p>\n";
  std::string picture(svg.substr(start));
  const std::string scope = fmt::format("picture-{:08x}", fingerprint(svg));

  // Only mark-up that a writer of ours makes is looked for: text has its quotes and brackets escaped.
  replace_all(picture, " id=\"", fmt::format(" id=\"{}-", scope));
  replace_all(picture, "\"url(#", fmt::format("\"url(#{}-", scope));
  replace_all(picture, "href=\"#", fmt::format("href=\"#{}-", scope));
  for (std::size_t at = picture.find("<style>"); at != std::string::npos; at = picture.find("<style>", at + 1)) {
    const std::size_t from = at + 7;
    const std::size_t length = std::min(picture.find("</style>", from), picture.size()) - from;
    picture.replace(from, length, scoped_style(picture.substr(from, length), '#' + scope));
  }
  std::string attributes = fmt::format("<svg id=\"{}\"", scope);
  const std::string_view tag = std::string_view(picture).substr(0, picture.find('>'));
  if (tag.find(" role=") == std::string_view::npos) attributes += " role=\"img\"";
  if (tag.find(" aria-label=") == std::string_view::npos)
    attributes += fmt::format(" aria-label=\"{}\"", escape_xml_attribute(alternative));
  picture.replace(0, 4, attributes);
  return picture.ends_with('\n') ? picture : picture + '\n';
}

}  // namespace thrive::report
