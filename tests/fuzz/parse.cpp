// SPDX-License-Identifier: MIT
// Any bytes: the reader neither crashes nor hangs, says what is wrong or gives a document whose spans lie in the file,
// and what it read can be written and read again with the same meaning.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "libthrive/findings/say.hpp"
#include "libthrive/yaml/document.hpp"
#include "libthrive/yaml/edit.hpp"

using namespace thrive;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

void check_spans(const yaml::Document& document) {
  for (yaml::NodeId id = 0; id < document.size(); ++id) {
    const yaml::Node& node = document.node(id);
    must(node.text.begin <= node.text.end && node.text.end <= document.source().bytes().size());
    must(document.place(id).from.line >= 1 && document.place(id).from.column >= 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  text::Diagnostics problems;
  const auto document =
      yaml::parse(text::Source("input.yaml", std::string(reinterpret_cast<const char*>(data), size)), problems);
  must(document.has_value() == !problems.has_errors());
  for (const text::Diagnostic& problem : findings::in_words(problems).in_file_order())
    must(!problem.code.empty() && !problem.message.empty());
  if (!document || document->root() == yaml::no_node) return 0;

  check_spans(*document);
  const text::Value meaning = yaml::to_value(*document, document->root());
  if (meaning.as_map() == nullptr && meaning.as_list() == nullptr) return 0;
  text::Diagnostics again;
  const auto written = yaml::parse(text::Source("written.yaml", yaml::emit(meaning)), again);
  must(written.has_value() && yaml::to_value(*written, written->root()) == meaning);
  return 0;
}
