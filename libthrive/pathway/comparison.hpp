// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::pathway {

using FlowIds = std::pair<std::string, std::string>;

/// One field that two drawings of the same flow, or two entries of the same service, say differently. A value that is
/// not recorded is null.
struct ChangedField {
  std::string service;  // empty for a flow
  FlowIds flow;
  std::string field;  // `wait.median_days` for a wait; `drawn` for the number of times a flow is drawn
  text::Value a;
  text::Value b;
  bool counts_people = false;
};

/// Two drawings side by side.
struct Comparison {
  std::vector<std::string> services_both;
  std::vector<std::string> services_only_a;
  std::vector<std::string> services_only_b;
  std::vector<std::pair<std::string, std::string>> same_name;  // ids of A and B that were matched by their names
  std::vector<FlowIds> flows_both;                             // every flow once, however often it is drawn
  std::vector<FlowIds> flows_only_a;                           // those that b draws the other way round too
  std::vector<FlowIds> flows_only_b;
  std::vector<FlowIds> reversed;  // drawn a -> b by A alone and b -> a by B alone; as A draws them
  std::vector<ChangedField> changed;
  /// Flows in both / flows in either; nothing when neither draws any.
  std::optional<double> jaccard;
  /// Cohen's kappa over the ordered pairs of different services that both have: do the two agree on whether there is
  /// a flow, beyond chance? Nothing with fewer than two such services, or when chance alone would make them agree on
  /// every pair.
  std::optional<double> kappa;
};

/// One side: a pathway and the project it is in.
struct Side {
  const model::Project* project = nullptr;
  std::string pathway;
};

/// Compares two pathways. Of two projects all services count; they are matched by id, and where an id is in one only,
/// by a name that only one service in each project has (then A's id stands for both). Of two pathways of one project
/// those services count that a flow touches. Services and flows in A's order, then B's.
Comparison compare(const Side& a, const Side& b);

}  // namespace thrive::pathway
