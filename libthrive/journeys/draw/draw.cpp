// SPDX-License-Identifier: MIT
#include "libthrive/journeys/draw/draw.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "libthrive/journeys/describe/words.hpp"
#include "libthrive/report/svg.hpp"

namespace thrive::journeys {

namespace {

using report::coordinate;
using report::Svg;

constexpr double picture_width = 760;
constexpr double plot_left = 56;
constexpr double plot_width = 560;
constexpr double plot_height = 240;
constexpr double shares_height = 404;
constexpr double bar_height = 18;
constexpr double bar_gap = 6;
constexpr double bars_left = 120;
constexpr double bars_width = 540;

constexpr const char* colour_of_seen = "#005eb8";
constexpr const char* colour_of_left = "#f2c230";
constexpr const char* colour_of_waiting = "#dfe3e6";
constexpr std::string_view words_of_left = "left without being seen";

constexpr std::string_view style_rules =
    ".title{font-size:16px;font-weight:bold}.small{font-size:11px;fill:#333}.label{font-size:13px;font-weight:bold}"
    ".axis{stroke:#333;stroke-width:1}.grid{stroke:#c8ced3;stroke-width:1}.edge{fill:none;stroke:#212b32;"
    "stroke-width:1.5}.end{text-anchor:end}.middle{text-anchor:middle}";

/// A day on which the share seen is told.
struct SharesAtDay {
  int day = 0;
  double seen = 0;
  double left = 0;
};

/// What is known of the curves: every day when they are told, else the days that are.
std::vector<SharesAtDay> known_shares(const Waits& waits) {
  std::vector<SharesAtDay> known = {{0, 0, 0}};
  for (const AtDay& at : waits.curve ? *waits.curve : waits.at) {
    if (!at.seen.percent.is_known()) continue;
    if (at.day == 0) known.clear();
    known.push_back({at.day, at.seen.percent.value, at.left.percent.value});
  }
  return known;
}

/// False where the share that left is hidden on the last day that is known: it is one area with those who wait then.
bool tells_left(const Waits& waits) {
  if (waits.curve) return true;
  const int last = known_shares(waits).back().day;
  return std::any_of(waits.at.begin(), waits.at.end(),
                     [last](const AtDay& at) { return at.day == last && at.left.percent.is_known(); });
}

/// The first multiple of 28 days that holds the last day, at least 84.
int last_day_shown(const std::vector<SharesAtDay>& known) {
  const int last = std::max(84, known.back().day);
  return (last + 27) / 28 * 28;
}

class SharesPicture {
 public:
  SharesPicture(const Waits& waits, double top)
      : waits_(waits), top_(top), known_(known_shares(waits)), last_(last_day_shown(known_)) {}

  void draw(Svg& svg) const {
    svg.text(plot_left, top_ + 4, "Of all whose wait started: seen, left, still waiting", {{"class", "title"}});
    const bool told = tells_left(waits_);
    const std::string_view others = told ? "waiting" : "waiting, or left";
    area(svg, others, colour_of_waiting, [](const SharesAtDay&) { return 100.0; });
    if (told) area(svg, words_of_left, colour_of_left, [](const SharesAtDay& s) { return s.seen + s.left; });
    area(svg, "seen", colour_of_seen, [](const SharesAtDay& s) { return s.seen; });
    axes(svg);
    double at = key(svg, plot_left, colour_of_seen, "seen");
    if (told) at = key(svg, at, colour_of_left, words_of_left);
    key(svg, at, colour_of_waiting, others);
    labels(svg);
    numbers_at_risk(svg);
  }

 private:
  double x(int day) const { return plot_left + plot_width * day / last_; }
  double y(double percent) const { return top_ + 44 + plot_height * (1 - percent / 100); }

  /// A colour and its word; where the next one begins.
  double key(Svg& svg, double left, const char* colour, std::string_view words) const {
    constexpr double letter = 6.2;  // of the small type, on the wide side
    svg.rectangle(left, top_ + 14, 12, 10, {{"fill", colour}, {"stroke", "#212b32"}});
    svg.text(left + 17, top_ + 23, words, {{"class", "small"}});
    return left + 17 + letter * static_cast<double>(words.size()) + 14;
  }

