// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "libthrive/pathway/picture/layout_layers.hpp"

namespace thrive::pathway {

namespace {

constexpr double room_a_port = 7;   // between lines that meet one side of a box
constexpr double track_margin = 6;  // between a passing line and whatever is next to it
constexpr int sweeps = 12;          // the order settles after a few; more cost time and change nothing

/// Lines that meet the busier side of each service.
std::vector<std::size_t> busiest_sides(const LayoutInput& input) {
  std::vector<std::size_t> left(input.nodes.size(), 0), right(input.nodes.size(), 0);
  for (const LayoutEdge& edge : input.edges) {
    const std::size_t from = input.nodes[edge.from].column;
    const std::size_t to = input.nodes[edge.to].column;
    ++(from > to ? left : right)[edge.from];
    ++(from < to ? left : right)[edge.to];
  }
  std::vector<std::size_t> busiest(input.nodes.size());
  for (std::size_t node = 0; node < busiest.size(); ++node) busiest[node] = std::max(left[node], right[node]);
  return busiest;
}

void connect(Layers& layers, std::size_t left, std::size_t right) {
  layers.items[left].after.push_back(right);
  layers.items[right].before.push_back(left);
}

/// A track runs in the lane of the end with fewer items in that column, so that crowded lanes do not grow.
std::size_t lane_for_track(const Layers& layers, std::size_t column, std::size_t one, std::size_t other) {
  const auto crowd = [&layers, column](std::size_t lane) {
    return std::count_if(layers.columns[column].begin(), layers.columns[column].end(),
                         [&layers, lane](std::size_t item) { return layers.items[item].lane == lane; });
  };
  return crowd(other) < crowd(one) ? other : one;
}

/// Position of every item from the top of its column.
std::vector<std::size_t> positions(const Layers& layers) {
  std::vector<std::size_t> position(layers.items.size(), 0);
  for (const std::vector<std::size_t>& column : layers.columns)
    for (std::size_t place = 0; place < column.size(); ++place) position[column[place]] = place;
  return position;
}

/// Sorts one column by the mean position of the neighbours on one side, inside each lane. Items without neighbours
/// there keep their place among the others.
void sort_column(Layers& layers, std::size_t column, bool by_left, const std::vector<std::size_t>& position) {
  std::vector<double> wanted(layers.items.size(), 0);
  for (const std::size_t id : layers.columns[column]) {
    const LayerItem& item = layers.items[id];
    const std::vector<std::size_t>& neighbours = by_left ? item.before : item.after;
    if (neighbours.empty()) {
      wanted[id] = static_cast<double>(position[id]) / static_cast<double>(layers.columns[column].size());
      continue;
    }
    double sum = 0;
    for (const std::size_t neighbour : neighbours) sum += static_cast<double>(position[neighbour]);
    const std::size_t other_column = layers.items[neighbours.front()].column;
    wanted[id] = sum / static_cast<double>(neighbours.size() * layers.columns[other_column].size());
  }
  std::stable_sort(layers.columns[column].begin(), layers.columns[column].end(),
                   [&layers, &wanted](std::size_t a, std::size_t b) {
                     if (layers.items[a].lane != layers.items[b].lane)
                       return layers.items[a].lane < layers.items[b].lane;
                     return wanted[a] < wanted[b];
                   });
}

/// Crossings between one column and the next: pairs of lines in opposite order at their two ends, counted with a
/// Fenwick tree in O(lines x log items).
std::size_t crossings_after(const Layers& layers, std::size_t column, const std::vector<std::size_t>& position) {
  std::vector<std::pair<std::size_t, std::size_t>> lines;
  for (const std::size_t id : layers.columns[column])
    for (const std::size_t next : layers.items[id].after) lines.emplace_back(position[id], position[next]);
  std::sort(lines.begin(), lines.end());
  std::vector<std::size_t> tree(layers.columns[column + 1].size() + 1, 0);
  std::size_t crossings = 0;
  for (std::size_t seen = 0; seen < lines.size(); ++seen) {
    std::size_t not_below = 0;
    for (std::size_t at = lines[seen].second + 1; at > 0; at -= at & (~at + 1)) not_below += tree[at];
    crossings += seen - not_below;
    for (std::size_t at = lines[seen].second + 1; at < tree.size(); at += at & (~at + 1)) ++tree[at];
  }
  return crossings;
}

}  // namespace

Layers make_layers(const LayoutInput& input) {
  Layers layers;
  layers.columns.resize(input.columns);
  const std::vector<std::size_t> ports = busiest_sides(input);
  for (std::size_t node = 0; node < input.nodes.size(); ++node) {
    const LayoutNode& wanted = input.nodes[node];
    const double height = std::max(wanted.height, room_a_port * static_cast<double>(ports[node] + 1));
    layers.items.push_back({node, wanted.lane, wanted.column, height, 0, {}, {}});
    layers.columns[wanted.column].push_back(node);
  }
  for (const LayoutEdge& edge : input.edges) {
    const bool goes_back = input.nodes[edge.from].column > input.nodes[edge.to].column;
    const std::size_t left = goes_back ? edge.to : edge.from;
    const std::size_t right = goes_back ? edge.from : edge.to;
    std::vector<std::size_t> chain = {left};
    for (std::size_t column = input.nodes[left].column + 1; column < input.nodes[right].column; ++column) {
      const std::size_t lane = lane_for_track(layers, column, input.nodes[left].lane, input.nodes[right].lane);
      layers.items.push_back({no_node_index, lane, column, edge.thickness + track_margin, 0, {}, {}});
      const std::size_t track = layers.items.size() - 1;
      layers.columns[column].push_back(track);
      connect(layers, chain.back(), track);
      chain.push_back(track);
    }
    if (input.nodes[left].column != input.nodes[right].column) connect(layers, chain.back(), right);
    chain.push_back(right);
    layers.chains.push_back(std::move(chain));
  }
  for (std::vector<std::size_t>& column : layers.columns)
    std::stable_sort(column.begin(), column.end(),
                     [&layers](std::size_t a, std::size_t b) { return layers.items[a].lane < layers.items[b].lane; });
  return layers;
}

std::size_t count_crossings(const Layers& layers) {
  const std::vector<std::size_t> position = positions(layers);
  std::size_t crossings = 0;
  for (std::size_t column = 0; column + 1 < layers.columns.size(); ++column)
    crossings += crossings_after(layers, column, position);
  return crossings;
}

void reduce_crossings(Layers& layers) {
  std::vector<std::vector<std::size_t>> best = layers.columns;
  std::size_t fewest = count_crossings(layers);
  for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
    const bool to_the_right = sweep % 2 == 0;
    for (std::size_t step = 1; step < layers.columns.size(); ++step) {
      const std::size_t column = to_the_right ? step : layers.columns.size() - 1 - step;
      sort_column(layers, column, to_the_right, positions(layers));
    }
    const std::size_t crossings = count_crossings(layers);
    if (crossings < fewest) {
      fewest = crossings;
      best = layers.columns;
    }
  }
  layers.columns = std::move(best);
}

}  // namespace thrive::pathway
