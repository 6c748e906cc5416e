// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "libthrive/pathway/layout_layers.hpp"

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

/// An S from one side of a corridor to the other; its control points keep it inside.
void bend_across(std::vector<Point>& points, Point end) {
  const Point start = points.back();
  const double half = (end.x - start.x) / 2;
  curve_to(points, {start.x + half, start.y}, {end.x - half, end.y}, end);
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

/// From the first item of a chain to its last, left to right.
std::vector<Point> across_columns(const std::vector<std::size_t>& chain, const ChainEnds& ends, const Layers& layers,
                                  const Layout& layout) {
  std::vector<Point> points = {{layout.columns[layers.items[chain.front()].column].right(), ends.first_y}};
  straight_to(points, {points.back().x + arrow_length, ends.first_y});
  for (std::size_t step = 1; step < chain.size(); ++step) {
    const LayerItem& item = layers.items[chain[step]];
    const Box& column = layout.columns[item.column];
    const bool is_end = step + 1 == chain.size();
    const double y = is_end ? ends.last_y : item.y;
    bend_across(points, {column.x - arrow_length, y});
    straight_to(points, {is_end ? column.x : column.right() + arrow_length, y});
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
  for (std::size_t edge = 0; edge < layers.chains.size(); ++edge) {
    const std::vector<std::size_t>& chain = layers.chains[edge];
    const std::size_t from = input.nodes[input.edges[edge].from].column;
    const std::size_t to = input.nodes[input.edges[edge].to].column;
    Route route;
    route.goes_back = from > to;
    if (from == to) {
      route.points = bow(layout.columns[from], corridor_after(layout, from), ends[edge].first_y, ends[edge].last_y);
    } else {
      route.points = across_columns(chain, ends[edge], layers, layout);
      if (route.goes_back) std::reverse(route.points.begin(), route.points.end());
    }
    layout.routes.push_back(std::move(route));
  }
}

}  // namespace thrive::pathway
