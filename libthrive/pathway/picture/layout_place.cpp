// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "libthrive/pathway/picture/layout_layers.hpp"

namespace thrive::pathway {

namespace {

constexpr double box_gap = 16;      // between two boxes of a column
constexpr double track_gap = 3;     // between two lines that pass
constexpr double lane_margin = 14;  // inside a lane, above and below
constexpr double lane_gap = 6;      // between lanes
constexpr double lowest_lane = 56;  // room for the lane's name
constexpr int placement_sweeps = 10;

double gap_between(const LayerItem& above, const LayerItem& below) {
  return above.is_track() && below.is_track() ? track_gap : box_gap;
}

/// A stretch of a column that lies in one lane: items from `first` up to but not including `last`.
struct Cell {
  std::size_t column = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t lane = 0;
};

std::vector<Cell> cells_of(const Layers& layers) {
  std::vector<Cell> cells;
  for (std::size_t column = 0; column < layers.columns.size(); ++column) {
    const std::vector<std::size_t>& items = layers.columns[column];
    for (std::size_t first = 0; first < items.size();) {
      std::size_t last = first;
      const std::size_t lane = layers.items[items[first]].lane;
      while (last < items.size() && layers.items[items[last]].lane == lane) ++last;
      cells.push_back({column, first, last, lane});
      first = last;
    }
  }
  return cells;
}

/// Distance from the middle of the first item of a cell to the middle of each, when packed as tightly as allowed.
std::vector<double> tight_offsets(const Layers& layers, const Cell& cell) {
  std::vector<double> offsets = {0};
  const std::vector<std::size_t>& items = layers.columns[cell.column];
  for (std::size_t at = cell.first + 1; at < cell.last; ++at) {
    const LayerItem& above = layers.items[items[at - 1]];
    const LayerItem& below = layers.items[items[at]];
    offsets.push_back(offsets.back() + above.height / 2 + gap_between(above, below) + below.height / 2);
  }
  return offsets;
}

double height_of(const Layers& layers, const Cell& cell) {
  const std::vector<std::size_t>& items = layers.columns[cell.column];
  return layers.items[items[cell.first]].height / 2 + tight_offsets(layers, cell).back() +
         layers.items[items[cell.last - 1]].height / 2;
}

std::vector<Box> stack_lanes(const Layers& layers, const std::vector<Cell>& cells, std::size_t count,
                             double least_height) {
  std::vector<double> heights(count, lowest_lane);
  for (const Cell& cell : cells)
    heights[cell.lane] = std::max(heights[cell.lane], height_of(layers, cell) + 2 * lane_margin);
  const double together = std::accumulate(heights.begin(), heights.end(), lane_gap * static_cast<double>(count));
  const double stretch = together > 0 ? std::max(1.0, least_height / together) : 1.0;
  std::vector<Box> lanes;
  double y = 0;
  for (const double height : heights) {
    lanes.push_back({0, y, 0, height * stretch});
    y += height * stretch + lane_gap;
  }
  return lanes;
}

/// The non-descending sequence nearest to `wanted` in least squares.
std::vector<double> nearest_ascending(const std::vector<double>& wanted) {
  struct Pool {
    double sum;
    std::size_t size;
    double mean() const { return sum / static_cast<double>(size); }
  };
  std::vector<Pool> pools;
  for (const double value : wanted) {
    pools.push_back({value, 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().size += last.size;
    }
  }
  std::vector<double> ascending;
  for (const Pool& pool : pools) ascending.insert(ascending.end(), pool.size, pool.mean());
  return ascending;
}

/// Moves the items of a cell as near to their wanted places as order, gaps and the lane allow. Subtracting the tight
/// offsets turns "at least a gap apart" into "not descending", which is the problem that pool adjacent violators
/// solves.
void settle(Layers& layers, const Cell& cell, const Box& lane, const std::vector<double>& wanted) {
  const std::vector<std::size_t>& items = layers.columns[cell.column];
  const std::vector<double> offsets = tight_offsets(layers, cell);
  std::vector<double> shifted;
  for (std::size_t at = cell.first; at < cell.last; ++at)
    shifted.push_back(wanted[items[at]] - offsets[at - cell.first]);
  shifted = nearest_ascending(shifted);
  const double lowest = lane.y + lane_margin + layers.items[items[cell.first]].height / 2;
  const double highest = lane.bottom() - lane_margin - layers.items[items[cell.last - 1]].height / 2 - offsets.back();
  for (std::size_t at = cell.first; at < cell.last; ++at) {
    const double free = std::clamp(shifted[at - cell.first], lowest, std::max(lowest, highest));
    layers.items[items[at]].y = free + offsets[at - cell.first];
  }
}

double mean_of_neighbours(const Layers& layers, const LayerItem& item, bool by_left) {
  const std::vector<std::size_t>& neighbours = by_left ? item.before : item.after;
  if (neighbours.empty()) return item.y;
  double sum = 0;
  for (const std::size_t neighbour : neighbours) sum += layers.items[neighbour].y;
  return sum / static_cast<double>(neighbours.size());
}

}  // namespace

std::vector<Box> place_items(Layers& layers, std::size_t count, double least_height) {
  const std::vector<Cell> cells = cells_of(layers);
  const std::vector<Box> lanes = stack_lanes(layers, cells, count, least_height);
  std::vector<double> wanted(layers.items.size(), 0);
  for (const Cell& cell : cells) {
    const std::vector<double> offsets = tight_offsets(layers, cell);
    const double start = lanes[cell.lane].middle() - offsets.back() / 2;
    for (std::size_t at = cell.first; at < cell.last; ++at)
      wanted[layers.columns[cell.column][at]] = start + offsets[at - cell.first];
    settle(layers, cell, lanes[cell.lane], wanted);
  }
  for (int sweep = 0; sweep < placement_sweeps; ++sweep) {
    const bool by_left = sweep % 2 == 0;
    for (std::size_t step = 0; step < cells.size(); ++step) {
      const Cell& cell = by_left ? cells[step] : cells[cells.size() - 1 - step];
      for (std::size_t at = cell.first; at < cell.last; ++at) {
        const std::size_t id = layers.columns[cell.column][at];
        wanted[id] = mean_of_neighbours(layers, layers.items[id], by_left);
      }
      settle(layers, cell, lanes[cell.lane], wanted);
    }
  }
  return lanes;
}

}  // namespace thrive::pathway