  /// Steps where every day is told, straight lines where only some are.
  template <class Height>
  void area(Svg& svg, std::string_view what, const char* colour, const Height& height) const {
    std::string path = fmt::format("M{} {}", coordinate(x(known_.front().day)), coordinate(y(0)));
    double before = 0;
    for (const SharesAtDay& shares : known_) {
      if (waits_.curve) path += fmt::format("L{} {}", coordinate(x(shares.day)), coordinate(y(before)));
      before = height(shares);
      path += fmt::format("L{} {}", coordinate(x(shares.day)), coordinate(y(before)));
    }
    path += fmt::format("L{} {}Z", coordinate(x(known_.back().day)), coordinate(y(0)));
    svg.open("g").explain(what);
    svg.path(path, {{"fill", colour}, {"class", "edge"}, {"style", fmt::format("fill:{}", colour)}}).close();
  }

  void axes(Svg& svg) const {
    for (int percent = 0; percent <= 100; percent += 25) {
      svg.line(plot_left, y(percent), plot_left + plot_width, y(percent), {{"class", "grid"}});
      svg.text(plot_left - 6, y(percent) + 4, fmt::format("{} %", percent), {{"class", "small end"}});
    }
    const int step = last_ > 700 ? 182 : last_ > 364 ? 84 : 28;
    for (int day = 0; day <= last_; day += step) {
      svg.line(x(day), y(0), x(day), y(0) + 5, {{"class", "axis"}});
      svg.text(x(day), y(0) + 18, fmt::format("{}", day), {{"class", "small middle"}});
    }
    svg.line(plot_left, y(0), plot_left + plot_width, y(0), {{"class", "axis"}});
    svg.text(plot_left + plot_width / 2, y(0) + 34, "days since the wait started", {{"class", "small middle"}});
    const int promised = waits_.within.last_day();
    if (promised > last_) return;
    svg.line(x(promised), y(100), x(promised), y(0), {{"class", "axis"}, {"stroke-dasharray", "4 3"}});
    svg.text(x(promised), y(100) - 4, fmt::format("promised: day {}", promised), {{"class", "small middle"}});
  }

  /// Areas are told apart by words beside them as well as by colour.
  void labels(Svg& svg) const {
    const SharesAtDay& last = known_.back();
    const double right = plot_left + plot_width + 8;
    const auto label = [&](double low, double high, const std::string& words) {
      svg.text(right, y((low + high) / 2) + 4, words, {{"class", "label"}});
    };
    const auto percent = [](double share) { return fmt::format("{:.0f} %", share); };
    label(0, last.seen, "seen " + percent(last.seen));
    if (!tells_left(waits_)) {
      label(last.seen, 100, "waiting, or left");
      svg.text(right, y(0) + 34, fmt::format("by day {}", last.day), {{"class", "small"}});
      return;
    }
    if (last.left >= 4) label(last.seen, last.seen + last.left, "left " + percent(last.left));
    const double still = 100 - last.seen - last.left;
    if (still >= 4) label(last.seen + last.left, 100, "waiting " + percent(still));
    svg.text(right, y(0) + 34, fmt::format("by day {}", last.day), {{"class", "small"}});
  }

  void numbers_at_risk(Svg& svg) const {
    const bool told =
        std::any_of(waits_.at.begin(), waits_.at.end(), [](const AtDay& at) { return !at.at_risk.hidden; });
    if (!told) return;
    svg.text(plot_left, y(0) + 52, "followed so far:", {{"class", "small"}});
    for (const AtDay& at : waits_.at) {
      const bool is_shown = at.day % 28 == 0 && at.day <= last_;
      if (is_shown) svg.text(x(at.day), y(0) + 68, count_in_words(at.at_risk), {{"class", "small middle"}});
    }
  }

