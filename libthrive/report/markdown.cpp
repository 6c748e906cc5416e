// SPDX-License-Identifier: MIT
// Documents as GitHub-flavoured Markdown.
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/report/outline.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/report/wrap.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::report {

namespace {

/// The lines of a text, each escaped, joined by what breaks a line in that place.
std::string escaped_lines(std::string_view words, std::string_view line_break) {
  std::string result;
  std::string harmless = text::without_controls(words, true);
  harmless.erase(harmless.find_last_not_of(" \n") + 1);  // a break with nothing behind it shows as a backslash
  for (const std::string& line : lines_of(harmless))
    result += (result.empty() ? std::string{} : std::string(line_break)) + escape_markdown(line);
  return result;
}

std::string in_one_line(std::string_view words) { return escape_markdown(words); }

/// Words between marks of emphasis; without words there are no marks, which would be a line across the page.
std::string marked(std::string_view mark, const std::string& escaped) {
  return escaped.empty() ? escaped : std::string(mark) + escaped + std::string(mark);
}

/// A fence that is longer than any run of backticks in the text.
std::string fence_for(std::string_view words) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : words) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(std::max<std::size_t>(3, longest + 1), '`');
}

/// Inside a link's brackets and parentheses: file names may hold blanks and parentheses.
std::string link_target(std::string_view file) {
  std::string target;
  for (const char c : file) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-_./~").find(c) != std::string_view::npos;
    target += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return target;
}

class MarkdownRenderer {
 public:
  MarkdownRenderer(int shift, const std::vector<std::string>& pictures) : outline_(1 + shift), pictures_(pictures) {}

  std::string render(const Document& document) {
    const int top = outline_.top();
    below_ = document.title.empty() ? top - 1 : top;
    if (!document.classification.empty()) block(marked("**", in_one_line(document.classification)));
    if (!document.title.empty())
      block(std::string(static_cast<std::size_t>(top), '#') + ' ' + in_one_line(document.title));
    if (!document.subtitle.empty()) block(escaped_lines(document.subtitle, "\\\n"));
    for (const Block& part : document.blocks) std::visit([this](const auto& b) { add(b); }, part);
    return std::move(text_);
  }

 private:
  void block(std::string_view lines) {
    if (!text_.empty()) text_ += '\n';
    text_ += lines;
    if (!text_.ends_with('\n')) text_ += '\n';
  }

  void add(const Heading& heading) {
    const int level = outline_.level(below_ + heading.level);
    block(std::string(static_cast<std::size_t>(level), '#') + ' ' + in_one_line(heading.text));
  }

  void add(const Paragraph& paragraph) {
    std::string words = escaped_lines(paragraph.text, "\\\n");
    if (!paragraph.lead.empty()) words = marked("**", in_one_line(paragraph.lead)) + ' ' + words;
    block(words);
  }

  void add(const Items& list) {
    if (list.items.empty()) return;
    std::string lines;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const std::string mark = list.numbered ? fmt::format("{}. ", i + 1) : "- ";
      lines += mark + escaped_lines(list.items[i], "\\\n" + std::string(mark.size(), ' ')) + '\n';
    }
    block(lines);
  }

  void add(const Table& table) {
    if (table.columns.empty()) return;
    if (!table.caption.empty()) block(marked("**", in_one_line(table.caption)));
    std::string lines = "|";
    std::string rule = "|";
    for (const Column& column : table.columns) {
      lines += ' ' + escaped_lines(column.title, "<br>") + " |";
      rule += column.align == Align::right ? " ---: |" : column.align == Align::centre ? " :---: |" : " --- |";
    }
    lines += '\n' + rule + '\n';
    for (const std::vector<Cell>& row : table.rows) {
      lines += '|';
      for (std::size_t column = 0; column < table.columns.size(); ++column)
        lines += ' ' + (column < row.size() ? cell(row[column], table.writing_lines) : std::string{}) + " |";
      lines += '\n';
    }
    block(lines);
  }

  static std::string cell(const Cell& cell, int writing_lines) {
    std::string words = escaped_lines(cell.text, "<br>");
    if (cell.text.empty()) {
      words.clear();
      for (int i = 1; i < writing_lines; ++i) words += "<br>";
    }
    return cell.strong && !cell.text.empty() ? marked("**", words) : words;
  }

  void add(const Figure& figure) {
    if (!figure.svg.empty() && next_picture_ < pictures_.size()) {
      block(fmt::format("![{}]({})", in_one_line(figure.alternative), link_target(pictures_[next_picture_++])));
      if (!figure.caption.empty()) block(marked("*", in_one_line(figure.caption)));
      return;
    }
    if (!figure.caption.empty()) block(marked("*", in_one_line(figure.caption)));
    if (figure.text.empty()) {
      block(in_one_line(figure.alternative));
    } else {
      fenced(figure.text);
    }
  }

  void add(const Verbatim& verbatim) { fenced(verbatim.text); }

  void fenced(std::string_view words) {
    std::string harmless = text::without_controls(words, true);
    if (!harmless.ends_with('\n')) harmless += '\n';
    const std::string fence = fence_for(harmless);
    block(fence + "text\n" + harmless + fence);
  }

  void add(const PageBreak&) {}

  std::string text_;
  Outline outline_;
  int below_ = 1;
  const std::vector<std::string>& pictures_;
  std::size_t next_picture_ = 0;
};

}  // namespace

std::string to_markdown(const Document& document, int shift, const std::vector<std::string>& pictures) {
  return MarkdownRenderer(shift, pictures).render(document);
}

}  // namespace thrive::report
