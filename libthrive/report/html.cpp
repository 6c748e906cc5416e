// SPDX-License-Identifier: MIT
// Documents as self-contained pages: nothing is fetched, nothing runs.
#include <fmt/core.h>

#include <cstdint>

#include "libthrive/report/html_style.hpp"
#include "libthrive/report/inline_svg.hpp"
#include "libthrive/report/outline.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/report/wrap.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::report {

namespace {

/// Escaped, with the line breaks of the text.
std::string with_breaks(std::string_view words) {
  std::string result;
  for (const std::string& line : lines_of(words)) result += (result.empty() ? "" : "<br>\n") + escape_html(line);
  return result;
}

std::string_view align_class(Align align) {
  switch (align) {
    case Align::left:
      return "";
    case Align::right:
      return " class=\"right\"";
    case Align::centre:
      return " class=\"centre\"";
  }
  return "";
}

/// The parts of a document between its title and its end.
class HtmlRenderer {
 public:
  /// `top` is the level of the heading above: headings of level 1 come one below.
  HtmlRenderer(int top, std::string title)
      : outline_(top), below_(top), last_heading_(title.empty() ? "Table" : std::move(title)) {}

  std::string render(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) std::visit([this](const auto& b) { add(b); }, block);
    return std::move(text_);
  }

 private:
  /// ` class="page"` on the first element behind a page break.
  std::string_view page() { return std::exchange(new_page_, false) ? " class=\"page\"" : ""; }

  void add(const Heading& heading) {
    const int level = outline_.level(below_ + heading.level);
    text_ += fmt::format("<h{0}{2}>{1}</h{0}>\n", level, escape_html(heading.text), page());
    last_heading_ = heading.text;
  }

  void add(const Paragraph& paragraph) {
    const std::string lead = paragraph.lead.empty() ? "" : "<strong>" + escape_html(paragraph.lead) + "</strong> ";
    text_ += fmt::format("<p{}>{}{}</p>\n", page(), lead, with_breaks(paragraph.text));
  }

  void add(const Items& list) {
    if (list.items.empty()) return;
    const std::string_view tag = list.numbered ? "ol" : "ul";
    text_ += fmt::format("<{}{}>\n", tag, page());
    for (const std::string& item : list.items) text_ += "<li>" + with_breaks(item) + "</li>\n";
    text_ += fmt::format("</{}>\n", tag);
  }

  void add(const Table& table) {
    if (table.columns.empty()) return;
    // A wide table scrolls in its own frame, which the keyboard can reach.
    const std::string& label = table.caption.empty() ? last_heading_ : table.caption;
    const bool breaks = std::exchange(new_page_, false);
    text_ += fmt::format("<div class=\"table{}\" role=\"region\" aria-label=\"{}\" tabindex=\"0\">\n<table>\n",
                         breaks ? " page" : "", escape_xml_attribute(label));
    if (!table.caption.empty()) text_ += "<caption>" + with_breaks(table.caption) + "</caption>\n";
    text_ += "<thead>\n<tr>";
    for (const Column& column : table.columns)
      text_ += column.title.empty()
                   ? std::string("<td></td>")
                   : fmt::format("<th scope=\"col\"{}>{}</th>", align_class(column.align), with_breaks(column.title));
    text_ += "</tr>\n</thead>\n<tbody>\n";
    for (const std::vector<Cell>& row : table.rows) add_row(table, row);
    text_ += "</tbody>\n</table>\n</div>\n";
  }

  /// The column that names its row: the first of words; numbers of places and ranks stand further left.
  static std::size_t naming_column(const Table& table) {
    for (std::size_t column = 0; column < table.columns.size(); ++column)
      if (table.columns[column].align == Align::left) return column;
    return 0;
  }

