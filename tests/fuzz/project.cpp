// SPDX-License-Identifier: MIT
// Any bytes as a project: it opens, or everything wrong is said, at a place inside the file, and the same the second
// time.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "libthrive/project/opened.hpp"

using namespace thrive;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const text::Source source("input.yaml", std::string(reinterpret_cast<const char*>(data), size));
  text::Diagnostics first;
  text::Diagnostics second;
  const auto opened = project::open_texts({source}, first);
  must(opened.has_value() == !first.has_errors());
  const text::Position end = source.position(source.bytes().size());
  for (const text::Diagnostic& problem : first.entries()) must(problem.place.file.empty() || problem.place.from <= end);
  must(project::open_texts({source}, second).has_value() == opened.has_value());
  must(first.in_file_order() == second.in_file_order());
  if (opened) must(!text::to_json(project::to_value(opened->model())).empty());
  return 0;
}
