// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/priorities/describe/describe.hpp"
#include "libthrive/priorities/describe/describe_parts.hpp"
#include "libthrive/report/svg.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::priorities {

namespace {

constexpr double row_height = 26;
constexpr double cell_width = 30;
constexpr double font = 12;
constexpr double margin_around = 16;
constexpr double bar_length = 150;
constexpr double widest_label = 300;
constexpr double agreed_width = 52;  // the column of the room's own list
constexpr double line_height = 17;   // of the words below the rows

/// Where the parts of the picture stand.
struct Sheet {
  std::vector<ItemIndex> rows;
  std::vector<std::string> words;  // below the rows: what the room agreed, and why
  double labels = 0;               // width of the column of names
  double grid = 0;                 // left edge of the grid
  double agreed = 0;               // left edge of the room's own list, when it agreed one
  double bars = 0;                 // left edge of the bars
  double top = 0;                  // top of the first row
  double width = 0;
  double height = 0;
  double row(std::size_t at) const { return top + static_cast<double>(at) * row_height; }
};

/// Its place in the room's own list, the first one 1; 0 when it is not in it.
std::size_t place_agreed(const Consensus& consensus, const model::AgreedPriorities& agreed, ItemIndex item) {
  const auto at = std::find(agreed.order.begin(), agreed.order.end(), consensus.profile.items[item]);
  return at == agreed.order.end() ? 0 : static_cast<std::size_t>(at - agreed.order.begin()) + 1;
}

/// What the room agreed in words, and its reasons, a sentence each.
std::vector<std::string> agreed_in_words(const Consensus& consensus, const model::AgreedPriorities& agreed) {
  std::vector<std::string> sentences = {
      fmt::format("{} First one first: {}.", who_agreed(consensus, agreed), text::join_in_words(agreed.order))};
  for (const std::string& reason : reason_sentences(consensus, agreed))
    sentences.push_back(reason.ends_with('.') ? reason : reason + '.');
  return sentences;
}

Sheet lay_out(const Consensus& consensus, const ItemNames& names,
              const std::optional<model::AgreedPriorities>& agreed) {
  Sheet sheet;
  for (ItemIndex item = 0; item < consensus.profile.items.size(); ++item)
    if (consensus.mentions[item] > 0 || (agreed && place_agreed(consensus, *agreed, item) > 0))
      sheet.rows.push_back(item);
  sheet.rows = by_points(consensus, sheet.rows);
  for (const ItemIndex item : sheet.rows)
    sheet.labels = std::max(sheet.labels, report::text_width(with_title(consensus.profile, names, item), font, true));
  sheet.labels = std::min(sheet.labels, widest_label);
  sheet.grid = margin_around + sheet.labels + 12;
  sheet.agreed = sheet.grid + cell_width * static_cast<double>(consensus.profile.ballots.size()) + 14;
  sheet.bars = sheet.agreed + (agreed ? agreed_width : 0);
  sheet.top = margin_around + 64;
  sheet.width = std::max(sheet.bars + bar_length + 60 + margin_around, 360.0);
  if (agreed)
    for (const std::string& sentence : agreed_in_words(consensus, *agreed))
      for (const std::string& line : report::wrap_text(sentence, sheet.width - 2 * margin_around, font))
        sheet.words.push_back(line);
  sheet.height = sheet.row(sheet.rows.size()) + 34 + line_height * static_cast<double>(sheet.words.size());
  return sheet;
}

bool is_in(const Consensus& consensus, ItemIndex item) {
  const std::vector<ItemIndex> in = consensus.chosen.in();
  return std::find(in.begin(), in.end(), item) != in.end();
}

/// One table's place for one item: darker for a better one, with the figure, so that it reads without colour.
void draw_place(report::Svg& svg, const Profile& profile, std::size_t position, double x, double y) {
  constexpr const char* shades[] = {"#1f2d3d", "#4a6078", "#7c93aa", "#b3c2d1", "#dfe6ee"};
  if (position == 0) {
    svg.rectangle(x + 1, y + 1, cell_width - 2, row_height - 2, {{"fill", "none"}, {"stroke", "#dddddd"}});
    return;
  }
  const std::size_t shade =
      std::min<std::size_t>((position - 1) * 5 / std::max<std::size_t>(profile.list_length(), 1), 4);
  svg.rectangle(x + 1, y + 1, cell_width - 2, row_height - 2, {{"fill", shades[shade]}});
  svg.text(x + cell_width / 2, y + row_height / 2 + 4, std::to_string(position),
           {{"text-anchor", "middle"}, {"class", shade < 2 ? "light" : "dark"}});
}

void draw_row(report::Svg& svg, const Consensus& consensus, const ItemNames& names, const Sheet& sheet,
              std::size_t at) {
  const ItemIndex item = sheet.rows[at];
  const double y = sheet.row(at);
  const bool in = is_in(consensus, item);
  const std::vector<std::string> lines =
      report::wrap_text(with_title(consensus.profile, names, item), sheet.labels, font, in);
  const std::string label = lines.size() > 1 ? lines.front() + "\u2026" : lines.front();
  svg.text(margin_around, y + row_height / 2 + 4, label, {{"font-weight", in ? "bold" : "normal"}});
  for (std::size_t table = 0; table < consensus.profile.ballots.size(); ++table)
    draw_place(svg, consensus.profile, consensus.profile.ballots[table].position[item],
               sheet.grid + cell_width * static_cast<double>(table), y);
  const double most = consensus.points[sheet.rows.front()];
  const double length = most > 0 ? bar_length * consensus.points[item] / most : 0;
  svg.rectangle(sheet.bars, y + 6, length, row_height - 12,
                {{"fill", in ? "#1f2d3d" : "#ffffff"}, {"stroke", "#1f2d3d"}});
  svg.text(sheet.bars + length + 6, y + row_height / 2 + 4, figure(consensus.points[item]));
}

/// The room's own list: the place of each item in it, ringed where the count says otherwise.
void draw_agreed(report::Svg& svg, const Consensus& consensus, const model::AgreedPriorities& agreed,
                 const Sheet& sheet) {
  const double centre = sheet.agreed + agreed_width / 2 - 6;
  svg.text(centre, sheet.top - 8, "agreed", {{"text-anchor", "middle"}});
  for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
    const std::size_t place = place_agreed(consensus, agreed, sheet.rows[at]);
    const double middle = sheet.row(at) + row_height / 2;
    const bool differs = (place > 0) != is_in(consensus, sheet.rows[at]);
    if (differs) svg.circle(centre, middle, 11, {{"fill", "none"}, {"stroke", "#000000"}, {"stroke-width", "2"}});
    svg.text(centre, middle + 4, place == 0 ? "\u2013" : std::to_string(place),
             {{"text-anchor", "middle"}, {"font-weight", place > 0 ? "bold" : "normal"}});
  }
  for (std::size_t at = 0; at < sheet.words.size(); ++at)
    svg.text(margin_around, sheet.row(sheet.rows.size()) + 22 + line_height * static_cast<double>(at), sheet.words[at]);
}

