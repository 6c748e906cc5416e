// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "libthrive/text/value.hpp"

namespace thrive::report {

/// A heading; level 1 is below the title. The section of a `folded` one, up to the next heading that is no deeper, is
/// there for those who ask for it: pages show the heading alone until it is opened. Formats that cannot fold show it
/// all.
struct Heading {
  int level = 1;
  std::string text;
  bool folded = false;
};

/// A paragraph; `lead` is set in strong type before the text.
struct Paragraph {
  std::string text;
  std::string lead{};
};

/// A bulleted or numbered list.
struct Items {
  std::vector<std::string> items;
  bool numbered = false;
};

enum class Align { left, right, centre };

struct Column {
  std::string title;
  Align align = Align::left;
};

/// One cell: the text that people read, and the exact value for CSV when it differs from the text.
struct Cell {
  std::string text;
  std::optional<text::Value> exact{};
  bool strong = false;

  Cell() = default;
  Cell(std::string words) : text(std::move(words)) {}
  Cell(const char* words) : text(words) {}
  Cell(std::string words, text::Value value) : text(std::move(words)), exact(std::move(value)) {}
};

struct Table {
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  int writing_lines = 0;  // on printed sheets: lines of room in every empty cell
};

/// A picture, with the words that stand for it where pictures cannot be seen and a form made of characters for
/// terminals. A caption that the picture itself shows is not shown a second time beside it, only read out.
struct Figure {
  std::string svg;
  std::string alternative;
  std::string text;
  std::string caption;
  bool caption_in_picture = false;
};

/// Text to show as it is, in a fixed-width face.
struct Verbatim {
  std::string text;
};

/// The pages that something is printed on: A4 upright, A4 on its side for what has many columns, A3 on its side for
/// large pictures.
enum class Pages { as_before, upright, wide, poster };

/// The next block starts on a new page when printed, and the pages from there on are these. Inside a folded
/// section pages stay as they are.
struct PageBreak {
  Pages pages = Pages::as_before;
};

using Block = std::variant<Heading, Paragraph, Items, Table, Figure, Verbatim, PageBreak>;

/// What a command has to say to a reader, before it is laid out in any format. All text is plain text: renderers escape
/// it.
struct Document {
  std::string title;
  std::string subtitle;
  std::string classification;  // printed on top of every page when the project has one
  std::vector<Block> blocks;
  Pages pages = Pages::upright;  // up to a page break that turns them

  Document& heading(int level, std::string text);
  Document& folded(int level, std::string text);
  Document& paragraph(std::string text, std::string lead = {});
  Document& items(std::vector<std::string> items, bool numbered = false);
  Document& table(Table table);
  Document& figure(Figure figure);
  Document& verbatim(std::string text);
  Document& page_break(Pages next = Pages::as_before);
};

}  // namespace thrive::report
