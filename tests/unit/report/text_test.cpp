// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "libthrive/report/render.hpp"
#include "libthrive/report/wrap.hpp"
#include "libthrive/text/unicode.hpp"

using namespace thrive;
using namespace thrive::report;

TEST_CASE("a document as text: title, headings, paragraphs, lists") {
  Document document;
  document.title = "Thornmere";
  document.subtitle = "The map today";
  document.heading(1, "Findings").paragraph("Nobody leaves.", "Loops:").items({"one", "two"}).items({"first"}, true);
  CHECK(to_text(document) ==
        "Thornmere\n=========\nThe map today\n\nFindings\n--------\n\nLoops: Nobody leaves.\n\n- one\n- two\n\n1. "
        "first\n");
}

TEST_CASE("a document in parts is the document") {
  Document head, first, second, whole;
  head.title = whole.title = "Measures";
  head.classification = whole.classification = "OFFICIAL";
  for (Document* of : {&first, &whole}) of->heading(1, "Waits").paragraph("Long.").items({"one"}).page_break();
  for (Document* of : {&second, &whole}) of->verbatim("  drawn\n").table({"", {{"a"}}, {{"1"}}});
  CHECK(to_text(head) + to_text_part(first) + to_text_part(second) == to_text(whole));
}

TEST_CASE("text that fits is found by a look, and is what wrapping gives") {
  std::mt19937 random(8);
  const std::string letters = "ab  \n\t\x7F\xC3\xA9";
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (auto count = random() % 8; count > 0; --count) text += letters[random() % letters.size()];
    const std::size_t width = 1 + random() % 8;
    if (fits_as_it_is(text, width)) CHECK(wrapped(text + "\n", width) == std::vector<std::string>{text});
  }
  CHECK(fits_as_it_is("one two", 7));
  CHECK_FALSE(fits_as_it_is("one two", 6));
  CHECK_FALSE(fits_as_it_is("one  two", 10));
}

TEST_CASE("three levels of headings can be told apart") {
  Document document;
  document.heading(1, "One").heading(2, "Two").heading(3, "Three");
  CHECK(to_text(document) == "One\n---\n\nTwo\n~~~\n\nThree\n");
}

TEST_CASE("the classification stands on top") {
  Document document;
  document.title = "Report";
  document.classification = "OFFICIAL";
  CHECK(to_text(document) == "OFFICIAL\n\nReport\n======\n");
}

TEST_CASE("columns are aligned by what is seen, not by bytes") {
  Document document;
  document.table({"Weekly figures", {{"name"}, {"value", Align::right}}, {{"漢字", "1"}, {"é", "1,420"}}});
  CHECK(to_text(document) == "Weekly figures\n\nname  value\n----  -----\n漢字      1\né     1,420\n");
}

TEST_CASE("a cell that is too long is wrapped inside its column") {
  Document document;
  document.table({"", {{"id"}, {"finding"}}, {{"a", "one two three four"}, {"b", "five"}}});
  CHECK(to_text(document, 20) == "id  finding\n--  ----------------\na   one two three\n    four\n\nb   five\n");
}

TEST_CASE("a table with more columns than fit is written row by row") {
  Table table;
  std::vector<Cell> row;
  for (int i = 0; i < 12; ++i) {
    table.columns.push_back({"measurement " + std::to_string(i)});
    row.emplace_back("indescribable" + std::to_string(i));
  }
  table.rows = {row, row};
  Document document;
  document.table(table);
  const std::string text = to_text(document);
  CHECK(text.starts_with("measurement 0: indescribable0\n  measurement 1: indescribable1\n"));
  CHECK(text.find("\n\nmeasurement 0:") != std::string::npos);
}

TEST_CASE("empty cells of a sheet have room to write in") {
  Document document;
  document.table({"", {{"score"}, {"evidence"}}, {{"1", ""}}, 3});
  CHECK(to_text(document) == "score  evidence\n-----  --------\n1\n\n\n");
}

TEST_CASE("a figure is its form in characters, or its alternative text") {
  Document document;
  document.figure({"<svg/>", "Waits fall.", "  o\n o", "Waits"});
  document.figure({"<svg/>", "Waits fall.", "", ""});
  CHECK(to_text(document) == "Waits\n\n  o\n o\n\n[Picture: Waits fall.]\n");
}

TEST_CASE("nothing in a text document is over the width, and no control character gets through") {
  const std::vector<std::string> alphabet{"a",
                                          "word ",
                                          " ",
                                          "漢字",
                                          "\xC3\xA9",
                                          "😀",
                                          "\n",
                                          "-",
                                          "longer ",
                                          "\x1b[31m",
                                          "\xE2\x80\xAE",
                                          "\x9b",
                                          "|",
                                          "\t",
                                          std::string(90, 'x')};
  std::mt19937 random(7);
  const auto words = [&] {
    std::string text;
    const std::size_t length = random() % 40;
    for (std::size_t i = 0; i < length; ++i) text += alphabet[random() % alphabet.size()];
    return text;
  };
  for (int round = 0; round < 300; ++round) {
    Document document;
    document.title = words();
    document.subtitle = words();
    document.classification = words();
    document.heading(1, words())
        .heading(2, words())
        .paragraph(words(), words())
        .items({words(), words()}, round % 2 == 0);
    Table table{words(), {}, {}, round % 3};
    const std::size_t columns = 1 + random() % 9;
    for (std::size_t i = 0; i < columns; ++i) table.columns.push_back({words(), static_cast<Align>(random() % 3)});
    for (std::size_t i = 0; i < 3; ++i) {
      table.rows.emplace_back();
      for (std::size_t j = 0; j < random() % (columns + 1); ++j) table.rows.back().emplace_back(words());
    }
    document.table(table).figure({"", words(), words(), words()}).verbatim(words());
    for (const std::size_t width : {20u, 80u}) {
      const std::string text = to_text(document, width);
      CHECK(text::is_valid_utf8(text));
      for (const std::string& line : lines_of(text)) {
        CHECK(text::display_width(line) <= width);
        CHECK(!line.ends_with(' '));
      }
      CHECK(text.find('\x1b') == std::string::npos);
      CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
      CHECK(text.find('\t') == std::string::npos);
    }
  }
}

TEST_CASE("a table breaks no id, at any width") {
  Document document;
  Table table;
  table.columns = {{"From"}, {"To"}, {"What it is about, in the words of the workshop"}};
  table.rows = {{"schools-and-colleges-of-the-town", "children_and_families_front_door",
                 "A long sentence that has to be wrapped into several lines in any case"}};
  document.table(table);
  for (std::size_t width = 40; width <= 200; ++width) {
    const std::string text = to_text(document, width);
    CHECK(text.find("schools-and-colleges-of-the-town") != std::string::npos);
    CHECK(text.find("children_and_families_front_door") != std::string::npos);
  }
}
