// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "libthrive/pathway/picture/layout_layers.hpp"

namespace thrive::pathway {

namespace {

constexpr double port_margin = 5;  // no line meets a box nearer to its corner
constexpr double widest_port_gap = 14;
constexpr double arrow_length = 9;  // the last stretch before a box is straight, so that the arrow points at it

/// One end of a line at one side of a box.
struct Port {
  std::size_t edge = 0;
  bool is_left_end = false;  // of the chain
  double towards = 0;        // y of what is at the other end of the first stretch
};

/// Where each chain touches its first and last box.
struct ChainEnds {
  double first_y = 0;
  double last_y = 0;
};

/// Spreads the ports of one side of a box, in the order of where their lines lead, so that they do not cross at the
/// box.
void spread(std::vector<Port>& ports, const Box& box, std::vector<ChainEnds>& ends) {
  std::stable_sort(ports.begin(), ports.end(), [](const Port& a, const Port& b) { return a.towards < b.towards; });
  if (ports.empty()) return;
  const double room = box.height - 2 * port_margin;
  const double gap = std::min(widest_port_gap, room / static_cast<double>(ports.size()));
  double y = box.middle() - gap * static_cast<double>(ports.size() - 1) / 2;
  for (const Port& port : ports) {
    (port.is_left_end ? ends[port.edge].first_y : ends[port.edge].last_y) = y;
    y += gap;
  }
}

std::vector<ChainEnds> place_ports(const LayoutInput& input, const Layers& layers, const Layout& layout) {
  std::vector<std::vector<Port>> left(input.nodes.size()), right(input.nodes.size());
  for (std::size_t edge = 0; edge < layers.chains.size(); ++edge) {
    const std::vector<std::size_t>& chain = layers.chains[edge];
    const LayerItem& first = layers.items[chain.front()];
    const LayerItem& last = layers.items[chain.back()];
    right[first.node].push_back({edge, true, layers.items[chain[1]].y});
    const bool stays_in_column = first.column == last.column;
    (stays_in_column ? right : left)[last.node].push_back({edge, false, layers.items[chain[chain.size() - 2]].y});
  }
  std::vector<ChainEnds> ends(layers.chains.size());
  for (std::size_t node = 0; node < input.nodes.size(); ++node) {
    spread(left[node], layout.boxes[node], ends);
    spread(right[node], layout.boxes[node], ends);
  }
  return ends;
}

void curve_to(std::vector<Point>& points, Point first_control, Point second_control, Point end) {
  points.insert(points.end(), {first_control, second_control, end});
}

void straight_to(std::vector<Point>& points, Point end) {
  const Point start = points.back();
  curve_to(points, {start.x + (end.x - start.x) / 3, start.y + (end.y - start.y) / 3},
           {start.x + (end.x - start.x) * 2 / 3, start.y + (end.y - start.y) * 2 / 3}, end);
}

/// An S from one side of a corridor to the other, steepest at a fraction of the way; its control points keep it inside.
void bend_across(std::vector<Point>& points, Point end, double fraction) {
  const Point start = points.back();
  const double steepest = start.x + (end.x - start.x) * fraction;
  curve_to(points, {steepest, start.y}, {steepest, end.y}, end);
}

/// A bow in the corridor to the right of a column, for a flow between two services of that column.
std::vector<Point> bow(const Box& column, double corridor, double from_y, double to_y) {
  const double reach = std::min(corridor * 0.6, 24 + std::abs(to_y - from_y) * 0.25);
  std::vector<Point> points = {{column.right(), from_y}};
  straight_to(points, {column.right() + arrow_length, from_y});
  curve_to(points, {column.right() + arrow_length + reach, from_y}, {column.right() + arrow_length + reach, to_y},
           {column.right() + arrow_length, to_y});
  straight_to(points, {column.right(), to_y});
  return points;
}

/// The y of a line at each item of its chain.
std::vector<double> heights_along(const std::vector<std::size_t>& chain, const ChainEnds& ends, const Layers& layers) {
  std::vector<double> heights;
  for (const std::size_t item : chain) heights.push_back(layers.items[item].y);
  heights.front() = ends.first_y;
  heights.back() = ends.last_y;
  return heights;
}

/// One line's way through one corridor.
struct Bend {
  std::size_t edge = 0;
  std::size_t step = 0;
  double from_y = 0;
  double to_y = 0;
};

/// Spreads the steep parts of the lines of a corridor over its width. Of the lines that go down, the lowest turns
/// first, of those that go up, the highest: then lines that need not cross do not.
void spread_bends(std::vector<Bend>& bends, std::vector<std::vector<double>>& fractions) {
  constexpr double first = 0.28, last = 0.72;
  const auto turns_before = [](const Bend& a, const Bend& b) {
    return a.to_y > a.from_y ? a.from_y > b.from_y : a.from_y < b.from_y;
  };
  const auto up =
      std::stable_partition(bends.begin(), bends.end(), [](const Bend& bend) { return bend.to_y > bend.from_y; });
  std::stable_sort(bends.begin(), up, turns_before);
  std::stable_sort(up, bends.end(), turns_before);
  const auto place = [&fractions](auto begin, auto end) {
    const auto count = static_cast<double>(end - begin);
    for (auto bend = begin; bend != end; ++bend)
      fractions[bend->edge][bend->step] = first + (last - first) * (static_cast<double>(bend - begin) + 0.5) / count;
  };
  place(bends.begin(), up);
  place(up, bends.end());
}

/// Where each line is steepest in each corridor that it crosses: `fractions[edge][step]`.
std::vector<std::vector<double>> bend_fractions(const Layers& layers, const std::vector<ChainEnds>& ends) {
  std::vector<std::vector<Bend>> corridors(layers.columns.size());
  std::vector<std::vector<double>> fractions;
  for (std::size_t edge = 0; edge < layers.chains.size(); ++edge) {
    const std::vector<std::size_t>& chain = layers.chains[edge];
    const std::vector<double> heights = heights_along(chain, ends[edge], layers);
    fractions.emplace_back(chain.size(), 0.5);
    for (std::size_t step = 1; step < chain.size(); ++step)
      corridors[layers.items[chain[step - 1]].column].push_back({edge, step, heights[step - 1], heights[step]});
  }
  for (std::vector<Bend>& corridor : corridors) spread_bends(corridor, fractions);
  return fractions;
}

/// From the first item of a chain to its last, left to right.
std::vector<Point> across_columns(const std::vector<std::size_t>& chain, const ChainEnds& ends, const Layers& layers,
                                  const Layout& layout, const std::vector<double>& fractions) {
  const std::vector<double> heights = heights_along(chain, ends, layers);
  std::vector<Point> points = {{layout.columns[layers.items[chain.front()].column].right(), ends.first_y}};
  straight_to(points, {points.back().x + arrow_length, ends.first_y});
  for (std::size_t step = 1; step < chain.size(); ++step) {
    const LayerItem& item = layers.items[chain[step]];
    const Box& column = layout.columns[item.column];
    const bool is_end = step + 1 == chain.size();
    bend_across(points, {column.x - arrow_length, heights[step]}, fractions[step]);
    straight_to(points, {is_end ? column.x : column.right() + arrow_length, heights[step]});
  }
  return points;
}

double corridor_after(const Layout& layout, std::size_t column) {
  const double next = column + 1 < layout.columns.size() ? layout.columns[column + 1].x : layout.width;
  return next - layout.columns[column].right();
}

}  // namespace

void draw_routes(const LayoutInput& input, const Layers& layers, Layout& layout) {
  const std::vector<ChainEnds> ends = place_ports(input, layers, layout);
  const std::vector<std::vector<double>> fractions = bend_fractions(layers, ends);
  for (std::size_t edge = 0; edge < layers.chains.size(); ++edge) {
    const std::vector<std::size_t>& chain = layers.chains[edge];
    const std::size_t from = input.nodes[input.edges[edge].from].column;
    const std::size_t to = input.nodes[input.edges[edge].to].column;
    Route route;
    route.goes_back = from > to;
    if (from == to) {
      route.points = bow(layout.columns[from], corridor_after(layout, from), ends[edge].first_y, ends[edge].last_y);
    } else {
      route.points = across_columns(chain, ends[edge], layers, layout, fractions[edge]);
      if (route.goes_back) std::reverse(route.points.begin(), route.points.end());
    }
    layout.routes.push_back(std::move(route));
  }
}

}  // namespace thrive::pathway
