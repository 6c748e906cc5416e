// SPDX-License-Identifier: MIT
#include "libthrive/report/document.hpp"

#include <utility>

namespace thrive::report {

Document& Document::heading(int level, std::string text) {
  blocks.emplace_back(Heading{level, std::move(text)});
  return *this;
}

Document& Document::folded(int level, std::string text) {
  blocks.emplace_back(Heading{level, std::move(text), true});
  return *this;
}

Document& Document::paragraph(std::string text, std::string lead) {
  blocks.emplace_back(Paragraph{std::move(text), std::move(lead)});
  return *this;
}

Document& Document::items(std::vector<std::string> items, bool numbered) {
  blocks.emplace_back(Items{std::move(items), numbered});
  return *this;
}

Document& Document::table(Table table) {
  blocks.emplace_back(std::move(table));
  return *this;
}

Document& Document::figure(Figure figure) {
  blocks.emplace_back(std::move(figure));
  return *this;
}

Document& Document::verbatim(std::string text) {
  blocks.emplace_back(Verbatim{std::move(text)});
  return *this;
}

Document& Document::page_break(Pages next) {
  blocks.emplace_back(PageBreak{next});
  return *this;
}

}  // namespace thrive::report
