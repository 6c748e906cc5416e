// SPDX-License-Identifier: MIT
//
// What goes on a map, before it is laid out or written in any format: every picture of a pathway is made from this. It
// holds what readers may see, and no count of people that is too small to show.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/model/vocabulary.hpp"

namespace thrive::pathway {

/// How a service or flow differs from the pathway it is compared with.
/// The last three say what is recorded of a flow in an event log.
enum class Change { same, added, removed, changed, drawn_and_recorded, drawn_alone, recorded_alone };

/// How long half of the people on a flow wait, in the four bands of the legend.
enum class WaitBand { not_recorded, up_to_2_weeks, up_to_6_weeks, up_to_18_weeks, over_18_weeks };

/// Band of a median wait in days; a missing wait is not recorded, never short.
WaitBand wait_band(std::optional<double> median_days);

struct PictureService {
  std::string id;
  std::string name;
  std::string subline;  // people a year, "assesses", or why nobody gets here
  std::size_t flows_in_not_drawn = 0;
  std::size_t flows_out_not_drawn = 0;
  std::size_t lane = 0;
  std::size_t column = 0;
  std::vector<std::string> groupings;  // ids, in the vocabulary's order
  std::size_t good_practice = 0;
  std::size_t quality_problems = 0;
  std::size_t duplications = 0;
  bool assesses = false;
  bool is_gatekeeper = false;
  bool is_unreachable = false;
  Change change = Change::same;
  std::vector<int> markers;  // numbers of the findings that name it
};

struct PictureFlow {
  std::size_t from = 0;  // positions in `services`
  std::size_t to = 0;
  std::string kind;
  std::optional<double> people;  // a year; nothing when not recorded, when visits are counted, and for few
  std::string number;            // people or visits a year for reading: "1,420", "fewer than 5"; empty: not recorded
  bool is_few = false;           // recorded, and too small to show
  bool counts_visits = false;
  std::optional<double> median_days;  // half wait this long or longer
  std::optional<double> moves{};      // recorded in an event log, and told
  std::size_t good_practice = 0;      // observations made on the flow itself
  std::size_t quality_problems = 0;
  std::size_t duplications = 0;
  bool is_return = false;  // people are sent back
  Change change = Change::same;
  std::string label;  // written on the line; empty when the line says enough by itself
};

struct PictureLane {
  std::string id;
  std::string name;
};

/// One numbered sentence of the panel below the map.
struct PictureFinding {
  int number = 0;  // 0: said of the whole map, without a number
  std::string lead;
  std::string text;
};

struct PictureGrouping {
  std::string id;
  std::string letter;
  std::string name;
};

struct Picture {
  std::string title;
  std::string subtitle;  // place, status and date, and which services are drawn when not all are
  std::string extract;   // the last of these alone: "18 of 28 services, next to CAMHS single point of access."
  std::string hidden;    // which flows are not drawn; empty when nothing was asked
  std::string classification;
  bool is_comparison = false;
  bool shows_recorded = false;  // beside what is drawn
  std::vector<PictureLane> lanes;
  std::vector<std::string> columns;  // titles
  std::vector<PictureService> services;
  std::vector<PictureFlow> flows;
  std::vector<PictureFinding> findings;
  std::vector<PictureGrouping> groupings;  // for the legend, in the vocabulary's order
};

/// A sentence about the map and the services to mark with its number.
struct PictureEvidence {
  std::string lead;
  std::string text;
  std::vector<std::string> services;
};

/// What the lanes of a picture are.
enum class LaneBy { sector, category, grouping };
/// What its columns are: the distance from the nearest start, or the stage of the way.
enum class ColumnBy { distance, stage };

}  // namespace thrive::pathway

namespace thrive::model {

template <>
struct Names<pathway::LaneBy> {
  static constexpr std::string_view title = "lanes";
  static constexpr std::pair<pathway::LaneBy, std::string_view> values[] = {{pathway::LaneBy::sector, "sector"},
                                                                            {pathway::LaneBy::category, "category"},
                                                                            {pathway::LaneBy::grouping, "grouping"}};
};

template <>
struct Names<pathway::ColumnBy> {
  static constexpr std::string_view title = "columns";
  static constexpr std::pair<pathway::ColumnBy, std::string_view> values[] = {{pathway::ColumnBy::distance, "distance"},
                                                                              {pathway::ColumnBy::stage, "stage"}};
};

}  // namespace thrive::model

namespace thrive::pathway {

struct PictureOptions {
  LaneBy lanes = LaneBy::sector;
  ColumnBy columns = ColumnBy::distance;
  std::string focus{};                 // draw only what is near this service
  int hops = 1;                        // how near, in steps either way
  std::optional<double> min_people{};  // leave out flows known to carry fewer people a year
  std::string compare_with{};          // a pathway that this one is compared with
  std::vector<std::string> gatekeepers{};
  std::vector<PictureEvidence> findings{};
};

/// Collects what a map of a pathway shows. The pathway, the focus and the pathway compared with must exist.
Picture make_picture(const model::Project& project, const model::Vocabulary& vocabulary, std::string_view pathway,
                     const PictureOptions& options);

}  // namespace thrive::pathway
