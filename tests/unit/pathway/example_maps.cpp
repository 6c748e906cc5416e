// SPDX-License-Identifier: MIT
#include "tests/unit/pathway/example_maps.hpp"

#include "tests/unit/support.hpp"

namespace thrive::tests {

namespace {

std::string grouping_of(const std::string& need) {
  if (need == "thriving") return "thriving";
  if (need == "advice") return "getting-advice";
  if (need == "help") return "getting-help";
  if (need == "more_help") return "getting-more-help";
  return "getting-risk-support";
}

std::optional<double> number_or_nothing(const nlohmann::json& value) {
  if (value.is_null()) return std::nullopt;
  return value.get<double>();
}

}  // namespace

nlohmann::json reference_graph(const std::string& number) {
  return nlohmann::json::parse(read_file(source_path("tests/cases/pathway/graphs/" + number + ".json")));
}

model::Project project_of(const nlohmann::json& graph, bool single_start) {
  model::Project project;
  for (const auto& node : graph.at("nodes")) {
    model::Service service;
    service.name = node.at("label").get<std::string>();
    service.sector = node.at("sector").get<std::string>();
    service.assesses = node.at("assessment").get<bool>();
    if (!node.at("need").is_null()) service.groupings = {grouping_of(node.at("need").get<std::string>())};
    project.services.add(node.at("id").get<std::string>(), std::move(service));
  }
  if (single_start) {
    project.services.find(graph.at("start").get<std::string>())->start = true;
  } else {
    for (const auto& start : graph.at("starts")) project.services.find(start.get<std::string>())->start = true;
  }
  for (const auto& end : graph.at("ends")) project.services.find(end.get<std::string>())->end = true;
  model::Pathway pathway;
  for (const auto& edge : graph.at("edges")) {
    model::Flow flow;
    flow.from = edge.at(0).get<std::string>();
    flow.to = edge.at(1).get<std::string>();
    flow.per_year = edge.at(2).get<double>();
    pathway.flows.push_back(std::move(flow));
  }
  project.pathways.add("current", std::move(pathway));
  return project;
}

nlohmann::json thornmere() {
  return nlohmann::json::parse(read_file(source_path("tests/cases/pathway/thornmere.json")));
}

model::Project thornmere_project(const nlohmann::json& thornmere) {
  model::Project project;
  for (const auto& entry : thornmere.at("services")) {
    model::Service service;
    service.name = entry.at("id").get<std::string>();
    service.category = entry.at("category").get<std::string>();
    service.sector = entry.at("sector").get<std::string>();
    service.groupings = entry.at("groupings").get<std::vector<std::string>>();
    service.assesses = entry.at("assesses").get<bool>();
    service.start = entry.at("start").get<bool>();
    service.end = entry.at("end").get<bool>();
    service.completes_per_year = number_or_nothing(entry.at("completes_per_year"));
    project.services.add(entry.at("id").get<std::string>(), std::move(service));
  }
  model::Pathway pathway;
  for (const auto& entry : thornmere.at("flows")) {
    model::Flow flow;
    flow.from = entry.at(0).get<std::string>();
    flow.to = entry.at(1).get<std::string>();
    flow.kind = entry.at(2).get<std::string>();
    flow.per_year = number_or_nothing(entry.at(3));
    if (const auto days = number_or_nothing(entry.at(4))) {
      flow.wait.emplace();
      flow.wait->median_days = days;
    }
    pathway.flows.push_back(std::move(flow));
  }
  project.pathways.add("current", std::move(pathway));
  for (const auto& entry : thornmere.at("observations")) {
    model::Observation observation;
    observation.at = entry.at(0).get<std::string>();
    observation.perspective = entry.at(1).get<std::string>();
    observation.kind = entry.at(2).get<std::string>();
    observation.text = "seen at " + observation.at;
    observation.tables = entry.at(3).get<std::vector<std::string>>();
    project.observations.add("o" + std::to_string(project.observations.size() + 1), std::move(observation));
  }
  return project;
}

model::Project letters(const std::vector<std::string>& flows, const std::string& services, const std::string& starts,
                       const std::string& ends) {
  model::Project project;
  for (const char letter : services) {
    model::Service service;
    service.name = std::string("Service ") + letter;
    service.start = starts.find(letter) != std::string::npos;
    service.end = ends.find(letter) != std::string::npos;
    project.services.add(std::string(1, letter), std::move(service));
  }
  model::Pathway pathway;
  for (const std::string& step : flows) {
    model::Flow flow;
    flow.from = step.substr(0, 1);
    flow.to = step.substr(1, 1);
    pathway.flows.push_back(std::move(flow));
  }
  project.pathways.add("current", std::move(pathway));
  return project;
}

model::Flow& flow(model::Project& project, std::size_t number) {
  return project.pathways.find("current")->flows[number];
}

}  // namespace thrive::tests
