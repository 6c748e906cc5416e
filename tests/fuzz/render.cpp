// SPDX-License-Identifier: MIT
// The input is a text of a project, in every place of a document: nothing crashes, text keeps to its width, and no
// format lets a control character or a tag through.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "libthrive/report/render.hpp"
#include "libthrive/report/svg.hpp"
#include "libthrive/report/wrap.hpp"
#include "libthrive/text/unicode.hpp"

using namespace thrive;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

// A tab is kept in CSV alone, where a reader has it back: everywhere else it has no width of its own.
void must_be_harmless(const std::string& output, bool keeps_tabs = false) {
  must(text::is_valid_utf8(output));
  for (const char c : output) must(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || (keeps_tabs && c == '\t'));
}

report::Document document_of(const std::string& words) {
  report::Document document{words, words, words, {}};
  document.heading(1, words).heading(2, words).paragraph(words, words).items({words, "x"}).verbatim(words);
  report::Table table{words, {{words}, {"x", report::Align::right}, {"y", report::Align::centre}}, {}, 2};
  table.rows = {{report::Cell(words), report::Cell(""), report::Cell(words)}, {report::Cell("x")}};
  return document.table(table).figure({"", words, words, words});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string words(reinterpret_cast<const char*>(data), size);
  const report::Document document = document_of(words);
  for (const std::size_t width : {20u, 80u}) {
    const std::string text = report::to_text(document, width);
    must_be_harmless(text);
    for (const std::string& line : report::lines_of(text)) must(text::display_width(line) <= width);
  }
  must_be_harmless(report::to_markdown(document, 1));
  must_be_harmless(report::to_html(document));
  must_be_harmless(report::to_csv(std::get<report::Table>(document.blocks[5])), true);
  must(report::escape_html(words).find_first_of("<>\"'") == std::string::npos);

  report::Svg svg(10, 10, words, words);
  svg.text(0, 0, words).comment(words);
  must_be_harmless(svg.finish());
  const std::string one_em = "M";
  const double width = 4 * report::text_width(one_em, 10);
  for (const std::string& line : report::wrap_text(words, width, 10))
    must(report::text_width(line, 10) <= width + 1e-9);
  return 0;
}
