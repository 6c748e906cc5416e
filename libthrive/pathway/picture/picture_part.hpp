// SPDX-License-Identifier: MIT
//
// Which part of a pathway is drawn. What is said of a service or of the whole is worked out from all of it; this only
// decides which boxes and lines there are, and says what is left out.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/pathway/graph.hpp"
#include "libthrive/pathway/picture/picture.hpp"

namespace thrive::pathway {

/// One flow of the pathway, or of the one that it is compared with.
struct FlowOfPicture {
  const model::Flow* flow = nullptr;
  Change change = Change::same;
  bool is_drawn = true;
};

struct PicturePart {
  std::vector<FlowOfPicture> flows;  // all, drawn or not
  std::set<std::string, std::less<>> services;
  std::set<std::string, std::less<>> services_before;  // of the pathway compared with
  bool is_whole = true;
  std::string which_services;  // "18 of 28 services, next to CAMHS single point of access."; empty when all are drawn
  std::string which_flows;     // "Not drawn: 4 of 20 flows, ..."; empty when nothing was asked

  bool draws(std::string_view service) const { return services.contains(service); }
  /// True when every flow between the two, in this direction, is drawn.
  bool draws(std::string_view from, std::string_view to) const;
};

/// The part that the options ask for. The pathway, the focus and the pathway compared with must exist.
PicturePart part_to_draw(const model::Project& project, std::string_view pathway, const PictureOptions& options);

/// Why there can be no such picture: no service at all, or columns by stage where no service has one.
std::optional<findings::Finding> cannot_draw(const Graph& graph, const PictureOptions& options);

}  // namespace thrive::pathway
