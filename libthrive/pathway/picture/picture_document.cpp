// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <string>
#include <vector>

#include "libthrive/pathway/picture/picture_formats.hpp"
#include "libthrive/pathway/picture/picture_people.hpp"
#include "libthrive/pathway/picture/picture_recorded.hpp"
#include "libthrive/pathway/picture/picture_svg.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

std::string people_and_wait(const PictureFlow& flow) {
  std::string words = number_in_words(flow, "") + (flow.number.empty() ? "" : " a year");
  if (flow.median_days) words += ", " + report::half_wait(*flow.median_days);
  if (flow.is_return) words += ", sent back";
  if (flow.change == Change::added) words += ", new";
  if (flow.change == Change::removed) words += ", no longer there";
  if (flow.change == Change::changed) words += ", changed";
  if (const std::string_view recorded = words_of_recorded(flow.change); !recorded.empty())
    words += ", " + std::string(recorded);
  if (flow.moves) words += ", " + report::number(*flow.moves) + " moves";
  return words;
}

/// "From GP practices (1,420 a year, half wait 9 days or longer) and …"
std::string connections(const Picture& picture, std::size_t service, bool incoming) {
  std::vector<std::string> others;
  for (const PictureFlow& flow : picture.flows) {
    if ((incoming ? flow.to : flow.from) != service) continue;
    const PictureService& other = picture.services[incoming ? flow.from : flow.to];
    others.push_back(other.name + " (" + people_and_wait(flow) + ")");
  }
  const PictureService& here = picture.services[service];
  const std::size_t not_drawn = incoming ? here.flows_in_not_drawn : here.flows_out_not_drawn;
  if (not_drawn > 0) {
    const std::string flows = report::count_of(not_drawn, "flow") + (not_drawn == 1 ? " that is" : " that are");
    if (others.empty())
      return fmt::format("People {} on {} not drawn.", incoming ? "come here" : "go on from here", flows);
    others.push_back(fmt::format("on {} not drawn", flows));
  }
  if (others.empty()) return incoming ? "Nobody comes here from another service." : "Nobody goes on from here.";
  return (incoming ? "People come from " : "People go on to ") + text::join_in_words(others) + ".";
}

std::string groupings_in_words(const Picture& picture, const PictureService& service) {
  std::vector<std::string> names;
  for (const PictureGrouping& grouping : picture.groupings)
    for (const std::string& id : service.groupings)
      if (id == grouping.id) names.push_back(grouping.name);
  return names.empty() ? std::string() : "It is for " + text::join_in_words(names) + ". ";
}

std::string notes_in_words(const PictureService& service) {
  std::vector<std::string> notes;
  if (service.good_practice > 0)
    notes.push_back(report::count_of(service.good_practice, "good practice", "good practices"));
  if (service.quality_problems > 0)
    notes.push_back(report::count_of(service.quality_problems, "problem with quality", "problems with quality"));
  if (service.duplications > 0) notes.push_back(report::count_of(service.duplications, "duplication"));
  return notes.empty() ? std::string() : " The workshop noted " + text::join_in_words(notes) + ".";
}

std::string service_in_sentences(const Picture& picture, std::size_t at) {
  const PictureService& service = picture.services[at];
  std::string words = groupings_in_words(picture, service);
  if (service.assesses) words += "Young people are assessed here. ";
  if (service.is_gatekeeper) words += "It is the only door to other services. ";
  if (service.is_unreachable) words += "There is no way in on this map. ";
  words += connections(picture, at, true) + " " + connections(picture, at, false);
  return words + notes_in_words(service);
}

}  // namespace

report::Document picture_document(const Picture& picture) {
  report::Document document;
  document.title = picture.title;
  document.subtitle = picture.subtitle;
  document.classification = picture.classification;
  if (!picture.hidden.empty()) document.paragraph(picture.hidden);
  const std::string stands_for =
      fmt::format("A map of {} and {} in {}; the sentences below say what it shows.{}{}",
                  report::count_of(picture.services.size(), "service"), report::count_of(picture.flows.size(), "flow"),
                  report::count_of(picture.lanes.size(), "lane"), picture.extract.empty() ? "" : " " + picture.extract,
                  picture.hidden.empty() ? "" : " " + picture.hidden);
  document.pages = report::Pages::poster;
  document.figure({picture_svg(picture), stands_for, "", picture.title, true});
  document.page_break(report::Pages::upright);
  if (!picture.findings.empty()) {
    document.heading(1, "What this map shows");
    std::vector<std::string> findings;
    for (const PictureFinding& finding : picture.findings) findings.push_back(finding.lead + " " + finding.text);
    document.items(findings);
  }
  document.folded(1, "The map in words");
  for (std::size_t lane = 0; lane < picture.lanes.size(); ++lane) {
    document.heading(2, picture.lanes[lane].name);
    for (std::size_t at = 0; at < picture.services.size(); ++at)
      if (picture.services[at].lane == lane)
        document.paragraph(service_in_sentences(picture, at), picture.services[at].name + ".");
  }
  return document;
}

}  // namespace thrive::pathway
