// SPDX-License-Identifier: MIT
// For edits.py: edit-probe ROUNDS makes random edits of every document of tests/cases/yaml and writes, as one JSON
// list, each result with what our reader says it holds; the document itself comes first.
#include <cstdio>
#include <cstdlib>

#include "libthrive/yaml/edit.hpp"
#include "tests/unit/yaml/corpus.hpp"
#include "tests/unit/yaml/random_edits.hpp"

using namespace thrive;

namespace {

text::Value read(const std::string& bytes) {
  text::Diagnostics problems;
  const auto document = yaml::parse(text::Source("p.yaml", bytes), problems);
  if (!document) std::abort();
  return yaml::to_value(*document, document->root());
}

text::Value described(const std::string& document, const std::string& change, const std::string& bytes) {
  return text::Value::Map{{"document", document}, {"change", change}, {"bytes", bytes}, {"value", read(bytes)}};
}

}  // namespace

int main(int count, char** arguments) {
  const int rounds = count > 1 ? std::atoi(arguments[1]) : 1;
  tests::Chance chance(31);
  text::Value::List results;
  for (const auto& corpus : tests::yaml_corpus()) {
    results.push_back(described(corpus.name, "", corpus.bytes));
    text::Diagnostics problems;
    const auto document = yaml::parse(text::Source(corpus.name, corpus.bytes), problems);
    const auto targets = tests::edit_targets(*document);
    for (int round = 0; round < rounds; ++round) {
      const yaml::Edit edit = tests::random_edit(*document, chance.one_of(targets), chance);
      yaml::Refusal refusal;
      if (const auto edited = yaml::apply(*document, {edit}, refusal))
        results.push_back(described(corpus.name, yaml::format(edit.path), edited->bytes));
    }
  }
  std::fputs(text::to_json(results).c_str(), stdout);
  return 0;
}
