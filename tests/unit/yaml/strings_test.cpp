// SPDX-License-Identifier: MIT
// Every text that is written comes back equal through our reader and through yaml-cpp; tests/agreement/strings.py asks
// PyYAML.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "libthrive/yaml/edit.hpp"
#include "libthrive/yaml/emit.hpp"
#include "libthrive/yaml/verify.hpp"
#include "tests/unit/yaml/corpus.hpp"

using namespace thrive;

namespace {

yaml::Document read(const std::string& bytes) {
  text::Diagnostics problems;
  const auto document = yaml::parse(text::Source("p.yaml", bytes), problems);
  CHECK_MESSAGE(problems.empty(), text::format(problems.empty() ? text::Diagnostic{} : problems.entries()[0]));
  REQUIRE(document);
  return *document;
}

/// Writes each text by `write`, behind its key, and reads all of them at once.
template <class Write>
void check_all(const std::vector<std::string>& texts, Write write) {
  std::string bytes;
  for (std::size_t at = 0; at < texts.size(); ++at) bytes += "k" + std::to_string(at) + ": " + write(texts[at]) + "\n";
  const yaml::Document document = read(bytes);
  CHECK(yaml::yaml_cpp_agrees(document));
  yaml::NodeId key = document.node(document.root()).first;
  for (const std::string& text : texts) {
    const yaml::NodeId value = document.node(key).next;
    CHECK(document.node(value).kind == yaml::Kind::scalar);
    CHECK(document.node(value).value == text);
    key = document.node(value).next;
  }
}

}  // namespace

TEST_CASE("texts come back equal from every place they can stand in") {
  const std::vector<std::string> texts = tests::nasty_texts(5000);
  for (const char quote : {'\'', '"'}) {
    yaml::Manner manner;
    manner.quote = quote;
    check_all(texts, [&](const std::string& text) { return yaml::write_text(text, yaml::Context::block, manner); });
    check_all(texts, [&](const std::string& text) { return yaml::write_text(text, yaml::Context::key, manner); });
  }
  check_all(texts, yaml::double_quoted);
  const yaml::Document list = read(yaml::emit(text::Value::list_of(texts)));
  CHECK(yaml::says(list, list.root(), text::Value::list_of(texts)));
  CHECK(yaml::yaml_cpp_agrees(list));
  const yaml::Document flow = read(yaml::write_flow(text::Value::list_of(texts), {}));
  CHECK(yaml::says(flow, flow.root(), text::Value::list_of(texts)));
  CHECK(yaml::yaml_cpp_agrees(flow));
  text::Value map = text::Value::map();
  for (const std::string& text : texts) map.set(text, text::Value::Map{{text, text::Value::List{text}}});
  const yaml::Document keys = read(yaml::emit(map));
  CHECK(yaml::says(keys, keys.root(), map));
  CHECK(yaml::yaml_cpp_agrees(keys));
}

TEST_CASE("numbers and truth come back as what they are, without quotes") {
  const text::Value numbers = text::Value::List{0, -7, 1.5, 0.1, 1e21, 1e-7, 123456789012345, true, false};
  const yaml::Document document = read(yaml::emit(numbers));
  CHECK(document.source().bytes() ==
        "- 0\n- -7\n- 1.5\n- 0.1\n- 1.0e+21\n- 1.0e-07\n- 123456789012345\n- true\n- false\n");
  CHECK(yaml::says(document, document.root(), numbers));
}
