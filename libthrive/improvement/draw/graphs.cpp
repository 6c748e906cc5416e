// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "libthrive/improvement/draw/graphs.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::improvement {

namespace {

/// The words in a box.
std::string label_of(const Worked& worked, const Shown& shown, const DiagramBox& box) {
  if (box.kind != DiagramBox::Kind::idea || !shown.state) return box.title;
  const IdeaState state = worked.theory.ideas[box.place].state;
  return fmt::format("{} {}: {}", mark(state), box.title, in_words(state));
}

std::string name_of_node(std::size_t at) { return "n" + std::to_string(at); }

}  // namespace

std::string diagram_as_dot(const Worked& worked, const Shown& shown) {
  const Diagram diagram = place_diagram(worked, shown);
  std::string dot = "digraph drivers {\n  rankdir=RL;\n  node [shape=box, fontname=\"sans-serif\"];\n";
  for (std::size_t at = 0; at < diagram.boxes.size(); ++at)
    dot += fmt::format("  {} [label=\"{}\"];\n", name_of_node(at),
                       report::escape_dot(label_of(worked, shown, diagram.boxes[at])));
  for (std::size_t at = 0; at < diagram.boxes.size(); ++at)
    for (const std::size_t parent : diagram.boxes[at].parents)
      dot += fmt::format("  {} -> {};\n", name_of_node(at), name_of_node(parent));
  return dot + "}\n";
}

std::string diagram_as_mermaid(const Worked& worked, const Shown& shown) {
  const Diagram diagram = place_diagram(worked, shown);
  std::string mermaid = "flowchart RL\n";
  for (std::size_t at = 0; at < diagram.boxes.size(); ++at)
    mermaid += fmt::format("  {}[\"{}\"]\n", name_of_node(at),
                           report::escape_mermaid(label_of(worked, shown, diagram.boxes[at])));
  for (std::size_t at = 0; at < diagram.boxes.size(); ++at)
    for (const std::size_t parent : diagram.boxes[at].parents)
      mermaid += fmt::format("  {} --> {}\n", name_of_node(at), name_of_node(parent));
  return mermaid;
}

}  // namespace thrive::improvement
