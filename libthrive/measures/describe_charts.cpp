// SPDX-License-Identifier: MIT
#include "libthrive/measures/describe.hpp"
#include "libthrive/measures/describe_words.hpp"
#include "libthrive/measures/draw.hpp"

namespace thrive::measures {

report::Document describe_charts(const std::vector<Read>& all, const std::string& title, const std::string& theme) {
  report::Document document;
  document.title = title;
  if (!all.empty()) document.classification = all.front().subject.classification;
  report::Table table;
  table.caption = "Every measure and what its figures say";
  table.columns = {{"Measure"}, {"Change"}, {"Target"}, {"What the figures say"}};
  for (const Read& read : all)
    table.rows.push_back(
        {read.subject.measure.name, read.analysis.latest ? variation_in_words(read.analysis.variation) : "No figures",
         read.analysis.assurance ? assurance_in_words(*read.analysis.assurance) : "No target to judge by",
         verdict(read.analysis, read.subject)});
  document.table(std::move(table));
  for (const Read& read : all) {
    document.heading(1, read.subject.measure.name);
    if (read.analysis.data.empty())
      document.paragraph("There are no figures yet.");
    else
      document.figure(figure_of(read, theme));
  }
  return document;
}

}  // namespace thrive::measures
