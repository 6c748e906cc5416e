// SPDX-License-Identifier: MIT
// Puts each text of standard input (they end with NUL bytes) into every place of a document, a table and a picture, and
// prints what the renderers make of it as JSON: tests/agreement/escapes.py reads that with other programs' readers.
#include <cstdio>
#include <string>

#include "libthrive/report/render.hpp"
#include "libthrive/report/svg.hpp"
#include "libthrive/text/value.hpp"

using namespace thrive;

namespace {

std::string picture(const std::string& words) {
  report::Svg svg(10, 10, words, words);
  svg.comment(words).text(1, 1, words, {{"data-words", words}});
  return svg.finish();
}

report::Table table(const std::string& words) {
  report::Table result{words, {{words}, {"figure", report::Align::right}}, {}};
  report::Cell strong(words);
  strong.strong = true;
  result.rows = {{report::Cell(words), report::Cell("-1", text::Value(-1))}, {report::Cell("x"), strong}};
  return result;
}

report::Document document(const std::string& words, bool with_picture) {
  report::Document result{words, words, words, {}};
  result.heading(1, words).paragraph(words, words).items({words, words}).items({words}, true).table(table(words));
  result.figure({with_picture ? picture(words) : "", words, words, words}).verbatim(words);
  return result;
}

text::Value rendered(const std::string& words) {
  text::Value value;
  value.set("words", words);
  value.set("html", report::to_html(document(words, true)));
  value.set("text", report::to_text(document(words, true)));
  value.set("markdown", report::to_markdown(document(words, false)));
  value.set("csv", report::to_csv(table(words)));
  value.set("svg", picture(words));
  value.set("dot", report::escape_dot(words));
  value.set("mermaid", report::escape_mermaid(words));
  return value;
}

}  // namespace

int main() {
  text::Value all = text::Value::list();
  std::string words;
  for (int c = std::getchar(); c != EOF; c = std::getchar()) {
    if (c != 0) {
      words += static_cast<char>(c);
      continue;
    }
    all.push(rendered(words));
    words.clear();
  }
  const std::string json = text::to_json(all);
  return std::fwrite(json.data(), 1, json.size(), stdout) == json.size() ? 0 : 2;
}
