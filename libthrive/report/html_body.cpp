// SPDX-License-Identifier: MIT
#include "libthrive/report/html_body.hpp"

#include <fmt/core.h>

#include <optional>
#include <utility>

#include "libthrive/report/html_table.hpp"
#include "libthrive/report/html_words.hpp"
#include "libthrive/report/inline_svg.hpp"
#include "libthrive/report/outline.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::report {

namespace {

/// How a picture is shown: a `large` one is drawn for more than a screen and can be shown in full size; a `broad` one
/// is broader than it is high, so that two fit on a printed page.
std::string_view shape_of(const PictureSize& size) {
  constexpr double largest_on_a_screen = 1000;
  constexpr double broad_from = 1.2;
  if (size.width > largest_on_a_screen) return "large";
  return size.width >= broad_from * size.height ? "broad" : "high";
}

/// A short table and the form to fill in right behind it: question and answer, on one printed page.
bool belong_together(const Block& first, const Block& second) {
  const Table* question = std::get_if<Table>(&first);
  const Table* answer = std::get_if<Table>(&second);
  return question != nullptr && answer != nullptr && !question->columns.empty() && !answer->columns.empty() &&
         is_short(*question) && is_short(*answer) && question->writing_lines == 0 && answer->writing_lines > 0;
}

class HtmlRenderer {
 public:
  HtmlRenderer(const Document& document, int top)
      : outline_(top),
        below_(top),
        last_heading_(document.title.empty() ? "Table" : document.title),
        pages_(document.pages),
        first_pages_(pages_) {}

  std::string render(const std::vector<Block>& blocks) {
    for (std::size_t at = 0; at < blocks.size(); ++at) {
      const bool pair = at + 1 < blocks.size() && belong_together(blocks[at], blocks[at + 1]);
      if (pair) text_ += fmt::format("<div class=\"short{}\">\n", std::exchange(new_page_, false) ? " page" : "");
      std::visit([this](const auto& b) { add(b); }, blocks[at]);
      if (!pair) continue;
      std::visit([this](const auto& b) { add(b); }, blocks[++at]);
      text_ += "</div>\n";
    }
    unfold();
    if (pages_ != first_pages_) text_ += "</div>\n";
    return std::move(text_);
  }

 private:
  /// ` class="page"` on the first element behind a page break.
  std::string_view page() { return std::exchange(new_page_, false) ? " class=\"page\"" : ""; }

  void unfold() {
    if (std::exchange(folded_, std::nullopt)) text_ += "</details>\n";
  }

  void add(const Heading& heading) {
    if (folded_ && heading.level <= *folded_) unfold();
    const int level = outline_.level(below_ + heading.level);
    last_heading_ = heading.text;
    if (!heading.folded || folded_) {
      text_ += fmt::format("<h{0}{2}>{1}</h{0}>\n", level, html_words(heading.text), page());
      return;
    }
    text_ +=
        fmt::format("<details{2}>\n<summary><h{0}>{1}</h{0}></summary>\n", level, html_words(heading.text), page());
    folded_ = heading.level;
  }

  void add(const Paragraph& paragraph) {
    const std::string lead = paragraph.lead.empty() ? "" : "<strong>" + html_words(paragraph.lead) + "</strong> ";
    text_ += fmt::format("<p{}>{}{}</p>\n", page(), lead, html_words(paragraph.text));
  }

  void add(const Items& list) {
    if (list.items.empty()) return;
    const std::string_view tag = list.numbered ? "ol" : "ul";
    text_ += fmt::format("<{}{}>\n", tag, page());
    for (const std::string& item : list.items) text_ += "<li>" + html_words(item) + "</li>\n";
    text_ += fmt::format("</{}>\n", tag);
  }

  void add(const Table& table) {
    if (table.columns.empty()) return;
    text_ += html_table(table, last_heading_, std::exchange(new_page_, false));
  }

  void add(const Figure& figure) {
    text_ += fmt::format("<figure{}>\n", page());
    if (!figure.svg.empty()) {
      add_picture(figure);
    } else if (!figure.text.empty()) {
      text_ += fmt::format("<pre role=\"img\" aria-label=\"{}\" tabindex=\"0\">{}</pre>\n",
                           escape_xml_attribute(figure.alternative), escape_html(figure.text));
    } else {
      text_ += "<p>" + html_words(figure.alternative) + "</p>\n";
    }
    const bool shown = figure.svg.empty() || !figure.caption_in_picture;
    if (!figure.caption.empty())
      text_ +=
          fmt::format("<figcaption{}>{}</figcaption>\n", shown ? "" : " class=\"heard\"", html_words(figure.caption));
    text_ += "</figure>\n";
  }

  /// A picture in a frame of its own, in which it scrolls where the screen is too small for it.
  void add_picture(const Figure& figure) {
    const std::string_view shape = shape_of(natural_size(figure.svg));
    if (shape == "large") text_ += "<label class=\"enlarge\"><input type=\"checkbox\"> Show in full size</label>\n";
    text_ += fmt::format("<div class=\"picture {}\" role=\"group\" aria-label=\"{}\" tabindex=\"0\">\n{}</div>\n",
                         shape, escape_xml_attribute(last_heading_), inline_svg(figure.svg, figure.alternative));
  }

  void add(const Verbatim& verbatim) {
    text_ += fmt::format("<pre{} tabindex=\"0\">{}</pre>\n", page(), escape_html(verbatim.text));
  }

  /// Pages that are not those of the document stand in a division of their own.
  void add(const PageBreak& page_break) {
    new_page_ = true;
    if (page_break.pages == Pages::as_before || page_break.pages == pages_ || folded_) return;
    if (pages_ != first_pages_) text_ += "</div>\n";
    pages_ = page_break.pages;
    if (pages_ != first_pages_) text_ += fmt::format("<div class=\"{}\">\n", pages_class(pages_));
  }

  std::string text_;
  Outline outline_;
  int below_;
  std::string last_heading_;
  Pages pages_;
  Pages first_pages_;
  std::optional<int> folded_;
  bool new_page_ = false;
};

}  // namespace

std::string_view pages_class(Pages pages) {
  switch (pages) {
    case Pages::wide:
      return "wide";
    case Pages::poster:
      return "poster";
    case Pages::upright:
    case Pages::as_before:
      break;
  }
  return "upright";
}

std::string html_body(const Document& document, int top) { return HtmlRenderer(document, top).render(document.blocks); }

}  // namespace thrive::report
