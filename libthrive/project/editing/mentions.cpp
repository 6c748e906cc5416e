// SPDX-License-Identifier: MIT
#include "libthrive/project/editing/mentions.hpp"

#include "libthrive/model/observations.hpp"

namespace thrive::project {

namespace {

Mention mention(std::string_view kind, std::string_view part, std::string_view text) {
  return {std::string(kind), std::string(part), static_cast<std::size_t>(part.data() - text.data())};
}

std::vector<Mention> in_place(std::string_view text) {
  const auto flow = model::flow_of(text);
  if (!flow) return {mention("service", text, text)};
  return {mention("service", flow->first, text),
          mention("service", flow->second, text),
          {"flow", flow_name(flow->first, flow->second), 0}};
}

/// What a drafted line says of where it came from.
std::vector<Mention> in_source(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return {mention("observation", text, text)};
  const std::string_view word = text.substr(0, blank);
  if (word != "score" && word != "descriptor") return {};
  const std::string_view rest = text.substr(blank + 1);
  return {mention("item", rest.substr(0, rest.find(' ')), text)};
}

}  // namespace

std::vector<Mention> mentions_in(std::string_view kind, std::string_view text) {
  if (kind == "place") return in_place(text);
  if (kind == "source") return in_source(text);
  return {mention(kind, text, text)};
}

std::string flow_name(std::string_view from, std::string_view to) {
  return std::string(from) + " -> " + std::string(to);
}

}  // namespace thrive::project
