// SPDX-License-Identifier: MIT
//
// Change ideas by how much they would help and how easy they are, as several raters see it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/model/project.hpp"

namespace thrive::priorities {

/// What raters said of one thing, 1 to 5. Every figure is missing when nobody rated.
struct Ratings {
  std::size_t raters = 0;
  std::optional<double> median;
  std::optional<double> mean;
  std::optional<double> lowest;
  std::optional<double> highest;
  /// Two or more points between raters: worth a word before the idea is put in its place.
  bool differ() const { return lowest && *highest - *lowest >= 2; }
};

/// The quarters of the matrix by the medians, cut at 3. An idea with a median of exactly 3 lies on a line: the raters
/// have not decided, and neither does the toolkit.
enum class Quarter { quick_win, major_project, fill_in, think_again, on_the_line, not_rated };
}  // namespace thrive::priorities

template <>
struct thrive::model::Names<thrive::priorities::Quarter> {
  using Quarter = thrive::priorities::Quarter;
  static constexpr std::string_view title = "quarter";
  static constexpr std::pair<Quarter, std::string_view> values[] = {
      {Quarter::quick_win, "quick-win"},     {Quarter::major_project, "major-project"},
      {Quarter::fill_in, "fill-in"},         {Quarter::think_again, "think-again"},
      {Quarter::on_the_line, "on-the-line"}, {Quarter::not_rated, "not-rated"}};
};

namespace thrive::priorities {

/// One idea with its place in the matrix.
struct RatedIdea {
  std::string id;
  std::string text;
  std::vector<std::string> priorities;  // that it serves
  Ratings benefit;
  Ratings ease;
  Quarter quarter = Quarter::not_rated;
};

/// Median, mean and range of what raters gave.
Ratings ratings_of(const model::Keyed<double>& by_rater);

/// All ideas: by quarter, in each the most benefit first, then the easiest, then the project's order.
std::vector<RatedIdea> rate_ideas(const model::Project& project);

}  // namespace thrive::priorities