  const Waits& waits_;
  double top_;
  std::vector<SharesAtDay> known_;
  int last_;
};

double list_height(const Waits& waits) { return 50 + static_cast<double>(waits.bands.size()) * (bar_height + bar_gap); }

void draw_list(const Waits& waits, double top, Svg& svg) {
  std::int64_t most = 1;
  for (const Band& band : waits.bands) most = std::max(most, band.n.people);
  svg.text(plot_left, top + 4, "The list, by days waited so far", {{"class", "title"}});
  double y = top + 20;
  for (const Band& band : waits.bands) {
    svg.text(bars_left - 8, y + 14, band_in_words(band), {{"class", "small end"}});
    const double width = bars_width * static_cast<double>(band.n.people) / static_cast<double>(most);
    svg.open("g").explain(fmt::format("{} days: {}", band_in_words(band), count_in_words(band.n)));
    svg.rectangle(bars_left, y, width, bar_height, {{"fill", "#005eb8"}}).close();
    svg.text(bars_left + width + 6, y + 14, count_in_words(band.n), {{"class", "small"}});
    y += bar_height + bar_gap;
  }
}

std::string shares_alternative(const Waits& waits) {
  const std::vector<SharesAtDay> known = known_shares(waits);
  if (!tells_left(waits))
    return fmt::format(
        "Areas by day since the wait started: by day {}, {:.0f} % were seen; the others waited or had left.",
        known.back().day, known.back().seen);
  return fmt::format(
      "Areas by day since the wait started: by day {}, {:.0f} % were seen, {:.0f} % had left and {:.0f} % "
      "still waited.",
      known.back().day, known.back().seen, known.back().left, 100 - known.back().seen - known.back().left);
}

std::string list_alternative(const Waits& waits) {
  std::string words = "Bars of those waiting, by days waited:";
  for (const Band& band : waits.bands) words += fmt::format(" {}: {};", band_in_words(band), count_in_words(band.n));
  words.back() = '.';
  return words;
}

/// The same with characters, for terminals.
std::string shares_in_characters(const Waits& waits) {
  constexpr int columns = 50;
  std::string text;
  for (const AtDay& at : waits.at) {
    if (!at.seen.percent.is_known()) continue;
    const auto cells = [](double percent) { return static_cast<std::size_t>(percent / 100 * columns + 0.5); };
    const std::size_t seen = cells(at.seen.percent.value);
    const std::size_t gone = cells(at.seen.percent.value + at.left.percent.value);
    text += fmt::format("day {:>3}  {}{}{}\n", at.day, std::string(seen, '#'), std::string(gone - seen, 'o'),
                        std::string(columns - gone, '.'));
  }
  if (text.empty()) return text;
  return text + (tells_left(waits) ? "# seen   o left   . still waiting\n" : "# seen   . waiting, or left\n");
}

std::string list_in_characters(const Waits& waits) {
  constexpr double columns = 40;
  std::int64_t most = 1;
  for (const Band& band : waits.bands) most = std::max(most, band.n.people);
  std::string text;
  for (const Band& band : waits.bands) {
    const double share = static_cast<double>(band.n.people) / static_cast<double>(most);
    text += fmt::format("{:>12}  {} {}\n", band_in_words(band),
                        std::string(static_cast<std::size_t>(share * columns), '#'), count_in_words(band.n));
  }
  return text;
}

}  // namespace

bool has_shares(const WaitsReport& report) {
  const auto is_told = [](const AtDay& at) { return at.seen.percent.is_known(); };
  const Waits& waits = report.waits;
  return std::any_of(waits.at.begin(), waits.at.end(), is_told);
}

report::Figure shares_figure(const WaitsReport& report) {
  const std::string alternative = shares_alternative(report.waits);
  Svg svg(picture_width, shares_height, "Seen, left, still waiting", alternative);
  svg.style(style_rules);
  SharesPicture(report.waits, 24).draw(svg);
  return {svg.finish(), alternative, shares_in_characters(report.waits), "Seen, left, still waiting, by day", true};
}

report::Figure list_figure(const WaitsReport& report) {
  const std::string alternative = list_alternative(report.waits);
  Svg svg(picture_width, list_height(report.waits) + 10, "The list", alternative);
  svg.style(style_rules);
  draw_list(report.waits, 24, svg);
  return {svg.finish(), alternative, list_in_characters(report.waits), "The list, by days waited", true};
}

std::string draw_waits(const WaitsReport& report) {
  const Waits& waits = report.waits;
  const std::string too_few = "Too few people to show shares.";
  const std::vector<std::string> definition =
      report::wrap_text(definition_in_words(report) + " As of " + text::format_date_in_words(waits.cut_off) + ". " +
                            suppression_in_words(report),
                        picture_width - 2 * 24, 11);
  const double head = 40 + 15 * static_cast<double>(definition.size());
  Svg svg(picture_width, head + shares_height + list_height(waits) + 20,
          "Waits: " + report.definition.name.value_or(report.extract),
          (has_shares(report) ? shares_alternative(waits) : too_few) + " " + list_alternative(waits));
  svg.style(style_rules);
  svg.text(24, 22, "Waits: " + report.definition.name.value_or(report.extract), {{"class", "title"}});
  for (std::size_t line = 0; line < definition.size(); ++line)
    svg.text(24, 40 + 15 * static_cast<double>(line), definition[line], {{"class", "small"}});
  if (has_shares(report))
    SharesPicture(waits, head + 16).draw(svg);
  else
    svg.text(plot_left, head + 20, too_few, {{"class", "title"}});
  draw_list(waits, head + shares_height, svg);
  return svg.finish();
}

}  // namespace thrive::journeys
