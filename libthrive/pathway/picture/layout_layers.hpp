// SPDX-License-Identifier: MIT
//
// The steps of the layout and what they hand to each other; used by layout*.cpp only.
#pragma once

#include <cstddef>
#include <vector>

#include "libthrive/pathway/picture/layout.hpp"

namespace thrive::pathway {

inline constexpr std::size_t no_node_index = static_cast<std::size_t>(-1);

/// Something that takes room in a column: a service, or the track of a flow that passes through.
struct LayerItem {
  std::size_t node = no_node_index;  // `no_node_index` for a track
  std::size_t lane = 0;
  std::size_t column = 0;
  double height = 0;
  double y = 0;                     // of its middle
  std::vector<std::size_t> before;  // neighbours in the column to the left
  std::vector<std::size_t> after;   // neighbours in the column to the right

  bool is_track() const { return node == no_node_index; }
};

/// The items, column by column from top to bottom, and the way of each edge through them from left to right.
struct Layers {
  std::vector<LayerItem> items;                   // the services first, in their order
  std::vector<std::vector<std::size_t>> columns;  // items, by lane and then in their order
  std::vector<std::vector<std::size_t>> chains;   // one an edge: the items it passes
};

/// Gives every edge its chain of items, with tracks in the columns between.
Layers make_layers(const LayoutInput& input);
/// Orders the items inside each lane of each column so that few lines cross: repeated sweeps to the mean position of
/// the neighbours; the best order seen is kept.
void reduce_crossings(Layers& layers);
/// Number of pairs of lines that cross between neighbouring columns.
std::size_t count_crossings(const Layers& layers);
/// Heights of lanes and the y of every item: as near as can be to the mean of its neighbours, never closer than the
/// gap, in least squares (pool adjacent violators; Barlow and others 1972).
/// Lanes are stretched together to reach `least_height`.
std::vector<Box> place_items(Layers& layers, std::size_t lanes, double least_height);
/// Lines from port to port, bends in the corridors only.
void draw_routes(const LayoutInput& input, const Layers& layers, Layout& layout);
/// Puts each label on its line where it covers no box and no other label.
void place_labels(const LayoutInput& input, Layout& layout);

}  // namespace thrive::pathway
