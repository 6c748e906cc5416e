// SPDX-License-Identifier: MIT
#include "libthrive/planning/draw/draw_risks.hpp"

#include <fmt/core.h>

#include <vector>

#include "libthrive/planning/risks.hpp"
#include "libthrive/report/svg.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

namespace {

std::vector<std::string> ids_at(const Reported& reported, int likelihood, int impact) {
  std::vector<std::string> ids;
  for (const auto& [id, risk] : reported.project.risks)
    if (risk.likelihood == likelihood && risk.impact == impact && !is_closed(risk, reported.states.today))
      ids.push_back(id);
  return ids;
}

std::string name_of_picture(const Reported& reported) {
  return "Risks of " + reported.project.project.locality.value_or(reported.project.project.name);
}

std::string in_words(const Reported& reported, const RiskMatrix& matrix) {
  std::vector<std::string> sentences;
  for (const auto& [id, risk] : reported.project.risks)
    if (!is_closed(risk, reported.states.today))
      sentences.push_back(fmt::format("{}: likelihood {}, impact {}, {}", id, risk.likelihood, risk.impact,
                                      matrix.band_of(score_of(risk)).name));
  return sentences.empty() ? "No open risk." : text::join(sentences, "; ") + ".";
}

/// A lighter grey for a lower band.
std::string grey_of(const RiskMatrix& matrix, int score) {
  std::size_t at = 0;
  while (at + 1 < matrix.bands.size() && matrix.bands[at + 1].from <= score) ++at;
  const int steps = static_cast<int>(std::max<std::size_t>(1, matrix.bands.size() - 1));
  const int level = 250 - 95 * static_cast<int>(at) / steps;
  return fmt::format("#{0:02x}{0:02x}{0:02x}", level);
}

constexpr double cell = 96, left = 130, top = 60;

void draw_cell(report::Svg& svg, const Reported& reported, const RiskMatrix& matrix, int likelihood, int impact) {
  const double x = left + (impact - 1) * cell, y = top + (5 - likelihood) * cell;
  svg.rectangle(x, y, cell, cell, {{"fill", grey_of(matrix, likelihood * impact)}, {"stroke", "#666666"}});
  svg.text(x + cell - 6, y + cell - 6, std::to_string(likelihood * impact),
           {{"font-size", "10"}, {"text-anchor", "end"}, {"fill", "#333333"}});
  double line = y + 18;
  for (const std::string& words :
       report::wrap_text(text::join(ids_at(reported, likelihood, impact), ", "), cell - 12, 13, true)) {
    if (!words.empty()) svg.text(x + 6, line, words, {{"font-size", "13"}, {"font-weight", "bold"}});
    line += 16;
  }
}

}  // namespace

std::string draw_risks(const Reported& reported, const RiskMatrix& matrix) {
  const double width = left + 5 * cell + 30, height = top + 5 * cell + 90;
  report::Svg svg(width, height, name_of_picture(reported), in_words(reported, matrix),
                  {{"font-family", "DejaVu Sans, Arial, sans-serif"}});
  svg.rectangle(0, 0, width, height, {{"fill", "#ffffff"}});
  svg.text(left, 30, name_of_picture(reported), {{"font-size", "17"}, {"font-weight", "bold"}});
  for (int likelihood = 5; likelihood >= 1; --likelihood) {
    svg.text(left - 12, top + (5 - likelihood) * cell + cell / 2 + 5, std::to_string(likelihood),
             {{"font-size", "13"}, {"text-anchor", "end"}});
    for (int impact = 1; impact <= 5; ++impact) draw_cell(svg, reported, matrix, likelihood, impact);
  }
  for (int impact = 1; impact <= 5; ++impact)
    svg.text(left + (impact - 0.5) * cell, top + 5 * cell + 20, std::to_string(impact),
             {{"font-size", "13"}, {"text-anchor", "middle"}});
  svg.text(20, top + 2.5 * cell, "Likelihood", {{"font-size", "13"}});
  svg.text(left + 2.5 * cell, top + 5 * cell + 42, "Impact", {{"font-size", "13"}, {"text-anchor", "middle"}});
  double x = left;
  for (const RiskBand& band : matrix.bands) {
    svg.rectangle(x, top + 5 * cell + 58, 14, 14, {{"fill", grey_of(matrix, band.from)}, {"stroke", "#666666"}});
    const std::string words = fmt::format("{}, from {}", band.name, band.from);
    svg.text(x + 20, top + 5 * cell + 70, words, {{"font-size", "12"}});
    x += 36 + report::text_width(words, 12);
  }
  return svg.finish();
}

report::Document risk_picture(const Reported& reported, const RiskMatrix& matrix) {
  report::Document document;
  document.title = name_of_picture(reported);
  document.classification = reported.project.project.classification.value_or("");
  std::string grid = "Likelihood\n";
  for (int likelihood = 5; likelihood >= 1; --likelihood) {
    grid += fmt::format("{} |", likelihood);
    for (int impact = 1; impact <= 5; ++impact)
      grid += fmt::format(" {:<11}|", text::join(ids_at(reported, likelihood, impact), " "));
    grid += "\n";
  }
  grid += "   ";
  for (int impact = 1; impact <= 5; ++impact) grid += fmt::format(" {:<12}", impact);
  while (grid.ends_with(' ')) grid.pop_back();
  grid += "  Impact\n";
  report::Figure figure;
  figure.svg = draw_risks(reported, matrix);
  figure.alternative = in_words(reported, matrix);
  figure.text = grid;
  figure.caption = "Open risks by likelihood and impact";
  document.figure(std::move(figure));
  return document;
}

}  // namespace thrive::planning
