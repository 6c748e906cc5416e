// SPDX-License-Identifier: MIT
// Documents for a terminal or an e-mail.
#include <algorithm>

#include "libthrive/report/render.hpp"
#include "libthrive/report/text_table.hpp"
#include "libthrive/report/wrap.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::report {

namespace {

class TextRenderer {
 public:
  TextRenderer(std::size_t width, bool continues) : width_(width), continues_(continues) {}

  std::string render(const Document& document) {
    if (!document.classification.empty()) paragraph(document.classification);
    if (!document.title.empty()) underlined(document.title, '=');
    if (!document.subtitle.empty()) {
      // The subtitle belongs to the title: no blank line between them.
      if (!text_.empty()) separate_ = false;
      paragraph(document.subtitle);
    }
    for (const Block& block : document.blocks) std::visit([this](const auto& b) { add(b); }, block);
    return std::move(text_);
  }

 private:
  void separate() {
    if ((continues_ || !text_.empty()) && separate_) text_ += '\n';
    separate_ = true;
  }

  /// A line of two parts, without the blanks at its end.
  void line(std::string_view first, std::string_view second = {}) {
    const std::size_t begin = text_.size();
    text_.append(first).append(second);
    while (text_.size() > begin && text_.back() == ' ') text_.pop_back();
    text_ += '\n';
  }

  void paragraph(std::string_view words, std::string_view first = {}, std::string_view others = {}) {
    separate();
    hanging(words, first, others);
  }

  /// Wrapped lines, the first behind `first`, the others behind `others`, both of the same width.
  void hanging(std::string_view words, std::string_view first, std::string_view others) {
    bool is_first = true;
    for (const std::string& part : wrapped(words, width_ - text::display_width(first))) {
      line(is_first ? first : others, part);
      is_first = false;
    }
  }

  void underlined(std::string_view words, char rule) {
    separate();
    std::size_t widest = 0;
    for (const std::string& part : wrapped(words, width_)) {
      widest = std::max(widest, text::display_width(part));
      line(part);
    }
    line(std::string(widest, rule));
  }

  /// Lines that keep their own spacing; only what would go over the width is broken.
  void as_it_is(std::string_view words) {
    for (const std::string& original : lines_of(text::without_controls(words, true))) {
      std::string_view rest = original;
      do {
        const std::size_t bytes = text::display_width(rest) <= width_ ? rest.size() : bytes_that_fit(rest, width_);
        line(rest.substr(0, bytes));
        rest.remove_prefix(bytes);
      } while (!rest.empty());
    }
  }

  void add(const Heading& heading) {
    if (heading.level <= 2) {
      underlined(heading.text, heading.level <= 1 ? '-' : '~');
    } else {
      paragraph(heading.text);
    }
  }

  void add(const Paragraph& block) { paragraph(block.lead.empty() ? block.text : block.lead + ' ' + block.text); }

  void add(const Items& list) {
    if (list.items.empty()) return;
    separate();
    const std::size_t digits = std::to_string(list.items.size()).size();
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      std::string mark = "- ";
      if (list.numbered) {
        const std::string number = std::to_string(i + 1);
        mark = std::string(digits - number.size(), ' ') + number + ". ";
      }
      hanging(list.items[i], mark, std::string(mark.size(), ' '));
    }
  }

  void add(const Table& table) {
    if (!table.caption.empty()) paragraph(table.caption);
    separate();
    for (const std::string& row : text_table(table, width_)) line(row);
  }

  void add(const Figure& figure) {
    if (!figure.caption.empty()) paragraph(figure.caption);
    separate();
    if (figure.text.empty()) {
      hanging("[Picture: " + figure.alternative + ']', {}, {});
    } else {
      as_it_is(figure.text);
    }
  }

  void add(const Verbatim& block) {
    separate();
    as_it_is(block.text);
  }

  void add(const PageBreak&) {}

  std::size_t width_;
  bool continues_;  // something stands in front of the first line
  std::string text_;
  bool separate_ = true;
};

}  // namespace

std::string to_text(const Document& document, std::size_t width) {
  return TextRenderer(std::max<std::size_t>(width, 20), false).render(document);
}

std::string to_text_part(const Document& document, std::size_t width) {
  return TextRenderer(std::max<std::size_t>(width, 20), true).render(document);
}

}  // namespace thrive::report
