// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "libthrive/cli/tool.hpp"

namespace thrive::cli {

/// What there is to say of a format.
struct FormatRow {
  Format format;
  std::string_view name;                      // the word that `-f` takes
  std::array<std::string_view, 2> endings{};  // of the files that are written so
};

/// All formats, in the order in which help shows them.
inline constexpr std::array<FormatRow, 14> all_formats = {{
    {Format::text, "text", {".txt"}},
    {Format::markdown, "markdown", {".md", ".markdown"}},
    {Format::html, "html", {".html", ".htm"}},
    {Format::csv, "csv", {".csv"}},
    {Format::json, "json", {".json"}},
    {Format::svg, "svg", {".svg"}},
    {Format::dot, "dot", {".dot", ".gv"}},
    {Format::mermaid, "mermaid", {".mmd", ".mermaid"}},
    {Format::graphml, "graphml", {".graphml"}},
    {Format::sarif, "sarif", {".sarif.json", ".sarif"}},
    {Format::junit, "junit", {".xml"}},
    {Format::github, "github"},
    {Format::gitlab, "gitlab"},
    {Format::ics, "ics", {".ics"}},
}};

/// Every form of what a command finds, for people and for other people's checks.
inline constexpr std::initializer_list<Format> formats_of_findings = {Format::text,  Format::markdown, Format::html,
                                                                      Format::csv,   Format::json,     Format::sarif,
                                                                      Format::junit, Format::github,   Format::gitlab};

/// The word that `-f` takes for a format.
std::string_view name(Format format);
/// The format that a word of `-f` stands for; nothing when there is none.
std::optional<Format> format_from_name(std::string_view word);
/// The format that a file name's extension asks for; nothing when the extension says nothing.
std::optional<Format> format_from_file_name(std::string_view file);

}  // namespace thrive::cli
