// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <unordered_map>
#include <vector>

#include "libthrive/pathway/picture/layout_layers.hpp"

namespace thrive::pathway {

namespace {

/// A point of the line's curve number `curve`, 0 at its start and 1 at its end (Bernstein form).
Point on_curve(const std::vector<Point>& points, std::size_t curve, double t) {
  const Point& start = points[curve * 3];
  const Point& first_control = points[curve * 3 + 1];
  const Point& second_control = points[curve * 3 + 2];
  const Point& end = points[curve * 3 + 3];
  const double s = 1 - t;
  const auto mix = [s, t](double a, double b, double c, double d) {
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  };
  return {mix(start.x, first_control.x, second_control.x, end.x),
          mix(start.y, first_control.y, second_control.y, end.y)};
}

/// Rectangles already taken, in squares of a grid, so that thousands can be asked about quickly.
class TakenPlaces {
 public:
  void add(const Box& box) {
    for (const long square : squares_of(box)) squares_[square].push_back(box);
  }
  bool is_free(const Box& box) const {
    for (const long key : squares_of(box)) {
      const auto square = squares_.find(key);
      if (square == squares_.end()) continue;
      const std::vector<Box>& taken = square->second;
      if (std::any_of(taken.begin(), taken.end(), [&box](const Box& other) { return overlap(other, box); }))
        return false;
    }
    return true;
  }

 private:
  static std::vector<long> squares_of(const Box& box) {
    constexpr double side = 128;
    constexpr long squares_a_row = 1'000'003;
    const auto square = [](double at) { return std::lround(std::floor(at / side)); };
    std::vector<long> keys;
    for (long column = square(box.x); column <= square(box.right()); ++column)
      for (long row = square(box.y); row <= square(box.bottom()); ++row) keys.push_back(column * squares_a_row + row);
    return keys;
  }
  std::unordered_map<long, std::vector<Box>> squares_;
};

/// Places to try, as fractions of the line: the middle first, then outwards.
std::vector<double> fractions_to_try() {
  std::vector<double> fractions = {0.5};
  for (int step = 1; step <= 22; ++step) {
    fractions.push_back(0.5 - 0.02 * step);
    fractions.push_back(0.5 + 0.02 * step);
  }
  return fractions;
}

}  // namespace

void place_labels(const LayoutInput& input, Layout& layout) {
  TakenPlaces taken;
  for (const Box& box : layout.boxes) taken.add(box);
  const std::vector<double> fractions = fractions_to_try();
  for (std::size_t edge = 0; edge < input.edges.size(); ++edge) {
    const LayoutEdge& wanted = input.edges[edge];
    if (wanted.label_width <= 0) continue;
    Route& route = layout.routes[edge];
    for (const double fraction : fractions) {
      const double along = fraction * static_cast<double>(route.points.size() / 3);
      const auto curve = static_cast<std::size_t>(along);
      const Point middle = on_curve(route.points, curve, along - static_cast<double>(curve));
      const Box place = {middle.x - wanted.label_width / 2, middle.y - wanted.label_height / 2, wanted.label_width,
                         wanted.label_height};
      const bool is_on_page =
          place.x >= 0 && place.right() <= layout.width && place.y >= 0 && place.bottom() <= layout.height;
      if (!is_on_page || !taken.is_free(place)) continue;
      taken.add(place);
      route.label = place;
      break;
    }
  }
}

}  // namespace thrive::pathway
