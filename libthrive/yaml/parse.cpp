// SPDX-License-Identifier: MIT
#include <memory>
#include <utility>

#include "libthrive/yaml/builder.hpp"
#include "libthrive/yaml/document.hpp"
#include "libthrive/yaml/guards.hpp"
#include "libthrive/yaml/strict.hpp"
#include "libthrive/yaml/walk.hpp"

namespace thrive::yaml {

namespace {

/// YAML that the strict reader does not know goes to yaml-cpp; when it fails too, one of the two messages remains: the
/// strict reader's, unless yaml-cpp's events named something that project files do not use.
std::optional<Document> read_the_other_way(std::shared_ptr<const text::Source> source, const Limits& limits,
                                           text::Diagnostics& mistakes) {
  DocumentBuilder builder(std::move(source));
  text::Diagnostics others;
  if (read_with_yaml_cpp(builder, limits, others)) {
    mistakes = {};
    return builder.finish();
  }
  if (others.entries().front().code != "yaml-syntax") mistakes = std::move(others);
  return std::nullopt;
}

}  // namespace

std::optional<Document> parse(text::Source source, text::Diagnostics& problems, const Limits& limits) {
  return parse(std::make_shared<const text::Source>(std::move(source)), problems, limits);
}

std::optional<Document> parse(std::shared_ptr<const text::Source> shared, text::Diagnostics& problems,
                              const Limits& limits) {
  if (!bytes_are_clean(*shared, limits, problems)) return std::nullopt;
  if (!conflicts_are_settled(*shared, problems)) return std::nullopt;
  DocumentBuilder builder(shared);
  text::Diagnostics mistakes;
  const Reading reading = read_strictly(builder, limits, mistakes);
  std::optional<Document> document = builder.finish();
  if (reading == Reading::unknown) document = read_the_other_way(shared, limits, mistakes);
  if (document) check_keys(*document, mistakes);
  const bool usable = document && mistakes.empty();
  problems.append(std::move(mistakes));
  if (!usable) return std::nullopt;
  return document;
}

}  // namespace thrive::yaml