void draw_cut(report::Svg& svg, const Consensus& consensus, const Sheet& sheet) {
  std::size_t in = 0;
  while (in < sheet.rows.size() && is_in(consensus, sheet.rows[in])) ++in;
  if (in == 0 || in == sheet.rows.size() || consensus.method != model::ConsensusMethod::points) return;
  svg.line(margin_around, sheet.row(in), sheet.width - margin_around, sheet.row(in),
           {{"stroke", "#000000"}, {"stroke-dasharray", "6 4"}});
}

}  // namespace

std::string draw_consensus(const Consensus& consensus, const ItemNames& names, const Heading& heading,
                           const std::optional<model::AgreedPriorities>& agreed) {
  const Sheet sheet = lay_out(consensus, names, agreed);
  const std::string title = heading.project.empty() ? "Priorities of the tables" : "Priorities: " + heading.project;
  std::string description =
      fmt::format("In{}: {}. {}.", agreed ? " by the count" : "",
                  items_in_words(consensus.profile, by_points(consensus, consensus.chosen.in())), headline(consensus));
  if (agreed)
    for (const std::string& sentence : agreed_in_words(consensus, *agreed)) description += " " + sentence;
  report::Svg svg(sheet.width, sheet.height, title, description);
  svg.style("text{font-family:sans-serif;font-size:12px}.title{font-size:16px;font-weight:bold}.light{fill:#ffffff}");
  svg.rectangle(0, 0, sheet.width, sheet.height, {{"fill", "#ffffff"}});
  if (!heading.classification.empty())
    svg.text(sheet.width - margin_around, margin_around, heading.classification, {{"text-anchor", "end"}});
  svg.text(margin_around, margin_around + 12, title, {{"class", "title"}});
  svg.text(margin_around, margin_around + 30, headline(consensus));
  for (std::size_t table = 0; table < consensus.profile.ballots.size(); ++table) {
    const std::string& name = consensus.profile.ballots[table].table;
    const std::string shown = report::text_width(name, font) <= cell_width - 2 ? name : std::to_string(table + 1);
    svg.text(sheet.grid + cell_width * (static_cast<double>(table) + 0.5), sheet.top - 8, shown,
             {{"text-anchor", "middle"}});
  }
  svg.text(sheet.bars, sheet.top - 8, "points");
  for (std::size_t at = 0; at < sheet.rows.size(); ++at) draw_row(svg, consensus, names, sheet, at);
  draw_cut(svg, consensus, sheet);
  if (agreed) draw_agreed(svg, consensus, *agreed, sheet);
  svg.text(margin_around, sheet.height - 12,
           agreed ? "Bold and filled: in by the count. Ringed: agreed otherwise. The figures are places."
                  : "Bold and filled: in. The figures are the places that the tables gave.");
  return svg.finish();
}

}  // namespace thrive::priorities
