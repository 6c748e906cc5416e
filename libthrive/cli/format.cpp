// SPDX-License-Identifier: MIT
#include "libthrive/cli/format.hpp"

#include <array>

#include "libthrive/text/names.hpp"

namespace thrive::cli {

namespace {

struct Extension {
  std::string_view ending;
  Format format;
};

// Longer endings first, so that `.sarif.json` is not taken for JSON.
constexpr std::array extensions{
    Extension{".sarif.json", Format::sarif}, Extension{".sarif", Format::sarif},
    Extension{".json", Format::json},        Extension{".txt", Format::text},
    Extension{".md", Format::markdown},      Extension{".markdown", Format::markdown},
    Extension{".html", Format::html},        Extension{".htm", Format::html},
    Extension{".csv", Format::csv},          Extension{".svg", Format::svg},
    Extension{".dot", Format::dot},          Extension{".gv", Format::dot},
    Extension{".mmd", Format::mermaid},      Extension{".mermaid", Format::mermaid},
    Extension{".graphml", Format::graphml},  Extension{".xml", Format::junit},
};

constexpr std::array all_formats{Format::text,    Format::markdown, Format::html, Format::csv,
                                 Format::json,    Format::svg,      Format::dot,  Format::mermaid,
                                 Format::graphml, Format::sarif,    Format::junit};

}  // namespace

std::string_view name(Format format) {
  switch (format) {
    case Format::text:
      return "text";
    case Format::markdown:
      return "markdown";
    case Format::html:
      return "html";
    case Format::csv:
      return "csv";
    case Format::json:
      return "json";
    case Format::svg:
      return "svg";
    case Format::dot:
      return "dot";
    case Format::mermaid:
      return "mermaid";
    case Format::graphml:
      return "graphml";
    case Format::sarif:
      return "sarif";
    case Format::junit:
      return "junit";
  }
  return "text";
}

std::optional<Format> format_from_name(std::string_view word) {
  for (const Format format : all_formats)
    if (name(format) == word) return format;
  return std::nullopt;
}

std::optional<Format> format_from_file_name(std::string_view file) {
  const std::string lower = text::lower_case(file);
  for (const Extension& extension : extensions)
    if (lower.size() > extension.ending.size() && lower.ends_with(extension.ending)) return extension.format;
  return std::nullopt;
}

}  // namespace thrive::cli
