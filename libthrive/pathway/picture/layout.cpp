// SPDX-License-Identifier: MIT
#include "libthrive/pathway/picture/layout.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "libthrive/pathway/picture/layout_layers.hpp"

namespace thrive::pathway {

namespace {

constexpr double outer_margin = 12;
constexpr double narrowest_corridor = 110;
constexpr double widest_corridor = 300;
constexpr double corridor_a_line = 4;  // a corridor grows with the lines that bend in it

/// Lines that bend in the corridor to the right of each column.
std::vector<std::size_t> lines_in_corridors(const Layers& layers, std::size_t columns) {
  std::vector<std::size_t> lines(columns, 0);
  for (const std::vector<std::size_t>& chain : layers.chains) {
    const bool stays_in_column = layers.items[chain.front()].column == layers.items[chain.back()].column;
    if (stays_in_column) {
      ++lines[layers.items[chain.front()].column];
      continue;
    }
    for (std::size_t step = 0; step + 1 < chain.size(); ++step) ++lines[layers.items[chain[step]].column];
  }
  return lines;
}

/// The widest label of the flows that begin in each corridor, so that it has room there.
std::vector<double> widest_labels(const LayoutInput& input, const Layers& layers, std::size_t columns) {
  std::vector<double> widest(columns, 0);
  for (std::size_t edge = 0; edge < input.edges.size(); ++edge) {
    const std::size_t column = layers.items[layers.chains[edge].front()].column;
    widest[column] = std::max(widest[column], input.edges[edge].label_width);
  }
  return widest;
}

/// Widths of the corridors to the right of each column; the last one only holds what bows out there and comes back.
std::vector<double> corridor_widths(const LayoutInput& input, const Layers& layers) {
  const std::vector<std::size_t> lines = lines_in_corridors(layers, input.columns);
  const std::vector<double> labels = widest_labels(input, layers, input.columns);
  std::vector<double> corridors;
  for (std::size_t column = 0; column < input.columns; ++column) {
    const double wanted = narrowest_corridor + corridor_a_line * static_cast<double>(lines[column]);
    corridors.push_back(std::max(std::min(wanted, widest_corridor), labels[column] + narrowest_corridor / 2));
  }
  if (!corridors.empty()) corridors.back() *= lines.back() > 0 ? 0.5 : 0;
  return corridors;
}

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// Columns from left to right, each as wide as its widest service, with the corridors between them.
void place_columns(const LayoutInput& input, const Layers& layers, Layout& layout) {
  layout.columns.assign(input.columns, Box{});
  for (const LayoutNode& node : input.nodes)
    layout.columns[node.column].width = std::max(layout.columns[node.column].width, node.width);
  std::vector<double> corridors = corridor_widths(input, layers);
  double boxes = 2 * outer_margin;
  for (const Box& column : layout.columns) boxes += column.width;
  const double stretch = sum(corridors) > 0 ? std::max(1.0, (input.least_width - boxes) / sum(corridors)) : 1.0;
  double x = outer_margin;
  for (std::size_t column = 0; column < input.columns; ++column) {
    layout.columns[column].x = x;
    x += layout.columns[column].width + corridors[column] * stretch;
  }
  layout.width = std::max(x + outer_margin, input.least_width);
}

}  // namespace

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Layout lay_out(const LayoutInput& input) {
  Layout layout;
  Layers layers = make_layers(input);
  reduce_crossings(layers);
  layout.lanes = place_items(layers, input.lanes, input.least_height);
  place_columns(input, layers, layout);

  layout.height = layout.lanes.empty() ? 0 : layout.lanes.back().bottom();
  for (Box& lane : layout.lanes) lane.width = layout.width;
  for (Box& column : layout.columns) column.height = layout.height;
  for (std::size_t node = 0; node < input.nodes.size(); ++node) {
    const LayerItem& item = layers.items[node];
    const Box& column = layout.columns[item.column];
    layout.boxes.push_back({column.x, item.y - item.height / 2, column.width, item.height});
  }
  draw_routes(input, layers, layout);
  place_labels(input, layout);
  return layout;
}

}  // namespace thrive::pathway
