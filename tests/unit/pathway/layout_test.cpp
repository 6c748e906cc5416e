// SPDX-License-Identifier: MIT
#include "libthrive/pathway/picture/layout.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "libthrive/pathway/picture/layout_layers.hpp"

using namespace thrive::pathway;

namespace {

/// The same numbers on every machine (xorshift64*, Vigna 2016).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 2685821657736338717ull + 1) {}
  std::size_t below(std::size_t limit) {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<std::size_t>((state_ * 2685821657736338717ull) >> 33) % limit;
  }

 private:
  std::uint64_t state_;
};

LayoutInput random_map(std::uint64_t seed, std::size_t services) {
  Random random(seed);
  LayoutInput input;
  input.lanes = 1 + random.below(7);
  input.columns = 1 + random.below(7);
  for (std::size_t node = 0; node < services; ++node) {
    input.nodes.push_back({random.below(input.lanes), random.below(input.columns),
                           120 + static_cast<double>(random.below(120)), 40 + static_cast<double>(random.below(30))});
  }
  const std::size_t flows = services * (1 + random.below(4));
  for (std::size_t flow = 0; flow < flows; ++flow) {
    const bool is_labelled = random.below(3) == 0;
    input.edges.push_back({random.below(services), random.below(services), 1 + static_cast<double>(random.below(8)),
                           is_labelled ? 40.0 : 0.0, 14});
  }
  return input;
}

/// Many points of a line, from de Casteljau's construction: a second way, apart from the one that places labels.
std::vector<Point> trace(const Route& route) {
  std::vector<Point> traced;
  const auto between = [](const Point& a, const Point& b, double t) {
    return Point{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
  };
  for (std::size_t at = 0; at + 3 < route.points.size(); at += 3) {
    const auto& p = route.points;
    for (int step = 0; step <= 40; ++step) {
      const double t = step / 40.0;
      const Point a = between(p[at], p[at + 1], t), b = between(p[at + 1], p[at + 2], t),
                  c = between(p[at + 2], p[at + 3], t);
      traced.push_back(between(between(a, b, t), between(b, c, t), t));
    }
  }
  return traced;
}

bool is_inside(const Point& point, const Box& box) {
  constexpr double edge = 0.01;
  return point.x > box.x + edge && point.x < box.right() - edge && point.y > box.y + edge &&
         point.y < box.bottom() - edge;
}

Box grown(const Box& box, double by) { return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by}; }

/// What is wrong with a picture, in words; empty when nothing is.
std::string faults(const LayoutInput& input, const Layout& layout) {
  for (std::size_t a = 0; a < layout.boxes.size(); ++a) {
    for (std::size_t b = a + 1; b < layout.boxes.size(); ++b)
      if (overlap(grown(layout.boxes[a], 1), grown(layout.boxes[b], 1))) return "boxes touch";
    const Box& lane = layout.lanes[input.nodes[a].lane];
    if (layout.boxes[a].y < lane.y || layout.boxes[a].bottom() > lane.bottom()) return "a box leaves its lane";
    if (layout.boxes[a].right() > layout.width) return "a box leaves the page";
  }
  for (const Route& route : layout.routes)
    for (const Point& point : trace(route)) {
      if (point.x < 0 || point.x > layout.width || point.y < 0 || point.y > layout.height)
        return "a line leaves the page";
      for (const Box& box : layout.boxes)
        if (is_inside(point, box)) return "a line runs through a box";
    }
  std::vector<Box> labels;
  for (const Route& route : layout.routes)
    if (route.label) labels.push_back(*route.label);
  for (std::size_t a = 0; a < labels.size(); ++a) {
    for (const Box& box : layout.boxes)
      if (overlap(labels[a], box)) return "a label covers a box";
    for (std::size_t b = a + 1; b < labels.size(); ++b)
      if (overlap(labels[a], labels[b])) return "two labels cover each other";
  }
  return {};
}

}  // namespace

TEST_CASE("layout: random maps of 10 to 60 services have no fault") {
  std::size_t wanted = 0, placed = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const LayoutInput input = random_map(seed, 10 + seed % 51);
    const Layout layout = lay_out(input);
    CAPTURE(seed);
    CHECK(faults(input, layout) == "");
    for (std::size_t edge = 0; edge < input.edges.size(); ++edge) {
      if (input.edges[edge].label_width > 0) ++wanted;
      if (layout.routes[edge].label) ++placed;
    }
  }
  CHECK(placed * 100 > wanted * 97);  // a label without a free place is left out, and that must stay rare
}

TEST_CASE("layout: the faults are seen when they are there") {
  LayoutInput input = random_map(7, 20);
  Layout layout = lay_out(input);
  layout.boxes[1] = layout.boxes[0];
  CHECK(faults(input, layout) != "");
  layout = lay_out(input);
  for (Route& route : layout.routes)
    for (Point& point : route.points)
      point.x = layout.boxes[0].x + layout.boxes[0].width / 2, point.y = layout.boxes[0].middle();
  CHECK(faults(input, layout) == "a line runs through a box");
}

TEST_CASE("layout: sweeping takes crossings away and never adds any") {
  std::size_t before = 0, after = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Layers layers = make_layers(random_map(seed, 40));
    const std::size_t first = count_crossings(layers);
    reduce_crossings(layers);
    CHECK(count_crossings(layers) <= first);
    before += first;
    after += count_crossings(layers);
  }
  CHECK(after * 10 < before * 8);
}

TEST_CASE("layout: crossings counted by the tree are those counted pair by pair") {
  const Layers layers = make_layers(random_map(3, 30));
  std::vector<std::size_t> place(layers.items.size());
  for (const auto& column : layers.columns)
    for (std::size_t at = 0; at < column.size(); ++at) place[column[at]] = at;
  std::vector<std::pair<std::size_t, std::size_t>> lines;
  for (std::size_t id = 0; id < layers.items.size(); ++id)
    for (const std::size_t next : layers.items[id].after) lines.emplace_back(id, next);
  std::size_t crossings = 0;
  for (std::size_t a = 0; a < lines.size(); ++a)
    for (std::size_t b = a + 1; b < lines.size(); ++b) {
      if (layers.items[lines[a].first].column != layers.items[lines[b].first].column) continue;
      const auto left = static_cast<long>(place[lines[a].first]) - static_cast<long>(place[lines[b].first]);
      const auto right = static_cast<long>(place[lines[a].second]) - static_cast<long>(place[lines[b].second]);
      if (left * right < 0) ++crossings;
    }
  CHECK(count_crossings(layers) == crossings);
}

TEST_CASE("layout: one more flow leaves most of the picture where it was") {
  LayoutInput input = random_map(11, 30);
  const Layout before = lay_out(input);
  input.edges.push_back({0, 1, 1, 0, 0});
  const Layout after = lay_out(input);
  std::size_t same_order = 0, pairs = 0;
  for (std::size_t a = 0; a < input.nodes.size(); ++a)
    for (std::size_t b = a + 1; b < input.nodes.size(); ++b) {
      if (input.nodes[a].column != input.nodes[b].column) continue;
      ++pairs;
      if ((before.boxes[a].y < before.boxes[b].y) == (after.boxes[a].y < after.boxes[b].y)) ++same_order;
    }
  CHECK(same_order * 10 >= pairs * 9);
}

TEST_CASE("layout: nothing to draw is an empty picture, not a crash") {
  const Layout layout = lay_out({});
  CHECK(layout.boxes.empty());
  CHECK(layout.height == 0);
}
