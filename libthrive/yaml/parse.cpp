// SPDX-License-Identifier: MIT
#include <utility>

#include "libthrive/yaml/builder.hpp"
#include "libthrive/yaml/document.hpp"
#include "libthrive/yaml/guards.hpp"
#include "libthrive/yaml/strict.hpp"

namespace thrive::yaml {

std::optional<Document> parse(text::Source source, text::Diagnostics& problems, const Limits& limits) {
  const auto shared = std::make_shared<const text::Source>(std::move(source));
  if (!bytes_are_clean(*shared, limits, problems)) return std::nullopt;
  DocumentBuilder builder(shared);
  text::Diagnostics mistakes;
  const Reading reading = read_strictly(builder, limits, mistakes);
  const Document document = builder.finish();
  check_keys(document, mistakes);
  const bool usable = reading == Reading::complete && mistakes.empty();
  problems.append(std::move(mistakes));
  if (!usable) return std::nullopt;
  return document;
}

}  // namespace thrive::yaml
