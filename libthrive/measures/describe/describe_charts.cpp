// SPDX-License-Identifier: MIT
#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/measures/describe/describe_words.hpp"
#include "libthrive/measures/describe/sentences.hpp"
#include "libthrive/measures/draw/draw.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::measures {

namespace {

/// What every measure earns, for readers of words: one line each.
std::string sentences(const std::vector<Read>& all) {
  std::string text;
  for (const Read& read : all) {
    const std::string aim = aim_in_words(read.analysis);
    text += read.subject.measure.name + ": " + change_in_words(read.analysis);
    if (!aim.empty()) text += "; " + aim;
    text += ". " + verdict(read.analysis, read.subject) + "\n";
  }
  return text;
}

void describe_overview(report::Document& document, const std::vector<Read>& all, Theme theme) {
  report::Table table;
  table.columns = {{"Measure"}, {"Change"}, {"Target"}, {"What the figures say"}};
  for (const Read& read : all) {
    const std::string aim = aim_in_words(read.analysis);
    table.rows.push_back({read.subject.measure.name, change_in_words(read.analysis),
                          aim.empty() ? no_aim_in_words(read.analysis) : aim, verdict(read.analysis, read.subject)});
  }
  document.heading(1, "All measures");
  report::Figure icons;
  icons.svg = draw_overview(all, theme);
  icons.alternative = sentences(all);
  document.figure(std::move(icons));
  document.heading(1, "The same in words");
  document.table(std::move(table));
}

}  // namespace

report::Document describe_charts(const std::vector<Read>& all, bool overview, Theme theme) {
  report::Document document;
  document.title = overview || all.size() != 1 ? "Measures" : all.front().subject.measure.name;
  if (!all.empty()) document.classification = all.front().subject.classification;
  if (overview) describe_overview(document, all, theme);
  for (const Read& read : all) {
    if (overview || all.size() != 1) document.heading(1, read.subject.measure.name);
    if (read.analysis.data.empty())
      document.paragraph("There are no figures yet.");
    else
      document.figure(figure_of(read, theme));
  }
  return document;
}

std::string charts_in_text(const std::vector<Read>& all) {
  std::string text;
  for (const Read& read : all) {
    if (!text.empty()) text += "\n";
    report::Document document;
    document.title = read.subject.measure.name;
    document.classification = read.subject.classification;
    document.paragraph(verdict(read.analysis, read.subject));
    for (std::string& caution : cautions_in_words(read.analysis)) document.paragraph(std::move(caution));
    if (!read.analysis.data.empty()) document.verbatim(draw_in_text(read, 80));
    document.paragraph(caption(read.analysis, read.subject));
    text += report::to_text(document);
  }
  return text;
}

}  // namespace thrive::measures
