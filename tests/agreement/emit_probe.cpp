// SPDX-License-Identifier: MIT
// For strings.py: emit-probe COUNT writes nasty and random texts as JSON, and the YAML that the emitter makes of them:
// as items of a list, on one line in brackets, and as keys.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "libthrive/yaml/edit.hpp"
#include "libthrive/yaml/emit.hpp"
#include "tests/unit/yaml/corpus.hpp"

using namespace thrive;

int main(int count, char** arguments) {
  const std::vector<std::string> texts =
      tests::nasty_texts(count > 1 ? static_cast<std::size_t>(std::atol(arguments[1])) : 0);
  yaml::Manner double_quotes;
  double_quotes.quote = '"';
  text::Value keys = text::Value::map();
  std::string flow = "[";
  std::string other_quotes;
  for (const std::string& text : texts) {
    flow += yaml::write_flow(text, {}) + ",\n ";
    other_quotes += "- " + yaml::write_scalar(text, yaml::Context::block, double_quotes) + "\n";
    if (keys.find(text) == nullptr) keys.set(text, text);
  }
  const text::Value result = text::Value::Map{{"texts", text::Value::list_of(texts)},
                                              {"items", yaml::emit(text::Value::list_of(texts))},
                                              {"flow", flow + "]\n"},
                                              {"double", other_quotes},
                                              {"keys", yaml::emit(keys)}};
  std::fputs(text::to_json(result).c_str(), stdout);
  return 0;
}
