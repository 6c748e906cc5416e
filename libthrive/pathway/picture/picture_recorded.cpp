// SPDX-License-Identifier: MIT
#include "libthrive/pathway/picture/picture_recorded.hpp"

#include <map>
#include <set>
#include <utility>

#include "libthrive/report/render.hpp"

namespace thrive::pathway {

namespace {

using FlowKey = std::pair<std::string, std::string>;

std::set<FlowKey> drawn_between(const model::Pathway& pathway) {
  std::set<FlowKey> drawn;
  for (const model::Flow& flow : pathway.flows) drawn.emplace(flow.from, flow.to);
  return drawn;
}

/// The project with the recorded ways drawn too. Their moves are not people a year, and stay out of its numbers.
model::Project with_recorded(const model::Project& project, std::string_view pathway, const Recorded& recorded) {
  model::Project both = project;
  model::Pathway* drawing = both.pathways.find(pathway);
  if (drawing == nullptr) drawing = &both.pathways.add(std::string(pathway));
  const std::set<FlowKey> drawn = drawn_between(*drawing);
  for (const RecordedLine& line : recorded.lines) {
    if (drawn.contains({line.from, line.to})) continue;
    model::Flow flow;
    flow.from = line.from;
    flow.to = line.to;
    drawing->flows.push_back(std::move(flow));
  }
  return both;
}

}  // namespace

Picture make_recorded_picture(const model::Project& project, const model::Vocabulary& vocabulary,
                              std::string_view pathway, const PictureOptions& options, const Recorded& recorded) {
  const model::Project both = with_recorded(project, pathway, recorded);
  Picture picture = make_picture(both, vocabulary, pathway, options);
  const model::Pathway* drawing = project.pathways.find(pathway);
  const std::set<FlowKey> drawn = drawing == nullptr ? std::set<FlowKey>() : drawn_between(*drawing);
  std::map<FlowKey, const RecordedLine*> lines;
  for (const RecordedLine& line : recorded.lines) lines.emplace(FlowKey(line.from, line.to), &line);
  for (PictureFlow& flow : picture.flows) {
    const FlowKey key(picture.services[flow.from].id, picture.services[flow.to].id);
    const auto line = lines.find(key);
    flow.change = line == lines.end()   ? Change::drawn_alone
                  : drawn.contains(key) ? Change::drawn_and_recorded
                                        : Change::recorded_alone;
    if (line != lines.end() && line->second->moves) flow.moves = line->second->moves;
    if (flow.moves) flow.label += (flow.label.empty() ? "" : " ") + ("×" + report::number(*flow.moves));
  }
  picture.shows_recorded = true;
  picture.subtitle += " " + recorded.source;
  return picture;
}

std::string_view words_of_recorded(Change change) {
  switch (change) {
    case Change::drawn_and_recorded:
      return "drawn and recorded";
    case Change::drawn_alone:
      return "drawn, not recorded or too seldom to be told";
    case Change::recorded_alone:
      return "recorded, not drawn";
    default:
      return {};
  }
}

}  // namespace thrive::pathway