  void add_row(const Table& table, const std::vector<Cell>& row) {
    const std::size_t naming = naming_column(table);
    text_ += "<tr>";
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const Cell cell = column < row.size() ? row[column] : Cell{};
      const std::string_view align = align_class(table.columns[column].align);
      if (cell.text.empty() && table.writing_lines > 0) {
        text_ += fmt::format("<td style=\"height:{}em\"></td>", 2 * table.writing_lines);
        continue;
      }
      const std::string words = with_breaks(cell.text);
      const bool names = column == naming && !cell.text.empty();
      text_ += fmt::format(fmt::runtime(names ? "<th scope=\"row\"{}>{}</th>" : "<td{}>{}</td>"), align,
                           cell.strong && !cell.text.empty() ? "<strong>" + words + "</strong>" : words);
    }
    text_ += "</tr>\n";
  }

  void add(const Figure& figure) {
    text_ += fmt::format("<figure{}>\n", page());
    if (!figure.svg.empty()) {
      text_ += inline_svg(figure.svg, figure.alternative);
    } else if (!figure.text.empty()) {
      text_ += fmt::format("<pre role=\"img\" aria-label=\"{}\">{}</pre>\n", escape_xml_attribute(figure.alternative),
                           escape_html(figure.text));
    } else {
      text_ += "<p>" + with_breaks(figure.alternative) + "</p>\n";
    }
    if (!figure.caption.empty()) text_ += "<figcaption>" + with_breaks(figure.caption) + "</figcaption>\n";
    text_ += "</figure>\n";
  }

  void add(const Verbatim& verbatim) { text_ += fmt::format("<pre{}>{}</pre>\n", page(), escape_html(verbatim.text)); }

  void add(const PageBreak&) { new_page_ = true; }

  std::string text_;
  Outline outline_;
  int below_;
  std::string last_heading_;
  bool new_page_ = false;
};

std::string classification_line(std::string_view classification) {
  if (classification.empty()) return "";
  return fmt::format("<p class=\"classification\">{}</p>\n", escape_html(classification));
}

/// Text as a CSS string: everything but letters, digits and blanks as a code point, so that it ends nothing.
std::string css_string(std::string_view words) {
  const std::string harmless = text::without_controls(words);
  std::string result = "\"";
  for (std::size_t at = 0; at < harmless.size();) {
    const text::Character character = text::next_character(harmless, at);
    const char32_t c = character.code;
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ';
    result += plain ? std::string(1, static_cast<char>(c)) : fmt::format("\\{:06x}", static_cast<std::uint32_t>(c));
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

std::string page_around(std::string_view title, std::string_view subtitle, std::string_view classification,
                        std::string_view body) {
  std::string page = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<title>{}</title>\n<style>\n{}{}</style>\n</head>\n<body>\n"
      "<a class=\"skip\" href=\"#main\">Skip to the content</a>\n",
      title.empty() ? "Report" : escape_html(title), html_style, classification_style(classification));
  page += "<header>\n" + classification_line(classification);
  if (!title.empty()) page += "<h1>" + with_breaks(title) + "</h1>\n";
  if (!subtitle.empty()) page += "<p class=\"subtitle\">" + with_breaks(subtitle) + "</p>\n";
  page += "</header>\n<main id=\"main\">\n";
  page += body;
  return page + "</main>\n</body>\n</html>\n";
}

}  // namespace

std::string to_html(const Document& document) {
  return page_around(document.title, document.subtitle, document.classification,
                     HtmlRenderer(document.title.empty() ? 0 : 1, document.title).render(document.blocks));
}

std::string to_html_part(const Document& document, int shift) {
  const int level = std::clamp(1 + shift, 1, 6);
  std::string part = "<section>\n" + classification_line(document.classification);
  if (!document.title.empty()) part += fmt::format("<h{0}>{1}</h{0}>\n", level, with_breaks(document.title));
  if (!document.subtitle.empty()) part += "<p class=\"subtitle\">" + with_breaks(document.subtitle) + "</p>\n";
  part += HtmlRenderer(document.title.empty() ? level - 1 : level, document.title).render(document.blocks);
  return part + "</section>\n";
}

std::string html_page(std::string_view title, std::string_view subtitle, std::string_view body) {
  return page_around(title, subtitle, "", body);
}

}  // namespace thrive::report
