// SPDX-License-Identifier: MIT
#include "libthrive/pathway/describe/describe_words.hpp"

#include <fmt/core.h>

#include <cmath>

#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

/// Every stretch of blanks and line breaks as one blank.
std::string on_one_line(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace

std::string name_of(const Graph& graph, Node node) {
  std::string name = on_one_line(graph.services[node]->name);
  return name.empty() ? graph.ids[node] : name;
}

std::string names_of(const Graph& graph, const std::vector<Node>& nodes, std::size_t most) {
  std::vector<std::string> names;
  // "and 1 more" is no shorter than the name itself.
  const std::size_t shown = nodes.size() <= most + 1 ? nodes.size() : most;
  for (std::size_t i = 0; i < shown; ++i) names.push_back(name_of(graph, nodes[i]));
  if (shown < nodes.size()) names.push_back(fmt::format("{} more", nodes.size() - shown));
  return text::join_in_words(names);
}

std::string route_of(const Graph& graph, const std::vector<Node>& route) {
  std::string result;
  for (const Node node : route) {
    if (!result.empty()) result += " -> ";
    result += name_of(graph, node);
  }
  return result;
}

std::string flow_of(const Graph& graph, Node from, Node to) {
  return name_of(graph, from) + " to " + name_of(graph, to);
}

std::pair<std::string, std::string> flow_ids(const Graph& graph, Node from, Node to) {
  return {graph.ids[from], graph.ids[to]};
}

std::string people(double count, const text::SmallNumbers& small) {
  if (count == 1 && !small.hides(count)) return "1 person";
  return report::people_number(count, small, count == std::floor(count) ? 0 : 1) + " people";
}

std::string people(const Sum& sum, const text::SmallNumbers& small) {
  if (!sum.known()) return "people not recorded";
  if (sum.hidden == 0 && sum.is_complete()) return people(sum.total, small);
  return report::people_total(sum, small) + " people";
}

std::string derived(const std::optional<double>& value, bool has_hidden, int decimals) {
  return value && has_hidden ? "not shown" : report::number(value, decimals);
}

std::string days_in_words(double days) {
  if (days < 1) return "less than a day";
  if (days < 14) return days == 1 ? "1 day" : report::number(days, days == std::floor(days) ? 0 : 1) + " days";
  return report::number(std::round(days / 7)) + " weeks";
}

std::string percent(double share) {
  if (share > 0 && share < 0.01) return "less than 1%";
  return report::number(std::round(share * 100)) + "%";
}

std::string capital(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 32);
  return text;
}

}  // namespace thrive::pathway
