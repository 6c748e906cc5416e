// SPDX-License-Identifier: MIT
#include "libthrive/findings/explanations.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "libthrive/findings/say.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::findings {

namespace {

/// Text in lines of at most 80 columns.
std::string wrapped(std::string_view text, std::size_t indent) {
  constexpr std::size_t width = 80;
  std::string lines, line(indent, ' ');
  std::size_t used = indent;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t size = text::display_width(word);
    if (used > indent && used + 1 + size > width) {
      lines += line + "\n";
      line.assign(indent, ' ');
      used = indent;
    }
    if (used > indent) {
      line += ' ';
      ++used;
    }
    line += word;
    used += size;
  }
  return lines + line + "\n";
}

/// The names of the facts in its sentences, without those that only decide which is said.
std::vector<std::string> facts_of(const Words& about) {
  std::vector<std::string> names = names_in(about.says);
  for (std::string& name : names_in(about.advice))
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  std::erase(names, "case");
  return names;
}

/// Each sentence and each piece of advice, a bullet each.
std::string sentences_of(const Words& about) {
  std::string lines;
  for (const std::string& text : texts_of(about.says)) lines += wrapped("says: " + text, 2);
  for (const std::string& text : texts_of(about.advice)) lines += wrapped("  do: " + text, 2);
  return lines;
}

}  // namespace

std::vector<const Words*> find_words(const std::vector<std::string>& codes, text::Diagnostics& problems) {
  std::vector<const Words*> found;
  if (codes.empty()) found = all_words();
  for (const std::string& code : codes) {
    const std::string_view bare = code.starts_with('[') && code.ends_with(']')
                                      ? std::string_view(code).substr(1, code.size() - 2)
                                      : std::string_view(code);
    if (const Words* about = words(bare)) {
      found.push_back(about);
      continue;
    }
    std::vector<std::string> known;
    for (const Words* about : all_words()) known.push_back(about->code);
    say(problems, {"unknown-code", {}, {{"code", bare}, {"near", text::nearest_name(bare, known)}}});
  }
  return found;
}

std::string words_as_text(const std::vector<const Words*>& explained) {
  std::string text;
  for (const Words* about : explained) {
    if (!text.empty()) text += '\n';
    const std::string sentences = sentences_of(*about);
    text += wrapped(fmt::format("{} ({}): {}", about->code, severity_in_words(*about), about->title), 0) + '\n' +
            sentences + (sentences.empty() ? "" : "\n") + wrapped(about->meaning, 2) + '\n' + wrapped(about->action, 2);
  }
  return text;
}

text::Value words_as_json(const std::vector<const Words*>& explained) {
  text::Value list = text::Value::list();
  for (const Words* about : explained)
    list.push(text::Value::map()
                  .set("code", about->code)
                  .set("area", about->area)
                  .set("severity", severity_in_words(*about))
                  .set("title", about->title)
                  .set("says", text::Value::list_of(texts_of(about->says)))
                  .set("do", text::Value::list_of(texts_of(about->advice)))
                  .set("facts", text::Value::list_of(facts_of(*about)))
                  .set("meaning", about->meaning)
                  .set("action", about->action));
  return text::Value::map().set("format", 1).set("command", "thrive explain").set("checks", list);
}

}  // namespace thrive::findings
