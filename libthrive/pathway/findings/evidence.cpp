// SPDX-License-Identifier: MIT
#include "libthrive/pathway/findings/evidence.hpp"

namespace thrive::pathway {

text::Value list(const std::vector<std::string>& items) { return text::Value::list_of(items); }

text::Value evidence(const Graph& graph, const std::vector<Node>& services) {
  text::Value ids = text::Value::list();
  for (const Node node : services) ids.push(graph.ids[node]);
  return ids;
}

text::Value evidence(const Graph& graph, Node first, const std::vector<Node>& services) {
  std::vector<Node> all{first};
  all.insert(all.end(), services.begin(), services.end());
  return evidence(graph, all);
}

text::Value evidence(const std::vector<std::pair<std::string, std::string>>& flows) {
  text::Value pairs = text::Value::list();
  for (const auto& [from, to] : flows) pairs.push(text::Value::list().push(from).push(to));
  return pairs;
}

}  // namespace thrive::pathway
