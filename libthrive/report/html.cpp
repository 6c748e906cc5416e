// SPDX-License-Identifier: MIT
// Documents as self-contained pages: nothing is fetched, nothing runs.
#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <optional>

#include "libthrive/report/html_body.hpp"
#include "libthrive/report/html_style.hpp"
#include "libthrive/report/html_words.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::report {

namespace {

std::string classification_line(std::string_view classification) {
  if (classification.empty()) return "";
  return fmt::format("<p class=\"classification\">{}</p>\n", escape_html(classification));
}

/// Text as a CSS string: everything but letters, digits and blanks as a code point, so that it ends nothing. The
/// blank behind a code point belongs to it.
std::string css_string(std::string_view words) {
  const std::string harmless = text::without_controls(words);
  std::string result = "\"";
  for (std::size_t at = 0; at < harmless.size();) {
    const text::Character character = text::next_character(harmless, at);
    const char32_t c = character.code;
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ';
    result += plain ? std::string(1, static_cast<char>(c)) : fmt::format("\\{:x} ", static_cast<std::uint32_t>(c));
    at += character.length;
  }
  return result + '"';
}

/// The rule that prints the classification on top of every page; on the screen it stands there once.
std::string classification_style(std::string_view classification) {
  if (classification.empty()) return "";
  return fmt::format("@page {{ @top-center {{ content: {}; font: bold 9pt Arial, sans-serif; }} }}\n",
                     css_string(classification));
}

/// ` class="wide"` and the like, for an element that is not printed on ordinary pages.
std::string pages_attribute(Pages pages) {
  if (pages == Pages::upright || pages == Pages::as_before) return {};
  return fmt::format(" class=\"{}\"", pages_class(pages));
}

/// What stands around every page.
std::string page_around(std::string_view title, std::string_view subtitle, std::string_view style,
                        std::string_view classification, Pages pages, std::string_view body) {
  std::string page = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<title>{}</title>\n<style>\n{}{}</style>\n</head>\n<body{}>\n"
      "<a class=\"skip\" href=\"#main\">Skip to the content</a>\n",
      title.empty() ? "Report" : escape_html(title), html_style, style, pages_attribute(pages));
  page += "<header>\n" + classification_line(classification);
  if (!title.empty()) page += "<h1>" + html_words(title) + "</h1>\n";
  if (!subtitle.empty()) page += "<p class=\"subtitle\">" + html_words(subtitle) + "</p>\n";
  page += "</header>\n<main id=\"main\">\n";
  page += body;
  return page + "</main>\n</body>\n</html>\n";
}

/// What stands between two marks in a part, the first time they are there.
std::optional<std::string_view> between(std::string_view part, std::string_view before, std::string_view after) {
  const std::size_t start = part.find(before);
  if (start == std::string_view::npos) return std::nullopt;
  part.remove_prefix(start + before.size());
  const std::size_t end = part.find(after);
  if (end == std::string_view::npos) return std::nullopt;
  return part.substr(0, end);
}

/// The classification that all parts have in common which have one; empty when they differ.
std::string common_classification(const std::vector<std::string>& parts) {
  std::string common;
  for (const std::string& part : parts) {
    const auto escaped = between(part, "<p class=\"classification\">", "</p>");
    if (!escaped) continue;
    if (!common.empty() && common != *escaped) return {};
    common = *escaped;
  }
  return common;
}

/// The text of which `escape_html` makes `escaped`.
std::string unescaped(std::string_view escaped) {
  std::string text;
  while (!escaped.empty()) {
    std::size_t length = 1;
    char c = escaped.front();
    for (const char special : {'&', '<', '>', '"', '\''}) {
      const std::string entity = escape_html(std::string_view(&special, 1));
      if (!escaped.starts_with(entity)) continue;
      c = special;
      length = entity.size();
    }
    text += c;
    escaped.remove_prefix(length);
  }
  return text;
}

/// Links to the parts that have a heading, when there are several.
std::string contents(const std::vector<std::string>& parts) {
  std::string links;
  for (std::size_t at = 0; at < parts.size(); ++at)
    if (const auto heading = between(parts[at], "<h2>", "</h2>"); heading && !heading->empty())
      links += fmt::format("<li><a href=\"#part-{}\">{}</a></li>\n", at + 1, *heading);
  if (parts.size() < 2 || links.empty()) return {};
  return "<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n" + links + "</ol>\n</nav>\n";
}

}  // namespace

std::string to_html(const Document& document) {
  return page_around(document.title, document.subtitle, classification_style(document.classification),
                     document.classification, document.pages, html_body(document, document.title.empty() ? 0 : 1));
}

std::string to_html_part(const Document& document, int shift) {
  const int level = std::clamp(1 + shift, 1, 6);
  std::string part = "<section" + pages_attribute(document.pages) + ">\n";
  part += classification_line(document.classification);
  if (!document.title.empty()) part += fmt::format("<h{0}>{1}</h{0}>\n", level, html_words(document.title));
  if (!document.subtitle.empty()) part += "<p class=\"subtitle\">" + html_words(document.subtitle) + "</p>\n";
  part += html_body(document, document.title.empty() ? level - 1 : level);
  return part + "</section>\n";
}

std::string html_page(std::string_view title, std::string_view subtitle, const std::vector<std::string>& parts) {
  std::string body = contents(parts);
  for (std::size_t at = 0; at < parts.size(); ++at)
    body += fmt::format("<div id=\"part-{}\">\n{}</div>\n", at + 1, parts[at]);
  const std::string classification = unescaped(common_classification(parts));
  std::string style = classification_style(classification);
  if (!classification.empty()) style += "@media print { section > .classification { display: none; } }\n";
  return page_around(title, subtitle, style, classification, Pages::upright, body);
}

}  // namespace thrive::report
