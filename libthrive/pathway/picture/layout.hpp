// SPDX-License-Identifier: MIT
//
// Where everything goes on the map. A layered layout (Sugiyama, Tagawa and Toda 1981) with one addition: services keep
// to horizontal lanes. Long flows get a track of their own in every column they pass, and all bends lie in the
// corridors between columns, so that no line can run through a box.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace thrive::pathway {

struct Point {
  double x = 0;
  double y = 0;
};

/// A rectangle; x and y are its left and top edges. All lengths are SVG user units (pixels at 96 to the inch).
struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  double middle() const { return y + height / 2; }
};

/// True when two rectangles share more than an edge.
bool overlap(const Box& a, const Box& b);

/// One service to place.
struct LayoutNode {
  std::size_t lane = 0;
  std::size_t column = 0;
  double width = 0;
  double height = 0;  // the least; a box grows when many flows meet it
};

/// One flow to draw.
struct LayoutEdge {
  std::size_t from = 0;
  std::size_t to = 0;
  double thickness = 1;
  double label_width = 0;  // 0 when nothing is written on the line
  double label_height = 0;
};

struct LayoutInput {
  std::vector<LayoutNode> nodes;
  std::vector<LayoutEdge> edges;
  std::size_t lanes = 0;
  std::size_t columns = 0;
  double least_width = 0;   // the corridors are stretched to reach it
  double least_height = 0;  // the lanes are
};

/// A line made of cubic curves: the start, then two control points and an end for each curve.
struct Route {
  std::vector<Point> points;
  bool goes_back = false;      // it leads to an earlier column
  std::optional<Box> label{};  // empty when there is no label, or no free place for it
};

struct Layout {
  double width = 0;
  double height = 0;
  std::vector<Box> boxes;     // one a node
  std::vector<Box> lanes;     // one a lane, over the full width
  std::vector<Box> columns;   // one a column, over the full height; boxes of a column share its width
  std::vector<Route> routes;  // one an edge
};

/// Places boxes, lines and labels. Deterministic, and steady: nodes start in the order given and move only where that
/// takes away crossings, so a small change of the map makes a small change of the picture.
Layout lay_out(const LayoutInput& input);

}  // namespace thrive::pathway
